import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventConnection } from "../../src/resolvers/EventConnection.ts";
import { decodeCursor } from "../../src/subscriptions/cursor.ts";
import { readDeliveries } from "../../src/subscriptions/deliveries.ts";
import { familyOf, KNOWN_TYPES, type LogEntry, type NewEvent } from "../../src/subscriptions/event.ts";
import { type EventFilter, matches } from "../../src/subscriptions/eventFilter.ts";
import { resume } from "../../src/subscriptions/resume.ts";
import { type EventLog, isLast, type OpenItem, type Store } from "../../src/subscriptions/store.ts";
import { DAY_MS, ENGINES, newEvent, type Place } from "../support/stores.ts";

const HOUR_MS = 3600_000;
const BEYOND = { run: "zzzzzzzz", seq: 1 };

describe.each(ENGINES)("%s", (name, start) => {
  let engine: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.stop());

  /** A store of a log of its own, for as long as `use` takes. */
  async function withStore(use: (store: Store, place: Place) => Promise<void>, place = engine.place()) {
    const store = await place.open();
    try {
      await use(store, place);
    } finally {
      await store.close();
      place.remove();
    }
  }
  const idsOf = (entries: readonly LogEntry[]) => entries.map(({ id }) => id);
  const placeOf = ({ cursor }: LogEntry) => decodeCursor(cursor) ?? BEYOND;

  test("of what is appended, followers hear all that is new, in the order of the log", () =>
    withStore(async ({ log }) => {
      const heard: string[] = [];
      const events = Array.from({ length: 30 }, () => newEvent());
      const all = new Promise<void>((resolve) => {
        log.follow((entries) => {
          heard.push(...idsOf(entries));
          if (heard.length === events.length) resolve();
        });
      });
      await Promise.all(events.map((event) => log.append([event, event])));
      await all;
      expect(heard).toEqual(idsOf(await log.read({}, 0, 100)));
      expect(new Set(heard)).toEqual(new Set(events.map(({ id }) => id)));
      expect(log.last()).toBe((await log.read({}, 0, 100)).at(-1)?.seq);
    }));

  test("an event that comes again is counted, and the first is kept; what differs is never merged", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat({ max: 8 }), { maxLength: 6 }), { maxLength: 6 }),
        (deliveries) =>
          withStore(async ({ log }) => {
            const appended: NewEvent[] = [];
            const results = await Promise.all(
              deliveries.map((delivery, index) => {
                const events = delivery.map((id, element) =>
                  newEvent({ id: `same-${id}`, payload: JSON.stringify({ index, element }) }),
                );
                appended.push(...events);
                return log.append(events);
              }),
            );
            const first = [...Map.groupBy(appended, ({ id }) => id).values()].map(([event]) => event);
            const entries = await log.read({}, 0, 100);
            expect(entries).toMatchObject(first);
            expect(results.flat()).toEqual(entries);
            for (const { id } of entries) {
              const times = appended.filter((event) => event.id === id).length;
              expect(await log.duplicatesOf(id)).toBe(times - 1);
            }
            expect(await log.duplicatesOf("never seen")).toBe(0);
          }),
      ),
      { numRuns: 25 },
    ));

  test("every field of an event comes back as it was", () =>
    withStore(async ({ log }) => {
      const events = [
        newEvent(),
        newEvent({
          family: "messaging",
          type: "message-failed",
          rawType: "message-failed",
          time: 1_763_715_600_123,
          source: "RECONCILED",
          keys: {
            callId: "c",
            conferenceId: "f",
            messageId: "m",
            applicationId: "a",
            numbers: ["+1", "sip:ü@x"],
          },
          payload: '{"text":"\u{1F600}\\u0000\\"\\n"}',
        }),
      ];
      const added = await log.append(events);
      expect(added).toMatchObject(events);
      expect(await log.read({}, 0, 10)).toEqual(added);
    }));

  test("late is what comes after a later event that tells where the same call, conference, member or receipt stands", () =>
    withStore(async ({ log }) => {
      const late = async (
        type: NewEvent["type"],
        time: number | undefined,
        keys: Partial<NewEvent["keys"]>,
        payload = {},
      ) => (await log.append([newEvent({ type, time, keys, payload: JSON.stringify(payload) })]))[0]?.late;
      expect(await late("answer", 1000, { callId: "1" })).toBe(false);
      expect(await late("disconnect", 3000, { callId: "1" })).toBe(false);
      expect(await late("recordingAvailable", 2000, { callId: "1" })).toBe(true);
      expect(await late("gather", 2000, { callId: "1" })).toBe(true);
      expect(await late("disconnect", 3000, { callId: "1" })).toBe(false);
      expect(await late("gather", undefined, { callId: "1" })).toBe(false);
      const member = (callId: string) => ({ callId, conferenceId: "f" });
      expect(await late("conferenceMemberExit", 5000, member("2"))).toBe(false);
      expect(await late("conferenceMemberJoin", 4000, member("2"))).toBe(true);
      expect(await late("conferenceMemberJoin", 4000, member("3"))).toBe(false);
      expect(await late("conferenceCompleted", 4500, { conferenceId: "f" })).toBe(false);
      expect(await late("conferenceMemberExit", 4400, member("3"))).toBe(true);
      expect(await late("conferenceCreated", 3900, { conferenceId: "f" })).toBe(true);
      expect(await late("conferenceRecordingAvailable", 4400, { conferenceId: "f" })).toBe(true);
      expect(await late("message-delivered", 5000, { messageId: "1" }, { to: "+1" })).toBe(false);
      expect(await late("message-sending", 4000, { messageId: "1" }, { to: "+1" })).toBe(true);
      expect(await late("message-delivered", 4000, { messageId: "1" }, { to: "+2" })).toBe(false);
      const both = [9, 8].map((time) => newEvent({ type: "message-sent", time, keys: { messageId: "m" } }));
      expect((await log.append(both)).map(({ late }) => late)).toEqual([false, true]);
    }));

  test("an end is no news of the past for a recording that was told before it, nor an exit for the end of the call", () =>
    withStore(async ({ log }) => {
      const late = async (type: NewEvent["type"], time: number, keys: Partial<NewEvent["keys"]>) =>
        (await log.append([newEvent({ type, time, keys })]))[0]?.late;
      expect(await late("recordingAvailable", 9000, { callId: "c-1" })).toBe(false);
      expect(await late("disconnect", 8000, { callId: "c-1" })).toBe(false);
      expect(await late("conferenceMemberExit", 7000, { callId: "c-1", conferenceId: "f" })).toBe(false);
      expect(await late("disconnect", 6000, { callId: "c-1" })).toBe(true);
    }));

  test("a filter gives what a look at every event would, from any place and up to any limit", () => {
    // What an index may take for one: letters of another size, several words, no word at all, a word that means something to it.
    const odd = ["", "C1", "c1 x", "c1\0x", 'c"1', "é", " ", "type/dtmf", "x type/dtmf", "c1*", "NOT"];
    const few = (prefix: string) =>
      fc.option(
        fc.oneof(
          { weight: 3, arbitrary: fc.nat({ max: 2 }).map((n) => `${prefix}${n}`) },
          { weight: 1, arbitrary: fc.constantFrom(...odd) },
        ),
        { nil: undefined },
      );
    const number = fc.oneof(fc.constantFrom("+1", "+2", ""), fc.constantFrom(...odd));
    const type = fc.constantFrom(...KNOWN_TYPES.slice(0, 2), ...KNOWN_TYPES.slice(-2), "unknown" as const);
    const keys = { callId: few("c"), conferenceId: few("f"), messageId: few("m"), applicationId: few("a") };
    const event = fc
      .record({
        type,
        family: fc.constantFrom("voice" as const, "messaging" as const),
        keys: fc.record({
          ...keys,
          numbers: fc.uniqueArray(number, { maxLength: 3 }),
        }),
      })
      .map(({ type, family, keys }) =>
        newEvent({ type, family: type === "unknown" ? family : familyOf(type), keys }),
      );
    const seldom = <T>(value: fc.Arbitrary<T>) =>
      fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
    const filter = fc.record(
      {
        callId: seldom(keys.callId),
        conferenceId: seldom(keys.conferenceId),
        messageId: seldom(keys.messageId),
        applicationId: keys.applicationId,
        family: fc.constantFrom("voice" as const, "messaging" as const),
        number: fc.oneof(number, fc.constant("+3")),
        types: fc.array(type, { maxLength: 3 }),
      },
      { requiredKeys: [] },
    );
    return fc.assert(
      fc.asyncProperty(
        // fast-check keeps to ten or so where it is not told otherwise.
        fc.array(event, { minLength: 20, maxLength: 60, size: "max" }),
        fc.array(fc.tuple(filter, fc.nat({ max: 60 }), fc.integer({ min: 1, max: 30 })), {
          minLength: 20,
          maxLength: 40,
          size: "max",
        }),
        (events, questions) =>
          withStore(async ({ log }) => {
            // Engines keep what is old and what is new in their own ways.
            const old = events.splice(0, events.length / 2);
            const others = Array.from({ length: 1000 }, () => newEvent({ keys: { callId: "c0" } }));
            const added = await log.append([...old, ...others]);
            added.push(...(await log.append(events)));
            for (const [wanted, nth, limit] of questions) {
              const place = nth < old.length ? nth : nth + others.length;
              const after = added[place]?.seq ?? 0;
              const expected = added.filter(
                (entry) => entry.seq > after && matches(wanted as EventFilter, entry),
              );
              expect(await log.read(wanted as EventFilter, after, limit)).toEqual(expected.slice(0, limit));
            }
          }),
      ),
      { numRuns: 15 },
    );
  });

  test("a read ends with so many bytes, and reads that go on where the one before ended give all, once and in order", () => {
    const sizes = fc.array(fc.constantFrom(0, 10, 400), { minLength: 1, maxLength: 130 });
    const room = fc.integer({ min: 1, max: 2_000 });
    const read = fc.record({ sizes, room, limit: fc.integer({ min: 1, max: 140 }), filtered: fc.boolean() });
    return fc.assert(
      fc.asyncProperty(read, ({ sizes, room, limit, filtered }) =>
        withStore(async ({ log }) => {
          const added = await log.append(
            sizes.map((size) =>
              newEvent({ keys: { callId: "c-1" }, payload: JSON.stringify("x".repeat(size)) }),
            ),
          );
          const filter = filtered ? { callId: "c-1" } : {};
          const all: LogEntry[] = [];
          for (let seq = 0; ; ) {
            const page = await log.read(filter, seq, limit, room);
            const bytes = page.slice(0, -1).reduce((sum, { payload }) => sum + payload.length, 0);
            expect(bytes).toBeLessThan(room);
            expect(page.length).toBeLessThanOrEqual(limit);
            all.push(...page);
            if (isLast(page, limit, room)) break;
            seq = page.at(-1)?.seq ?? seq;
          }
          expect(idsOf(all)).toEqual(idsOf(added));
        }),
      ),
      { numRuns: 15 },
    );
  });

  test("a filter that lets few of its index through reads on to the end", () =>
    withStore(async ({ log }) => {
      const of = (applicationId: string) => newEvent({ keys: { applicationId, numbers: ["+1"] } });
      // Also at the seams of what is read at once.
      const events = Array.from({ length: 1_500 }, (_, n) =>
        of([99, 100, 101, 1_499].includes(n) ? "rare" : "usual"),
      );
      await log.append(events);
      const rare = events.filter(({ keys }) => keys.applicationId === "rare");
      expect(idsOf(await log.read({ number: "+1", applicationId: "rare" }, 0, 5))).toEqual(
        rare.map(({ id }) => id),
      );
    }));

  test("a cursor is the same before and after a restart, and known as long as its log is", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 4 }), async (counts) => {
        const place = engine.place();
        const cursors: LogEntry[] = [];
        for (const count of counts) {
          const store = await place.open();
          cursors.push(...(await store.log.append(Array.from({ length: count }, () => newEvent()))));
          await store.close();
        }
        await withStore(async ({ log }) => {
          expect(await log.read({}, 0, 100)).toEqual(cursors);
          const { knows, trimmed } = await log.reach();
          expect(trimmed).toBe(0);
          for (const entry of cursors) {
            expect(log.cursorOf(entry.seq)).toBe(entry.cursor);
            expect(knows(placeOf(entry))).toBe(true);
            expect(knows({ ...placeOf(entry), seq: (cursors.at(-1)?.seq ?? 0) + 1 })).toBe(false);
          }
          expect(knows(BEYOND)).toBe(false);
        }, place);
      }),
      { numRuns: 5 },
    ));

  test("events are given up when they are too old, a batch at a time, and those that come later go on", () =>
    withStore(async (store, { clock }) => {
      const { log } = store;
      const old = Array.from({ length: 2_100 }, () =>
        newEvent({
          receivedAt: clock.now,
          time: 1,
          keys: { callId: "c-1", numbers: ["+1"], applicationId: "a" },
        }),
      );
      const added = await log.append(old);
      clock.now += 8 * DAY_MS;
      const young = newEvent({
        receivedAt: clock.now,
        keys: { callId: "c-1", numbers: ["+1"], applicationId: "a" },
      });
      await log.append([young]);
      let batches = 0;
      while (await store.trim()) batches += 1;
      expect(batches).toBeGreaterThan(1);
      const { trimmed, knows } = await log.reach();
      expect(trimmed).toBe(added.at(-1)?.seq);
      expect(added[0] && knows(placeOf(added[0]))).toBe(true);
      for (const filter of [
        {},
        { callId: "c-1" },
        { number: "+1" },
        { applicationId: "a" },
        { types: ["dtmf" as const] },
      ]) {
        expect(idsOf(await log.read(filter, 0, 10))).toEqual([young.id]);
      }
      expect((await log.append([newEvent()]))[0]?.seq).toBeGreaterThan(trimmed);
    }));

  test("events that are given up between the looks that a page of them takes are told with a gap", () =>
    withStore(async (store, { clock }) => {
      const add = (count: number) =>
        store.log.append(Array.from({ length: count }, () => newEvent({ receivedAt: clock.now })));
      const old = await add(3);
      clock.now += 4 * DAY_MS;
      const young = await add(2);
      const later = clock.now + 4 * DAY_MS;
      const log: EventLog = {
        ...store.log,
        async read(...question) {
          clock.now = later;
          while (await store.trim());
          return store.log.read(...question);
        },
      };
      const context = { log, now: () => new Date(clock.now), nodes: { left: 100 } };
      const [after = "", toCursor] = [old[0]?.cursor, old[2]?.cursor];
      const { edges, pageInfo } = await eventConnection(context, {}, { first: 2, after });
      expect(edges).toMatchObject([
        { node: { type: "gap", reason: "RETENTION", fromCursor: after, toCursor } },
        { node: { id: young[0]?.id } },
      ]);
      expect(pageInfo.hasNextPage).toBe(true);
    }));

  test("the log is kept to its size, and a repeated callback is told for 25 hours though its event was given up", async () => {
    const place = engine.place();
    const store = await place.open({ bytes: 10_000 });
    const { log } = store;
    const events = Array.from({ length: 30 }, () =>
      newEvent({ receivedAt: place.clock.now, payload: JSON.stringify("x".repeat(998)) }),
    );
    await log.append(events);
    while (await store.trim());
    expect(idsOf(await log.read({}, 0, 100))).toEqual(events.slice(20).map(({ id }) => id));
    const again = () => log.append(events.slice(0, 1));
    expect(await again()).toEqual([]);
    place.clock.now += 25 * HOUR_MS - 1;
    while (await store.trim());
    expect(await again()).toEqual([]);
    expect(await log.read({}, 0, 100)).toHaveLength(10);
    await store.close();
    // What is left of the size is not forgotten by a restart.
    const later = await place.open({ bytes: 10_000 });
    const next = newEvent({ receivedAt: place.clock.now, payload: JSON.stringify("x".repeat(998)) });
    await later.log.append([next]);
    while (await later.trim());
    expect(idsOf(await later.log.read({}, 0, 100))).toEqual([...events.slice(21), next].map(({ id }) => id));
    await later.close();
    place.remove();
  });

  test("what was given up is told as given up, and what was not is no gap, however often the log was opened since", async () => {
    const place = engine.place();
    const event = () => newEvent({ receivedAt: place.clock.now, payload: JSON.stringify("x".repeat(998)) });
    const added: LogEntry[] = [];
    for (let time = 0; time < 2; time++) {
      const store = await place.open();
      added.push(...(await store.log.append(Array.from({ length: 5 }, event))));
      await store.close();
    }
    /** What a subscriber is told who comes with the cursor of the nth event, once no more than so many are left. */
    async function gapBehind(nth: number, kept: number) {
      const limited = await place.open({ bytes: kept * 1_000 });
      while (await limited.trim());
      await limited.close();
      const store = await place.open();
      const start = await resume(store.log, added[nth - 1]?.cursor ?? "", new Date(0));
      await store.close();
      return start?.gap?.reason;
    }
    expect(await gapBehind(4, 5)).toBe("RETENTION");
    expect(await gapBehind(5, 5)).toBeUndefined();
    expect(await gapBehind(5, 2)).toBe("RETENTION");
    expect(await gapBehind(1, 2)).toBe("RETENTION");
    expect(await gapBehind(8, 2)).toBeUndefined();
    expect(await gapBehind(8, 0)).toBe("RETENTION");
    expect(await gapBehind(10, 0)).toBeUndefined();
    place.remove();
  });

  test("late is told by what the log has: an event that was given up makes none late, one that is left does", async () => {
    const place = engine.place();
    const store = await place.open({ bytes: 3_000 });
    const add = async (callId: string, time: number) => {
      const event = newEvent({
        type: "disconnect",
        time,
        receivedAt: place.clock.now,
        payload: JSON.stringify("x".repeat(998)),
        keys: { callId },
      });
      return (await store.log.append([event]))[0]?.late;
    };
    for (const [callId, time] of [
      ["c-1", 90],
      ["c-2", 70],
      ["c-2", 90],
      ["c-3", 90],
    ] as const)
      expect(await add(callId, time)).toBe(false);
    expect(await add("c-1", 80)).toBe(true);
    // The first two are too many.
    while (await store.trim());
    expect(await store.log.read({}, 0, 10)).toHaveLength(3);
    expect(await add("c-1", 85)).toBe(false);
    expect(await add("c-2", 80)).toBe(true);
    await store.close();
    place.remove();
  });

  test("late is told by the same member and recipient also where the log is all that knows of them", async () => {
    const place = engine.place();
    const lateOf = async (events: NewEvent[]) => {
      const { log, close } = await place.open();
      const added = await log.append(events);
      await close();
      return added.map(({ late }) => late);
    };
    const member = (callId: string, type: NewEvent["type"], time: number) =>
      newEvent({ type, time, keys: { conferenceId: "f", callId } });
    const receipt = (to: string, type: NewEvent["type"], time: number) =>
      newEvent({
        family: "messaging",
        type,
        time,
        keys: { messageId: "m" },
        payload: JSON.stringify({ to }),
      });
    await lateOf([member("2", "conferenceMemberExit", 5000), receipt("+1", "message-delivered", 5000)]);
    expect(
      await lateOf([
        member("2", "conferenceMemberJoin", 4000),
        member("3", "conferenceMemberJoin", 4000),
        receipt("+1", "message-sending", 4000),
        receipt("+2", "message-sending", 4000),
      ]),
    ).toEqual([true, false, true, false]);
    place.remove();
  });

  test("of many who claim an idempotency key at once one gets it; the others are told what comes of it", () =>
    withStore(async ({ idempotencyKeys: keys }) => {
      const attempts = Array.from({ length: 5 }, (_, n) => ({ key: "key", id: `attempt-${n}` }));
      const claims = await Promise.all(attempts.map((attempt) => keys.claim(attempt, "input")));
      expect(claims.filter((claim) => claim === "claimed")).toHaveLength(1);
      const other = claims.find((claim) => claim !== "claimed");
      expect(other).toMatchObject({ input: "input", result: undefined });
      const [first = { key: "", id: "" }] = attempts.filter((_, n) => claims[n] === "claimed");
      await keys.settleByCallback(first.id, '"called"');
      expect(await keys.claim({ key: "key", id: "later" }, "other input")).toMatchObject({
        input: "input",
        result: '"called"',
      });
      await keys.settle(first, '"answered"');
      await keys.settleByCallback(first.id, '"too late"');
      await keys.settleByCallback("nobody's", '"nothing"');
      expect(await keys.claim({ key: "key", id: "later" }, "input")).toEqual({
        input: "input",
        result: '"answered"',
        running: false,
      });
      const second = { key: "second", id: "attempt-5" };
      expect(await keys.claim(second, "input")).toBe("claimed");
      await keys.release(second);
      const third = { key: "second", id: "attempt-6" };
      expect(await keys.claim(third, "another input")).toBe("claimed");
      expect(await keys.refuse(third)).toBeUndefined();
      expect(await keys.claim({ key: "second", id: "attempt-7" }, "one more input")).toBe("claimed");
      expect(await keys.claim({ key: "second", id: "attempt-8" }, "one more input")).toMatchObject({
        input: "one more input",
        result: undefined,
      });
    }));

  test("an idempotency key that a callback has settled, before or after its request is refused, is not free: it has what the callback told", () =>
    withStore(async ({ idempotencyKeys: keys }) => {
      const calledFirst = { key: "called first", id: "attempt-1" };
      const refusedFirst = { key: "refused first", id: "attempt-2" };
      const givenUp = { key: "given up", id: "attempt-3" };
      const attempts = [calledFirst, refusedFirst, givenUp];
      for (const attempt of attempts) await keys.claim(attempt, "input");
      expect(await keys.giveUp(givenUp)).toBeUndefined();
      expect(await keys.refuse(refusedFirst)).toBeUndefined();
      for (const { id } of attempts) await keys.settleByCallback(id, '"called"');
      expect(await keys.refuse(calledFirst)).toBe('"called"');
      expect(await keys.giveUp(givenUp)).toBe('"called"');
      for (const { key } of attempts)
        expect(await keys.claim({ key, id: "later" }, "input")).toEqual({
          input: "input",
          result: '"called"',
          running: false,
        });
    }));

  test("what is said of an attempt that has not got the idempotency key changes nothing", () =>
    withStore(async ({ idempotencyKeys: keys }) => {
      const [before, attempt] = [
        { key: "key", id: "attempt-1" },
        { key: "key", id: "attempt-2" },
      ];
      const tellings = [keys.release, keys.refuse, keys.giveUp];
      for (const tell of tellings) expect(await tell(attempt)).toBeUndefined();
      await keys.claim(before, "input");
      await keys.refuse(before);
      await keys.claim(attempt, "input");
      const claimed = await keys.claim(before, "input");
      expect(claimed).toMatchObject({ result: undefined });
      for (const tell of tellings) expect(await tell(before)).toBeUndefined();
      await keys.settle(before, '"of the attempt before"');
      await keys.settleByCallback(before.id, '"of the attempt before"');
      expect(await keys.claim(before, "input")).toEqual(claimed);
      await keys.settle(attempt, '"answered"');
      for (const tell of tellings) expect(await tell(before)).toBeUndefined();
      expect(await keys.claim(before, "input")).toMatchObject({ result: '"answered"' });
    }));

  test("the control of a call is found by its id, else by the first of the calls that has one, for a day", () =>
    withStore(async ({ callControls }, { clock }) => {
      await callControls.keep([
        { id: "id-1", control: "one" },
        { id: "id-2", control: "two" },
      ]);
      await callControls.bind("c-1", "id-1");
      await callControls.bind("c-2", "id-2");
      expect(await callControls.find("id-2", ["c-1"])).toEqual({ id: "id-2", control: "two" });
      expect(await callControls.find("id-3", ["c-3", "c-2", "c-1"])).toEqual({ id: "id-2", control: "two" });
      expect(await callControls.find(undefined, ["c-1"])).toEqual({ id: "id-1", control: "one" });
      expect(await callControls.find(undefined, [])).toBeUndefined();
      expect(await callControls.find("id-3", ["c-3"])).toBeUndefined();
      await callControls.keep([{ id: "id-1", control: "changed" }]);
      await callControls.bind("c-2", "id-1");
      expect(await callControls.find("id-3", ["c-2"])).toEqual({ id: "id-1", control: "changed" });
      if (name === "Redis") return;
      // Redis has a clock of its own.
      clock.now += DAY_MS + 1;
      await callControls.keep([]);
      await callControls.bind("c-9", "id-9");
      expect(await callControls.find("id-1", ["c-1"])).toBeUndefined();
    }));

  test("call scripts are found by their ids in the order asked for, and listed in their own", () =>
    withStore(async ({ callScripts }) => {
      for (const id of ["b", "c", "a"]) expect(await callScripts.put(id, `first ${id}`)).toBe(true);
      expect(await callScripts.put("b", "second b")).toBe(true);
      expect(await callScripts.find(["c", "x", "b"])).toEqual(["first c", "second b"]);
      expect(await callScripts.list("", 2)).toEqual([
        { id: "a", script: "first a" },
        { id: "b", script: "second b" },
      ]);
      expect(await callScripts.list("b", 2)).toEqual([{ id: "c", script: "first c" }]);
      expect(await callScripts.remove("b")).toBe(true);
      expect(await callScripts.remove("b")).toBe(false);
      expect(await callScripts.find(["b"])).toEqual([]);
      expect((await callScripts.list("", 10)).map(({ id }) => id)).toEqual(["a", "c"]);
    }));

  const answer = (document: string) => ({ source: "SCRIPT" as const, document, answeredAt: 1, afterMs: 2 });

  test("of several answers to an event the first is kept, and goes when its event does", () =>
    withStore(async ({ log, eventAnswers, trim }, { clock }) => {
      await log.append([newEvent({ id: "asks", receivedAt: clock.now })]);
      const settled = await Promise.all(
        ["one", "two", "three"].map((document) => eventAnswers.settle("asks", answer(document))),
      );
      expect(new Set(settled.map(({ document }) => document)).size).toBe(1);
      expect(await eventAnswers.find("asks")).toEqual(settled[0]);
      expect(await eventAnswers.find("other")).toBeUndefined();
      const withoutDocument = { source: "DEFAULT" as const, answeredAt: 1, afterMs: 2 };
      await log.append([newEvent({ id: "conference", receivedAt: clock.now })]);
      await eventAnswers.settle("conference", withoutDocument);
      expect(await eventAnswers.find("conference")).toEqual(withoutDocument);
      clock.now += 8 * DAY_MS;
      await trim();
      expect(await eventAnswers.find("asks")).toBeUndefined();
      expect(await eventAnswers.settle("gone", answer("late"))).toEqual(answer("late"));
    }));

  test("an event that waits is answered once, by one of those who answer in time; all replicas hear of both", () =>
    withStore(async ({ log, eventAnswers }) => {
      const ids = ["waits", "expired", "settled"];
      await log.append(ids.map((id) => newEvent({ id })));
      const heard: unknown[] = [];
      const all = new Promise<void>((resolve) => {
        eventAnswers.follow((change) => {
          heard.push(change);
          if (heard.length === 5) resolve();
        });
      });
      for (const [index, id] of ids.entries()) await eventAnswers.wait(id, Date.now() + 60_000 + index);
      const time = Date.now();
      expect((await eventAnswers.waiting(time)).map(({ eventId }) => eventId).sort()).toEqual(
        [...ids].sort(),
      );
      const [, last] = await eventAnswers.waiting(time);
      expect(last?.until).toBeGreaterThan(time);
      expect(await eventAnswers.answerWaiting("unknown", answer("x"), time)).toBe(false);
      expect(await eventAnswers.answerWaiting("expired", answer("x"), time + 120_000)).toBe(false);
      const won = await Promise.all(
        ["one", "two", "three"].map((each) => eventAnswers.answerWaiting("waits", answer(each), time)),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await eventAnswers.settle("waits", answer("fallback"))).not.toEqual(answer("fallback"));
      expect(await eventAnswers.settle("settled", answer("fallback"))).toEqual(answer("fallback"));
      expect(await eventAnswers.answerWaiting("settled", answer("x"), time)).toBe(false);
      expect((await eventAnswers.waiting(time)).map(({ eventId }) => eventId)).toEqual(["expired"]);
      await eventAnswers.wait("waits", time + 60_000);
      expect(await eventAnswers.waiting(time)).toHaveLength(1);
      await all;
      expect(heard).toEqual(expect.arrayContaining([{ eventId: "waits" }, { eventId: "settled" }]));
    }));

  test("an event that begins to wait again, where it is held anew, does so until the later time", () =>
    withStore(async ({ log, eventAnswers }) => {
      await log.append([newEvent({ id: "again" })]);
      const time = Date.now();
      for (const ms of [10_000, 20_000, 15_000]) await eventAnswers.wait("again", time + ms);
      const [waiting] = await eventAnswers.waiting(time);
      expect(waiting?.until).toBeGreaterThan(time + 19_000);
      expect(await eventAnswers.answerWaiting("again", answer("x"), time + 15_000)).toBe(true);
    }));

  test("10,000 call scripts are kept: one more is refused, another in the place of one is not", () =>
    withStore(async ({ callScripts }) => {
      const ids = Array.from({ length: 10_000 }, (_, index) => `id-${index}`);
      for (let at = 0; at < ids.length; at += 1_000)
        await Promise.all(ids.slice(at, at + 1_000).map((id) => callScripts.put(id, "{}")));
      expect(await callScripts.put("one more", "{}")).toBe(false);
      expect(await callScripts.put("id-7", "second")).toBe(true);
      expect(await callScripts.find(["one more", "id-7"])).toEqual(["second"]);
      await callScripts.remove("id-8");
      expect(await callScripts.put("one more", "{}")).toBe(true);
    }));

  test("callbacks that were refused are listed with the newest first", () =>
    withStore(async ({ rejectedCallbacks }) => {
      const callback = (n: number) => ({
        receivedAt: new Date(n),
        path: "/x",
        reason: `no ${n}`,
        body: "b".repeat(20_000),
      });
      for (let n = 1; n <= 3; n++) await rejectedCallbacks.add(callback(n));
      const listed = await rejectedCallbacks.list(2);
      expect(listed).toMatchObject([{ id: "3", reason: "no 3", receivedAt: new Date(3) }, { id: "2" }]);
      expect(listed[0]?.body).toHaveLength(16 * 1024);
    }));

  test("to find the newest one costs a page of few, however many events there are", () =>
    withStore(async ({ log, rejectedCallbacks }) => {
      await log.append(Array.from({ length: 1_000 }, () => newEvent({ receivedAt: 1 })));
      const asked = { read: 0, duplicatesOf: 0 };
      const counting: typeof log = {
        ...log,
        read(filter, seq, limit) {
          asked.read += limit;
          return log.read(filter, seq, limit);
        },
        duplicatesOf(id) {
          asked.duplicatesOf += 1;
          return log.duplicatesOf(id);
        },
      };
      const any = { callId: undefined, outcome: undefined, from: 0, to: Number.POSITIVE_INFINITY };
      expect(await readDeliveries({ log: counting, rejectedCallbacks }, any, 1)).toHaveLength(1);
      expect(asked).toEqual({ read: 20, duplicatesOf: 20 });
    }));

  test("an event is found by its id as it was added, repeated or not, and what was sent again names its original", () =>
    withStore(async ({ log }) => {
      const original = newEvent({ keys: { callId: "c-1" } });
      const copy = { ...original, id: "copy", replayOf: original.id };
      const added = await log.append([original, newEvent(), copy]);
      await log.append([original, original]);
      expect(await log.find(original.id)).toEqual(added[0]);
      expect(await log.find("copy")).toEqual(added[2]);
      expect((await log.read({ callId: "c-1" }, 0, 10)).map(({ replayOf }) => replayOf)).toEqual([
        undefined,
        original.id,
      ]);
      expect(await log.duplicatesOf(original.id)).toBe(2);
      expect(await log.duplicatesOf("copy")).toBe(0);
      expect(await log.find("nobody's")).toBeUndefined();
    }));

  test("what is open is kept as it was put last, until it is removed, and those due of a kind come first", async () => {
    const place = engine.place();
    const store = await place.open();
    const call = (id: string, nextCheck: number, checks = 0): OpenItem => ({
      kind: "call",
      id,
      recipient: "",
      since: 1,
      checks,
      nextCheck,
    });
    const message: OpenItem = { ...call("m-1", 25), kind: "message", recipient: "+1 2" };
    const other: OpenItem = { ...message, recipient: "+1 3" };
    expect(await store.openItems.readThrough()).toBe(0);
    await store.openItems.change({ put: [call("c-1", 10), call("c-2", 20), message, other], readThrough: 7 });
    await store.openItems.change({ put: [call("c-1", 30, 1)], remove: [other, call("c-9", 0)] });
    expect(await store.openItems.due("call", 9, 10)).toEqual([]);
    expect(await store.openItems.due("call", 29, 10)).toEqual([call("c-2", 20)]);
    expect(await store.openItems.due("call", 30, 1)).toEqual([call("c-2", 20)]);
    // However many of another kind are due before it.
    const calls = Array.from({ length: 2_500 }, (_, index) => call(`many-${index}`, 21));
    await store.openItems.change({ put: calls });
    expect(await store.openItems.due("message", 29, 10)).toEqual([message]);
    expect(await store.openItems.due("call", 29, 1_000)).toHaveLength(1_000);
    await store.openItems.change({ remove: calls });
    await store.close();
    const later = await place.open();
    expect(await later.openItems.readThrough()).toBe(7);
    expect(await later.openItems.due("call", 30, 10)).toEqual([call("c-2", 20), call("c-1", 30, 1)]);
    await later.close();
    place.remove();
  });

  test("of what is open 100,000 are kept, those due first", () =>
    withStore(async ({ openItems }) => {
      const item = (kind: OpenItem["kind"], nextCheck: number, index = 0): OpenItem => ({
        kind,
        id: `${kind}-${nextCheck}-${index}`,
        recipient: "",
        since: 1,
        checks: 0,
        nextCheck,
      });
      await openItems.change({ put: [item("conference", 0)] });
      for (let at = 0; at < 100_000; at += 10_000)
        await openItems.change({
          put: Array.from({ length: 10_000 }, (_, index) =>
            item("call", Math.min(1 + at + index, 90_000), at + index),
          ),
        });
      // Due at the same time as many others.
      await openItems.change({
        put: Array.from({ length: 10 }, (_, index) => item("message", 90_000, index)),
      });
      const kept = (kind: OpenItem["kind"]) => openItems.due(kind, 1e12, 10);
      expect(await kept("conference")).toHaveLength(1);
      expect((await kept("call"))[0]).toEqual(item("call", 1, 0));
      expect(await kept("message")).toHaveLength(0);
    }));

  test("what was accepted is known to who comes after", async () => {
    const place = engine.place();
    const store = await place.open();
    await store.accepted.keep("c-1", "{}");
    expect(await store.accepted.find("c-2")).toBeUndefined();
    await store.close();
    const later = await place.open();
    expect(await later.accepted.find("c-1")).toBe("{}");
    await later.close();
    place.remove();
  });

  test("who holds a lease is given more time when it asks again", () =>
    withStore(async ({ lease }) => {
      expect(await lease("work", 60_000)).toBe(true);
      expect(await lease("work", 60_000)).toBe(true);
      expect(await lease("other work", 60_000)).toBe(true);
    }));

  test("a store that can be written has no fault", () =>
    withStore(async (store) => {
      expect(await store.fault()).toBeUndefined();
    }));
});
