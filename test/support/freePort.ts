import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/**
 * A port that nobody listens on. It is not one of those that the system gives to outgoing connections (from 32768 on): between this
 * look and its use some connection of another test would take it now and then. Nor is it one that `fetch` refuses, the last of which is
 * 10080 (https://fetch.spec.whatwg.org/#port-blocking).
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(11_000, 32_000);
    const server = createServer();
    try {
      server.listen(port, "localhost");
      await once(server, "listening");
      server.close();
      await once(server, "close");
      return port;
    } catch {
      // Taken: another one.
    }
  }
}
