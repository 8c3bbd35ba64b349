import type { FastifyBaseLogger } from "fastify";
import { ACCOUNT_ID } from "../account.ts";
import { type VoiceApplication, voiceDestinations } from "../applications.ts";
import type { Place } from "../bxml/parse.ts";
import { runBxml } from "../bxml/run.ts";
import type { Destination } from "../callbacks.ts";
import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import { MAX_STORED, type Store } from "../store.ts";
import type { AudioFiles } from "./audioFiles.ts";
import { createBridges } from "./bridges.ts";
import type { Call } from "./call.ts";
import type { Conferences } from "./conferences.ts";
import { attend, leave } from "./conversation.ts";
import type { VoiceEvents } from "./events.ts";
import { farPartyAt, ring } from "./farParty.ts";
import { type BxmlDocument, CallEnd, type Leg, type Next, Redirection, setTag } from "./leg.ts";
import { detectMachine, type MachineDetection } from "./machineDetection.ts";
import type { CallQueue } from "./queue.ts";
import type { Recorder } from "./recorder.ts";
import { farPartySays } from "./speech.ts";
import type { Streams } from "./streams.ts";
import { createTransfers, type TransferLeg } from "./transfers.ts";
import type { Webhooks } from "./webhooks.ts";

/** An outbound call as createCall orders it. */
interface OutboundCall {
  to: string;
  from: string;
  applicationId: string;
  tag?: string | null | undefined;
  priority: number;
  callTimeoutMs: number;
  callbackTimeoutMs: number;
  answer: Destination;
  answerFallback: Destination | undefined;
  disconnect: Destination | undefined;
  machineDetection: MachineDetection | undefined;
}

/** The calls that are not over, and what can happen to them. */
export interface Calls {
  /** Queues an outbound call. Its callbacks wait until `released`. */
  place(order: OutboundCall, released: Promise<void>): Call;
  /** Lets a call come in for the application. */
  receive(numbers: Pick<Call, "to" | "from">, application: VoiceApplication): Call;
  /** Whether no more unfinished calls are possible. */
  isFull(): boolean;
  /** A call that is not over yet. */
  leg(callId: string): Leg | undefined;
  /** One side ends the call, whatever it is doing. Before it is answered the caller cancels, the callee rejects. */
  hangUp(leg: Leg, by: "account" | "farParty"): Promise<void>;
  /** The far party presses a key: a verb may listen, a StartGather tells it. */
  press(leg: Leg, digit: string): void;
  /** The account sends the call to another document. */
  redirect(leg: Leg, destination: Destination, fallback: Destination | undefined): void;
  /** The account gives the call another document. */
  replaceBxml(leg: Leg, document: BxmlDocument): void;
  reset(): void;
}

