/**
 * The text of an XML document in the charset of its Content-Type, or else in the encoding that it declares itself (RFC 7303,
 * section 3), or else in UTF-8, in which Bandwidth wants it. Empty where it is not that.
 */
export function xmlText(bytes: Buffer, contentType = ""): string {
  const declared =
    /;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1] ??
    /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)/.exec(bytes.toString("latin1", 0, 200))?.[1];
  try {
    return decoderOf(declared).decode(bytes);
  } catch {
    return "";
  }
}

function decoderOf(encoding: string | undefined): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    // Nobody knows that encoding; most documents are the same in all.
    return new TextDecoder("utf-8", { fatal: true });
  }
}
