import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { freePort } from "../test/support/freePort.ts";
import { type Server, startPeer, type Upstream } from "./processes.ts";

// Gateways of other makers, of the versions in peers/package-lock.json, in front of the same upstream by the same contract. Both are
// run as their documentation tells for production.

const FOLDER = fileURLToPath(new URL("peers/", import.meta.url));
const PROGRAMS = `${FOLDER}node_modules/.bin/`;

/** Hive Gateway, over a supergraph that Mesh Compose makes of the contract. */
export async function startHiveGateway(upstream: Upstream): Promise<Server> {
  install();
  run("mesh-compose", "--config-path", "compose.config.ts", "--output", "supergraph.graphql");
  return await start("hive-gateway", upstream, (port) => ["supergraph", "--port", port, "--jit"]);
}

/** GraphQL Mesh with its own server. */
export async function startMesh(upstream: Upstream): Promise<Server> {
  install();
  run("mesh", "build");
  return await start("mesh", upstream, (port) => ["start", "--port", port]);
}

async function start(program: string, upstream: Upstream, options: (port: string) => string[]) {
  const port = String(await freePort());
  return await startPeer(`${PROGRAMS}${program}`, options(port), FOLDER, `http://127.0.0.1:${port}`, {
    NODE_ENV: "production",
    UPSTREAM_URL: `${upstream.url}/api/v2`,
    UPSTREAM_TOKEN: "bench-token",
  });
}

/** Once for each lockfile: half a gigabyte that only these rows need. */
function install() {
  const changed = (file: string) => statSync(`${FOLDER}${file}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  // npm writes the first when all is there.
  if (changed("node_modules/.package-lock.json") > changed("package-lock.json")) return;
  process.stderr.write("installing peers ...\n");
  execFileSync("npm", ["ci", "--ignore-scripts"], { cwd: FOLDER, stdio: ["ignore", "ignore", "inherit"] });
}

function run(program: string, ...options: string[]) {
  execFileSync(process.execPath, [`${PROGRAMS}${program}`, ...options], { cwd: FOLDER, stdio: "pipe" });
}