/** Makes the life of calls: each is one script, from its place in the queue to its disconnect event. */
export function createCalls(services: {
  clock: Clock;
  ids: Pick<Ids, "call" | "uuid">;
  store: Pick<Store, "addCall">;
  queue: CallQueue;
  events: VoiceEvents;
  webhooks: Webhooks;
  recorder: Recorder;
  conferences: Pick<Conferences, "join">;
  audioFiles: AudioFiles;
  streams: Streams;
  log: Pick<FastifyBaseLogger, "warn" | "error">;
}): Calls {
  const { clock, ids, store, queue, events, webhooks, recorder, conferences, audioFiles, streams, log } =
    services;
  const legs = new Map<string, { leg: Leg; over: Promise<void> }>();
  const isFull = () => legs.size >= MAX_STORED;
  const find = (callId: string) => legs.get(callId)?.leg;
  const transfers = createTransfers({
    isFull,
    dial: dialForTransfer,
    hangUp: (leg) => cutOff(leg, "account"),
    webhooks,
  });
  const bridges = createBridges({ ids, find, divert });

  function enter(
    fields: Pick<
      Call,
      "to" | "from" | "applicationId" | "direction" | "state" | "enqueuedTime" | "startTime" | "parent"
    >,
    options: Pick<Leg, "callbackTimeoutMs" | "disconnect">,
  ): Leg {
    const call = store.addCall({
      ...fields,
      callId: ids.call(),
      accountId: ACCOUNT_ID,
      lastUpdate: clock.now(),
    });
    const leg: Leg = {
      call,
      farParty: farPartyAt(call.direction === "outbound" ? call.to : call.from),
      lifetime: clock.lifetime(),
      ...options,
      interrupt: new AbortController(),
      pickUp: new AbortController(),
      streams: [],
      heard: [],
      onHeard: (heard) => streams.hear(leg, heard),
      lastDelivery: Promise.resolve(),
      documents: 0,
    };
    return leg;
  }

  function start(leg: Leg, script: () => Promise<void>) {
    const over = live(leg, script);
    legs.set(leg.call.callId, { leg, over });
    clock.spawn(() => over);
    return { leg, over };
  }

  async function live(leg: Leg, script: () => Promise<void>) {
    try {
      await script();
      // A document that runs out hangs up, as an explicit Hangup would.
      end(leg, new CallEnd(leg.call.state === "answered" ? "hangup" : "rejected"));
    } catch (reason) {
      leg.lifetime.throwIfAborted();
      if (!(reason instanceof CallEnd)) log.error(reason);
      end(leg, reason instanceof CallEnd ? reason : new CallEnd("error", "The sandbox failed"));
    }
  }

  function end(leg: Leg, reason: CallEnd) {
    const { call } = leg;
    const { disconnectCause, errorMessage } = reason;
    leave(leg, reason);
    if (leg.recording !== undefined) recorder.finish(leg.recording, leg);
    streams.end(leg);
    call.state = "disconnected";
    call.endTime = call.lastUpdate = clock.now();
    call.disconnectCause = disconnectCause;
    if (errorMessage !== undefined) {
      call.errorMessage = errorMessage;
      call.errorId = ids.uuid();
      if (disconnectCause !== "busy") log.warn({ callId: call.callId, disconnectCause }, errorMessage);
    }
    legs.delete(call.callId);
    if (leg.disconnect === undefined) return;
    const event = call.parent === undefined ? events.disconnect(call) : events.transferDisconnect(call);
    webhooks.notify(leg, event, leg.disconnect);
  }

  function answer(leg: Leg) {
    leg.call.state = "answered";
    leg.call.answerTime = leg.call.lastUpdate = clock.now();
    const { sentence, staysMs } = leg.farParty;
    // Who is called by a Transfer says it once all can hear it.
    if (leg.call.parent === undefined) farPartySays(leg, sentence, clock.now());
    if (staysMs === undefined) return;
    clock.spawn(async () => {
      await clock.sleep(staysMs);
      cutOff(leg, "farParty");
    });
  }

  const run = (leg: Leg, first: Next, place: Place = "call") =>
    runBxml(
      { clock, events, recorder, conferences, transfers, bridges, audioFiles, streams, webhooks, answer },
      leg,
      first,
      place,
    );

  async function dial(leg: Leg, order: OutboundCall) {
    const { call } = leg;
    await queue.turn(order.priority, leg.interrupt.signal);
    call.state = "initiated";
    call.startTime = call.lastUpdate = clock.now();
    await ring(clock, leg, order.callTimeoutMs);
    answer(leg);
    const { machineDetection } = order;
    await run(leg, {
      event: async () => {
        const detected =
          machineDetection && (await detectMachine({ clock, events, webhooks }, leg, machineDetection));
        return events.answer(call, detected);
      },
      destination: order.answer,
      fallback: order.answerFallback,
    });
  }

  function dialForTransfer(order: TransferLeg) {
    const { parent, to, callerId, answer: asked, disconnect } = order;
    const { applicationId } = parent.call;
    const leg = enter(
      {
        to,
        from: callerId,
        applicationId,
        direction: "outbound",
        state: "initiated",
        startTime: clock.now(),
        parent: parent.call,
      },
      { callbackTimeoutMs: parent.callbackTimeoutMs, disconnect },
    );
    setTag(leg.call, order.tag);
    return start(leg, async () => {
      await ring(clock, leg, order.callTimeoutMs);
      answer(leg);
      order.onAnswer();
      if (asked !== undefined) {
        await run(leg, { event: () => events.transferAnswer(leg.call), ...asked }, "transferAnswer");
      }
      await run(leg, {
        perform: async ({ signal }) => {
          const conversation = order.join(leg);
          farPartySays(leg, leg.farParty.sentence, clock.now());
          await attend(conversation, leg, signal);
          return undefined;
        },
      });
    });
  }

  /** One side ends the call. Before it is answered the caller cancels, the callee rejects. */
  function cutOff(leg: Leg, by: "account" | "farParty") {
    const { state, direction } = leg.call;
    const isCaller = (direction === "outbound") === (by === "account");
    leg.interrupt.abort(new CallEnd(state === "answered" ? "hangup" : isCaller ? "cancel" : "rejected"));
  }

  function divert(leg: Leg, next: Next) {
    const running = leg.interrupt;
    leg.interrupt = new AbortController();
    running.abort(new Redirection(next));
  }

  return {
    place: (order, released) => {
      const { to, from, applicationId, callbackTimeoutMs, disconnect } = order;
      const now = clock.now();
      const leg = enter(
        { to, from, applicationId, direction: "outbound", state: "queued", enqueuedTime: now },
        { callbackTimeoutMs, disconnect },
      );
      setTag(leg.call, order.tag);
      webhooks.hold(leg, released);
      start(leg, () => dial(leg, order));
      return leg.call;
    },

    receive: ({ to, from }, application) => {
      const { callbackTimeout, applicationId } = application;
      const { initiated, initiatedFallback, status } = voiceDestinations(application);
      const leg = enter(
        { to, from, applicationId, direction: "inbound", state: "initiated", startTime: clock.now() },
        { callbackTimeoutMs: callbackTimeout * 1000, disconnect: status },
      );
      const event = () => events.initiate(leg.call);
      start(leg, () => run(leg, { event, destination: initiated, fallback: initiatedFallback }));
      return leg.call;
    },

    isFull,
    leg: find,

    hangUp: async (leg, by) => {
      const over = legs.get(leg.call.callId)?.over;
      cutOff(leg, by);
      await over;
    },

    press: (leg, digit) => {
      const { dtmf } = leg;
      leg.onDigit?.(digit);
      if (dtmf !== undefined) webhooks.notify(leg, events.dtmf(leg.call, digit), dtmf);
    },

    redirect: (leg, destination, fallback) =>
      divert(leg, { event: () => events.redirect(leg.call), destination, fallback }),
    replaceBxml: divert,

    reset: () => {
      legs.clear();
      queue.clear();
    },
  };
}
