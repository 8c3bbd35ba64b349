import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv2019, type ValidateFunction } from "ajv/dist/2019.js";
import addFormats from "ajv-formats";
import type { FastifyInstance } from "fastify";
import { parse } from "yaml";
import { z } from "zod";
import { TNLOOKUP } from "./tnlookupContract.ts";

// Bandwidth's own contract, as its SDK carries it, judges what goes over the wire. It is read more strictly than it is written: a field
// that it does not know is a fault.

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const Contract = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const published = Contract.parse(
  parse(readFileSync(createRequire(import.meta.url).resolve("bandwidth-sdk/bandwidth.yml"), "utf8")),
);

const publishedSchema = (name: string): Node => Object(published.components["schemas"]?.[name]);

const CONTRACT = "bandwidth";
const SCHEMAS = `${CONTRACT}#/components/schemas`;

/** Strings, all required. */
const strings = (...names: string[]): Node => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
  required: names,
});
/** A schema with more fields, of which some are required. */
const extended = (base: Node, properties: Node, required: string[] = []): Node => ({
  ...base,
  properties: { ...Object(base["properties"]), ...properties },
  required: [...((base["required"] as string[] | undefined) ?? []), ...required],
});

// https://dev.bandwidth.com/docs/voice/webhooks/mediaStreamStarted and its neighbours, which no version of the contract has.
const tracks = { type: "array", items: { enum: ["inbound", "outbound"] }, minItems: 1 };
const mediaStream = extended(strings("id", "name", "destination", "startTime"), {
  tracks,
  type: { const: "WebSocket" },
});
const liveTranscription = extended(strings("id", "name", "startTime"), {
  tracks,
  destination: { type: "string" },
  stabilized: { enum: ["true", "false"] },
});
const { machineDetectionResult: _, ...callFields } = Object(publishedSchema("answerCallback")["properties"]);
const streamEvent = (properties: Node): Node =>
  extended({ type: "object", properties: callFields }, properties, Object.keys(properties).slice(0, 1));
const ended = { cause: { enum: ["closed", "connection-error", "error"] }, errorMessage: { type: "string" } };
const refused = {
  cause: { enum: ["connection-error", "duplicate", "error", "track-limit"] },
  errorMessage: { type: "string" },
};
const withDuration = (schema: Node) => extended(schema, { duration: { type: "string" } }, ["duration"]);

const STREAM_EVENTS: Readonly<Record<string, Node>> = {
  mediaStreamStartedCallback: streamEvent({ mediaStream }),
  mediaStreamRejectedCallback: streamEvent({ mediaStream, ...refused, originalMediaStream: mediaStream }),
  mediaStreamStoppedCallback: streamEvent({ mediaStream: withDuration(mediaStream), ...ended }),
  realTimeTranscriptionStartedCallback: streamEvent({ realTimeTranscription: liveTranscription }),
  realTimeTranscriptionRejectedCallback: streamEvent({
    realTimeTranscription: liveTranscription,
    ...refused,
    originalTranscription: liveTranscription,
  }),
  realTimeTranscriptionStoppedCallback: streamEvent({
    realTimeTranscription: withDuration(liveTranscription),
    ...ended,
  }),
  realTimeTranscriptionAvailableCallback: streamEvent({
    realTimeTranscription: extended(
      liveTranscription,
      {
        status: { enum: ["available", "failed"] },
        url: { type: "string" },
        completedTime: { type: "string" },
      },
      ["status", "url", "completedTime"],
    ),
  }),
};

/** Where the schemas of the contract say other things than its own examples, or than Bandwidth's documentation of its callbacks. */
const CORRECTIONS: Readonly<Record<string, Node>> = {
  ...STREAM_EVENTS,
  // Of the examples of lookup's errors only three have a code.
  lookupErrorSchema: { ...publishedSchema("lookupErrorSchema"), required: ["type", "description"] },
  // https://dev.bandwidth.com/docs/voice/webhooks/transcriptionAvailable: what is known of the transcription, not a piece of its text.
  transcriptionAvailableCallback: {
    ...publishedSchema("transcriptionAvailableCallback"),
    properties: {
      ...Object(publishedSchema("transcriptionAvailableCallback")["properties"]),
      transcription: { $ref: `${SCHEMAS}/recordingTranscriptionMetadata` },
    },
  },
  // https://dev.bandwidth.com/docs/voice/webhooks/transferAnswer: the call that executed the Transfer.
  transferAnswerCallback: {
    ...publishedSchema("transferAnswerCallback"),
    properties: {
      ...Object(publishedSchema("transferAnswerCallback")["properties"]),
      parentCallId: { $ref: `${SCHEMAS}/parentCallId` },
    },
  },
  // https://dev.bandwidth.com/docs/voice/webhooks/recordComplete has it by this name.
  recordCompleteCallback: { $ref: `${SCHEMAS}/recordingCompleteCallback` },
};

