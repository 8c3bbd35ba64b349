import { z } from "zod";
import type { RedisConnection } from "./connection.ts";

const INFO = {
  run: /^run_id:(\w+)/m,
  appendOnly: /^aof_enabled:1/m,
  policy: /^maxmemory_policy:([\w-]+)/m,
};
const Setting = z.tuple([z.string(), z.string()]);

/** How often Redis syncs its append-only file; `always` too where it does not say, for many who host Redis forbid CONFIG. */
async function syncsOf(commands: RedisConnection): Promise<string> {
  const setting = await commands.send("CONFIG", "GET", "appendfsync").catch(() => undefined);
  return Setting.safeParse(setting).data?.[1] ?? "always";
}

/** The name of the run of Redis itself. Warns of what would lose events that were acknowledged. */
export async function inspect(commands: RedisConnection, warn: (sentence: string) => void): Promise<string> {
  const info = z.string().parse(await commands.send("INFO"));
  if (!INFO.appendOnly.test(info)) {
    warn(
      "Redis keeps no append-only file: it loses acknowledged events when it is restarted. Set 'appendonly yes'.",
    );
  } else {
    const syncs = await syncsOf(commands);
    if (syncs !== "always") {
      warn(
        `Redis answers before it has written: a crash may lose acknowledged events of the last seconds, for 'appendfsync' is ${syncs}. Set 'always'.`,
      );
    }
  }
  const policy = INFO.policy.exec(info)?.[1] ?? "noeviction";
  if (policy !== "noeviction") {
    warn(
      `Redis gives up what the gateway needs when its memory is full: 'maxmemory-policy' is ${policy}. Set 'noeviction'.`,
    );
  }
  return INFO.run.exec(info)?.[1] ?? "";
}
