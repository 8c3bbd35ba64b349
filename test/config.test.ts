import { expect, test } from "vitest";
import { ConfigError, readConfig } from "../src/config.ts";
import { welcome } from "../src/welcome.ts";

/** Credentials for Bandwidth with all that they need. */
const BANDWIDTH = {
  BW_ACCOUNT_ID: "9900000",
  BW_CLIENT_ID: "client",
  BW_CLIENT_SECRET: "hush",
  BASE_CALLBACK_URL: "https://gateway.example.com",
  CALLBACK_USERNAME: "callbacks",
  CALLBACK_PASSWORD: "callback-hush",
  MEDIA_URL_SECRET: "hush-hush-hush-hush-hush-hush-32",
  GATEWAY_API_KEYS: "key-1,key-2",
};
const BASIC = { ...BANDWIDTH, BW_CLIENT_ID: "", BW_CLIENT_SECRET: "", BW_USERNAME: "u", BW_PASSWORD: "p" };

/** The sentences that refuse an environment. */
function mistakes(environment: Record<string, string | undefined>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
  return [];
}

test("nothing set: the sandbox and the gateway are wired to each other, on this machine only", () => {
  expect(readConfig({})).toEqual({
    host: "localhost",
    port: 4000,
    dataDir: "data",
    logLevel: "info",
    eventRetentionDays: 7,
    callSilenceMinutes: 10,
    messageReceiptMinutes: 120,
    eventLogMaxMegabytes: 4096,
    uploadMaxBytes: 3_932_160,
    forwardHosts: [],
    mostHeldCallbacks: 1_000,
    apiKeys: [],
    accountId: "9900000",
    credentials: {
      kind: "oauth",
      clientId: "sandbox",
      clientSecret: "sandbox",
      tokenUrl: "http://localhost:4010/api/v1/oauth2/token",
    },
    voiceUrl: "http://localhost:4010/api/v2",
    messagingUrl: "http://localhost:4010/api/v2",
    mfaUrl: "http://localhost:4010/api/v1",
    lookupUrl: "http://localhost:4010/v2",
    lookupApi: "v2",
    callsPerSecond: 5,
    messagesPerSecond: 1,
    upstreamBudget: 200,
    development: false,
    voiceApplicationId: "04e88489-df02-4e34-a0ee-27a91849555f",
    messagingApplicationId: "93de2206-9669-4e07-948d-329f4b722ee2",
    callbackTarget: { baseUrl: "http://localhost:4000", username: "sandbox", password: "sandbox" },
    mediaBaseUrl: "http://localhost:4000",
    mediaUrlSecret: undefined,
    sandbox: { port: 4010 },
  });
});

test("the sandbox follows PORT and SANDBOX_PORT", () => {
  expect(readConfig({ PORT: "5000", SANDBOX_PORT: "5010" })).toMatchObject({
    port: 5000,
    voiceUrl: "http://localhost:5010/api/v2",
    callbackTarget: { baseUrl: "http://localhost:5000" },
    sandbox: { port: 5010 },
  });
});

test("with credentials there is no sandbox, and the APIs are Bandwidth's", () => {
  expect(readConfig(BANDWIDTH)).toEqual({
    host: "localhost",
    port: 4000,
    dataDir: "data",
    logLevel: "info",
    eventRetentionDays: 7,
    callSilenceMinutes: 10,
    messageReceiptMinutes: 120,
    eventLogMaxMegabytes: 4096,
    uploadMaxBytes: 3_932_160,
    forwardHosts: [],
    mostHeldCallbacks: 1_000,
    apiKeys: ["key-1", "key-2"],
    accountId: "9900000",
    credentials: {
      kind: "oauth",
      clientId: "client",
      clientSecret: "hush",
      tokenUrl: "https://api.bandwidth.com/api/v1/oauth2/token",
    },
    voiceUrl: "https://voice.bandwidth.com/api/v2",
    messagingUrl: "https://messaging.bandwidth.com/api/v2",
    mfaUrl: "https://mfa.bandwidth.com/api/v1",
    lookupUrl: "https://api.bandwidth.com/v2",
    lookupApi: "v2",
    callsPerSecond: 5,
    messagesPerSecond: 1,
    upstreamBudget: 200,
    development: false,
    voiceApplicationId: undefined,
    messagingApplicationId: undefined,
    callbackTarget: {
      baseUrl: "https://gateway.example.com",
      username: "callbacks",
      password: "callback-hush",
    },
    mediaBaseUrl: "https://gateway.example.com",
    mediaUrlSecret: "hush-hush-hush-hush-hush-hush-32",
    sandbox: undefined,
  });
});

