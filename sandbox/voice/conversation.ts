import { aborted } from "../abort.ts";
import type { Leg } from "./leg.ts";

/** Two calls that hear each other, until one of them leaves. */
export interface Conversation {
  readonly legs: readonly [Leg, Leg];
  /** Aborted when one leaves, with the reason that it had. */
  readonly over: AbortController;
}

/** Joins two calls, neither of which may be in a conversation. Each then has to `attend`. */
export function converse(first: Leg, second: Leg): Conversation {
  const conversation = { legs: [first, second] as const, over: new AbortController() };
  first.conversation = second.conversation = conversation;
  return conversation;
}

/** The call that this one is joined with. */
export function peerOf({ call, conversation }: Pick<Leg, "call" | "conversation">): Leg | undefined {
  return conversation?.legs.find((leg) => leg.call !== call);
}

/** Ends a call's conversation, if it has one. */
export function leave({ conversation }: Pick<Leg, "conversation">, reason: unknown): void {
  if (conversation === undefined) return;
  for (const leg of conversation.legs) leg.conversation = undefined;
  conversation.over.abort(reason);
}

/**
 * Waits until the other call leaves and resolves with its reason to; rejects with the signal's reason, which is this
 * call's to leave.
 */
export async function attend(conversation: Conversation, leg: Leg, signal: AbortSignal): Promise<unknown> {
  const { over } = conversation;
  await aborted(AbortSignal.any([signal, over.signal]));
  if (!over.signal.aborted) leave(leg, signal.reason);
  signal.throwIfAborted();
  return over.signal.reason;
}
