import { type Sound, soundDuration, speechDuration } from "../audio.ts";
import type { Clock } from "../clock.ts";
import { audience } from "./conference.ts";
import { peerOf } from "./conversation.ts";
import type { Leg } from "./leg.ts";

/** How many sounds of a call or conference are remembered for its recordings. */
const MAX_SOUNDS = 1000;

/** What is heard; a cut shortens both the text and the time. */
interface Utterance {
  /** Empty for a sound without words. */
  text: string;
  time: number;
  durationMs: number;
}

/** An utterance as one side of a call hears it. */
export interface HeardUtterance {
  speaker: Sound["speaker"];
  utterance: Utterance;
}

/** Whoever may be recorded: a call, or a conference. */
export interface Listener {
  readonly heard: HeardUtterance[];
  /** Told of each at once. */
  readonly onHeard?: (heard: HeardUtterance) => void;
}

/** What is heard of an utterance between two times, the text in proportion to the time. */
export function partOf({ text, time, durationMs }: Utterance, from: number, to: number): Utterance {
  const start = Math.max(time, from);
  const end = Math.max(start, Math.min(time + durationMs, to));
  const place = (at: number) => Math.round((text.length * (at - time)) / durationMs);
  return { text: text.slice(place(start), place(end)), time: start, durationMs: end - start };
}

function hear(listener: Listener, speaker: Sound["speaker"], utterance: Utterance): void {
  listener.heard.push({ speaker, utterance });
  if (listener.heard.length > MAX_SOUNDS) listener.heard.shift();
  listener.onHeard?.({ speaker, utterance });
}

/** Plays a sound of the application to its end, or until the signal cuts it off, with whose reason it then rejects. */
export async function play(
  clock: Pick<Clock, "now" | "sleep">,
  listeners: readonly Listener[],
  sound: Pick<Sound, "text" | "durationMs">,
  signal: AbortSignal,
): Promise<void> {
  const durationMs = soundDuration(sound);
  const utterance = { text: sound.text, time: clock.now(), durationMs };
  for (const listener of listeners) hear(listener, "application", utterance);
  try {
    await clock.sleep(durationMs, signal);
  } catch (reason) {
    Object.assign(utterance, partOf(utterance, utterance.time, clock.now()));
    throw reason;
  }
}

/** Lets the far party say something: its own call hears it, and whoever it is joined with. An empty text says nothing. */
export function farPartySays(leg: Leg, text: string, now: number): void {
  if (text === "") return;
  const utterance = { text, time: now, durationMs: speechDuration(text) };
  hear(leg, "farParty", utterance);
  const peer = peerOf(leg);
  if (peer !== undefined) hear(peer, "application", utterance);
  const { membership } = leg;
  if (membership === undefined) return;
  const { conference, members } = audience(membership);
  if (conference !== undefined) hear(conference, "farParty", utterance);
  for (const member of members) hear(member.leg, "application", utterance);
}
