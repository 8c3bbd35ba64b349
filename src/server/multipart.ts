import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { GraphQLError } from "graphql";
import { z } from "zod";
import { parseJson } from "../lenient.ts";
import { type ArrivingFile, Upload } from "../resolvers/Upload.ts";
import { hasOwnDeadline } from "./http.ts";

// The GraphQL multipart request spec: https://github.com/jaydenseric/graphql-multipart-request-spec

/** The most files of one request. */
const MAX_FILES = 10;
/** How long a client that is waited for may send nothing, and how long it may take in all. */
const STALL_MS = 15_000;
const DEADLINE_MS = 10 * 60_000;
/** How long what nobody reads is received and dropped, so that a client that is still sending comes to read its answer. */
const DRAIN_MS = 5_000;
/** More than a request without its files can come to: two fields, the heads of parts, boundaries. */
const OVERHEAD_BYTES = 1024 * 1024;

/**
 * Multipart is the one content type of a GraphQL request that a browser sends for a page of another origin without asking first. With any of
 * these headers, or with Authorization, it asks.
 */
const PREFLIGHT_HEADERS = ["x-requested-with", "graphql-require-preflight", "apollo-require-preflight"];

/** A multipart request of which the fields were read. Its files are still on their way. */
export type MultipartRequest = {
  /** What a JSON request has as its body, with an `Upload` in each place of a file. */
  operation: object;
  files: readonly Upload[];
  /** Nobody waits for the operation any more: what is still to come of the files is dropped, and who reads one is told. */
  over(): void;
};

/** What is wrong with the request: the HTTP answer, by `statusCode`, before the operation begins; later an error of the file's field. */
const refusal = (statusCode: number, code: string, message: string) =>
  Object.assign(new GraphQLError(message, { extensions: { code } }), { statusCode });
const badRequest = (message: string) => refusal(400, "BAD_REQUEST", message);
const tooLate = (message: string) => refusal(408, "BAD_REQUEST", message);
const tooLarge = (message: string) => refusal(413, "REQUEST_TOO_LARGE", message);

/**
 * Reads `operations` and `map`, and resolves. From then on each file streams to the field that opens it, no faster than that takes it.
 * Rejects with an error that has a `statusCode`.
 */
export async function readMultipart(
  request: IncomingMessage,
  limits: { fieldBytes: number; fileBytes: number },
): Promise<MultipartRequest> {
  if (!["authorization", ...PREFLIGHT_HEADERS].some((name) => request.headers[name])) {
    throw badRequest(`A multipart request must have a header ${PREFLIGHT_HEADERS.join(" or ")}`);
  }
  const parser = createParser(request.headers, limits.fieldBytes);
  const read = Promise.withResolvers<MultipartRequest>();
  const arrivals = createArrivals();
  const stop = pump(request, parser, fail);
  let operation: object | undefined;
  let files: ReadonlyMap<string, Upload> | undefined;
  let current: Readable | undefined;

  function fail(error: Error) {
    stop();
    read.reject(error);
    arrivals.end(error);
    current?.destroy(error);
  }
  const fileTooLarge = () =>
    tooLarge(`A file may have ${limits.fileBytes} bytes at most: MEDIA_UPLOAD_MAX_BYTES of the gateway`);

  function readField(name: string, value: string, truncated: boolean) {
    if (name !== (operation ? "map" : "operations") || files) {
      throw badRequest(`The field ${name} has no place here: operations comes first, map second, files last`);
    }
    if (truncated) throw tooLarge(`${name} may have ${limits.fieldBytes} bytes at most`);
    if (!operation) {
      operation = parseOperation(value);
      return;
    }
    files = placeFiles(operation, value, arrivals.wait);
    const length = Number(request.headers["content-length"] ?? 0);
    if (length > files.size * limits.fileBytes + OVERHEAD_BYTES) throw fileTooLarge();
    const over = () => fail(badRequest("The connection ended before the request did"));
    read.resolve({ operation, files: [...files.values()], over });
  }
  parser.on("field", (name, value, _nameTruncated, truncated) => {
    try {
      readField(name, value, truncated);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      fail(error);
    }
  });
  parser.on("file", (name, stream, _fileName, _encoding, contentType) => {
    // Who reads the file hears of its errors. Before anybody does, they must not end the process.
    stream.on("error", () => undefined);
    current = stream;
    if (!files) fail(badRequest("operations and map must come before the files"));
    else if (!files.has(name)) fail(badRequest(`map has no file "${name}"`));
    else {
      const bytes = upTo(limits.fileBytes, stream, fileTooLarge);
      arrivals.add(name, { contentType, bytes, discard: () => stream.resume() });
    }
  });
  parser.on("finish", () => {
    if (files) arrivals.end();
    else fail(badRequest(`The field ${operation ? "map" : "operations"} is missing`));
  });
  parser.on("error", () => fail(badRequest("The body cannot be read as multipart/form-data")));
  return read.promise;
}

function createParser(headers: IncomingHttpHeaders, fieldBytes: number): BusboyInstance {
  try {
    return new Busboy({
      headers: { ...headers, "content-type": headers["content-type"] ?? "" },
      // Some clients send a field with a file name.
      isPartAFile: (name) => name !== "operations" && name !== "map",
      limits: { fieldSize: fieldBytes, files: MAX_FILES, headerPairs: 20, headerSize: 16 * 1024 },
    });
  } catch {
    throw badRequest("The Content-Type must be multipart/form-data with a boundary");
  }
}

/**
 * Gives the parser what the client sends, as fast as it takes it. `fail` hears when the client stalls or goes away. Returns what ends
 * it: the rest of the request is dropped then.
 */