/** A schema as a JSON schema that knows all its fields. `whole` is false for what is only a part of one, in `allOf` and the like. */
function closed(schema: unknown, whole = true): unknown {
  if (Array.isArray(schema)) return schema.map((part) => closed(part, whole));
  if (!isNode(schema)) return schema;
  const { nullable, ...rest } = schema;
  if (nullable === true) return { anyOf: [{ type: "null" }, closed(rest, whole)] };
  const entries = Object.entries(rest).map(([keyword, value]) => {
    if (keyword === "$ref") return [keyword, String(value).replace(/^#/, `${CONTRACT}#`)];
    if (keyword === "properties" && isNode(value)) return [keyword, closedEach(value)];
    if (keyword === "items" || keyword === "additionalProperties") return [keyword, closed(value)];
    if (["allOf", "anyOf", "oneOf"].includes(keyword)) return [keyword, closed(value, false)];
    return [keyword, value];
  });
  const hasFields = ["$ref", "properties", "allOf", "anyOf", "oneOf"].some((keyword) => keyword in rest);
  return {
    ...Object.fromEntries(entries),
    ...(whole && hasFields && !("additionalProperties" in rest) && { unevaluatedProperties: false }),
  };
}

const closedEach = (schemas: Node, whole = true) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, closed(schema, whole)]));

