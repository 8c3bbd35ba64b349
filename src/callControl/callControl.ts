import { faultOfBxml } from "../bxml/check.ts";
import type { CallbackTarget } from "../bxml/eventUrls.ts";
import type { NewEvent } from "../subscriptions/event.ts";
import type { EventAnswer } from "../subscriptions/eventAnswer.ts";
import type { Store } from "../subscriptions/store.ts";
import { placeOf, type Question, readQuestion, readTold } from "./askingEvents.ts";
import { rulesFor } from "./callScripts.ts";
import { completed } from "./completed.ts";
import { ForwardFailed, type Forwarding, type RequestHeaders } from "./forward.ts";
import { Control, type Forward, type Live, stepFor, type Target } from "./instructions.ts";

const WARN_EVERY_MS = 60_000;

/** Says hang up. Without an answer the call would end with `callback-error`. */
const HANG_UP = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/**
 * What Bandwidth is answered: a document; `nothing`, if the event asks for none; or `failed`, because the application gave no answer. Then
 * Bandwidth asks the fallback URL of the event, if it has one.
 */
export type Reply = { document: string } | "nothing" | "failed";

/** A callback that is in the log: its event, the path that it came by behind `/callbacks/voice/`, and the headers of its request. */
export type Delivered = {
  event: NewEvent;
  path: string;
  headers: RequestHeaders;
  /** Whether its connection is closed: nobody gets what is answered. */
  isGone: () => boolean;
};

export type CallControl = ReturnType<typeof createCallControl>;

/**
 * How an event is answered: by the rules in `first`, then by those of its call. `root`: the id of the call's own control, if it has one.
 * `targetOf`: the event came by a URL that an application wrote for it, upon being asked by this rule of the call.
 */
type Controlled = {
  first: Control["rules"];
  rules: Control["rules"];
  root: string | undefined;
  hasCallScripts: boolean;
  targetOf?: number;
};
const UNCONTROLLED = { first: [], rules: [], root: undefined, hasCallScripts: false };
type Given = { source: EventAnswer["source"]; document?: string | undefined };