function pump(request: IncomingMessage, parser: BusboyInstance, fail: (error: Error) => void): () => void {
  let stall: NodeJS.Timeout | undefined;
  const deadline = setTimeout(
    () => fail(tooLate(`The request was not whole after ${DEADLINE_MS / 60_000} minutes`)),
    DEADLINE_MS,
  );
  const waitForClient = () => {
    stall = setTimeout(
      () => fail(tooLate(`Nothing more of the request came for ${STALL_MS / 1000} seconds`)),
      STALL_MS,
    );
  };
  const onData = (chunk: Buffer) => {
    clearTimeout(stall);
    if (parser.write(chunk)) waitForClient();
    else request.pause();
  };
  const onDrain = () => {
    waitForClient();
    request.resume();
  };
  const onEnd = () => {
    clearTimeout(stall);
    parser.end();
  };
  const onClose = () => {
    if (!request.complete) fail(badRequest("The connection ended before the request did"));
  };

  let stopped = false;
  hasOwnDeadline.add(request.socket);
  waitForClient();
  parser.on("drain", onDrain);
  request.on("data", onData).on("end", onEnd).on("close", onClose).on("error", onClose);
  return () => {
    if (stopped) return;
    stopped = true;
    clearTimeout(stall);
    clearTimeout(deadline);
    parser.off("drain", onDrain);
    request.off("data", onData).off("end", onEnd).off("close", onClose).off("error", onClose);
    hasOwnDeadline.delete(request.socket);
    if (!request.complete && !request.destroyed) drain(request);
  };
}

function drain(request: IncomingMessage) {
  const cutOff = setTimeout(() => request.destroy(), DRAIN_MS);
  request.on("error", () => undefined).once("close", () => clearTimeout(cutOff));
  request.resume();
}

const TOO_EARLY = "came too early: send files in the order of the fields that take them";

/**
 * The meeting of the fields that wait for files with the files as they come. None is kept for later: a field that waits for a file lets
 * those before it go, so that no order of files can make it wait for ever.
 */
function createArrivals() {
  const here: { name: string; file: ArrivingFile }[] = [];
  const gone = new Set<string>();
  let wanted: { name: string; resolve(file: ArrivingFile): void; reject(error: Error): void } | undefined;
  let end: { error: Error | undefined } | undefined;

  function settle() {
    if (!wanted) return;
    const { name, resolve, reject } = wanted;
    if (end?.error) return reject(end.error);
    for (let next = here.shift(); next; next = here.shift()) {
      if (next.name === name) {
        wanted = undefined;
        return resolve(next.file);
      }
      gone.add(next.name);
      next.file.discard();
    }
    if (!end && !gone.has(name)) return;
    wanted = undefined;
    reject(badRequest(`The file "${name}" ${gone.has(name) ? TOO_EARLY : "is not in the request"}`));
  }

  return {
    add(name: string, file: ArrivingFile) {
      here.push({ name, file });
      settle();
    },
    end(error?: Error) {
      end ??= { error };
      settle();
    },
    /** One at a time: a mutation's fields run one after another. */
    wait: (name: string) =>
      new Promise<ArrivingFile>((resolve, reject) => {
        wanted = { name, resolve, reject };
        settle();
      }),
  };
}

async function* upTo(
  maxBytes: number,
  stream: Readable,
  fault: () => Error,
): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0;
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      const bytes: Uint8Array = chunk;
      size += bytes.length;
      if (size > maxBytes) throw fault();
      yield bytes;
    }
  } catch (error) {
    throw error instanceof GraphQLError ? error : badRequest("The request ended in the middle of a file");
  } finally {
    // The rest of a file that is wanted no more lies before the next one.
    stream.resume();
  }
}

function parseOperation(text: string): object {
  const operation = parseJson(text);
  if (Array.isArray(operation)) throw badRequest("operations must be one operation: batches are not taken");
  if (isObject(operation) && Object.keys(operation).length > 0) return operation;
  throw badRequest("operations must be a JSON object with a query");
}

const FileMap = z.record(z.string(), z.array(z.string()).min(1));

/** Puts an `Upload` in each place that `map` names, which must hold `null`. */
function placeFiles(
  operation: object,
  text: string,
  wait: (name: string) => Promise<ArrivingFile>,
): ReadonlyMap<string, Upload> {
  const map = FileMap.safeParse(parseJson(text));
  if (!map.success) throw badRequest('map must be JSON such as {"0": ["variables.input.file"]}');
  const files = new Map<string, Upload>();
  for (const [name, places] of Object.entries(map.data)) {
    const upload = new Upload(places[0] ?? "", () => wait(name));
    for (const place of places) putAt(operation, place, upload);
    files.set(name, upload);
  }
  if (files.size > MAX_FILES) throw badRequest(`A request may have ${MAX_FILES} files at most`);
  return files;
}

function putAt(operation: object, place: string, upload: Upload) {
  const keys = place.split(".");
  const last = keys.pop() ?? "";
  let parent: unknown = operation;
  for (const key of keys)
    parent = isObject(parent) && Object.hasOwn(parent, key) ? Reflect.get(parent, key) : undefined;
  const there: unknown =
    isObject(parent) && Object.hasOwn(parent, last) ? Reflect.get(parent, last) : undefined;
  if (there instanceof Upload) throw badRequest(`map has two files for ${place}`);
  if (keys[0] !== "variables" || there !== null || !isObject(parent)) {
    throw badRequest(`map names ${place}, where operations has no null for a file`);
  }
  Reflect.set(parent, last, upload);
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
