import type WebSocket from "ws";
import type { Credentials } from "../applications.ts";
import type { Sound } from "../audio.ts";
import type { Destination } from "../callbacks.ts";
import { toIsoTime } from "../values.ts";
import type { Leg } from "./leg.ts";
import { partOf } from "./speech.ts";

/** What the far party says is inbound, what the application plays, or whoever it is joined with says, outbound. */
export type Track = "inbound" | "outbound";

export const trackOf = (speaker: Sound["speaker"]): Track =>
  speaker === "farParty" ? "inbound" : "outbound";

/** What StartStream or StartTranscription orders. */
export interface StreamOrder {
  /** Also the name of the object that describes it in events, and the beginning of their types. */
  kind: "mediaStream" | "realTimeTranscription";
  name: string | undefined;
  tracks: readonly Track[];
  /** A WebSocket that gets messages; media have one always. */
  socket: { url: string; credentials: Credentials | undefined } | undefined;
  /** Of transcriptions. */
  stabilized?: boolean;
  parameters: Record<string, string>;
  events: Destination | undefined;
}

/** A stream that is under way. */
export interface Stream {
  readonly order: StreamOrder;
  readonly id: string;
  readonly name: string;
  readonly startTime: number;
  socket?: WebSocket;
  /** Settles when the connection is made, or has failed. */
  opening: Promise<void>;
  isOpen: boolean;
}

/** A stream as events describe it. */
export const streamDescription = ({ order, id, name, startTime }: Stream) => ({
  id,
  name,
  startTime: toIsoTime(startTime),
  tracks: order.tracks,
  ...(order.socket !== undefined && { destination: order.socket.url }),
  ...(order.kind === "mediaStream" && { type: "WebSocket" }),
  ...(order.kind === "realTimeTranscription" &&
    order.socket !== undefined && { stabilized: String(order.stabilized) }),
});

/** All that was said on a track between two times. */
export const transcriptOf = ({ heard }: Pick<Leg, "heard">, track: Track, from: number, to: number): string =>
  heard
    .filter(({ speaker }) => trackOf(speaker) === track)
    .map(({ utterance }) => partOf(utterance, from, to).text)
    .filter((text) => text !== "")
    .join(" ");
