import { execFile } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { freePort } from "../support/freePort.ts";
import { ready, run } from "../support/processes.ts";
import { temporaryFolder } from "../support/stack.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
beforeAll(() => promisify(execFile)("npm", ["run", "build"], { cwd: ROOT }));

test("what `npm run build` makes starts, sandbox included, and places a call", async () => {
  const folder = temporaryFolder();
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const program = run("node", ["dist/src/main.js"], {
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATA_DIR: folder.path,
  });
  await ready(program, `http://localhost:${port}/readyz`);
  await ready(program, `http://localhost:${sandboxPort}/_sandbox/health`);
  const response = await fetch(`http://localhost:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      query:
        'mutation { createCall(input: { to: "+19195551234", from: "+19195554321" }) { call { state } } }',
    }),
  });
  expect(await response.json()).toEqual({ data: { createCall: { call: { state: "QUEUED" } } } });
  expect(await program.end("SIGTERM")).toBe(0);
  folder.remove();
});

test("where Node allows no inspector the gateway runs all the same", async () => {
  const folder = temporaryFolder();
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const allowed = ["--allow-fs-read=*", "--allow-fs-write=*", "--allow-worker", "--allow-child-process"];
  const program = run("node", ["--permission", ...allowed, "dist/src/main.js"], {
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATA_DIR: folder.path,
  });
  await ready(program, `http://localhost:${port}/readyz`);
  expect(await program.end("SIGTERM")).toBe(0);
  folder.remove();
});

test("on an older Node the entry says in one sentence which it needs", async () => {
  // An older Node itself is not at hand everywhere; what the entry looks at is.
  const older =
    "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'24.8.0'}})";
  const program = run("node", ["--import", older, "dist/src/main.js"], {});
  const [code] = await once(program.process, "exit");
  expect(code).toBe(1);
  expect(program.output()).toBe("bandwidth-graphql needs Node 24.9 or newer; this is Node 24.8.0.\n");
});
