import { z } from "zod";
import { object, text } from "../lenient.ts";

/** Bandwidth's APIs as they are told apart in errors. */
export type Api = "voice" | "messaging" | "mfa" | "lookup" | "oauth";

/** What went wrong at Bandwidth, in the words of the graph's error codes (README, "Errors"). */
export type UpstreamErrorCode =
  | "BAD_USER_INPUT"
  | "UPSTREAM_UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "RATE_LIMITED"
  | "UPSTREAM_REJECTED"
  | "UPSTREAM_UNAVAILABLE"
  | "UPSTREAM_TIMEOUT"
  | "UPSTREAM_INVALID_RESPONSE"
  | "UPSTREAM_BUDGET_EXCEEDED"
  | "CANCELLED"
  | "OUTCOME_UNKNOWN";

/** What Bandwidth answered, in one shape for all of its APIs. */
export type UpstreamAnswer = {
  api: Api;
  status: number;
  type?: string | undefined;
  description?: string | undefined;
  fieldErrors?: readonly { fieldName: string; description: string }[] | undefined;
  /** Bandwidth's own id of the error, to quote to its support. */
  id?: string | undefined;
};

/** The one error that every failure of an upstream call becomes. Its message holds no credentials and no URL. */
export class UpstreamError extends Error {
  override readonly name = "UpstreamError";
  readonly code: UpstreamErrorCode;
  /** Left out when Bandwidth did not answer. */
  readonly answer: UpstreamAnswer | undefined;
  /** Seconds until trying again can succeed, where Bandwidth said so. */
  readonly retryAfter: number | undefined;

  constructor(
    code: UpstreamErrorCode,
    message: string,
    details: { answer?: UpstreamAnswer; retryAfter?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.code = code;
    this.answer = details.answer;
    this.retryAfter = details.retryAfter;
  }
}

/** A write that names what it did not find: Bandwidth's own words need not. */
export async function naming<T>(what: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.code !== "NOT_FOUND") throw error;
    const { answer } = error;
    throw new UpstreamError("NOT_FOUND", `There is no ${what}`, { ...(answer && { answer }), cause: error });
  }
}

const FieldErrors = z.array(z.object({ fieldName: z.string(), description: z.string() }));

// Voice {type, description, id}; messaging adds fieldErrors, toll-free verification `errors` by field; MFA {error, requestId}; lookups
// {message} or {Message}; the newest APIs a list `errors`; OAuth (RFC 6749, section 5.2) {error, error_description}.
const ErrorBody = z.object({
  type: text,
  description: text,
  id: text,
  requestId: text,
  error: text,
  error_description: text,
  message: text,
  Message: text,
  fieldErrors: FieldErrors.optional().catch(undefined),
  errors: z
    .union([
      z.array(
        z.object({
          type: text,
          description: text,
          id: text,
          source: object({ field: text, parameter: text, header: text, reference: text }),
        }),
      ),
      z.record(z.string(), z.string()),
    ])
    .optional()
    .catch(undefined),
});
type ErrorBody = z.infer<typeof ErrorBody>;

/**
 * Reads an error body of any of Bandwidth's shapes; what is none of them (a proxy's HTML page) tells only its status. `mask` takes secrets
 * out of its texts: Bandwidth repeats requests, their Authorization included.
 */
export function readAnswer(
  api: Api,
  status: number,
  body: unknown,
  mask: (text: string) => string,
): UpstreamAnswer {
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) return { api, status };
  const { error, error_description, message, Message, errors } = parsed.data;
  const { type, description, id } = (Array.isArray(errors) && errors[0]) || parsed.data;
  const masked = (text: string | undefined) => text && mask(text);
  return {
    api,
    status,
    type: masked(type ?? (error_description ? error : undefined)),
    description: masked(description ?? error_description ?? message ?? Message ?? error),
    fieldErrors: fieldErrorsOf(parsed.data)?.map(({ fieldName, description }) => ({
      fieldName: mask(fieldName),
      description: mask(description),
    })),
    id: masked(id || parsed.data.requestId) || undefined,
  };
}

function fieldErrorsOf({ fieldErrors, errors }: ErrorBody): UpstreamAnswer["fieldErrors"] {
  if (fieldErrors || !errors) return fieldErrors;
  const named = Array.isArray(errors)
    ? errors.map(({ source, description }) => ({
        fieldName: source?.field ?? source?.parameter ?? source?.header ?? source?.reference,
        description,
      }))
    : Object.entries(errors).map(([fieldName, description]) => ({ fieldName, description }));
  const told = FieldErrors.safeParse(named.filter(({ fieldName }) => fieldName !== undefined));
  return told.success && told.data.length > 0 ? told.data : undefined;
}

/** The error for an answer that is not a success. `write`: the request was to change something. */
export function answeredError(
  answer: UpstreamAnswer,
  write: boolean,
  retryAfter: number | undefined,
): UpstreamError {
  const code = codeOf(answer.status, write);
  const said = answer.description ? `: ${answer.description}` : "";
  return new UpstreamError(code, `Bandwidth's ${answer.api} API answered ${answer.status}${said}`, {
    answer,
    retryAfter,
  });
}

function codeOf(status: number, write: boolean): UpstreamErrorCode {
  switch (status) {
    case 400:
      return "BAD_USER_INPUT";
    case 401:
      return "UPSTREAM_UNAUTHENTICATED";
    case 403:
      return "FORBIDDEN";
    case 404:
      return "NOT_FOUND";
    case 409:
      return "CONFLICT";
    case 429:
      return "RATE_LIMITED";
    case 503:
      return "UPSTREAM_UNAVAILABLE";
    default:
      if (status < 500) return "UPSTREAM_REJECTED";
      // A server that failed midway, or a proxy that passed the request on, may have carried it out.
      return write ? "OUTCOME_UNKNOWN" : "UPSTREAM_UNAVAILABLE";
  }
}
