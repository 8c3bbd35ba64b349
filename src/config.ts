import { z } from "zod";
import { type ForwardHost, HOSTNAME, readForwardHost } from "./callControl/forwardHosts.ts";
import { isPrivateOnTheWire } from "./encryptedUrl.ts";

/** How the gateway proves itself to Bandwidth. */
export type Credentials =
  | { kind: "oauth"; clientId: string; clientSecret: string; tokenUrl: string }
  | { kind: "basic"; username: string; password: string };

/** All that the environment says, checked. README, "Configuration", explains each. */
export type Config = {
  host: string;
  port: number;
  dataDir: string;
  logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  eventRetentionDays: number;
  eventLogMaxMegabytes: number;
  /** After how long without an event a call is looked up, and without a final one a message. */
  callSilenceMinutes: number;
  messageReceiptMinutes: number;
  accountId: string;
  credentials: Credentials;
  voiceUrl: string;
  messagingUrl: string;
  mfaUrl: string;
  lookupUrl: string;
  /** Which of Bandwidth's number lookups the account has: `tnlookup` is the one until 2025. */
  lookupApi: "v2" | "tnlookup";
  /** The account's rates at Bandwidth. */
  callsPerSecond: number;
  messagesPerSecond: number;
  /** The most upstream calls that one operation makes. */
  upstreamBudget: number;
  /** Answers say what they cost upstream. */
  development: boolean;
  voiceApplicationId: string | undefined;
  messagingApplicationId: string | undefined;
  /** Public URL of this gateway, without a slash at its end, and the credentials that Bandwidth's callbacks carry. */
  callbackTarget: { baseUrl: string; username: string; password: string };
  /** Where clients reach this gateway's `/media`, without a slash at its end. */
  mediaBaseUrl: string;
  /** Signs the URLs of `/media`. May be left out beside the sandbox only: then each start makes up its own. */
  mediaUrlSecret: string | undefined;
  /** The largest file that `uploadMedia` takes. */
  uploadMaxBytes: number;
  /** Hosts that events may be forwarded to. */
  forwardHosts: readonly ForwardHost[];
  /** How many callbacks wait for an answer at the same time. */
  mostHeldCallbacks: number;
  /** Keys that clients present. Empty only beside the sandbox: then nobody has to. */
  apiKeys: readonly string[];
  /** Set where replicas share one log: its Redis, with its password. */
  redisUrl: string | undefined;
  /** Set when no credentials are: the sandbox that stands in for Bandwidth. */
  sandbox: { port: number } | undefined;
};

/** What is wrong with the environment: a sentence for each mistake. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(mistakes: readonly string[]) {
    super(mistakes.join("\n"));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What the sandbox knows: sandbox/README.md. */
const SANDBOX = {
  accountId: "9900000",
  username: "sandbox",
  password: "sandbox",
  voiceApplicationId: "04e88489-df02-4e34-a0ee-27a91849555f",
  messagingApplicationId: "93de2206-9669-4e07-948d-329f4b722ee2",
};

const CREDENTIALS = ["BW_CLIENT_ID", "BW_CLIENT_SECRET", "BW_USERNAME", "BW_PASSWORD"] as const;

const webUrl = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: "must be an http or https URL",
    abort: true,
  })
  .refine((value) => {
    const { username, password } = new URL(value);
    // An empty query is none to `search`, and stays in what is made of the URL.
    return !(username || password || /[?#]/.test(value));
  }, "must have no user, query or fragment")
  .refine((value) => HOSTNAME.test(new URL(value).hostname), "must name one host")
  // Spelled as URLs that are compared with it are: host in lower case, no default port.
  .transform((value) => new URL(value).href.replace(/\/+$/, ""));
const redisUrl = z
  .string()
  .refine((value) => URL.canParse(value) && /^rediss?:$/.test(new URL(value).protocol), {
    error: "must be a redis or rediss URL",
    abort: true,
  })
  .refine(
    (value) => /^\/?\d*$/.test(new URL(value).pathname),
    "must have a database number or nothing as path",
  )
  .refine((value) => new URL(value).hostname !== "", "must name a host")
  .refine((value) => !/[?#]/.test(value), "must have no query or fragment")
  .refine((value) => isDecodable(new URL(value)), "must have each % of its user and password as %25");
const port = z
  .string()
  .regex(/^-?[\d.]+$/, "must be a number")
  .transform(Number)
  .pipe(
    z
      .number("must be a number")
      .int("must be a whole number")
      .min(1, "must be 1 to 65535")
      .max(65535, "must be 1 to 65535"),
  );
const level = z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
  error: "must be fatal, error, warn, info, debug, trace or silent",
});
const numberOf = (what: string, min: number, max: number, { low = "", high = "" } = {}) =>
  z.coerce
    .number(`must be a number ${what}`)
    .min(min, `must be ${min} or more${low}`)
    .max(max, `must be ${max} or less${high}`);
const days = numberOf("of days", 2, 3650, { low: ": shorter, a repeated callback is not recognised" });
const megabytes = numberOf("of megabytes", 1, 1_000_000);
const minutes = numberOf("of minutes", 1, 7 * 24 * 60, { high: ", which is a week" });
const perSecond = numberOf("per second", 0.01, 10_000);
const budget = numberOf("of calls", 1, 10_000).int("must be a whole number");
const heldCallbacks = numberOf("of callbacks", 1, 10_000).int("must be a whole number");
const forwardHosts = z.string().transform((list, check) =>
  list
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean)
    .flatMap((each) => {
      const host = readForwardHost(each);
      if (host) return [host];
      check.addIssue({
        code: "custom",
        message:
          "must be hosts such as app.example.com, app.example.com:8443 or *.example.com, separated by commas",
      });
      return [];
    }),
);
const lookupApi = z.enum(["v2", "tnlookup"], { error: "must be v2 or tnlookup" });
// Bandwidth's own limit, 3.75 MB: https://dev.bandwidth.com/docs/messaging/mediaManagement
const UPLOAD_MAX_BYTES = 3.75 * 1024 * 1024;
const GIGABYTE = 1024 ** 3;
const uploadMaxBytes = z.coerce
  .number("must be a number of bytes")
  .int("must be a whole number of bytes")
  .min(1, `must be 1 to ${GIGABYTE}`)
  .max(GIGABYTE, `must be 1 to ${GIGABYTE}`);
const secret = z.string().min(32, "must have 32 characters or more");
const anyText = z.string();
// RFC 7617: the first colon ends the user name.
const userName = z.string().regex(/^[^:]*$/, "must have no colon");

function isDecodable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}

