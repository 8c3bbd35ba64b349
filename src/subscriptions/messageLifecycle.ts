import type { MessageBody } from "../messageBody.ts";
import type { LoggedEvent } from "./event.ts";
import { inOrder } from "./history.ts";

/** The events of messages: each tells how far the message is for one recipient. */
export const MESSAGE_LIFECYCLE = [
  "message-received",
  "message-sending",
  "message-sent",
  "message-delivered",
  "message-read",
  "message-failed",
  "suggestion-response",
  "requested-location-response",
] as const;
type LifecycleEvent = Extract<LoggedEvent, { type: (typeof MESSAGE_LIFECYCLE)[number] }>;

/** How far a message is, in the spelling of Bandwidth's listing. It never goes back; the last five are final. */
const STATUSES = ["QUEUED", "SENDING", "SENT", "ACCEPTED", "DELIVERED", "FAILED", "UNDELIVERED", "RECEIVED"];
const FIRST_FINAL = STATUSES.indexOf("DELIVERED");

const STATUS_OF = {
  "message-received": "RECEIVED",
  "message-sending": "SENDING",
  "message-sent": "SENT",
  "message-delivered": "DELIVERED",
  "message-read": "DELIVERED",
  "message-failed": "FAILED",
  // Both are answers that came in.
  "suggestion-response": "RECEIVED",
  "requested-location-response": "RECEIVED",
} as const satisfies Record<LifecycleEvent["type"], string>;

/** How far a message is. `errorCode` is 0 unless it failed. */
export type MessageProgress = { status: string | undefined; errorCode: number | undefined };

/** What the events of a message tell of it. */
export type KnownMessage = {
  /** As the first event has it; nothing where none could be read. */
  body: MessageBody | undefined;
  /** How far it is, by recipient: those that an event was about. */
  recipients: ReadonlyMap<string, MessageProgress>;
};

/** What the events of a message, in any order, tell of it; nothing when there are none. */
export function readMessage(events: readonly LoggedEvent[]): KnownMessage | undefined {
  const history = inOrder(events.filter(isOfLifecycle));
  if (history.length === 0) return undefined;
  const recipients = new Map<string, MessageProgress>();
  for (const event of history) {
    if (event.to === undefined) continue;
    const errorCode = event.type === "message-failed" ? event.errorCode : 0;
    const told = { status: STATUS_OF[event.type], errorCode };
    recipients.set(event.to, furthest(recipients.get(event.to), told) ?? told);
  }
  return { body: history.find(({ message }) => message)?.message, recipients };
}

/** The status that an event of a message tells; nothing for any other event. */
export function statusOf(type: LoggedEvent["type"]): string | undefined {
  return Object.hasOwn(STATUS_OF, type) ? STATUS_OF[type as LifecycleEvent["type"]] : undefined;
}

/** Whether the status is the last that the message has for a recipient. */
export function isFinal({ status }: { status?: string | undefined }): boolean {
  return rank(status) >= FIRST_FINAL;
}

/**
 * How far a message is for all of these recipients: as for the one it is least far for, and once it is final for all, failed when it
 * failed for any. Nothing while nothing is told of one.
 */
export function progressFor(
  { recipients }: Pick<KnownMessage, "recipients">,
  numbers: readonly string[],
): MessageProgress | undefined {
  const all = numbers.map((number) => recipients.get(number));
  if (!all.every((each) => each !== undefined)) return undefined;
  const [first, ...others] = all;
  return others.reduce((a, b) => {
    if (a && isFinal(a) && isFinal(b)) return a.status === "FAILED" ? a : b;
    return a && rank(a.status) <= rank(b.status) ? a : b;
  }, first);
}

/** Of two statuses for one recipient, the further one; of two final ones, the first. */
export function furthest<T extends { status?: string | undefined }>(
  a: T | undefined,
  b: T | undefined,
): T | undefined {
  if (!a || !b) return a ?? b;
  return isFinal(a) || rank(a.status) >= rank(b.status) ? a : b;
}

/** A status that this gateway does not know ranks below the final ones and above all others. */
function rank(status: string | undefined): number {
  if (status === undefined) return -1;
  const index = STATUSES.indexOf(status);
  return index < 0 ? FIRST_FINAL - 0.5 : index;
}

function isOfLifecycle(event: LoggedEvent): event is LifecycleEvent {
  return MESSAGE_LIFECYCLE.some((type) => type === event.type);
}
