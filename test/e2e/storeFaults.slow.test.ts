import { execFileSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, test } from "vitest";
import { post, query, type Reader, subscribeSse, subscribeWebSocket } from "../support/client.ts";
import { freePort } from "../support/freePort.ts";
import { ready, run } from "../support/processes.ts";
import { startRedis } from "../support/redis.ts";
import {
  deliver,
  FAR_NUMBER,
  gatewayEnvironment,
  OWN_NUMBER,
  temporaryFolder,
  voiceEvent,
} from "../support/stack.ts";
import { startUpstream } from "../support/upstream.ts";

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const started = async (environment: Record<string, string> = {}) => {
  const gateway = await startedUnready(environment);
  await ready(gateway, `${gateway.url}/readyz`);
  return gateway;
};

/** A gateway that listens, whether its store can be used or not; `wrapper` is the command that runs it. */
async function startedUnready(
  environment: Record<string, string>,
  folder = temporaryFolder(),
  wrapper: readonly string[] = [],
) {
  const upstream = await startUpstream();
  upstream.answer("GET /calls/c-1", { body: { callId: "c-1", state: "answered" } });
  upstream.answer("POST /calls", { status: 201, body: { callId: "c-1" } });
  const port = await freePort();
  const [command = "node", ...more] = [...wrapper, "node", "src/main.ts"];
  const program = run(command, more, {
    ...gatewayEnvironment({ port, upstreamUrl: upstream.url, dataDir: folder.path }),
    ...environment,
  });
  const url = `http://localhost:${port}`;
  cleanUps.push(folder.remove, upstream.stop, () => program.end("SIGKILL"));
  await ready(program, `${url}/healthz`);
  return { ...program, url, folder: folder.path, upstream };
}
type Started = Awaited<ReturnType<typeof started>>;

let sent = 0;
const callback = () => voiceEvent("dtmf", { digit: String(++sent), tag: "x".repeat(10_000) });
const DIGITS =
  "subscription ($after: String) { events(after: $after) { cursor type ... on DtmfEvent { digit } ... on GapEvent { reason } } }";
type Event = { cursor: string; type: string; digit?: string; reason?: string };
const next = async (reader: Reader) => (await reader.next()) as Event;

async function readiness({ url }: { url: string }): Promise<{ status: number; reason?: string }> {
  const response = await fetch(`${url}/readyz`);
  const { reason } = (await response.json()) as { reason?: string };
  return { status: response.status, ...(reason !== undefined && { reason }) };
}

/** Resolves once `condition` holds. */
async function until(condition: () => Promise<boolean>) {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 50));
}

const CREATE = "mutation ($input: CreateCallInput!) { createCall(input: $input) { call { callId } } }";

