import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCallback } from "../../src/subscriptions/callback.ts";
import { broughtUp, readCall } from "../../src/subscriptions/callLifecycle.ts";
import { readConference } from "../../src/subscriptions/conferenceLifecycle.ts";
import { type LoggedEvent, readEvent } from "../../src/subscriptions/event.ts";
import { isFinal, progressFor, readMessage } from "../../src/subscriptions/messageLifecycle.ts";

const CALL = "c-1";
const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 9, 0, second)).toISOString();

/** The events of a history as the log gives them, `replayOf` marking those that were sent again. */
function logged(bodies: readonly object[], replayOf?: string): LoggedEvent[] {
  return bodies.map((body, index) => {
    const [event] = readCallback(body, {
      accountId: undefined,
      now: Date.UTC(2026, 10, 21, 10) + index,
    }).events;
    if (!event) throw new Error("The body is no event");
    const id = replayOf === undefined ? event.id : `${replayOf}${index}`;
    return readEvent({ ...event, id, replayOf, seq: index + 1, cursor: String(index), late: false });
  });
}

const times = { enqueuedTime: at(0), startTime: at(1), answerTime: at(5) };
const callEvents = [
  { eventType: "answer", eventTime: at(5), callId: CALL, from: "+1", to: "+2", ...times },
  { eventType: "gather", eventTime: at(9), callId: CALL, digits: "1", ...times },
  { eventType: "redirect", eventTime: at(10), callId: CALL, ...times },
  {
    eventType: "recordComplete",
    eventTime: at(12),
    callId: CALL,
    startTime: at(10),
    endTime: at(12),
    answerTime: at(5),
  },
  {
    eventType: "transferComplete",
    eventTime: at(14),
    callId: CALL,
    startTime: at(13),
    answerTime: at(14),
    cause: "busy",
  },
  { eventType: "disconnect", eventTime: at(20), callId: CALL, ...times, endTime: at(19), cause: "hangup" },
];
const message = { id: "m-1", owner: "+1", direction: "out", to: ["+2", "+3"], from: "+1", time: at(0) };
const messageEvents = [
  { type: "message-sending", time: at(1), to: "+2", message },
  { type: "message-sent", time: at(2), to: "+2", message },
  { type: "message-sending", time: at(1), to: "+3", message },
  { type: "message-failed", time: at(3), to: "+3", errorCode: 4720, message },
  { type: "message-delivered", time: at(4), to: "+2", message },
  { type: "message-read", time: at(6), to: "+2", message },
];
const conference = { conferenceId: "conf-1", name: "standup" };
const conferenceEvents = [
  { eventType: "conferenceCreated", eventTime: at(0), ...conference },
  { eventType: "conferenceMemberJoin", eventTime: at(1), callId: "c-1", ...conference },
  { eventType: "conferenceMemberJoin", eventTime: at(2), callId: "c-2", ...conference },
  { eventType: "conferenceMemberExit", eventTime: at(3), callId: "c-1", ...conference },
  { eventType: "conferenceMemberJoin", eventTime: at(4), callId: "c-1", ...conference },
  { eventType: "conferenceMemberExit", eventTime: at(5), callId: "c-2", ...conference },
];
const completed = { eventType: "conferenceCompleted", eventTime: at(9), ...conference };

/** A history in any order, with any of its events repeated and any of them sent again by an operator. */
const shuffled = (bodies: readonly object[]) => {
  const events = logged(bodies);
  const again = fc.subarray([...events, ...logged(bodies, "replayed")]);
  return again.chain((more) =>
    fc.shuffledSubarray([...events, ...more], { minLength: events.length + more.length }),
  );
};

