import { GraphQLError, Kind } from "graphql";
import type { Logger } from "pino";
import { UpstreamError, type UpstreamErrorCode } from "../datasources/upstreamError.ts";
import { StoreUnavailable } from "../subscriptions/store.ts";

/** While the event log cannot be used all that need it fail for the same reason: it is told once in so long. */
const WARN_EVERY_MS = 60_000;

export type MaskError = (error: unknown) => GraphQLError;

/**
 * Turns whatever a resolver threw into what a client may see: our own errors and Bandwidth's with their code, GraphQL's with the
 * code of what is wrong with the request. Anything else is logged whole and masked.
 */
export function createErrorMask(log: Logger, steadyNow: () => number): MaskError {
  let warnedAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    // What a subscription's feed fails with.
    if (error instanceof StoreUnavailable) return unavailable(error, undefined);
    if (!(error instanceof GraphQLError)) return mask(error, undefined);
    const { originalError } = error;
    if (originalError instanceof UpstreamError) {
      logUpstream(originalError, error);
      return fromUpstream(originalError, error);
    }
    if (originalError instanceof StoreUnavailable) return unavailable(originalError, error);
    if (originalError && !(originalError instanceof GraphQLError)) return mask(originalError, error);
    if (!error.extensions["code"]) {
      if (!isAboutTheRequest(error)) return mask(originalError ?? error, error);
      error.extensions["code"] = "BAD_USER_INPUT";
    }
    return withoutValue(error);
  };

  function unavailable({ message }: StoreUnavailable, located: GraphQLError | undefined) {
    const time = steadyNow();
    if (time - warnedAt >= WARN_EVERY_MS) {
      warnedAt = time;
      log.warn({ path: located?.path, reason: message }, "The event log cannot be used by an operation");
    }
    return new GraphQLError(message, { ...placeOf(located), extensions: { code: STORE_UNAVAILABLE } });
  }

  /** What an operator must see. The cause is told by its words alone: ky's errors hold the request, credentials included. */
  function logUpstream({ code, message, answer, cause }: UpstreamError, { path }: GraphQLError) {
    log[CLIENTS_OWN.has(code) ? "debug" : "warn"](
      { code, path, upstream: answer, cause: wordsOf(cause) },
      message,
    );
  }

  function mask(cause: unknown, located: GraphQLError | undefined): GraphQLError {
    log.error({ err: cause, path: located?.path }, "Unexpected error in a GraphQL operation");
    return new GraphQLError("Unexpected error.", {
      ...placeOf(located),
      extensions: { code: "INTERNAL_SERVER_ERROR" },
    });
  }
}

/** What a client brought about itself. One operation may fail with it in hundreds of fields, each of which would be a warning. */
const CLIENTS_OWN: ReadonlySet<UpstreamErrorCode> = new Set([
  "BAD_USER_INPUT",
  "NOT_FOUND",
  "CONFLICT",
  "UPSTREAM_BUDGET_EXCEEDED",
  "CANCELLED",
]);

/** The code of what fails while the event log cannot be used. */
export const STORE_UNAVAILABLE = "EVENT_LOG_UNAVAILABLE";

/**
 * Of the errors without a code: one without a path came before any field was resolved; one that names a place in the document of its
 * own is about an argument there. What is left came from a value that was to be given out.
 */
function isAboutTheRequest({ path, originalError }: GraphQLError): boolean {
  return !path || (originalError instanceof GraphQLError && originalError.nodes !== undefined);
}

/** How much of what is wrong with a variable's value is told: it may name a field or the value of an enum, as the client gave it. */
const MAX_REASON = 200;

/**
 * What graphql-js says of a variable's value without the value, which may hold a password or be as large as a request. Its message is
 * `Variable "$i" got invalid value VALUE at "i.path"; REASON`, where VALUE may be any text, and the path stands nowhere else: it is read
 * from the end, where REASON is known and a path of the schema's names and numbers cannot be part of a VALUE, whose quotes are escaped.
 */
function withoutValue(error: GraphQLError): GraphQLError {
  const { message, nodes, originalError, extensions } = error;
  const node = nodes?.[0];
  if (node?.kind !== Kind.VARIABLE_DEFINITION || !originalError) return error;
  const beforeReason = message.slice(0, -`; ${originalError.message}`.length);
  const [, path = node.variable.name.value] =
    /^([\w.[\]]+)"$/.exec(beforeReason.slice(beforeReason.lastIndexOf(' at "') + ' at "'.length)) ?? [];
  // `String cannot represent a non string value: VALUE`
  const reason = (originalError.message.split(": ", 1)[0] ?? "").slice(0, MAX_REASON);
  const missing = /^Field "(\w+)" of required type /.exec(reason)?.[1];
  return new GraphQLError(
    `Variable "$${node.variable.name.value}" got invalid value at "${path}"; ${reason}`,
    { ...placeOf(error), extensions: { ...extensions, field: missing ? `${path}.${missing}` : path } },
  );
}

function fromUpstream(upstream: UpstreamError, located: GraphQLError | undefined): GraphQLError {
  return new GraphQLError(upstream.message, {
    ...placeOf(located),
    extensions: {
      code: upstream.code,
      ...(upstream.retryAfter !== undefined && { retryAfter: upstream.retryAfter }),
      ...(upstream.answer && { upstream: upstream.answer }),
    },
  });
}

/** The messages of an error and of what caused it, innermost last, without URLs: a number or an id may stand in them. */
function wordsOf(error: unknown): string[] {
  const words: string[] = [];
  for (let each = error; each instanceof Error && words.length < 5; each = each.cause) {
    words.push(each.message.replaceAll(/https?:\/\/\S+/g, "[URL]"));
  }
  return words;
}

/** The body that tells a failure of Bandwidth's outside of GraphQL. */
export const upstreamErrorBody = (error: UpstreamError) => ({
  errors: [fromUpstream(error, undefined).toJSON()],
});

/** The body of an error that is told before GraphQL is reached. */
export function errorBody(code: string, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}

/** Where in the document and in the result an error belongs. */
function placeOf(error: GraphQLError | undefined) {
  return { ...(error?.nodes && { nodes: error.nodes }), ...(error?.path && { path: error.path }) };
}
