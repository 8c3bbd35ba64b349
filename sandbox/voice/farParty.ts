import type { Clock } from "../clock.ts";
import { CallEnd, type Leg } from "./leg.ts";

/** A ring lasts two seconds. */
const RING_MS = 2000;

/** How the other side of a call behaves. */
export interface FarParty {
  /** What it does once it has rung for `afterMs`; `never` leaves it ringing until somebody acts. */
  reaction: "answer" | "busy" | "rejected" | "never";
  afterMs: number;
  /** What it says when it is on the line; empty if nothing. */
  sentence: string;
  /** What machine detection takes it for. Of the last two one never says anything, and the other never stops. */
  nature: "human" | "machine" | "silent" | "endless";
  /** How long it stays on the line after answering; absent if until the call ends. */
  staysMs?: number;
}

const ORDINARY: FarParty = {
  reaction: "answer",
  afterMs: 2 * RING_MS,
  sentence: "Hello, you have reached the far party of the sandbox.",
  nature: "human",
};

const MACHINE: Partial<FarParty> = {
  nature: "machine",
  afterMs: 4 * RING_MS,
  sentence:
    "Hello, you have reached the answering machine of the sandbox. Nobody is here to take your call at the moment. " +
    "Please leave your name, your number and a message after the tone, and somebody will call you back.",
};

/** Far parties that behave in a way of their own, by number. */
const SPECIAL = new Map<string, Partial<FarParty>>([
  ["+19195550100", { afterMs: 0 }],
  ["+19195550101", { reaction: "busy", afterMs: RING_MS }],
  ["+19195550102", { reaction: "never" }],
  ["+19195550103", { reaction: "rejected", afterMs: RING_MS }],
  ["+19195550104", { afterMs: 3 * RING_MS }],
  ["+19195550105", MACHINE],
  ["+19195550106", { nature: "silent", sentence: "" }],
  ["+19195550107", { nature: "endless", sentence: "This goes on and on, and ".repeat(40).trim() }],
  ["+19195550108", { staysMs: 10_000 }],
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
