import type { Sound } from "../audio.ts";
import type { Destination } from "../callbacks.ts";
import type { Call, DisconnectCause } from "./call.ts";
import type { FarParty } from "./farParty.ts";
import type { OngoingRecording } from "./recorder.ts";

/** How many sentences of a call are remembered for its recordings. */
const MAX_UTTERANCES = 1000;

/** Why a call ends. Thrown by, or aborting, whatever the call is doing. */
export class CallEnd extends Error {
  readonly disconnectCause: DisconnectCause;
  readonly errorMessage: string | undefined;

  constructor(disconnectCause: DisconnectCause, errorMessage?: string) {
    super(errorMessage ?? disconnectCause);
    this.disconnectCause = disconnectCause;
    this.errorMessage = errorMessage;
  }
}

/** A webhook whose reply is the next BXML document of the call. */
export interface BxmlWebhook {
  /** Makes the event at the moment it fires, which may have to be waited for. */
  event: () => { eventType: string } | Promise<{ eventType: string }>;
  destination: Destination;
  fallback?: Destination | undefined;
}

/** A BXML document and the URL that served it, against which its relative URLs are resolved. */
export interface BxmlDocument {
  url: string;
  text: string;
}

/** Sends a call to another document, whatever it is doing. */
export class Redirection extends Error {
  readonly next: BxmlWebhook | BxmlDocument;

  constructor(next: BxmlWebhook | BxmlDocument) {
    super("the call was redirected");
    this.next = next;
  }
}

/** A call that is not over yet, and what it is doing. */
export interface Leg {
  readonly call: Call;
  readonly farParty: FarParty;
  /** Aborted when the sandbox is reset: nothing of this call may happen after that. */
  readonly lifetime: AbortSignal;
  readonly callbackTimeoutMs: number;
  /** Where the disconnect event goes, if anywhere. */
  readonly disconnect: Destination | undefined;
  /** Aborted with a CallEnd or a Redirection to cut off what the call is doing. */
  interrupt: AbortController;
  /** Aborted when the far party is made to answer while it rings. */
  readonly pickUp: AbortController;
  /** Set while a verb listens for digits. */
  onDigit?: ((digit: string) => void) | undefined;
  readonly utterances: { speaker: Sound["speaker"]; text: string; time: number }[];
  recording?: OngoingRecording | undefined;
  /** Settles when the last event so far has been delivered: events of one call keep their order. */
  lastDelivery: Promise<unknown>;
  /** BXML documents run so far. */
  documents: number;
}

/** Lets somebody on the call say something; recordings hear it. */
export function say(
  leg: Pick<Leg, "utterances">,
  speaker: Sound["speaker"],
  text: string,
  time: number,
): void {
  leg.utterances.push({ speaker, text, time });
  if (leg.utterances.length > MAX_UTTERANCES) leg.utterances.shift();
}

/** Sets the call's tag, which stays until it is set again; an empty tag clears it, an absent one changes nothing. */
export function setTag(call: Call, tag: string | null | undefined): void {
  if (tag === "") delete call.tag;
  else if (tag !== undefined && tag !== null) call.tag = tag;
}