test("Basic credentials work, and OAuth wins over them", () => {
  expect(readConfig(BASIC).credentials).toEqual({ kind: "basic", username: "u", password: "p" });
  expect(readConfig({ ...BASIC, ...BANDWIDTH }).credentials).toMatchObject({ kind: "oauth" });
});

test("an empty or blank text is as good as unset", () => {
  const names = ["PORT", "HOST", "DATA_DIR", "LOG_LEVEL", "EVENT_RETENTION_DAYS", "GATEWAY_API_KEYS"];
  const bandwidth = [...Object.keys(BASIC), "BW_VOICE_URL", "BW_MESSAGING_URL", "BW_TOKEN_URL"];
  const others = ["REDIS_URL", "SANDBOX_PORT", "BW_VOICE_APPLICATION_ID"];
  for (const blank of ["", "  "]) {
    const environment = Object.fromEntries([...names, ...bandwidth, ...others].map((name) => [name, blank]));
    expect(readConfig(environment)).toEqual(readConfig({}));
  }
});

test("blanks around a value and around keys do not count", () => {
  expect(readConfig({ ...BANDWIDTH, PORT: " 5000 ", GATEWAY_API_KEYS: " a , ,b," })).toMatchObject({
    port: 5000,
    apiKeys: ["a", "b"],
  });
});

test("hosts to forward to are names and addresses, with a port or without, and all under a domain", () => {
  const hosts = " App.Example.com, localhost:3000 ,*.Example.org,*.example.net:8443, [::1]:80,,10.0.0.1";
  expect(readConfig({ FORWARD_HOSTS: hosts }).forwardHosts).toEqual([
    { hostname: "app.example.com", port: "", isWildcard: false },
    { hostname: "localhost", port: "3000", isWildcard: false },
    { hostname: "example.org", port: "", isWildcard: true },
    { hostname: "example.net", port: "8443", isWildcard: true },
    { hostname: "[::1]", port: "80", isWildcard: false },
    { hostname: "10.0.0.1", port: "", isWildcard: false },
  ]);
});

test("a URL is kept as other URLs are compared with it: lower-case host, no default port, no slash at its end", () => {
  expect(
    readConfig({
      ...BANDWIDTH,
      BASE_CALLBACK_URL: "https://Gateway.EXAMPLE.com:443/graph//",
      BW_VOICE_URL: "https://voice.example.com/api/v2/",
    }),
  ).toMatchObject({
    callbackTarget: { baseUrl: "https://gateway.example.com/graph" },
    voiceUrl: "https://voice.example.com/api/v2",
  });
});

test("media are reached where callbacks are, unless MEDIA_BASE_URL says where else", () => {
  expect(readConfig({ ...BANDWIDTH, MEDIA_BASE_URL: "https://Media.example.com/" })).toMatchObject({
    mediaBaseUrl: "https://media.example.com",
    callbackTarget: { baseUrl: "https://gateway.example.com" },
  });
  expect(readConfig({ BASE_CALLBACK_URL: "https://x.example.com" })).toMatchObject({
    mediaBaseUrl: "https://x.example.com",
  });
});

