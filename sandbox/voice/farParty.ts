import type { Clock } from "../clock.ts";
import { CallEnd, type Leg } from "./leg.ts";

/** A ring lasts two seconds. */
export const RING_MS = 2000;

/** How the other side of a call behaves. */
export interface FarParty {
  /** What it does once it has rung for `afterMs`; `never` leaves it ringing until somebody acts. */
  reaction: "answer" | "busy" | "rejected" | "never";
  afterMs: number;
  /** What it says when it is on the line. */
  sentence: string;
}

const ORDINARY: FarParty = {
  reaction: "answer",
  afterMs: 2 * RING_MS,
  sentence: "Hello, you have reached the far party of the sandbox.",
};

/** Far parties that behave in a way of their own, by number. */
const SPECIAL = new Map<string, Partial<FarParty>>([
  ["+19195550100", { afterMs: 0 }],
  ["+19195550101", { reaction: "busy", afterMs: RING_MS }],
  ["+19195550102", { reaction: "never" }],
  ["+19195550103", { reaction: "rejected", afterMs: RING_MS }],
]);

/** The far party at a number or SIP URI. */
export function farPartyAt(number: string): FarParty {
  return { ...ORDINARY, ...SPECIAL.get(number) };
}

/** Rings until the far party answers; ends the call if it does anything else, or nothing in time. */
export async function ring(
  clock: Pick<Clock, "sleep">,
  { farParty, pickUp, interrupt }: Pick<Leg, "farParty" | "pickUp" | "interrupt">,
  callTimeoutMs: number,
): Promise<void> {
  const { reaction, afterMs } = farParty;
  const reacts = reaction !== "never" && afterMs < callTimeoutMs;
  try {
    const signal = AbortSignal.any([pickUp.signal, interrupt.signal]);
    await clock.sleep(reacts ? afterMs : callTimeoutMs, signal);
  } catch (reason) {
    if (pickUp.signal.aborted && !interrupt.signal.aborted) return;
    throw reason;
  }
  if (!reacts) throw new CallEnd("timeout");
  if (reaction === "busy") throw new CallEnd("busy", "Callee is busy");
  if (reaction === "rejected") throw new CallEnd("rejected");
}
