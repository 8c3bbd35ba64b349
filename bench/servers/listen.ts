import type { Server } from "node:http";

/** Listens on a free port of the loopback interface and tells the bench, which started this process; ends when the bench does. */
export function listenForBench(server: Server) {
  process.on("disconnect", () => process.exit());
  // Not killed by it, so that a profile is written.
  process.on("SIGTERM", () => process.exit());
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("No port was given");
    process.send?.({ url: `http://127.0.0.1:${address.port}` });
  });
}