test.each<[string, Record<string, string>]>([
  ["PORT must be a number.", { PORT: "http" }],
  ["PORT must be a number.", { PORT: "0x10" }],
  ["PORT must be a whole number.", { PORT: "1.5" }],
  ["PORT must be 1 to 65535.", { PORT: "0" }],
  ["PORT must be 1 to 65535.", { PORT: "65536" }],
  ["SANDBOX_PORT must be 1 to 65535.", { SANDBOX_PORT: "-1" }],
  ["SANDBOX_PORT must differ from PORT.", { PORT: "5000", SANDBOX_PORT: "5000" }],
  ["LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent.", { LOG_LEVEL: "loud" }],
  [
    "FORWARD_HOSTS must be hosts such as app.example.com, app.example.com:8443 or *.example.com, separated by commas.",
    { FORWARD_HOSTS: "https://app.example.com" },
  ],
  [
    "FORWARD_HOSTS must be hosts such as app.example.com, app.example.com:8443 or *.example.com, separated by commas.",
    { FORWARD_HOSTS: "app.example.com/x" },
  ],
  [
    "FORWARD_HOSTS must be hosts such as app.example.com, app.example.com:8443 or *.example.com, separated by commas.",
    { FORWARD_HOSTS: "u@app.example.com" },
  ],
  [
    "FORWARD_HOSTS must be hosts such as app.example.com, app.example.com:8443 or *.example.com, separated by commas.",
    { FORWARD_HOSTS: "*" },
  ],
  [
    "FORWARD_HOSTS must be hosts such as app.example.com, app.example.com:8443 or *.example.com, separated by commas.",
    { FORWARD_HOSTS: "*.com" },
  ],
  [
    "FORWARD_HOSTS must be hosts such as app.example.com, app.example.com:8443 or *.example.com, separated by commas.",
    { FORWARD_HOSTS: "*.10.0.0.1" },
  ],
  [
    "FORWARD_HOSTS must be hosts such as app.example.com, app.example.com:8443 or *.example.com, separated by commas.",
    { FORWARD_HOSTS: "a b" },
  ],
  [
    "FORWARD_HOSTS must be hosts such as app.example.com, app.example.com:8443 or *.example.com, separated by commas.",
    { FORWARD_HOSTS: "app.example.com:99999" },
  ],
  [
    "FORWARD_HOSTS must be hosts such as app.example.com, app.example.com:8443 or *.example.com, separated by commas.",
    { FORWARD_HOSTS: "ok.example.com, *." },
  ],
  ...["app.example.com:080", "localhost:0", "a.example.com;b.example.com"].map(
    (hosts): [string, Record<string, string>] => [
      "FORWARD_HOSTS must be hosts such as app.example.com, app.example.com:8443 or *.example.com, separated by commas.",
      { FORWARD_HOSTS: hosts },
    ],
  ),
  ["HELD_CALLBACKS_MAX must be a number of callbacks.", { HELD_CALLBACKS_MAX: "all" }],
  ["HELD_CALLBACKS_MAX must be 10000 or less.", { HELD_CALLBACKS_MAX: "10001" }],
  ...["key 1", "Bearer key", "käse", "k-1,k\n2"].map((keys): [string, Record<string, string>] => [
    "GATEWAY_API_KEYS must be of letters, digits and signs of ASCII: a header has no others.",
    { GATEWAY_API_KEYS: keys },
  ]),
  ["MEDIA_UPLOAD_MAX_BYTES must be a number of bytes.", { MEDIA_UPLOAD_MAX_BYTES: "3.75 MB" }],
  ["MEDIA_UPLOAD_MAX_BYTES must be 1 to 1073741824.", { MEDIA_UPLOAD_MAX_BYTES: "1073741825" }],
  ["MEDIA_URL_SECRET must have 32 characters or more.", { MEDIA_URL_SECRET: "x".repeat(31) }],
  [
    "MEDIA_URL_SECRET is not set: it signs the URLs of recordings and media.",
    { ...BANDWIDTH, MEDIA_URL_SECRET: "" },
  ],
  [
    "MEDIA_BASE_URL must be https: whoever reads a signed URL on its way can use it.",
    { ...BANDWIDTH, MEDIA_BASE_URL: "http://media.example.com" },
  ],
  [
    "EVENT_RETENTION_DAYS must be 2 or more: shorter, a repeated callback is not recognised.",
    { EVENT_RETENTION_DAYS: "1" },
  ],
  ["EVENT_RETENTION_DAYS must be a number of days.", { EVENT_RETENTION_DAYS: "a week" }],
  ["EVENT_RETENTION_DAYS must be 3650 or less.", { EVENT_RETENTION_DAYS: "9999" }],
  ["CALL_SILENCE_MINUTES must be a number of minutes.", { CALL_SILENCE_MINUTES: "long" }],
  ["CALL_SILENCE_MINUTES must be 1 or more.", { CALL_SILENCE_MINUTES: "0" }],
  ["MESSAGE_RECEIPT_MINUTES must be 10080 or less, which is a week.", { MESSAGE_RECEIPT_MINUTES: "20000" }],
  ["BASE_CALLBACK_URL must be an http or https URL.", { BASE_CALLBACK_URL: "gateway" }],
  ["CALLBACK_USERNAME must have no colon.", { CALLBACK_USERNAME: "a:b" }],
  ...["https://g.example.com?", "https://g.example.com/#"].map((url): [string, Record<string, string>] => [
    "BASE_CALLBACK_URL must have no user, query or fragment.",
    { BASE_CALLBACK_URL: url },
  ]),
  [
    "BASE_CALLBACK_URL must name one host.",
    { BASE_CALLBACK_URL: "https://g.example.com,https://h.example.com" },
  ],
  ["REDIS_URL must be a redis or rediss URL.", { REDIS_URL: "http://localhost" }],
  ["REDIS_URL must be a redis or rediss URL.", { REDIS_URL: "localhost:6379" }],
  ["REDIS_URL must name a host.", { REDIS_URL: "redis:///1" }],
  ["REDIS_URL must have no query or fragment.", { REDIS_URL: "redis://localhost?db=5" }],
  ["REDIS_URL must have no query or fragment.", { REDIS_URL: "redis://localhost/#x" }],
  [
    "REDIS_URL must have each % of its user and password as %25.",
    { REDIS_URL: "redis://u:hush%zz@localhost" },
  ],
  [
    "REDIS_URL must have a database number or nothing as path.",
    { REDIS_URL: "redis://:hush@localhost/name" },
  ],
  ["EVENT_LOG_MAX_MEGABYTES must be a number of megabytes.", { EVENT_LOG_MAX_MEGABYTES: "4 GB" }],
  ["EVENT_LOG_MAX_MEGABYTES must be 1 or more.", { EVENT_LOG_MAX_MEGABYTES: "0" }],
])("beside the sandbox, a mistake is one sentence: %s", (sentence, environment) => {
  expect(mistakes(environment)).toEqual([sentence]);
});