const judge = (coerceTypes: boolean) => {
  const ajv = new Ajv2019({ strict: false, allErrors: true, logger: false, coerceTypes });
  addFormats.default(ajv);
  const schemas = { ...published.components["schemas"], ...CORRECTIONS };
  ajv.addSchema({ $id: CONTRACT, components: { schemas: closedEach(schemas, false) } });
  const compiled = new WeakMap<Node, ValidateFunction>();
  /** What is wrong with a value, in words. */
  return (schema: Node, value: unknown): string[] => {
    const validate = compiled.get(schema) ?? ajv.compile(closed(schema) as Node);
    compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
};
const faultsOf = judge(false);
const faultsOfText = judge(true);

/** The node itself, or the one of the contract that it refers to. */
function resolved(node: unknown): Node | undefined {
  if (!isNode(node)) return undefined;
  if (typeof node["$ref"] !== "string") return node;
  const [, , section = "", name = ""] = node["$ref"].split("/");
  return resolved(published.components[section]?.[name]);
}

/** The schema of a body that is JSON. One that may be of several types, a media file, has none. */
function schemaOf(node: unknown): Node | undefined {
  const content = Object.entries(Object(resolved(node)?.["content"]));
  const [type, media] = content[0] ?? [];
  return content.length === 1 && type === "application/json" && isNode(media) && isNode(media["schema"])
    ? media["schema"]
    : undefined;
}

type Operation = {
  operationId: string;
  method: string;
  path: RegExp;
  query: Map<string, { schema: Node; required: boolean }>;
  request: Node | undefined;
  responses: Node;
};

const Server = z.tuple([z.object({ url: z.string() })]);

const operations = [...Object.entries(published.paths), ...Object.entries(TNLOOKUP)].flatMap(
  ([template, item]) => {
    const prefix = new URL(Server.parse(item["servers"])[0].url).pathname;
    const path = new RegExp(`^${prefix}${template}$`.replaceAll(/\{\w+\}/g, "[^/]+"));
    return ["get", "post", "put", "delete"].flatMap((method): Operation[] => {
      const operation = item[method];
      if (!isNode(operation)) return [];
      const { operationId, parameters = [], requestBody, responses } = operation;
      const query = [item["parameters"] ?? [], parameters].flat().flatMap((parameter) => {
        const { name, schema, required, in: place } = resolved(parameter) ?? {};
        return place === "query" && isNode(schema)
          ? [[String(name), { schema, required: required === true }] as const]
          : [];
      });
      return [
        {
          operationId: String(operationId),
          method: method.toUpperCase(),
          path,
          query: new Map(query),
          request: schemaOf(requestBody),
          responses: isNode(responses) ? responses : {},
        },
      ];
    });
  },
);

const operationOf = (method: string, path: string) =>
  operations.find((operation) => operation.method === method && operation.path.test(path));

/** What the contract forbids in a request. Nothing for what is none of Bandwidth's operations. */
export function faultsOfRequest(request: {
  method: string;
  path: string;
  query: Readonly<Record<string, unknown>>;
  /** The parsed JSON of the body. */
  body: unknown;
}): string[] {
  const operation = operationOf(request.method, request.path);
  if (!operation) return [];
  const faults = operation.request ? faultsOf(operation.request, request.body) : [];
  for (const [name, value] of Object.entries(request.query)) {
    const parameter = operation.query.get(name);
    if (parameter) faults.push(...faultsOfText(parameter.schema, value).map((fault) => `?${name}${fault}`));
    else faults.push(`?${name} is unknown`);
  }
  for (const [name, { required }] of operation.query)
    if (required && request.query[name] === undefined) faults.push(`?${name} is missing`);
  return faults.map((fault) => `request of ${operation.operationId}: ${fault}`);
}

/** What the contract forbids in a response. Nothing for what answers none of Bandwidth's operations. */
export function faultsOfResponse(response: {
  method: string;
  path: string;
  status: number;
  /** The text of a JSON body; empty without one. */
  json: string;
}): string[] {
  const operation = operationOf(response.method, response.path);
  const { status, json } = response;
  // What a sandbox does not emulate it says in words of its own.
  if (!operation || status === 501) return [];
  const { responses } = operation;
  // The contract lists errors for each operation, but not all that it can meet: their shape is that of the family's bad request.
  const node = responses[status] ?? responses["default"] ?? (status >= 400 ? responses["400"] : undefined);
  const schema = schemaOf(node);
  const faults = [];
  if (!node) faults.push("the status is unknown");
  else if (schema && json === "") faults.push("the body is missing");
  else if (json !== "" && !resolved(node)?.["content"]) faults.push(`there should be no JSON: ${json}`);
  else if (schema) faults.push(...faultsOf(schema, JSON.parse(json)));
  return faults.map((fault) => `${status} of ${operation.operationId}: ${fault}`);
}

/** What the contract forbids in a callback: the parsed body of one of voice, or of one of messaging, which is a list. */
export function faultsOfCallback(body: unknown): string[] {
  const [event] = [body].flat();
  if (!isNode(event)) return ["a callback without an event"];
  const name =
    event["eventType"] === undefined
      ? event["type"] === "message-received"
        ? "inboundCallback"
        : "statusCallback"
      : `${event["eventType"]}Callback`;
  if (!published.components["schemas"]?.[name] && !CORRECTIONS[name]) return [`${name} is unknown`];
  return faultsOf({ $ref: `${SCHEMAS}/${name}` }, event).map((fault) => `${name}: ${fault}`);
}

/**
 * Makes a sandbox, and hears through Fastify's own channel for it of all that it answers, and of what it is asked if `requests` says so.
 * `check` throws when the contract forbids any of it, or when the sandbox had an internal error.
 */
export function watched<T>(
  create: () => T,
  { requests }: { requests: boolean },
): { sandbox: T; check(): void } {
  const faults = new Set<string>();
  const listen = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance };
    const { log } = fastify;
    log.error = function (this: unknown, error: unknown) {
      // The loggers of requests inherit this one; what is wrong with requests, their answers show.
      if (this === log) faults.add(`an internal error: ${error instanceof Error ? error.stack : error}`);
    };
    fastify.addHook("onSend", async ({ method, url, query, body }, reply, payload) => {
      const [path = ""] = url.split("?");
      const isJson = String(reply.getHeader("content-type")).startsWith("application/json");
      const json = isJson && typeof payload === "string" ? payload : "";
      for (const fault of faultsOfResponse({ method, path, status: reply.statusCode, json }))
        faults.add(fault);
      if (!requests) return;
      const asked = { method, path, query: Object(query), body };
      for (const fault of faultsOfRequest(asked)) faults.add(fault);
    });
  };
  subscribe("fastify.initialization", listen);
  const sandbox = create();
  unsubscribe("fastify.initialization", listen);
  return {
    sandbox,
    check() {
      if (faults.size > 0)
        throw new Error(`The sandbox failed, or Bandwidth's contract forbids:\n${[...faults].join("\n")}`);
    },
  };
}
