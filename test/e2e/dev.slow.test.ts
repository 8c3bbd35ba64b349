import { utimesSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { freePort } from "../support/freePort.ts";
import { run } from "../support/processes.ts";
import { temporaryFolder } from "../support/stack.ts";

test("`npm run dev` starts gateway and sandbox, and starts them again when a source changes", async () => {
  const folder = temporaryFolder();
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const program = run("npm", ["run", "dev"], {
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATA_DIR: folder.path,
  });
  const starts = () => program.output().match(/is ready, with the sandbox/g)?.length ?? 0;
  try {
    await vi.waitFor(() => expect(starts()).toBe(1), { timeout: 20_000 });
    const now = new Date();
    utimesSync(fileURLToPath(new URL("../../schema/call.graphql", import.meta.url)), now, now);
    await vi.waitFor(() => expect(starts()).toBe(2), { timeout: 20_000 });
    expect(program.output()).not.toContain("Error");
  } finally {
    await program.end("SIGKILL");
    folder.remove();
  }
});