test.each<[string, Record<string, string>]>([
  [
    "GATEWAY_API_KEYS is not set: with credentials for Bandwidth, clients must be authenticated.",
    { GATEWAY_API_KEYS: "" },
  ],
  [
    "GATEWAY_API_KEYS is not set: with credentials for Bandwidth, clients must be authenticated.",
    { GATEWAY_API_KEYS: " , " },
  ],
  [
    "CALLBACK_USERNAME is not set: with credentials for Bandwidth, callbacks must be authenticated.",
    { CALLBACK_USERNAME: "" },
  ],
  [
    "CALLBACK_PASSWORD is not set: with credentials for Bandwidth, callbacks must be authenticated.",
    { CALLBACK_PASSWORD: "" },
  ],
  ["CALLBACK_USERNAME must have no colon.", { CALLBACK_USERNAME: "a:b" }],
  [
    "BASE_CALLBACK_URL is not set: Bandwidth must be told where this gateway is reached from outside.",
    { BASE_CALLBACK_URL: "" },
  ],
  [
    "BASE_CALLBACK_URL must be https: Bandwidth sends callback credentials over https only.",
    { BASE_CALLBACK_URL: "http://gateway.example.com" },
  ],
  [
    "BASE_CALLBACK_URL must be https: Bandwidth sends callback credentials over https only.",
    { BASE_CALLBACK_URL: "http://localhost.example.com" },
  ],
  ["BASE_CALLBACK_URL must be an http or https URL.", { BASE_CALLBACK_URL: "ftp://gateway.example.com" }],
  ["BW_ACCOUNT_ID is not set: it names the account at Bandwidth.", { BW_ACCOUNT_ID: "" }],
  ["BW_ACCOUNT_ID must be an account id.", { BW_ACCOUNT_ID: "99/00" }],
  ["BW_CLIENT_SECRET is not set, but BW_CLIENT_ID is: they go together.", { BW_CLIENT_SECRET: "" }],
  ["BW_CLIENT_ID is not set, but BW_CLIENT_SECRET is: they go together.", { BW_CLIENT_ID: "" }],
  [
    "BW_CLIENT_ID is not set, but BW_CLIENT_SECRET is: they go together.",
    { BW_CLIENT_ID: "", BW_USERNAME: "u", BW_PASSWORD: "p" },
  ],
  [
    "BW_PASSWORD is not set, but BW_USERNAME is: they go together.",
    { BW_CLIENT_ID: "", BW_CLIENT_SECRET: "", BW_USERNAME: "u" },
  ],
  [
    "BW_USERNAME is not set, but BW_PASSWORD is: they go together.",
    { BW_CLIENT_ID: "", BW_CLIENT_SECRET: "", BW_PASSWORD: "p" },
  ],
  [
    "BW_CLIENT_ID and BW_CLIENT_SECRET are not set: BW_ACCOUNT_ID alone does not prove who calls.",
    { BW_CLIENT_ID: "", BW_CLIENT_SECRET: "" },
  ],
  ["BW_VOICE_URL must be an http or https URL.", { BW_VOICE_URL: "voice" }],
  ["BW_MESSAGING_URL must be an http or https URL.", { BW_MESSAGING_URL: "//x" }],
  ["BW_TOKEN_URL must be an http or https URL.", { BW_TOKEN_URL: "file:///x" }],
  [
    "BW_VOICE_URL must have no user, query or fragment.",
    { BW_VOICE_URL: "https://u:hush@voice.example.com" },
  ],
  [
    "BASE_CALLBACK_URL must have no user, query or fragment.",
    { BASE_CALLBACK_URL: "https://g.example.com/?a=b" },
  ],
  [
    "BASE_CALLBACK_URL must have no user, query or fragment.",
    { BASE_CALLBACK_URL: "https://g.example.com/#a" },
  ],
])("with credentials, a mistake is one sentence: %s", (sentence, change) => {
  expect(mistakes({ ...BANDWIDTH, ...change })).toEqual([sentence]);
});

