import { createHash } from "node:crypto";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { create as contentDisposition } from "content-disposition";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import mime from "mime";
import type { MediaBytes } from "../datasources/mediaBytes.ts";
import { UpstreamError, type UpstreamErrorCode } from "../datasources/upstreamError.ts";
import type { MediaRef, MediaUrls } from "../mediaUrl.ts";
import { type ByteRange, cut, parseRange, type Slice, sliceOf } from "./byteRange.ts";
import { errorBody, upstreamErrorBody } from "./errors.ts";
import { PREFLIGHT_SECONDS } from "./graphql.ts";

/** How long a client may read nothing. A player that has enough for now asks for the rest with a Range later. */
const STALL_MS = 60_000;

/** Of every answer. The bytes come from anyone who can send an MMS: they must run nothing, and be taken for nothing else. */
const HEADERS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "accept-ranges, content-disposition, content-length, content-range, etag",
  "cache-control": "no-store",
  "content-security-policy": "sandbox",
  "cross-origin-resource-policy": "cross-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

const REFUSED = {
  unsigned: errorBody(
    "MEDIA_URL_INVALID",
    "This URL is not as the gateway gave it out: ask the graph for a new one",
  ),
  expired: errorBody("MEDIA_URL_EXPIRED", "This URL has expired: ask the graph for a new one"),
};

const STATUS: Partial<Record<UpstreamErrorCode, number>> = {
  NOT_FOUND: 404,
  RATE_LIMITED: 503,
  UPSTREAM_UNAVAILABLE: 503,
  UPSTREAM_TIMEOUT: 504,
};

/**
 * `GET` and `HEAD /media/...`: the bytes of a recording or a media file, for whoever has a URL that the graph gave out. They stream
 * from Bandwidth as fast as the client reads. One upstream call for each request, none for a 403, or a 304 to a recording.
 */
export function addMedia(
  app: FastifyInstance,
  { mediaUrls, mediaBytes, now }: { mediaUrls: MediaUrls; mediaBytes: MediaBytes; now: () => Date },
) {
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(HEADERS);
  });
  app.options("/media/*", (request, reply) =>
    reply
      .code(204)
      .headers({
        "access-control-allow-methods": "GET, HEAD",
        // Whatever is asked for: many clients add Authorization to each request.
        "access-control-allow-headers": request.headers["access-control-request-headers"],
        "access-control-max-age": PREFLIGHT_SECONDS,
      })
      .send(),
  );
  app.route({
    method: ["GET", "HEAD"],
    url: "/media/*",
    async handler(request, reply) {
      const read = mediaUrls.read(request.raw.url ?? "");
      if (typeof read === "string") return reply.code(403).send(REFUSED[read]);
      const { ref, expires } = read;
      const gone = new AbortController();
      reply.raw.once("close", () => gone.abort());
      const secondsLeft = expires - Math.floor(now().getTime() / 1000);
      try {
        return await serve(request, reply, ref, secondsLeft, gone.signal);
      } catch (error) {
        if (gone.signal.aborted) return reply;
        if (!(error instanceof UpstreamError)) throw error;
        const status = STATUS[error.code] ?? 502;
        if (status !== 404) app.log.warn({ code: error.code, upstream: error.answer }, error.message);
        if (error.retryAfter !== undefined) reply.header("retry-after", error.retryAfter);
        return reply.code(status).headers(HEADERS).send(upstreamErrorBody(error));
      }
    },
  });

  async function serve(
    request: FastifyRequest,
    reply: FastifyReply,
    ref: MediaRef,
    secondsLeft: number,
    gone: AbortSignal,
  ) {
    const { "if-none-match": known, range: rangeHeader = "" } = request.headers;
    const ifRange = request.headers["if-range"]?.toString();
    const range = request.method === "GET" ? parseRange(rangeHeader) : undefined;
    const ownTag = tagOf(ref);
    const cacheControl = ownTag ? `private, max-age=${secondsLeft}, immutable` : "private, no-cache";
    const notModified = (tag: string | undefined) =>
      reply
        .code(304)
        .headers({ "cache-control": cacheControl, ...(tag && { etag: tag }) })
        .send();
    if (ownTag && includesTag(known, ownTag)) return notModified(ownTag);

    const asked = {
      ...(known && { "if-none-match": known }),
      // Whether a conditional range holds is decided here, by the tag that was given out.
      ...(range && !ifRange && { range: rangeHeader }),
    };
    const answer = await mediaBytes.open(ref, asked, gone);
    const encoding = answer.headers.get("content-encoding");
    // Our own stands for the bytes as they are stored.
    const tag = answer.headers.get("etag") ?? (encoding ? undefined : ownTag);
    if (answer.status === 304 || (tag && includesTag(known, tag))) {
      await answer.body?.cancel();
      return notModified(tag);
    }

    const part = partOf(answer, ifRange === undefined || isSame(ifRange, tag) ? range : undefined);
    if (part.status === 416) {
      await answer.body?.cancel();
      return reply
        .code(416)
        .headers(part.headers)
        .send(errorBody("BAD_REQUEST", "No byte of that range is in the file"));
    }
    let bytes: Readable | undefined;
    if (request.method === "HEAD" || !answer.body) await answer.body?.cancel();
    else {
      // Locked at once: a body that nobody reads yet is cancelled when its response is collected as garbage.
      const whole = read(answer.body.getReader(), reply.raw);
      bytes = Readable.from(part.slice ? cut(whole, part.slice) : whole, { objectMode: false });
      // What breaks off before it is an error, and must not have the headers with which the file may be kept.
      await once(bytes, "readable");
    }
    const { name, type } = describe(ref, answer.headers.get("content-type"));
    reply.code(part.status).headers({
      "cache-control": cacheControl,
      "content-type": type,
      "content-disposition": contentDisposition(name, {
        type: SAFE_TO_SHOW.test(type) ? "inline" : "attachment",
      }),
      ...(encoding && { "content-encoding": encoding }),
      ...(tag && { etag: tag }),
      ...part.headers,
    });
    return reply.send(bytes);
  }
}

