import { once } from "node:events";
import WebSocket from "ws";
import { unlessAborted } from "../abort.ts";
import { pcmu } from "../audio.ts";
import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Urls } from "../urls.ts";
import { basic, toIsoDuration, toIsoTime } from "../values.ts";
import type { VoiceEvents } from "./events.ts";
import type { Leg } from "./leg.ts";
import type { HeardUtterance } from "./speech.ts";
import {
  type Stream,
  type StreamOrder,
  streamDescription,
  type Track,
  trackOf,
  transcriptOf,
} from "./stream.ts";
import type { Webhooks } from "./webhooks.ts";

/** Bandwidth's limit of tracks per call, of media and of transcriptions each. */
const MAX_TRACKS = 4;
const CONNECTION_TIMEOUT_MS = 5000;
/** Nothing that a receiver sends is used; this bounds what it may send. */
const MAX_MESSAGE_BYTES = 1024 * 1024;
/** How long it takes to make a transcription available. */
const PROCESSING_MS = 500;
/** The sound in one media message, 20 ms, as telephony has it. */
const PACKET_BYTES = 20 * 8;
/** How receivers close in good order (RFC 6455, section 7.4.1): 1005 stands for a close without a code, which is the usual one. */
const CLOSED_CODES = [1000, 1001, 1005];
const CONFIDENCE = 0.97;

/** What is sent while it is heard, and what is written down while it is said. */
export interface Streams {
  /** Starts a stream, or tells why it cannot. Nobody waits for the connection. */
  start(leg: Leg, order: StreamOrder): void;
  /** Ends the stream of a name, or all of the kind; returns what waits until their connections are closed. */
  stop(leg: Leg, kind: StreamOrder["kind"], name: string | undefined): (signal: AbortSignal) => Promise<void>;
  /** Ends all streams of a call that ends. */
  end(leg: Leg): void;
  /** Sends what is heard to the call's streams. */
  hear(leg: Leg, heard: HeardUtterance): void;
}