test.each(["BW_ACCOUNT_ID", "BW_CLIENT_ID", "BW_CLIENT_SECRET", "BW_USERNAME", "BW_PASSWORD"])(
  "%s alone means Bandwidth: nothing falls back to the sandbox or to an open gateway",
  (name) => {
    const told = mistakes({ [name]: "x" }).join("\n");
    for (const missing of ["GATEWAY_API_KEYS", "CALLBACK_USERNAME", "CALLBACK_PASSWORD", "BASE_CALLBACK_URL"])
      expect(told).toContain(`${missing} is not set`);
  },
);

test("several mistakes are all told, a sentence each", () => {
  expect(
    mistakes({ ...BANDWIDTH, PORT: "x", LOG_LEVEL: "y", GATEWAY_API_KEYS: "", BW_CLIENT_SECRET: "" }),
  ).toEqual([
    expect.stringMatching(/^PORT /),
    expect.stringMatching(/^LOG_LEVEL /),
    expect.stringMatching(/^GATEWAY_API_KEYS /),
    expect.stringMatching(/^BW_CLIENT_SECRET /),
  ]);
});

test("no sentence repeats a secret", () => {
  const told = mistakes({
    ...BANDWIDTH,
    PORT: "x",
    CALLBACK_USERNAME: "callback-hush:",
    MEDIA_URL_SECRET: "hush",
    BW_TOKEN_URL: "hush",
  }).join("\n");
  expect(told).not.toContain("hush");
});

test("on the way to itself, the gateway may be reached over http", () => {
  for (const host of ["localhost:4000", "127.0.0.1", "[::1]:4000"]) {
    expect(mistakes({ ...BANDWIDTH, BASE_CALLBACK_URL: `http://${host}` })).toEqual([]);
  }
});

test.each(["BW_VOICE_URL", "BW_MESSAGING_URL", "BW_MFA_URL", "BW_LOOKUP_URL", "BW_TOKEN_URL"])(
  "%s without credentials stops the start: it would be ignored",
  (name) => {
    expect(() => readConfig({ [name]: "https://voice.example/api/v2" })).toThrow(
      `${name} is set, but no credentials`,
    );
  },
);

test("LOOKUP_API says which lookup the account has, and thereby where it is", () => {
  expect(readConfig({ ...BANDWIDTH, LOOKUP_API: "tnlookup" })).toMatchObject({
    lookupApi: "tnlookup",
    lookupUrl: "https://numbers.bandwidth.com/api/v1",
  });
  expect(readConfig({ LOOKUP_API: "tnlookup" })).toMatchObject({ lookupUrl: "http://localhost:4010/api/v1" });
  expect(
    readConfig({ ...BANDWIDTH, BW_LOOKUP_URL: "https://l.example.com", BW_MFA_URL: "https://m.example.com" }),
  ).toMatchObject({
    lookupUrl: "https://l.example.com",
    mfaUrl: "https://m.example.com",
  });
  expect(() => readConfig({ LOOKUP_API: "v3" })).toThrow("LOOKUP_API must be v2 or tnlookup.");
});

test("where no application is set, the welcome's mutation has a place for one", () => {
  const mutation = (environment: Record<string, string>) =>
    /createCall\(.*/.exec(welcome(readConfig(environment), "http://localhost:4000"))?.[0];
  expect(mutation(BANDWIDTH)).toContain(String.raw`applicationId: \"YOUR_APPLICATION\"`);
  expect(mutation({ ...BANDWIDTH, BW_VOICE_APPLICATION_ID: "1" })).not.toContain("applicationId");
  expect(mutation({})).not.toContain("applicationId");
});