/** What holds while the store cannot be used, whatever the reason: nothing is acknowledged, nothing billed is sent, the rest goes on. */
async function expectRefusal({ url, upstream }: Started, reason: RegExp) {
  // A connection that breaks on the way there is a reason of its own, for a moment.
  await until(async () => {
    const ready = await readiness({ url });
    return ready.status === 503 && reason.test(ready.reason ?? "");
  });
  const before = upstream.asked().filter((route) => route === "POST /calls").length;
  const ends = { to: FAR_NUMBER, from: OWN_NUMBER };
  const kept = [{ idempotencyKey: `key-${++sent}` }, { onAnswer: { xml: "<Response/>" } }];
  // At once, for a store that hangs is waited for by each.
  const [delivered, shown, ...placed] = await Promise.all([
    deliver(url, "voice/x", callback()),
    query(url, '{ call(callId: "c-1") { state } }'),
    ...kept.map((fields) => post(url, CREATE, { input: { ...ends, ...fields } })),
  ]);
  expect(delivered.status).toBe(503);
  expect(Number(delivered.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await delivered.text()).toContain("EVENT_LOG_UNAVAILABLE");
  for (const { errors } of placed) {
    expect(errors).toMatchObject([
      { extensions: { code: "EVENT_LOG_UNAVAILABLE" }, message: expect.stringMatching(reason) },
    ]);
  }
  expect(upstream.asked().filter((route) => route === "POST /calls")).toHaveLength(before);
  expect(shown).toEqual({ call: { state: "ANSWERED" } });
}

/** It is ready again without anybody's help: what is delivered is taken, and what was refused before is taken when it comes again. */
async function expectHealed({ url, upstream }: Started) {
  await until(async () => (await readiness({ url })).status === 200);
  const body = callback();
  expect((await deliver(url, "voice/x", body)).status).toBe(204);
  const data = await query(url, "{ events(first: 1000) { edges { node { ... on DtmfEvent { digit } } } } }");
  const { edges } = data["events"] as { edges: { node: { digit?: string } }[] };
  expect(edges.at(-1)?.node.digit).toBe(body["digit" as keyof typeof body]);
  const input = { to: FAR_NUMBER, from: OWN_NUMBER, idempotencyKey: `key-${++sent}` };
  expect((await post(url, CREATE, { input })).errors).toBeUndefined();
  expect(upstream.asked()).toContain("POST /calls");
}

/**
 * What Bandwidth answers while the store cannot be used is not lost: the gateway answers repeats from what it knows, and tells the store when
 * it is back, so that another gateway on the same store (`other`) knows it too.
 */
async function expectOutcomesKept(
  { url, upstream }: Started,
  {
    leave,
    comeBack,
    other,
  }: {
    leave: () => unknown;
    comeBack: () => unknown;
    other: () => Promise<Pick<Started, "url" | "upstream">>;
  },
) {
  const { promise: after, resolve: answer } = Promise.withResolvers<void>();
  const refused = { status: 503, body: { type: "error", description: "Later" } };
  upstream.answer(
    "POST /calls",
    { status: 201, body: { callId: "c-1" }, after },
    { ...refused, after },
    { status: 201, body: { callId: "c-2" } },
  );
  const create = (idempotencyKey: string, at = url) =>
    post(at, CREATE, { input: { to: FAR_NUMBER, from: OWN_NUMBER, idempotencyKey } });
  const placed = (callId: string) => ({ data: { createCall: { call: { callId } } } });
  const first = create("placed");
  await upstream.arrived("POST /calls", 1);
  const second = create("refused");
  await upstream.arrived("POST /calls", 2);
  await leave();
  answer();
  expect(await first).toMatchObject(placed("c-1"));
  expect((await second).errors).toMatchObject([{ extensions: { code: "UPSTREAM_UNAVAILABLE" } }]);
  // From what this gateway knows; what was refused cannot be claimed again.
  expect(await create("placed")).toMatchObject(placed("c-1"));
  expect((await create("refused")).errors).toMatchObject([{ extensions: { code: "EVENT_LOG_UNAVAILABLE" } }]);
  await comeBack();
  await until(async () => (await readiness({ url })).status === 200);
  expect(await create("refused")).toMatchObject(placed("c-2"));
  expect(await create("placed")).toMatchObject(placed("c-1"));
  const elsewhere = await other();
  expect(await create("placed", elsewhere.url)).toMatchObject(placed("c-1"));
  expect(await create("refused", elsewhere.url)).toMatchObject(placed("c-2"));
  const sent = [upstream, elsewhere.upstream].flatMap((each) => each.asked());
  expect(sent.filter((route) => route === "POST /calls")).toHaveLength(3);
}

describe("SQLite", () => {
  /** What a file of the gateway may grow to: beyond, a write fails as on a full disk. */
  const limitFiles = (gateway: Started, bytes: number | "unlimited") =>
    execFileSync("prlimit", ["--pid", String(gateway.process.pid), `--fsize=${bytes}:unlimited`]);

  test("a disk that is full: callbacks are answered 503, /readyz says why, reads go on, and all heals when there is room", async () => {
    const gateway = await started();
    const reader = await subscribeWebSocket(gateway.url, DIGITS);
    const first = callback();
    await deliver(gateway.url, "voice/x", first);
    const wal = join(gateway.folder, "gateway.sqlite-wal");
    limitFiles(gateway, statSync(wal).size + 20_000);
    const taken: string[] = [first["digit" as keyof typeof first]];
    await until(async () => {
      const body = callback();
      const { ok } = await deliver(gateway.url, "voice/x", body);
      if (ok) taken.push(body["digit" as keyof typeof body]);
      return !ok;
    });
    // What is smaller than a callback might still find room.
    limitFiles(gateway, 1);
    await expectRefusal(gateway, /disk/);
    // What is in the log can still be read.
    const data = await query(
      gateway.url,
      "{ events(first: 1000) { edges { node { ... on DtmfEvent { digit } } } } }",
    );
    expect((data["events"] as { edges: { node: unknown }[] }).edges.map(({ node }) => node)).toEqual(
      taken.map((digit) => ({ digit })),
    );
    limitFiles(gateway, "unlimited");
    await expectHealed(gateway);
    for (const digit of taken) expect(await next(reader)).toMatchObject({ digit });
    await reader.close();
  });

  test("a log whose file is moved away is not written to, and heals when it is back", async () => {
    const gateway = await started();
    const file = join(gateway.folder, "gateway.sqlite");
    renameSync(file, `${file}.away`);
    await expectRefusal(gateway, /moved/);
    // What reads the log costs itself alone.
    const { data } = await post(
      gateway.url,
      '{ call(callId: "c-1") { state events { edges { cursor } } } events { edges { cursor } } }',
    );
    expect(data).toEqual({ call: { state: "ANSWERED", events: null }, events: null });
    renameSync(`${file}.away`, file);
    await expectHealed(gateway);
  });

  test("away while Bandwidth answers: the outcome is not lost", async () => {
    const gateway = await started();
    const file = join(gateway.folder, "gateway.sqlite");
    await expectOutcomesKept(gateway, {
      leave: () => renameSync(file, `${file}.away`),
      comeBack: () => renameSync(`${file}.away`, file),
      async other() {
        await gateway.end("SIGTERM");
        return startedUnready({ DATA_DIR: gateway.folder });
      },
    });
  });

  const GARBAGE = Buffer.from("no database".repeat(1_000));
  const replace = (file: string, content: Buffer) => {
    writeFileSync(`${file}.new`, content);
    renameSync(`${file}.new`, file);
  };

  test("a damaged file is not written to; with a backup in its place all heals, and who saw more than that has is told", async () => {
    const gateway = await started();
    const file = join(gateway.folder, "gateway.sqlite");
    const reader = await subscribeWebSocket(gateway.url, DIGITS);
    const [kept, lost] = [callback(), callback()];
    await deliver(gateway.url, "voice/x", kept);
    const backup = [file, `${file}-wal`].map((name) => [name, readFileSync(name)] as const);
    await deliver(gateway.url, "voice/x", lost);
    const [{ cursor: keptCursor }, { cursor: lostCursor }] = [await next(reader), await next(reader)];

    // What the other file has would do as well: SQLite begins with it.
    rmSync(`${file}-wal`);
    replace(file, GARBAGE);
    await expectRefusal(gateway, /damaged/);
    for (const [name, content] of backup.toReversed()) replace(name, content);
    await expectHealed(gateway);

    expect(await next(reader)).toMatchObject({ type: "GAP", reason: "LOG_REPLACED", cursor: keptCursor });
    const healed = await next(reader);
    expect(healed.type).toBe("DTMF");
    for (const [after, first] of [
      [keptCursor, { cursor: healed.cursor }],
      [lostCursor, { type: "GAP", reason: "LOG_REPLACED" }],
    ] as const) {
      const resumed = await subscribeWebSocket(gateway.url, DIGITS, { after });
      expect(await next(resumed)).toMatchObject(first);
      await resumed.close();
    }
    await reader.close();
  });

  /** Writes over a part of a file that somebody has open. */
  function overwrite(file: string, content: Buffer, position: number) {
    const opened = openSync(file, "r+");
    writeSync(opened, content, 0, content.length, position);
    closeSync(opened);
  }
  /** How a subscription ends. */
  async function endOf(reader: Reader): Promise<string> {
    try {
      while (await reader.next());
      return "complete";
    } catch (error) {
      return error instanceof Error ? error.message : JSON.stringify(error);
    }
  }

  test("a log that is damaged in one place: callbacks are taken, /readyz says why, who reads there is told, and all heals when it is mended or replaced", async () => {
    const folder = temporaryFolder();
    const before = await startedUnready({}, folder);
    // The first thousand is in the index of places, which is filled behind the events.
    const callbacks = Array.from({ length: 1_200 }, (_, n) =>
      voiceEvent("dtmf", { digit: `old ${n}`, callId: `c-${n}`, tag: "x".repeat(1_000) }),
    );
    for (let n = 0; n < 1_200; n += 100) await deliver(before.url, "voice/x", callbacks.slice(n, n + 100));
    // Brings all into the one file.
    await before.end("SIGTERM");
    const file = join(folder.path, "gateway.sqlite");
    const whole = readFileSync(file);
    const [pageBytes, inside] = [16_384, whole.indexOf('"old 200"')];
    const page = inside - (inside % pageBytes);
    const damage = () => overwrite(file, Buffer.alloc(pageBytes, 0xff), page);
    damage();

    const gateway = await startedUnready({ LOG_LEVEL: "warn" }, folder);
    const live = await subscribeWebSocket(gateway.url, DIGITS);
    const readers = [subscribeWebSocket, subscribeSse].map((subscribe) =>
      subscribe(gateway.url, DIGITS, { after: "0" }),
    );
    const TOLD = /The event log is damaged\..*EVENT_LOG_UNAVAILABLE/;
    const OLD = '{ events(filter: { callId: "c-200" }) { edges { node { ... on DtmfEvent { digit } } } } }';
    for (let time = 0; time < 2; time++) {
      expect(JSON.stringify(await post(gateway.url, OLD))).toMatch(TOLD);
      // What was found within the last second is told again.
      await until(async () => (await readiness(gateway)).reason !== undefined);
      expect(await readiness(gateway)).toEqual({ status: 200, reason: "The event log is damaged." });
      // Whatever has to be compared with what is there, and what is written with it.
      const digits = ["late", "new"].map((what) => `${what} ${time}`);
      const [late, fresh] = digits.map((digit) => voiceEvent("dtmf", { digit, callId: "c-200" }));
      const early = { ...late, eventTime: "2026-11-21T08:00:00.000Z" };
      expect((await deliver(gateway.url, "voice/x", [early, fresh])).status).toBe(204);
      for (const digit of digits) expect(await next(live)).toMatchObject({ digit });
    }
    expect((await deliver(gateway.url, "voice/x", callbacks[200])).status).toBe(204);
    expect(await next(live)).toMatchObject({ digit: "old 200" });
    for (const reader of readers) expect(await endOf(await reader)).toMatch(TOLD);
    expect(gateway.output().match(/cannot be used by an operation/g)).toHaveLength(1);

    const waiting = await subscribeSse(gateway.url, DIGITS, { after: "0" });
    expect(await next(waiting)).toMatchObject({ digit: "old 0" });
    overwrite(file, whole.subarray(page, page + pageBytes), page);
    await until(async () => (await readiness(gateway)).reason === undefined);
    for (let n = 1; n < 1_200; n++) expect(await next(waiting)).toMatchObject({ digit: `old ${n}` });
    await waiting.close();

    await gateway.end("SIGTERM");
    damage();
    const again = await startedUnready({}, folder);
    expect(JSON.stringify(await post(again.url, OLD))).toMatch(TOLD);
    for (const name of [file, `${file}-wal`]) renameSync(name, `${name}.away`);
    replace(file, whole);
    await until(async () => (await post(again.url, OLD)).errors === undefined);
    expect(await readiness(again)).toEqual({ status: 200 });
  });

  test("a file that is damaged when the gateway starts does not stop it, and it heals when that is away", async () => {
    const folder = temporaryFolder();
    const file = join(folder.path, "gateway.sqlite");
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(file, GARBAGE);
    const gateway = await startedUnready({}, folder);
    await expectRefusal(gateway, /damaged/);
    rmSync(file);
    await expectHealed(gateway);
  });

  test("a disk that hangs is not waited for by /readyz, which says so", async () => {
    const folder = temporaryFolder();
    await (await startedUnready({}, folder)).end("SIGTERM");
    const database = new DatabaseSync(join(folder.path, "gateway.sqlite"));
    // Once there is an event a trial does not end.
    database.exec(`CREATE TRIGGER hangs BEFORE INSERT ON trial WHEN EXISTS (SELECT 1 FROM events) BEGIN
      SELECT count(*) FROM (WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers) SELECT n FROM numbers);
    END`);
    database.close();
    const gateway = await startedUnready({}, folder);
    expect((await deliver(gateway.url, "voice/x", callback())).status).toBe(204);
    let told: Awaited<ReturnType<typeof readiness>> | undefined;
    // What was found within the last second is told again.
    await until(async () => {
      told = await readiness(gateway);
      return told.status === 503;
    });
    expect(told?.reason).toBe("The disk of the event log does not answer.");
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
  });

  test("a file that can only be read when the gateway starts does not stop it: it says so, and heals when the file can be written", async () => {
    const folder = temporaryFolder();
    await (await startedUnready({}, folder)).end("SIGTERM");
    const file = join(folder.path, "gateway.sqlite");
    chmodSync(file, 0o444);
    // Root may write whatever a mode says, unless that is taken from it.
    const wrapper = process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-all"] : [];
    const gateway = await startedUnready({}, folder, wrapper);
    await expectRefusal(gateway, /^The event log can only be read, not written\.$/);
    chmodSync(file, 0o600);
    await expectHealed(gateway);
  });

  test("a disk that is full when the gateway starts does not stop it, and it heals when there is room", async () => {
    const gateway = await startedUnready({}, temporaryFolder(), ["prlimit", "--fsize=8192:unlimited"]);
    await expectRefusal(gateway, /disk/);
    limitFiles(gateway, "unlimited");
    await expectHealed(gateway);
  });
});

describe("Redis", () => {
  async function withRedis(options?: Parameters<typeof startRedis>[0]) {
    const redis = await startRedis(options);
    cleanUps.push(redis.stop);
    return { redis, gateway: await started({ REDIS_URL: redis.url }) };
  }
  const EVENTS = "{ events { edges { cursor } } }";

  test("down and up again: 503 with a reason, then it heals; a subscriber that waited gets what came after", async () => {
    const { redis, gateway } = await withRedis();
    const reader = await subscribeWebSocket(gateway.url, DIGITS);
    await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { digit: "before" }));
    expect(await next(reader)).toMatchObject({ digit: "before" });
    await redis.end("SIGKILL");
    await expectRefusal(gateway, /Redis cannot be reached/);
    // Of what Bandwidth does not know nobody can tell whether the log does.
    const NOT_FOUND = { status: 404, body: { type: "validation", description: "not found" } };
    for (const route of ["GET /calls/x", "GET /conferences/x"]) gateway.upstream.answer(route, NOT_FOUND);
    const unknown = ['{ call(callId: "x") { state } }', '{ conference(conferenceId: "x") { name } }'];
    for (const document of [EVENTS, ...unknown]) {
      expect((await post(gateway.url, document)).errors).toMatchObject([
        { extensions: { code: "EVENT_LOG_UNAVAILABLE" } },
      ]);
    }
    await redis.start();
    await until(async () => (await readiness(gateway)).status === 200);
    await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { digit: "after" }));
    expect(await next(reader)).toMatchObject({ digit: "after" });
    await expectHealed(gateway);
    await reader.close();
  });

  test("away, or full, while Bandwidth answers: the outcome is not lost", async () => {
    const { redis, gateway } = await withRedis();
    const other = () => started({ REDIS_URL: redis.url });
    await expectOutcomesKept(gateway, { leave: () => redis.end("SIGKILL"), comeBack: redis.start, other });
    await redis.command("FLUSHALL");
    gateway.upstream.reset();
    await expectOutcomesKept(gateway, {
      leave: () => redis.command("CONFIG", "SET", "maxmemory", "1"),
      comeBack: () => redis.command("CONFIG", "SET", "maxmemory", "0"),
      other,
    });
  });

  test("that carries out too late what it was asked for burns no idempotency key: nothing was sent, and a repeat sends it", async () => {
    const { redis, gateway } = await withRedis();
    const other = await started({ REDIS_URL: redis.url });
    const create = (idempotencyKey: string, { url }: Started) =>
      post(url, CREATE, { input: { to: FAR_NUMBER, from: OWN_NUMBER, idempotencyKey } });
    redis.signal("SIGSTOP");
    for (const { errors } of await Promise.all([create("here", gateway), create("there", gateway)]))
      expect(errors).toMatchObject([{ extensions: { code: "EVENT_LOG_UNAVAILABLE" } }]);
    redis.signal("SIGCONT");
    for (const [key, at] of [
      ["here", gateway],
      ["there", other],
    ] as const)
      expect(await create(key, at)).toMatchObject({ data: { createCall: { call: { callId: "c-1" } } } });
    expect(gateway.upstream.asked()).toEqual(["POST /calls"]);
    expect(other.upstream.asked()).toEqual(["POST /calls"]);
  });

  test("down at the start: the gateway starts, is not ready, takes no subscription, and heals", async () => {
    const redis = await startRedis();
    cleanUps.push(redis.stop);
    await redis.end("SIGKILL");
    const gateway = await startedUnready({ REDIS_URL: redis.url });
    await expectRefusal(gateway, /^Redis cannot be reached\.$/);
    // Other gateways may reach Redis first: what they add then could not be told from what was there before.
    for (const subscribe of [subscribeSse, subscribeWebSocket]) {
      for (const document of [DIGITS, `subscription { call(callId: "c-1") { state } }`]) {
        const refused = await subscribe(gateway.url, document);
        await expect(refused.next()).rejects.toThrow("EVENT_LOG_UNAVAILABLE");
        await refused.close();
      }
    }
    await redis.start();
    await expectHealed(gateway);
  });

  test("that hangs is not waited for, and heals", async () => {
    const { redis, gateway } = await withRedis();
    redis.signal("SIGSTOP");
    await expectRefusal(gateway, /Redis/);
    redis.signal("SIGCONT");
    await expectHealed(gateway);
  });

  test("without memory, or read-only, takes nothing and says so", async () => {
    const { redis, gateway } = await withRedis();
    await redis.command("CONFIG", "SET", "maxmemory", "1");
    await expectRefusal(gateway, /memory/);
    await redis.command("CONFIG", "SET", "maxmemory", "0");
    await expectHealed(gateway);
    await redis.command("REPLICAOF", "localhost", "1");
    await expectRefusal(gateway, /replica/);
    await redis.command("REPLICAOF", "NO", "ONE");
    await expectHealed(gateway);
  });

  test("behind an address that moves with the master: a planned failover heals by itself, though the old master lives on", async () => {
    const masters = [await startRedis(), await startRedis()] as const;
    cleanUps.push(...masters.map(({ stop }) => stop));
    const [before, after] = masters;
    let leadsTo = before.port;
    const connections: Socket[] = [];
    const address = createServer((client) => {
      const server = connect(leadsTo, "127.0.0.1");
      for (const socket of [client, server]) socket.on("error", () => undefined);
      client.pipe(server).pipe(client);
      connections.push(client);
    });
    const port = await freePort();
    await new Promise<void>((resolve) => address.listen(port, "localhost", resolve));
    cleanUps.push(() => {
      for (const socket of connections) socket.destroy();
      address.close();
    });
    await before.command("CONFIG", "SET", "repl-diskless-sync-delay", "0");
    await after.command("REPLICAOF", "127.0.0.1", String(before.port));
    const gateway = await started({ REDIS_URL: `redis://localhost:${port}` });
    const reader = await subscribeWebSocket(gateway.url, DIGITS);
    const digit = (digit: string) => deliver(gateway.url, "voice/x", voiceEvent("dtmf", { digit }));
    await digit("before");
    // Both have all, for WAIT counts those who have.
    await until(async () => (await before.command("WAIT", "1", "100")) === 1);
    await after.command("REPLICAOF", "NO", "ONE");
    await before.command("REPLICAOF", "127.0.0.1", String(after.port));
    await expectRefusal(gateway, /replica/);
    leadsTo = after.port;
    await expectHealed(gateway);
    await digit("after");
    expect(await next(reader)).toMatchObject({ digit: "before" });
    await next(reader);
    expect(await next(reader)).toMatchObject({ digit: "after" });
    await reader.close();
  });

  test("that comes back with less than it had is another log: told by a GapEvent, never by a cursor that means another event", async () => {
    const { redis, gateway } = await withRedis({ appendOnly: false });
    const read = async (after?: string) =>
      (
        (
          await query(
            gateway.url,
            "query ($after: String) { events(after: $after) { edges { node { cursor type ... on DtmfEvent { digit } ... on GapEvent { reason } } } } }",
            { after },
          )
        )["events"] as { edges: { node: Event }[] }
      ).edges.map(({ node }) => node);
    const digit = (digit: string) => deliver(gateway.url, "voice/x", voiceEvent("dtmf", { digit }));
    const live = await subscribeWebSocket(gateway.url, DIGITS);
    await digit("kept");
    await redis.command("SAVE");
    await digit("lost");
    expect([await next(live), await next(live)]).toMatchObject([{ digit: "kept" }, { digit: "lost" }]);
    const [kept, lost] = await read();
    await redis.end("SIGKILL");
    await redis.start();
    await until(async () => (await readiness(gateway)).status === 200);
    await digit("new");
    expect(await next(live)).toMatchObject({ type: "GAP", reason: "LOG_REPLACED", cursor: kept?.cursor });
    expect(await next(live)).toMatchObject({ digit: "new" });
    expect(await read()).toMatchObject([{ digit: "kept" }, { digit: "new" }]);
    expect(await read(kept?.cursor)).toMatchObject([{ digit: "new" }]);
    expect(await read(lost?.cursor)).toMatchObject([
      { type: "GAP", reason: "LOG_REPLACED" },
      { digit: "kept" },
      { digit: "new" },
    ]);
    await live.close();
  });

  test("that is emptied while it runs is another log too", async () => {
    const { redis, gateway } = await withRedis();
    const reader = await subscribeWebSocket(gateway.url, DIGITS);
    await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { digit: "lost" }));
    const lost = await next(reader);
    expect(lost).toMatchObject({ digit: "lost" });
    await redis.command("FLUSHALL");
    await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { digit: "new" }));
    expect(await next(reader)).toMatchObject({ type: "GAP", reason: "LOG_REPLACED" });
    expect(await next(reader)).toMatchObject({ digit: "new" });
    const resumed = await subscribeWebSocket(gateway.url, DIGITS, { after: lost.cursor });
    expect([await next(resumed), await next(resumed)]).toMatchObject([
      { type: "GAP", reason: "LOG_REPLACED" },
      { digit: "new" },
    ]);
    await reader.close();
    await resumed.close();
  });

  test("with a password needs it, and never tells it", async () => {
    const { gateway, redis } = await withRedis({ password: "hush-hush" });
    expect((await deliver(gateway.url, "voice/x", callback())).status).toBe(204);
    const wrongPassword = new URL(redis.url);
    wrongPassword.password = "wrong-hush";
    const folder = temporaryFolder();
    const port = await freePort();
    const refused = run("node", ["src/main.ts"], {
      ...gatewayEnvironment({ port, upstreamUrl: "http://localhost:1", dataDir: folder.path }),
      REDIS_URL: wrongPassword.href,
      LOG_LEVEL: "trace",
    });
    cleanUps.push(folder.remove, () => refused.end("SIGKILL"));
    const url = `http://localhost:${port}`;
    await until(async () => (await fetch(`${url}/healthz`).catch(() => undefined))?.ok === true);
    expect(await readiness({ url })).toEqual({
      status: 503,
      reason: "Redis refuses the credentials in REDIS_URL.",
    });
    const response = await deliver(url, "voice/x", callback());
    expect(response.status).toBe(503);
    expect(`${await response.text()}${refused.output()}`).not.toContain("hush");
  });
});