/** Makes the streams of all calls. */
export function createStreams({
  clock,
  ids,
  urls,
  events,
  webhooks,
}: {
  clock: Pick<Clock, "now" | "sleep" | "spawn" | "track">;
  ids: Pick<Ids, "stream" | "transcription">;
  urls: Pick<Urls, "realTimeTranscription">;
  events: Pick<VoiceEvents, "stream">;
  webhooks: Pick<Webhooks, "notify">;
}): Streams {
  function tell(
    leg: Leg,
    stream: Stream,
    what: "Started" | "Rejected" | "Stopped" | "Available",
    fields: object = {},
    details: object = {},
  ) {
    const { kind, events: destination, socket } = stream.order;
    if (destination === undefined || (socket === undefined && what !== "Available")) return;
    const body = { [kind]: { ...streamDescription(stream), ...details }, ...fields };
    webhooks.notify(leg, events.stream(leg.call, `${kind}${what}`, body), destination);
  }

  function start(leg: Leg, order: StreamOrder) {
    const id = order.kind === "mediaStream" ? ids.stream() : ids.transcription();
    const name = order.name ?? id;
    const stream: Stream = {
      order,
      id,
      name,
      startTime: clock.now(),
      opening: Promise.resolve(),
      isOpen: order.socket === undefined,
    };
    const others = leg.streams.filter((other) => other.order.kind === order.kind);
    const original = others.find((other) => other.name === name);
    if (original !== undefined) {
      tell(leg, stream, "Rejected", {
        cause: "duplicate",
        errorMessage: `A stream with the name ${name} already exists`,
        [order.kind === "mediaStream" ? "originalMediaStream" : "originalTranscription"]:
          streamDescription(original),
      });
      return;
    }
    const tracks = [stream, ...others].reduce((sum, other) => sum + other.order.tracks.length, 0);
    if (tracks > MAX_TRACKS) {
      const errorMessage = `A call may have at most ${MAX_TRACKS} tracks streamed at once`;
      tell(leg, stream, "Rejected", { cause: "track-limit", errorMessage });
      return;
    }
    leg.streams.push(stream);
    if (order.socket !== undefined) stream.opening = clock.track(open(leg, stream, order.socket));
  }

  async function open(leg: Leg, stream: Stream, { url, credentials }: NonNullable<StreamOrder["socket"]>) {
    let socket: WebSocket;
    try {
      // Throws at once for a URL with a fragment, which RFC 6455 forbids.
      socket = new WebSocket(url, {
        handshakeTimeout: CONNECTION_TIMEOUT_MS,
        maxPayload: MAX_MESSAGE_BYTES,
        followRedirects: false,
        ...(credentials && { headers: { authorization: basic(credentials) } }),
      });
      stream.socket = socket;
      // Every error closes the connection, which is heard of below.
      socket.on("error", () => undefined);
      leg.lifetime.addEventListener("abort", () => socket.terminate());
      await once(socket, "open");
    } catch (error) {
      leg.streams.splice(leg.streams.indexOf(stream), 1);
      const errorMessage = error instanceof Error ? error.message : String(error);
      if (!leg.lifetime.aborted) tell(leg, stream, "Rejected", { cause: "connection-error", errorMessage });
      return;
    }
    stream.isOpen = true;
    send(stream, {
      eventType: "start",
      metadata: {
        accountId: leg.call.accountId,
        callId: leg.call.callId,
        streamId: stream.id,
        streamName: stream.name,
        tracks: stream.order.tracks.map((name) => ({
          name,
          ...(stream.order.kind === "mediaStream" && {
            mediaFormat: { encoding: "audio/PCMU", sampleRate: 8000 },
          }),
        })),
      },
      [stream.order.kind === "mediaStream" ? "streamParams" : "customParams"]: stream.order.parameters,
    });
    tell(leg, stream, "Started");
    socket.on("close", (code) => {
      const cause = CLOSED_CODES.includes(code) ? "closed" : "connection-error";
      if (!leg.lifetime.aborted) finish(leg, stream, cause);
    });
  }

  function finish(leg: Leg, stream: Stream, cause: "closed" | "connection-error") {
    const index = leg.streams.indexOf(stream);
    if (index < 0) return;
    leg.streams.splice(index, 1);
    send(stream, { eventType: "stop", metadata: { streamId: stream.id, streamName: stream.name } });
    stream.socket?.close(1000);
    tell(leg, stream, "Stopped", { cause }, { duration: toIsoDuration(clock.now() - stream.startTime) });
    if (stream.order.kind === "realTimeTranscription") keep(leg, stream);
  }

  /** Keeps a transcription for the API, and tells that it is there. */
  function keep(leg: Leg, stream: Stream) {
    const { call } = leg;
    call.realTimeTranscriptions = [
      ...(call.realTimeTranscriptions ?? []),
      {
        transcriptionId: stream.id,
        transcriptionName: stream.name,
        tracks: stream.order.tracks.map((track) => ({
          detectedLanguage: "en-US",
          track,
          transcript: transcriptOf(leg, track, stream.startTime, clock.now()),
          confidence: CONFIDENCE,
        })),
      },
    ];
    clock.spawn(async () => {
      await clock.sleep(PROCESSING_MS);
      const url = urls.realTimeTranscription(call.callId, stream.id);
      const details = { status: "available", url, completedTime: toIsoTime(clock.now()) };
      tell(leg, stream, "Available", {}, details);
    });
  }

  /** Ends a stream at once, or as soon as its connection is made. */
  function stopOne(leg: Leg, stream: Stream) {
    if (stream.isOpen) finish(leg, stream, "closed");
    else clock.spawn(() => stream.opening.then(() => finish(leg, stream, "closed")));
  }

  async function sendMedia(leg: Leg, stream: Stream, track: Track, utterance: HeardUtterance["utterance"]) {
    // A second at a time: a sound may last for a day, and what is cut off later is not sent.
    for (let fromMs = 0; fromMs < utterance.durationMs && leg.streams.includes(stream); fromMs += 1000) {
      const second = pcmu(utterance, fromMs);
      for (let at = 0; at < second.length; at += PACKET_BYTES) {
        const payload = second.subarray(at, at + PACKET_BYTES).toString("base64");
        send(stream, { eventType: "media", track, payload });
      }
      if (fromMs + 1000 < utterance.durationMs) await clock.sleep(1000);
    }
  }

  async function sendTranscript(
    leg: Leg,
    stream: Stream,
    track: Track,
    utterance: HeardUtterance["utterance"],
  ) {
    await clock.sleep(utterance.durationMs);
    const { text, time, durationMs } = utterance;
    send(stream, {
      eventType: "transcription",
      track,
      startTime: toIsoTime(time),
      endTime: toIsoTime(time + durationMs),
      isPartial: false,
      language: "en-US",
      transcript: text,
      callId: leg.call.callId,
      items: text.split(" ").map((content) => ({ type: "pronunciation", content, confidence: CONFIDENCE })),
    });
  }

  return {
    start,
    stop: (leg, kind, name) => {
      const stopped = leg.streams.filter(
        (stream) => stream.order.kind === kind && (name === undefined || stream.name === name),
      );
      for (const stream of stopped) stopOne(leg, stream);
      return async (signal) => {
        const closed = Promise.all(stopped.map(closedOf)).then(() => undefined);
        await unlessAborted(clock.track(closed), AbortSignal.any([signal, leg.lifetime]));
      };
    },
    end: (leg) => {
      for (const stream of [...leg.streams]) stopOne(leg, stream);
    },
    hear: (leg, { speaker, utterance }) => {
      const track = trackOf(speaker);
      for (const stream of leg.streams) {
        const { kind, socket, tracks } = stream.order;
        if (socket === undefined || !tracks.includes(track)) continue;
        if (kind === "mediaStream") clock.spawn(() => sendMedia(leg, stream, track, utterance));
        else if (utterance.text !== "") clock.spawn(() => sendTranscript(leg, stream, track, utterance));
      }
    },
  };
}

function send({ socket }: Stream, message: object): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

async function closedOf({ opening, socket }: Stream): Promise<void> {
  await opening;
  if (socket !== undefined && socket.readyState !== WebSocket.CLOSED) {
    await new Promise((resolve) => socket.once("close", resolve));
  }
}
