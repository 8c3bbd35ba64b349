import type { LoggedEvent } from "./event.ts";
import { inOrder } from "./history.ts";

/** Where a call stands, in Bandwidth's spelling. A call may leave one out, but never goes back. */
const CALL_STATES = ["queued", "initiated", "answered", "disconnected"];

/** The events that tell where a call stands: those that come while it goes on, and its end. No event says that an inbound call was answered. */
export const CALL_LIFECYCLE = [
  "initiate",
  "answer",
  "machineDetectionComplete",
  "redirect",
  "gather",
  "dtmf",
  "recordComplete",
  "mediaStreamStarted",
  "realTimeTranscriptionStarted",
  "conferenceMemberJoin",
  "transferComplete",
  "bridgeComplete",
  "bridgeTargetComplete",
  "transferAnswer",
  "transferDisconnect",
  "disconnect",
] as const;
type LifecycleEvent = Extract<LoggedEvent, { type: (typeof CALL_LIFECYCLE)[number] }>;

/** What any of them may hold. */
type Told = Omit<KnownCall, "callId" | "state" | "disconnectCause"> & {
  type?: string;
  time?: Date | undefined;
  callId?: string | undefined;
  transferTo?: string | undefined;
  transferCallerId?: string | undefined;
  cause?: string | undefined;
};

/** What the events of a call tell of it. Times are ISO 8601. */
export type KnownCall = {
  callId: string;
  accountId?: string | undefined;
  applicationId?: string | undefined;
  parentCallId?: string | undefined;
  to?: string | undefined;
  from?: string | undefined;
  direction?: string | undefined;
  stirShaken?: Record<string, unknown> | undefined;
  state: string;
  enqueuedTime?: string | undefined;
  startTime?: string | undefined;
  answerTime?: string | undefined;
  endTime?: string | undefined;
  disconnectCause?: string | undefined;
  errorMessage?: string | undefined;
  errorId?: string | undefined;
};

/** Whether an event tells the end of its call. */
export const isEnd = ({ type }: { type?: string }) => type === "disconnect" || type === "transferDisconnect";

/** Whether nothing can happen to the call any more: it ends once. */
export function isOver({ state }: { state?: string | undefined }): boolean {
  return state === "disconnected";
}

/** What the events of a call, in any order, tell of it; nothing when there are none. */
export function readCall(events: readonly LoggedEvent[]): KnownCall | undefined {
  const history = inOrder(events.filter(isOfLifecycle)).map(toldOfCall);
  // Where two events tell the same field, the earlier one counts.
  const told: Told = Object.assign({}, ...history.toReversed().map(withoutUndefined));
  if (told.callId === undefined) return undefined;
  const end = history.find(isEnd);
  const answer = history.find(({ type }) => type === "answer" || type === "transferAnswer");
  const isInConference = history.some(({ type }) => type === "conferenceMemberJoin");
  // The contract's `transferAnswer` names no parent.
  const isLegOfTransfer =
    told.parentCallId !== undefined || [answer, end].some((event) => event?.type?.startsWith("transfer"));
  return {
    callId: told.callId,
    accountId: told.accountId,
    applicationId: told.applicationId,
    parentCallId: told.parentCallId,
    // The events of a leg that a transfer made name the parties of the call that is transferred beside its own.
    to: isLegOfTransfer ? told.transferTo : told.to,
    from: isLegOfTransfer ? told.transferCallerId : told.from,
    direction: told.direction,
    stirShaken: told.stirShaken,
    state: end ? "disconnected" : answer || told.answerTime || isInConference ? "answered" : "initiated",
    enqueuedTime: told.enqueuedTime,
    startTime: told.startTime,
    answerTime: told.answerTime ?? answer?.time?.toISOString(),
    ...(end && {
      endTime: end.endTime ?? end.time?.toISOString(),
      disconnectCause: end.cause,
      errorMessage: end.errorMessage,
      errorId: end.errorId,
    }),
  };
}

/** What an event tells of its call. Some have the times of something else under the same names. */
function toldOfCall(event: LifecycleEvent): Told {
  // Of the recording.
  if (event.type === "recordComplete") return { ...event, startTime: undefined, endTime: undefined };
  // Of the leg that the transfer was made to, or of the call: Bandwidth does not say.
  if (event.type === "transferComplete")
    return { ...event, enqueuedTime: undefined, startTime: undefined, answerTime: undefined };
  return event;
}

/** A call as REST shows it, which lags by minutes, brought up to what its events tell. */
export function broughtUp<T extends { state?: string | undefined }>(shown: T, known: KnownCall): T {
  return { ...shown, ...withoutUndefined(known), state: further(shown.state, known.state) };
}

/** A state from REST that this gateway does not know ranks above all that it knows but the end. */
function further(shown: string | undefined, known: string): string {
  if (shown === undefined) return known;
  const rank = (state: string) => {
    const index = CALL_STATES.indexOf(state);
    return index < 0 ? CALL_STATES.length - 1.5 : index;
  };
  return rank(shown) >= rank(known) ? shown : known;
}

function isOfLifecycle(event: LoggedEvent): event is LifecycleEvent {
  return CALL_LIFECYCLE.some((type) => type === event.type);
}

function withoutUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