describe("in any order, with any event repeated or sent again", () => {
  test("the events of a call tell the same", () => {
    fc.assert(
      fc.property(shuffled(callEvents), (events) => {
        expect(readCall(events)).toEqual({
          ...readCall([]),
          callId: CALL,
          state: "disconnected",
          from: "+1",
          to: "+2",
          ...times,
          endTime: at(19),
          disconnectCause: "hangup",
        });
      }),
    );
  });

  test("the events of a message tell the same", () => {
    fc.assert(
      fc.property(shuffled(messageEvents), (events) => {
        expect(readMessage(events)?.recipients).toEqual(
          new Map([
            ["+2", { status: "DELIVERED", errorCode: 0 }],
            ["+3", { status: "FAILED", errorCode: 4720 }],
          ]),
        );
      }),
    );
  });

  test("the events of a conference tell the same", () => {
    const isIn = (events: readonly LoggedEvent[]) =>
      [...(readConference(events)?.members ?? [])]
        .filter(([, member]) => member.isIn)
        .map(([callId]) => callId);
    fc.assert(
      fc.property(shuffled(conferenceEvents), (events) => {
        expect(isIn(events)).toEqual(["c-1"]);
        expect(readConference(events)?.completedTime).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(shuffled([...conferenceEvents, completed]), (events) => {
        expect(isIn(events)).toEqual([]);
        expect(readConference(events)).toMatchObject({ createdTime: at(0), completedTime: at(9) });
      }),
    );
  });
});

test("with each event that comes, in whatever order, a call stands where it stood or further", () => {
  const order = ["queued", "initiated", "answered", "disconnected"];
  fc.assert(
    fc.property(shuffled(callEvents), (events) => {
      let before = -1;
      let ended: string | undefined;
      for (let count = 1; count <= events.length; count += 1) {
        const call = readCall(events.slice(0, count));
        const now = order.indexOf(call?.state ?? "");
        expect(now).toBeGreaterThanOrEqual(before);
        before = now;
        if (ended !== undefined) expect(call?.endTime).toBe(ended);
        ended = call?.endTime;
      }
    }),
  );
});

test("with each event that comes, in whatever order, a message that is final for a recipient stays as it is", () => {
  fc.assert(
    fc.property(shuffled(messageEvents), fc.constantFrom("+2", "+3"), (events, to) => {
      let final: unknown;
      for (let count = 1; count <= events.length; count += 1) {
        const told = readMessage(events.slice(0, count))?.recipients.get(to);
        if (final !== undefined) expect(told).toEqual(final);
        if (told && isFinal(told)) final = told;
      }
      expect(final).toBeDefined();
    }),
  );
});

test("a call has ended once: what REST found out later does not change what its callback told", () => {
  const callback = {
    eventType: "disconnect",
    eventTime: at(20),
    callId: CALL,
    endTime: at(19),
    cause: "hangup",
  };
  const found = { ...callback, eventTime: at(50), cause: "unknown" };
  fc.assert(
    fc.property(shuffled([callback, found]), (events) => {
      expect(readCall(events)).toMatchObject({ endTime: at(19), disconnectCause: "hangup" });
    }),
  );
});

test("what REST shows of a call never takes back what its events told, and is taken where it is further", () => {
  const states = ["queued", "initiated", "answered", "disconnected"];
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.constantFrom(...states.slice(1)), (shown, known) => {
      const { state } = broughtUp({ state: shown }, { callId: CALL, state: known });
      expect(state).toBe(states.indexOf(shown) > states.indexOf(known) ? shown : known);
    }),
  );
  expect(broughtUp({ state: "held" }, { callId: CALL, state: "answered" }).state).toBe("held");
  expect(broughtUp({ state: "held" }, { callId: CALL, state: "disconnected" }).state).toBe("disconnected");
});

test("a leg that a transfer made is told by its own parties and ends by its own event", () => {
  const leg = {
    callId: "c-2",
    parentCallId: CALL,
    from: "+1",
    to: "+2",
    transferCallerId: "+3",
    transferTo: "+4",
  };
  const events = logged([
    { eventType: "transferAnswer", eventTime: at(5), ...leg, startTime: at(4), answerTime: at(5) },
    { eventType: "transferDisconnect", eventTime: at(9), ...leg, endTime: at(9), cause: "hangup" },
  ]);
  expect(readCall(events)).toMatchObject({
    callId: "c-2",
    parentCallId: CALL,
    from: "+3",
    to: "+4",
    state: "disconnected",
    answerTime: at(5),
    endTime: at(9),
  });
});

test("a leg is told by its own parties also where its answer names no parent, as in the contract", () => {
  const leg = { callId: "c-2", from: "+1", to: "+2", transferCallerId: "+3", transferTo: "+4" };
  const events = logged([{ eventType: "transferAnswer", eventTime: at(5), ...leg }]);
  expect(readCall(events)).toMatchObject({ from: "+3", to: "+4", state: "answered" });
});

test("of an inbound call whatever comes while it is up tells that it was answered, and nothing of a recording's or a leg's times", () => {
  const told = (...bodies: object[]) =>
    readCall(
      logged([{ eventType: "initiate", callId: CALL, eventTime: at(1), startTime: at(1) }, ...bodies]),
    );
  const [, , , recordComplete, transferComplete] = callEvents.map((event) => ({ ...event, callId: CALL }));
  const of = (eventType: string) => ({ eventType, callId: CALL, eventTime: at(6), answerTime: at(5) });
  expect(told()).toMatchObject({ state: "initiated", answerTime: undefined });
  for (const body of [
    of("dtmf"),
    of("mediaStreamStarted"),
    of("realTimeTranscriptionStarted"),
    recordComplete,
  ]) {
    expect(told(body ?? {})).toMatchObject({ state: "answered", startTime: at(1), answerTime: at(5) });
  }
  expect(told({ eventType: "conferenceMemberJoin", callId: CALL, ...conference })?.state).toBe("answered");
  expect(told(transferComplete ?? {})).toMatchObject({ state: "initiated", startTime: at(1) });
});

test("a group message is as far as for the recipient it is least far for, and failed when it failed for any", () => {
  const told = (...bodies: object[]) => {
    const known = readMessage(logged(bodies));
    return known && progressFor(known, ["+2", "+3"])?.status;
  };
  const [sendingTo2 = {}, sentTo2 = {}, sendingTo3 = {}, failedFor3 = {}, deliveredTo2 = {}] = messageEvents;
  expect(told(sendingTo2)).toBeUndefined();
  expect(told(sentTo2, sendingTo3)).toBe("SENDING");
  expect(told(deliveredTo2, sendingTo3)).toBe("SENDING");
  expect(told(deliveredTo2, failedFor3)).toBe("FAILED");
});