type Part = { status: number; headers: Record<string, string>; slice?: Slice };

/** What of Bandwidth's answer is given out. Bandwidth does not say that it knows ranges: what it gives whole is cut here. */
function partOf({ status, headers }: Response, range: ByteRange | undefined): Part {
  const contentLength = headers.get("content-length");
  const contentRange = headers.get("content-range");
  if (status === 416) return { status, headers: { ...(contentRange && { "content-range": contentRange }) } };
  if (status === 206) {
    if (!range || !contentRange || !contentLength) {
      throw new UpstreamError(
        "UPSTREAM_INVALID_RESPONSE",
        "Bandwidth answered with a part that cannot be used",
      );
    }
    return {
      status,
      headers: { "accept-ranges": "bytes", "content-range": contentRange, "content-length": contentLength },
    };
  }
  // Without a length nobody can say where a range lies.
  if (contentLength === null || headers.has("content-encoding")) {
    return { status: 200, headers: { "accept-ranges": "none" } };
  }
  const length = Number(contentLength);
  if (!range) return { status: 200, headers: { "accept-ranges": "bytes", "content-length": contentLength } };
  const slice = sliceOf(range, length);
  if (!slice) return { status: 416, headers: { "content-range": `bytes */${length}` } };
  return {
    status: 206,
    headers: {
      "accept-ranges": "bytes",
      "content-range": `bytes ${slice.first}-${slice.last}/${length}`,
      "content-length": String(slice.last - slice.first + 1),
    },
    slice,
  };
}

/** The bytes of an answer. A client that goes away, or reads nothing for too long, ends the upstream request. */
async function* read(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  client: ServerResponse,
): AsyncGenerator<Uint8Array, void, undefined> {
  let stall: NodeJS.Timeout | undefined;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      stall = setTimeout(() => client.destroy(), STALL_MS);
      yield value;
      clearTimeout(stall);
    }
  } catch (cause) {
    throw new UpstreamError("UPSTREAM_UNAVAILABLE", "Bandwidth broke off in the middle of a file", { cause });
  } finally {
    clearTimeout(stall);
    await reader.cancel().catch(() => undefined);
  }
}

/** A recording never changes, so its ids stand for its bytes. A media file may be uploaded again under its name. */
function tagOf(ref: MediaRef): string | undefined {
  if ("mediaId" in ref) return undefined;
  return `"${createHash("sha256").update(JSON.stringify(ref)).digest("base64url").slice(0, 22)}"`;
}

/** Whether If-None-Match names a tag; weak or strong makes no difference there (RFC 9110, section 13.1.2). */
function includesTag(header: string | undefined, tag: string): boolean {
  if (header?.trim() === "*") return true;
  const opaque = tag.replace(/^W\//, "");
  return header?.match(/"[^"]*"/g)?.includes(opaque) ?? false;
}

/** Whether If-Range names a tag; a weak one does not hold for parts (RFC 9110, section 13.1.5). */
const isSame = (ifRange: string, tag: string | undefined) => ifRange === tag && !tag.startsWith("W/");

/** What a browser shows without running anything of it. Not `image/svg+xml`, which may hold scripts. */
const SAFE_TO_SHOW = /^(audio|image|video)\/[\w.-]+(;|$)/;

/** Names of what browsers call `audio/wav`; Bandwidth says `audio/vnd.wave`. */
const WAVE = ["audio/vnd.wave", "audio/wave", "audio/x-wav"];
/** Of the formats that Bandwidth records in. */
const EXTENSIONS: Readonly<Record<string, string>> = { "audio/wav": ".wav", "audio/mpeg": ".mp3" };
const UNKNOWN_TYPE = "application/octet-stream";

/** The file's name and its Content-Type: Bandwidth's where it says one, by the name otherwise. */
function describe(ref: MediaRef, contentType: string | null): { name: string; type: string } {
  const said = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if ("recordingId" in ref) {
    const type = WAVE.includes(said) ? "audio/wav" : said || UNKNOWN_TYPE;
    return { name: ref.recordingId + (EXTENSIONS[type] ?? ""), type };
  }
  const name = ref.mediaId.slice(ref.mediaId.lastIndexOf("/") + 1);
  const isSaid = said !== "" && said !== UNKNOWN_TYPE && contentType !== null;
  return { name, type: isSaid ? contentType : (mime.getType(name) ?? UNKNOWN_TYPE) };
}
