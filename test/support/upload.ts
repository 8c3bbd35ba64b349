import { once } from "node:events";
import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { API_KEY, Result } from "./client.ts";

export const UPLOAD =
  "mutation ($input: UploadMediaInput!) { uploadMedia(input: $input) { mediaFile { mediaId content contentLength url } } }";

/** An upload by the multipart request spec, as a browser sends it. */
export function uploadForm(
  input: Record<string, unknown>,
  file: Blob,
  options: { operations?: unknown; map?: unknown } = {},
): FormData {
  const form = new FormData();
  const { operations = { query: UPLOAD, variables: { input: { ...input, file: null } } } } = options;
  form.set("operations", JSON.stringify(operations));
  form.set("map", JSON.stringify(options.map ?? { 0: ["variables.input.file"] }));
  form.set("0", file);
  return form;
}

/** Sends a form; the operation's result with the status of the answer. */
export async function sendForm(
  url: string,
  form: FormData,
  headers: Record<string, string> = { authorization: `Bearer ${API_KEY}` },
): Promise<Result & { status: number }> {
  const response = await fetch(`${url}/graphql`, { method: "POST", body: form, headers });
  return { status: response.status, ...Result.parse(await response.json()) };
}

/** The fields and the head of the file of an upload, as text, for requests that are written by hand. The boundary is `B`. */
export function beginningOfUpload(mediaId: string): string {
  const operations = JSON.stringify({ query: UPLOAD, variables: { input: { mediaId, file: null } } });
  return (
    field("operations", operations) +
    field("map", '{"0":["variables.input.file"]}') +
    fileHead("0", "application/octet-stream")
  );
}
export const field = (name: string, value: string) =>
  `--B\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
export const fileHead = (name: string, contentType: string) =>
  `--B\r\ncontent-disposition: form-data; name="${name}"; filename="f"\r\ncontent-type: ${contentType}\r\n\r\n`;
export const END_OF_UPLOAD = "\r\n--B--\r\n";

/** A multipart request whose body is written by hand. */
export function openUpload(
  url: string,
  headers: Record<string, string> = { authorization: `Bearer ${API_KEY}` },
): { request: ClientRequest; answer: Promise<Result & { status: number }> } {
  const request = httpRequest(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=B", ...headers },
  });
  const answer = (async () => {
    const [response]: [IncomingMessage] = (await once(request, "response")) as [IncomingMessage];
    let text = "";
    for await (const chunk of response) text += String(chunk);
    return { status: response.statusCode ?? 0, ...Result.parse(JSON.parse(text)) };
  })();
  // A test that goes away itself waits for no answer.
  answer.catch(() => undefined);
  return { request, answer };
}