/** Reads the environment. Throws a `ConfigError` that names every mistake. */
export function readConfig(environment: Environment): Config {
  const mistakes: string[] = [];

  function read<T>(name: string, schema: z.ZodType<T>, fallback: T): T;
  function read<T>(name: string, schema: z.ZodType<T>): T | undefined;
  function read<T>(name: string, schema: z.ZodType<T>, fallback?: T): T | undefined {
    const value = environment[name]?.trim();
    if (!value) return fallback;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    mistakes.push(`${name} ${parsed.error.issues[0]?.message ?? "cannot be used"}.`);
    return fallback;
  }
  function need<T>(name: string, schema: z.ZodType<T>, why: string): T | undefined {
    const value = read(name, schema);
    if (!environment[name]?.trim()) mistakes.push(`${name} is not set: ${why}.`);
    return value;
  }

  const listenPort = read("PORT", port, 4000);
  const shared = {
    host: read("HOST", anyText, "localhost"),
    port: listenPort,
    dataDir: read("DATA_DIR", anyText, "data"),
    logLevel: read("LOG_LEVEL", level, "info"),
    lookupApi: read("LOOKUP_API", lookupApi, "v2"),
    callsPerSecond: read("BW_CALLS_PER_SECOND", perSecond, 5),
    messagesPerSecond: read("BW_MESSAGES_PER_SECOND", perSecond, 1),
    upstreamBudget: read("UPSTREAM_BUDGET", budget, 200),
    development: environment["NODE_ENV"] === "development",
    eventRetentionDays: read("EVENT_RETENTION_DAYS", days, 7),
    redisUrl: read("REDIS_URL", redisUrl),
    callSilenceMinutes: read("CALL_SILENCE_MINUTES", minutes, 10),
    messageReceiptMinutes: read("MESSAGE_RECEIPT_MINUTES", minutes, 120),
    eventLogMaxMegabytes: read("EVENT_LOG_MAX_MEGABYTES", megabytes, 4096),
    uploadMaxBytes: read("MEDIA_UPLOAD_MAX_BYTES", uploadMaxBytes, UPLOAD_MAX_BYTES),
    forwardHosts: read("FORWARD_HOSTS", forwardHosts, []),
    mostHeldCallbacks: read("HELD_CALLBACKS_MAX", heldCallbacks, 1_000),
    apiKeys: (read("GATEWAY_API_KEYS", anyText) ?? "")
      .split(",")
      .map((key) => key.trim())
      .filter(Boolean),
  };

  if (!shared.apiKeys.every((key) => /^[\x21-\x7e]+$/.test(key))) {
    mistakes.push("GATEWAY_API_KEYS must be of letters, digits and signs of ASCII: a header has no others.");
  }

  const config = [...CREDENTIALS, "BW_ACCOUNT_ID"].some((name) => environment[name]?.trim())
    ? { ...shared, ...readBandwidth() }
    : { ...shared, ...readSandbox() };
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return config;

  function readBandwidth() {
    const why = "with credentials for Bandwidth, callbacks must be authenticated";
    const baseUrl =
      need(
        "BASE_CALLBACK_URL",
        webUrl,
        "Bandwidth must be told where this gateway is reached from outside",
      ) ?? "";
    if (baseUrl && !isPrivateOnTheWire(baseUrl)) {
      mistakes.push("BASE_CALLBACK_URL must be https: Bandwidth sends callback credentials over https only.");
    }
    if (shared.apiKeys.length === 0) {
      mistakes.push(
        "GATEWAY_API_KEYS is not set: with credentials for Bandwidth, clients must be authenticated.",
      );
    }
    const mediaBaseUrl = read("MEDIA_BASE_URL", webUrl, baseUrl);
    if (mediaBaseUrl !== baseUrl && !isPrivateOnTheWire(mediaBaseUrl)) {
      mistakes.push("MEDIA_BASE_URL must be https: whoever reads a signed URL on its way can use it.");
    }
    return {
      accountId:
        need(
          "BW_ACCOUNT_ID",
          z.string().regex(/^[\w-]+$/, "must be an account id"),
          "it names the account at Bandwidth",
        ) ?? "",
      credentials: readCredentials(),
      voiceUrl: read("BW_VOICE_URL", webUrl, "https://voice.bandwidth.com/api/v2"),
      messagingUrl: read("BW_MESSAGING_URL", webUrl, "https://messaging.bandwidth.com/api/v2"),
      mfaUrl: read("BW_MFA_URL", webUrl, "https://mfa.bandwidth.com/api/v1"),
      lookupUrl: read(
        "BW_LOOKUP_URL",
        webUrl,
        shared.lookupApi === "v2" ? "https://api.bandwidth.com/v2" : "https://numbers.bandwidth.com/api/v1",
      ),
      voiceApplicationId: read("BW_VOICE_APPLICATION_ID", anyText),
      messagingApplicationId: read("BW_MESSAGING_APPLICATION_ID", anyText),
      callbackTarget: {
        baseUrl,
        username: need("CALLBACK_USERNAME", userName, why) ?? "",
        password: need("CALLBACK_PASSWORD", anyText, why) ?? "",
      },
      mediaBaseUrl,
      mediaUrlSecret: need("MEDIA_URL_SECRET", secret, "it signs the URLs of recordings and media"),
      sandbox: undefined,
    };
  }

  function readCredentials(): Credentials {
    const [clientId, clientSecret, username, password] = CREDENTIALS.map((name) => read(name, anyText));
    const tokenUrl = read("BW_TOKEN_URL", webUrl, "https://api.bandwidth.com/api/v1/oauth2/token");
    if (clientId && clientSecret) return { kind: "oauth", clientId, clientSecret, tokenUrl };
    if (clientId) mistakes.push("BW_CLIENT_SECRET is not set, but BW_CLIENT_ID is: they go together.");
    else if (clientSecret)
      mistakes.push("BW_CLIENT_ID is not set, but BW_CLIENT_SECRET is: they go together.");
    else if (username && password) return { kind: "basic", username, password };
    else if (username) mistakes.push("BW_PASSWORD is not set, but BW_USERNAME is: they go together.");
    else if (password) mistakes.push("BW_USERNAME is not set, but BW_PASSWORD is: they go together.");
    else
      mistakes.push(
        "BW_CLIENT_ID and BW_CLIENT_SECRET are not set: BW_ACCOUNT_ID alone does not prove who calls.",
      );
    return { kind: "basic", username: "", password: "" };
  }

  function readSandbox() {
    const sandboxPort = read("SANDBOX_PORT", port, 4010);
    if (sandboxPort === listenPort) mistakes.push("SANDBOX_PORT must differ from PORT.");
    for (const name of ["BW_VOICE_URL", "BW_MESSAGING_URL", "BW_MFA_URL", "BW_LOOKUP_URL", "BW_TOKEN_URL"]) {
      if (environment[name]?.trim()) mistakes.push(`${name} is set, but no credentials for Bandwidth are.`);
    }
    const url = `http://localhost:${sandboxPort}`;
    const baseUrl = read("BASE_CALLBACK_URL", webUrl, `http://localhost:${listenPort}`);
    return {
      accountId: SANDBOX.accountId,
      credentials: {
        kind: "oauth" as const,
        clientId: SANDBOX.username,
        clientSecret: SANDBOX.password,
        tokenUrl: `${url}/api/v1/oauth2/token`,
      },
      voiceUrl: `${url}/api/v2`,
      messagingUrl: `${url}/api/v2`,
      mfaUrl: `${url}/api/v1`,
      lookupUrl: shared.lookupApi === "v2" ? `${url}/v2` : `${url}/api/v1`,
      voiceApplicationId: SANDBOX.voiceApplicationId,
      messagingApplicationId: SANDBOX.messagingApplicationId,
      callbackTarget: {
        baseUrl,
        username: read("CALLBACK_USERNAME", userName, SANDBOX.username),
        password: read("CALLBACK_PASSWORD", anyText, SANDBOX.password),
      },
      mediaBaseUrl: read("MEDIA_BASE_URL", webUrl, baseUrl),
      mediaUrlSecret: read("MEDIA_URL_SECRET", secret),
      sandbox: { port: sandboxPort },
    };
  }
}
