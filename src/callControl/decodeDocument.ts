/** What an application sent, as text: by its byte order mark, else its Content-Type, else its XML declaration; `undefined` where it is not that. */
export function decodeDocument(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes, contentType), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** RFC 7303, 3; the decoder leaves the mark out. Throws for an encoding that nobody knows. */
function encodingOf(bytes: Uint8Array, contentType = ""): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  if (start.startsWith("\xef\xbb\xbf")) return "utf-8";
  if (start.startsWith("\xff\xfe")) return "utf-16le";
  if (start.startsWith("\xfe\xff")) return "utf-16be";
  const told = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1];
  if (told !== undefined) return told;
  const declared = /^\s*<\?xml\s[^?]*?\sencoding\s*=\s*["']([^"']+)/.exec(start)?.[1] ?? "utf-8";
  // What could be read so far is not UTF-16: .NET declares that of a string, however it is sent.
  return new TextDecoder(declared).encoding.startsWith("utf-16") ? "utf-8" : declared;
}