/** Answers the events of calls as their instructions say. */
export function createCallControl(options: {
  store: Pick<Store, "log" | "callControls" | "callScripts" | "eventAnswers">;
  forwarding: Forwarding;
  target: CallbackTarget;
  /** How many of Bandwidth's requests are held at the same time, for live answers and for applications. */
  mostHeld: number;
  now: () => number;
  steadyNow: () => number;
  createId: () => string;
  /** Resolves after so many milliseconds, rejects as soon as the signal aborts. */
  wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** Aborts when the gateway takes nobody new: who is asked live can answer no more. */
  leaving: AbortSignal;
  /** Aborts when the gateway stops: applications are waited for no more. */
  stopping: AbortSignal;
  warn: (message: string) => void;
}) {
  const { forwarding, target, mostHeld, now, steadyNow, createId, wait, leaving, stopping, warn } = options;
  const { callControls, callScripts, eventAnswers } = options.store;
  let held = 0;

  // By the event, of which several deliveries may be held: until the last deadline that any of them has, at whichever replica, for the
  // answer to all is one.
  const holds = new Map<
    string,
    { until: number; deliveries: number; ended: AbortController; callId: string | undefined }
  >();
  eventAnswers.follow((change) => {
    const hold = holds.get(change.eventId);
    if (!hold) return;
    if ("until" in change) hold.until = Math.max(hold.until, change.until);
    else hold.ended.abort();
  });

  // A call that is over needs no answer, whichever replica hears of its end.
  options.store.log.follow((entries) => {
    if (holds.size === 0) return;
    for (const { type, keys } of entries) {
      if (type !== "disconnect") continue;
      for (const { callId, ended } of holds.values()) if (callId === keys.callId) ended.abort();
    }
  });

  async function reply(delivered: Delivered): Promise<Reply> {
    const { event, path, headers } = delivered;
    const id = /^\w+\/([\w-]+)$/.exec(path)?.[1];
    const question = readQuestion(event);
    if (!question) {
      if (id !== undefined || event.type === "disconnect") await tell(event, id, headers);
      return "nothing";
    }
    const [control, known] = await Promise.all([controlOf(question, id), eventAnswers.find(event.id)]);
    const given = known
      ? { answer: known, root: control.root }
      : await answerTo(question, control, delivered);
    if (given === "failed") return "failed";
    const { document } = given.answer;
    return document === undefined ? "nothing" : { document: completed(document, path, given.root, target) };
  }

  async function controlOf(
    question: Pick<Question, "event" | "callId" | "parentCallId">,
    id: string | undefined,
  ): Promise<Controlled> {
    const { event, callId, parentCallId } = question;
    const callIds = [callId, parentCallId].filter((each) => each !== undefined);
    const found = await callControls.find(id, callIds);
    if (!found) return UNCONTROLLED;
    const {
      rules,
      target: wanted,
      isOfOneEvent,
      hasCallScripts = false,
    } = Control.parse(JSON.parse(found.control));
    if (isOfOneEvent) return { ...(await controlOf(question, undefined)), first: rules };
    if (wanted) return controlOfTarget(wanted);
    // From now on also events that come by a URL without the id find it.
    if (event.type === "answer" && found.id === id && callId !== undefined)
      await callControls.bind(callId, found.id);
    return { first: [], rules, root: found.id, hasCallScripts };
  }

  async function controlOfTarget({ root, rule, ...address }: Target): Promise<Controlled> {
    const found = await callControls.find(root, []);
    const instructions = found && Control.parse(JSON.parse(found.control)).rules[rule]?.instructions;
    if (instructions?.kind !== "forward") return UNCONTROLLED;
    const { kind, waitMs, fallback } = instructions;
    const rules = [{ instructions: { kind, ...address, waitMs, fallback } }];
    return { first: [], rules, root, hasCallScripts: true, targetOf: rule };
  }

  async function answerTo(
    question: Question,
    control: Controlled,
    delivered: Delivered,
  ): Promise<{ answer: EventAnswer; root: string | undefined } | "failed"> {
    const { event } = question;
    let step = stepFor(control.first, question);
    let { root, targetOf: rule } = control;
    if (!step) {
      const kept = control.hasCallScripts ? control : await keepRules(control, question);
      step = stepFor(kept.rules, question);
      root = kept.root;
      rule ??= kept.rules.findIndex(({ instructions }) => instructions === step);
    }
    const settle = async ({ source, document }: Given) => {
      const answeredAt = now();
      const afterMs = Math.max(0, answeredAt - event.receivedAt);
      return {
        answer: await eventAnswers.settle(event.id, { source, document, answeredAt, afterMs }),
        root,
      };
    };
    if (!step) {
      return settle({ source: "DEFAULT", document: fallbackFor(question, undefined) });
    }
    if (step.kind === "document") return settle({ source: "SCRIPT", document: step.document });
    if (step.kind === "live") {
      await hold(step, event);
      // Whoever answered meanwhile, at whichever replica, was first.
      return settle({ source: "FALLBACK", document: fallbackFor(question, step.fallback) });
    }
    const given = await forwarded(step, question, { root: root ?? createId(), rule: rule ?? 0 }, delivered);
    return given === "failed" ? "failed" : settle(given);
  }

  /** What was declared, where it may run there; else hang up. A conference goes on by itself. */
  function fallbackFor({ type, isAnswerNeeded }: Question, declared: string | undefined): string | undefined {
    if (!isAnswerNeeded) return undefined;
    return declared === undefined || faultOfBxml(declared, placeOf(type)) ? HANG_UP : declared;
  }

  /** With the call scripts that stand when its first event comes a call goes on, whatever becomes of them. */
  async function keepRules(
    { rules: own, root: known }: Controlled,
    question: Question,
  ): Promise<Pick<Controlled, "rules" | "root">> {
    const rules = [...own, ...(await rulesFor(callScripts, question))];
    // Of a call that nobody controls nothing is kept.
    if (known === undefined && !stepFor(rules, question)) return { rules, root: undefined };
    const root = known ?? createId();
    const control: Control = { hasCallScripts: true, rules };
    await callControls.keep([{ id: root, control: JSON.stringify(control) }]);
    if (known === undefined && question.callId !== undefined) await callControls.bind(question.callId, root);
    return { rules, root };
  }

  const timeLeft = (event: NewEvent, waitMs: number) => Math.max(0, event.receivedAt + waitMs - now());

  /** Waits until the event is answered, or nobody can answer it any more. */
  async function hold({ waitMs }: Live, event: NewEvent) {
    if (held >= mostHeld || leaving.aborted) {
      if (!leaving.aborted) warnOfTooMany();
      return;
    }
    const hold = holds.get(event.id) ?? {
      until: 0,
      deliveries: 0,
      ended: new AbortController(),
      callId: event.keys.callId,
    };
    holds.set(event.id, hold);
    hold.deliveries += 1;
    hold.until = Math.max(hold.until, event.receivedAt + waitMs);
    held += 1;
    try {
      await eventAnswers.wait(event.id, event.receivedAt + waitMs);
      const signal = AbortSignal.any([hold.ended.signal, leaving]);
      while (!signal.aborted && now() < hold.until) {
        await wait(hold.until - now(), signal).catch((error: unknown) => {
          if (!signal.aborted) throw error;
        });
      }
    } finally {
      held -= 1;
      hold.deliveries -= 1;
      if (hold.deliveries === 0) holds.delete(event.id);
    }
  }

  async function forwarded(
    forward: Forward,
    question: Question,
    from: { root: string; rule: number },
    { headers, isGone }: Delivered,
  ): Promise<Given | "failed"> {
    const answer = await relay(forward, question.event, (signal) =>
      forwarding.answer(forward, question, from, headers, signal),
    );
    if (answer) {
      // Before Bandwidth can send an event there.
      if (answer.targets.length > 0) await callControls.keep(answer.targets);
      return { source: "FORWARD", document: answer.document };
    }
    // Of one that nobody waits for any more no fallback is kept: delivered again, the event is asked about again.
    return forward.fallback === undefined || isGone()
      ? "failed"
      : { source: "FALLBACK", document: fallbackFor(question, forward.fallback) };
  }

  /** Relays an event that asks nothing, where the application asked for it: by a URL in its document, or for the end of the call. */
  async function tell(event: NewEvent, id: string | undefined, headers: RequestHeaders) {
    const control = await controlOf({ event, callId: event.keys.callId, parentCallId: undefined }, id);
    const { hasCallScripts, targetOf } = control;
    const isTarget = targetOf !== undefined;
    // A call that ended before any event of it asked has no scripts yet. One that this gateway neither placed nor answered is looked
    // after by nobody, and its end costs no question.
    const isUnheardOf = id === undefined && control.root === undefined;
    const scripts =
      hasCallScripts || isUnheardOf || event.type !== "disconnect"
        ? []
        : await rulesFor(callScripts, readTold(event));
    for (const { instructions } of [...control.rules, ...scripts]) {
      if (instructions.kind !== "forward") continue;
      const url = isTarget ? instructions.url : instructions.disconnectUrl;
      const isWanted = isTarget || event.type === "disconnect";
      if (url === undefined || !isWanted) continue;
      const forward = { ...instructions, url };
      await relay(forward, event, (signal) => forwarding.tell(forward, event, headers, signal));
      return;
    }
  }

  /** What comes of a request to an application; `undefined` where nothing does, which is told to the operator. */
  async function relay<T>(
    { url, waitMs }: Forward,
    event: NewEvent,
    ask: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> {
    if (held >= mostHeld) {
      warnOfTooMany();
      return undefined;
    }
    held += 1;
    try {
      const deadline = AbortSignal.timeout(Math.ceil(timeLeft(event, waitMs)));
      return await ask(AbortSignal.any([deadline, stopping]));
    } catch (error) {
      if (!(error instanceof ForwardFailed)) throw error;
      const { host } = new URL(url);
      warn(`The application at ${host} was forwarded the event ${event.id} in vain: ${error.message}`);
      return undefined;
    } finally {
      held -= 1;
    }
  }

  let warnedAt = Number.NEGATIVE_INFINITY;
  function warnOfTooMany() {
    const time = steadyNow();
    if (time - warnedAt < WARN_EVERY_MS) return;
    warnedAt = time;
    warn(`${mostHeld} callbacks are held already (HELD_CALLBACKS_MAX): others get their fallback at once`);
  }

  return { reply };
}
