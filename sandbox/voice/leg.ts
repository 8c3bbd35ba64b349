import type { Scene } from "../bxml/verb.ts";
import type { Destination } from "../callbacks.ts";
import type { Call, DisconnectCause } from "./call.ts";
import type { Membership } from "./conference.ts";
import type { Conversation } from "./conversation.ts";
import type { FarParty } from "./farParty.ts";
import type { OngoingRecording } from "./recorder.ts";
import type { HeardUtterance } from "./speech.ts";
import type { Stream } from "./stream.ts";

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

/** What a call does that no document says, such as to be the target of another call's Bridge. */
export interface Activity {
  perform(scene: Scene): Promise<BxmlWebhook | undefined>;
}

/** What a call may do next. */
export type Next = BxmlWebhook | BxmlDocument | Activity;

/** Sends a call to something else, whatever it is doing. */
export class Redirection extends Error {
  readonly next: Next;

  constructor(next: Next) {
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
  /** Where the event of its end goes, if anywhere: disconnect, or transferDisconnect for a leg of a Transfer. */
  readonly disconnect: Destination | undefined;
  /** Aborted with a CallEnd or a Redirection to cut off what the call is doing. */
  interrupt: AbortController;
  /** Aborted when the far party is made to answer while it rings. */
  readonly pickUp: AbortController;
  /** Set while a verb listens for digits. */
  onDigit?: ((digit: string) => void) | undefined;
  /** Where StartGather has single digits told. */
  dtmf?: Destination | undefined;
  /** Set while it is joined with another call. */
  conversation?: Conversation | undefined;
  /** Set while it is in a conference. */
  membership?: Membership | undefined;
  /** Whether Forward has handed the call over, and the account has no say in it any more. */
  isForwarded?: boolean;
  /** What is streamed, or transcribed while it is said. */
  readonly streams: Stream[];
  readonly heard: HeardUtterance[];
  /** Sends what is heard to the streams. */
  readonly onHeard: (heard: HeardUtterance) => void;
  recording?: OngoingRecording | undefined;
  /** Settles when the last event so far has been delivered: events of one call keep their order. */
  lastDelivery: Promise<unknown>;
  /** BXML documents run so far. */
  documents: number;
}

/** Whether a call performs BXML by now, and so may be given another document. */
export const runsBxml = ({ call, isForwarded }: Pick<Leg, "call" | "isForwarded">): boolean =>
  !isForwarded && (call.direction === "inbound" || call.state === "answered");

/** Sets the call's tag, which stays until it is set again; an empty tag clears it, an absent one changes nothing. */
export function setTag(call: Call, tag: string | null | undefined): void {
  if (tag === "") delete call.tag;
  else if (tag !== undefined && tag !== null) call.tag = tag;
}
