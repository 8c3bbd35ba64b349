import {
  ACCOUNT_ID,
  API_PASSWORD,
  API_USERNAME,
  MESSAGING_APPLICATION_ID,
  OWN_NUMBER,
  VOICE_APPLICATION_ID,
} from "./account.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { createSandbox } from "./server.ts";

// A parent process that forked the sandbox gets messages in place of text.
const tellParent = process.send?.bind(process);

try {
  const config = readConfig(process.env);
  const sandbox = createSandbox(config);
  const url = await sandbox.start();

  const stop = async () => {
    await sandbox.stop();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("disconnect", stop);
  process.on("SIGINT", () => {
    // Ctrl-C in a terminal reaches the parent too, which then ends the sandbox in its own time.
    if (tellParent === undefined) void stop();
  });

  if (tellParent === undefined) console.log(welcome(url, config));
  else {
    // A parent that went away during the start did so before anybody listened for `disconnect`.
    tellParent({ type: "ready", url }, (gone: Error | null) => {
      if (gone) void stop();
    });
  }
} catch (error) {
  const message = sentence(error);
  if (tellParent === undefined) {
    console.error(message);
    process.exit(1);
  }
  tellParent({ type: "failed", message }, () => process.exit(1));
}

function sentence(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE" && "port" in error) {
    return `The sandbox cannot start: port ${error.port} is in use; set SANDBOX_PORT to another.`;
  }
  return `The sandbox cannot start: ${error instanceof Error ? error.message : error}`;
}

function welcome(url: string, { baseCallbackUrl }: Pick<Config, "baseCallbackUrl">): string {
  return `Bandwidth sandbox at ${url}
  account ${ACCOUNT_ID}, user ${API_USERNAME}, password ${API_PASSWORD} (Basic, or OAuth2 client credentials)
  number ${OWN_NUMBER}, voice application ${VOICE_APPLICATION_ID}, messaging application ${MESSAGING_APPLICATION_ID}
  callbacks of the applications go to ${baseCallbackUrl}`;
}
