import { z } from "zod";

/** All that the sandbox can be told from outside. */
export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Sandbox seconds per real second; 0 means driven by hand. */
  clockSpeed: number;
  /** The account's rate of outbound calls; its queue holds 300 seconds of it. */
  callsPerSecond: number;
  /** The largest media file that may be uploaded. */
  maxMediaBytes: number;
  /** Where the seeded applications deliver their callbacks, without a slash at the end. */
  baseCallbackUrl: string;
  callbackUsername: string;
  callbackPassword: string;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Makes generated ids repeatable. */
  seed?: number | undefined;
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${minimum} to ${maximum}`)
    .transform(Number)
    .refine(
      (value) => value >= minimum && value <= maximum,
      `must be a whole number from ${minimum} to ${maximum}`,
    );

const clockSpeed = z
  .string()
  .transform((text) => (text === "real" ? 1 : text === "manual" ? 0 : Number(text)))
  .refine(
    (speed) => Number.isFinite(speed) && speed >= 0 && speed <= 100_000,
    "must be real, manual or a speed factor up to 100000, for example 20",
  );

const callbackUrl = z
  .url({ protocol: /^https?$/, error: "must be an http or https URL" })
  .transform((url) => url.replace(/\/+$/, ""));

const environment = z.object({
  SANDBOX_HOST: z.string().default("localhost"),
  SANDBOX_PORT: wholeNumber(0, 65_535).default(4010),
  SANDBOX_CLOCK: clockSpeed.default(1),
  SANDBOX_CALLS_PER_SECOND: wholeNumber(1, 1000).default(5),
  SANDBOX_MAX_MEDIA_BYTES: wholeNumber(1, 2 ** 30).default(3.75 * 2 ** 20),
  SANDBOX_SEED: wholeNumber(0, 2 ** 32 - 1).optional(),
  BASE_CALLBACK_URL: callbackUrl.default("http://localhost:4000"),
  CALLBACK_USERNAME: z.string().default("sandbox"),
  CALLBACK_PASSWORD: z.string().default("sandbox"),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` }).default("warn"),
});

/** A mistake in the environment; its message has one sentence per mistake, each naming the variable. */
export class ConfigError extends Error {}

/** Reads the environment; an empty or blank variable counts as unset. Throws a ConfigError that names each mistake. */
export function readConfig(variables: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(
    Object.entries(variables)
      .map(([name, value]) => [name, value?.trim()])
      .filter(([, value]) => value !== ""),
  );
  const { data, error } = environment.safeParse(set);
  if (error) {
    throw new ConfigError(
      error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join("\n"),
    );
  }
  return {
    host: data.SANDBOX_HOST,
    port: data.SANDBOX_PORT,
    clockSpeed: data.SANDBOX_CLOCK,
    callsPerSecond: data.SANDBOX_CALLS_PER_SECOND,
    maxMediaBytes: data.SANDBOX_MAX_MEDIA_BYTES,
    baseCallbackUrl: data.BASE_CALLBACK_URL,
    callbackUsername: data.CALLBACK_USERNAME,
    callbackPassword: data.CALLBACK_PASSWORD,
    logLevel: data.LOG_LEVEL,
    seed: data.SANDBOX_SEED,
  };
}
