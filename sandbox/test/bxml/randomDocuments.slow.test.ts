import fc from "fast-check";
import { expect, test } from "vitest";
import { EVENT_TYPES } from "../../callbackFaults.ts";
import { createWorld } from "../world.ts";
import { callDocument, conferenceDocument, transferAnswerDocument } from "./randomDocuments.ts";

const DOCUMENTS = 2000;
/** Calls of one round run side by side, and bridge, transfer and confer with one another. */
const ROUND = 20;
/** As many replies does a call get that ask for another one; then it gets an empty document. */
const MOST_REPLIES = 6;

/** What the documents bring about, all of it. */
const EXPECTED_EVENTS = EVENT_TYPES.filter(
  (type) =>
    !/^(message-|machineDetection|conferenceRedirect|realTimeTranscription(?!Available)|mediaStream(?!Rejected))/.test(
      type,
    ),
);

interface Call {
  callId: string;
  parentCallId: string | null;
  state: string;
  disconnectCause: string | null;
  errorMessage: string | null;
}

test("2,000 random documents run to an end without an internal error, and every call ends exactly once", async () => {
  const documents = fc.sample(callDocument, { numRuns: DOCUMENTS, seed: 1 });
  const whispers = fc.sample(transferAnswerDocument, { numRuns: DOCUMENTS, seed: 2 });
  const announcements = fc.sample(conferenceDocument, { numRuns: DOCUMENTS, seed: 3 });
  const keys = fc.sample(fc.stringMatching(/^[0-9*#]{1,4}$/), { numRuns: DOCUMENTS, seed: 4 });

  let given = 0;
  const seen = new Set<string | undefined>();
  for (let round = 0; given < documents.length; round += 1) {
    const world = await createWorld({
      SANDBOX_CALLS_PER_SECOND: "100",
      SANDBOX_SEED: String(round),
    });
    const { receiver } = world;
    const calls = async (): Promise<Call[]> =>
      (await world.send("GET", `${world.paths.calls}?pageSize=1000`)).body;
    const callIds: string[] = [];
    const replies = new Map<string, number>();
    const documentFor = (callId = "") => {
      const count = replies.get(callId) ?? 0;
      replies.set(callId, count + 1);
      const next = count < MOST_REPLIES ? documents[given++] : undefined;
      return (next ?? "<Response/>").replaceAll(
        "{another call}",
        callIds[(given * 7) % callIds.length] ?? "c-1",
      );
    };
    const whisper = () => whispers[given % whispers.length];
    // What a leg of a Transfer asks for may still be part of the reply to transferAnswer.
    receiver.on("/next", ({ body }, response) =>
      response.end(body.parentCallId === undefined ? documentFor(body.callId) : whisper()),
    );
    receiver.on("/callbacks/voice/initiate", ({ body }, response) => response.end(documentFor(body.callId)));
    receiver.on("/whisper", (_, response) => response.end(whisper()));
    receiver.on("/conference", (_, response) => response.end(announcements[given % announcements.length]));

    for (let index = 0; index < ROUND; index += 1) {
      if (index % 2 === 0) {
        callIds.push(await world.dial({ answerUrl: `${receiver.url}/next`, to: "+19195550100" }));
      } else {
        const { body } = await world.send("POST", "/_sandbox/inbound-calls", { from: "+15551112222" });
        callIds.push(body.callId);
      }
    }
    // The far parties press keys and speak, and after a while whoever is still there hangs up.
    for (let step = 0; step < 12; step += 1) {
      await world.advance(7);
      for (const { callId, state } of await calls()) {
        if (state !== "answered") continue;
        await world.act(callId, "digits", { digits: keys[(step * 31 + given) % keys.length] });
        if (step % 3 === 0) await world.act(callId, "speak", { text: "Is anybody there?" });
      }
    }
    await world.advance(3600);
    for (;;) {
      const left = (await calls()).filter(({ state }) => state !== "disconnected");
      if (left.length === 0) break;
      for (const { callId } of left) await world.act(callId, "hangup");
      await world.advance(60);
    }

    const all = (await calls()).filter(({ callId }) => callIds.includes(callId) || replies.has(callId));
    expect(all.map(({ disconnectCause }) => disconnectCause)).not.toContain(null);
    expect(all.filter(({ disconnectCause }) => disconnectCause === "invalid-bxml")).toEqual([]);
    expect(all.filter(({ errorMessage }) => errorMessage === "The sandbox failed")).toEqual([]);
    for (const callId of callIds) {
      const ends = receiver.events("disconnect").filter((event) => event.callId === callId);
      expect(ends, callId).toHaveLength(1);
    }
    for (const type of receiver.types()) seen.add(type);
    // Fails for whatever was an internal error.
    await world.stop();
  }
  expect([...seen].sort()).toEqual([...EXPECTED_EVENTS].sort());
}, 600_000);
