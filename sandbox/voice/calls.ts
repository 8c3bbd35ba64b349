import type { FastifyBaseLogger } from "fastify";
import { ACCOUNT_ID } from "../account.ts";
import { type VoiceApplication, voiceDestinations } from "../applications.ts";
import { runBxml } from "../bxml/run.ts";
import type { Destination } from "../callbacks.ts";
import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import { MAX_STORED, type Store } from "../store.ts";
import type { Call } from "./call.ts";
import type { Conferences } from "./conferences.ts";
import type { VoiceEvents } from "./events.ts";
import { farPartyAt, ring } from "./farParty.ts";
import { type BxmlDocument, type BxmlWebhook, CallEnd, type Leg, Redirection, say, setTag } from "./leg.ts";
import { detectMachine, type MachineDetection } from "./machineDetection.ts";
import type { CallQueue } from "./queue.ts";
import type { Recorder } from "./recorder.ts";
import type { Webhooks } from "./webhooks.ts";

/** An outbound call as createCall orders it. */
export interface OutboundCall {
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
  /** The account sends the call to another document. */
  redirect(leg: Leg, destination: Destination, fallback: Destination | undefined): void;
  /** The account gives the call another document. */
  replaceBxml(leg: Leg, document: BxmlDocument): void;
  reset(): void;
}

/** Makes the life of calls: each is one script, from its place in the queue to its disconnect event. */
export function createCalls(services: {
  clock: Pick<Clock, "now" | "sleep" | "spawn" | "lifetime">;
  ids: Pick<Ids, "call" | "uuid">;
  store: Pick<Store, "addCall">;
  queue: CallQueue;
  events: VoiceEvents;
  webhooks: Webhooks;
  recorder: Recorder;
  conferences: Pick<Conferences, "join">;
  log: Pick<FastifyBaseLogger, "warn" | "error">;
}): Calls {
  const { clock, ids, store, queue, events, webhooks, recorder, conferences, log } = services;
  const legs = new Map<string, { leg: Leg; over: Promise<void> }>();

  function enter(
    fields: Pick<
      Call,
      "to" | "from" | "applicationId" | "direction" | "state" | "enqueuedTime" | "startTime"
    >,
    options: Pick<Leg, "callbackTimeoutMs" | "disconnect">,
  ): Leg {
    const call = store.addCall({
      ...fields,
      callId: ids.call(),
      accountId: ACCOUNT_ID,
      lastUpdate: clock.now(),
    });
    return {
      call,
      farParty: farPartyAt(call.direction === "outbound" ? call.to : call.from),
      lifetime: clock.lifetime(),
      ...options,
      interrupt: new AbortController(),
      pickUp: new AbortController(),
      utterances: [],
      lastDelivery: Promise.resolve(),
      documents: 0,
    };
  }

  function start(leg: Leg, script: () => Promise<void>) {
    const over = live(leg, script);
    legs.set(leg.call.callId, { leg, over });
    clock.spawn(() => over);
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

  function end(leg: Leg, { disconnectCause, errorMessage }: CallEnd) {
    const { call } = leg;
    if (leg.recording !== undefined) recorder.finish(leg.recording, leg);
    call.state = "disconnected";
    call.endTime = call.lastUpdate = clock.now();
    call.disconnectCause = disconnectCause;
    if (errorMessage !== undefined) {
      call.errorMessage = errorMessage;
      call.errorId = ids.uuid();
      if (disconnectCause !== "busy") log.warn({ callId: call.callId, disconnectCause }, errorMessage);
    }
    legs.delete(call.callId);
    if (leg.disconnect !== undefined) webhooks.notify(leg, events.disconnect(call), leg.disconnect);
  }

  function answer(leg: Leg) {
    leg.call.state = "answered";
    leg.call.answerTime = leg.call.lastUpdate = clock.now();
    say(leg, "farParty", leg.farParty.sentence, clock.now());
  }

  const run = (leg: Leg, first: BxmlWebhook) =>
    runBxml({ clock, events, recorder, conferences, webhooks, answer }, leg, first);

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

  function divert(leg: Leg, next: BxmlWebhook | BxmlDocument) {
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

    isFull: () => legs.size >= MAX_STORED,
    leg: (callId) => legs.get(callId)?.leg,

    hangUp: async (leg, by) => {
      const { callId, state, direction } = leg.call;
      const isCaller = (direction === "outbound") === (by === "account");
      const over = legs.get(callId)?.over;
      leg.interrupt.abort(new CallEnd(state === "answered" ? "hangup" : isCaller ? "cancel" : "rejected"));
      await over;
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
