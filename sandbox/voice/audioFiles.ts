import { type Agent, request } from "undici";
import { unlessAborted } from "../abort.ts";
import type { Credentials } from "../applications.ts";
import type { Clock } from "../clock.ts";
import { basic, isOnThisMachine } from "../values.ts";
import { CallEnd } from "./leg.ts";

/** How long a file lasts that is not on this machine, and so is not fetched: the sandbox needs no network. */
const ELSEWHERE_MS = 5000;

/** Bandwidth's advice for audio files is less than 250 MB; nothing longer is read. */
const MAX_BYTES = 250 * 1024 * 1024;
/** All that tells how long a file lasts is in its first bytes. */
const HEAD_BYTES = 64 * 1024;
const TIMEOUT_MS = 15_000;

/** The types of audio that Bandwidth plays. */
const FORMATS = new Map([
  ["audio/wav", "wav"],
  ["audio/x-wav", "wav"],
  ["audio/vnd.wave", "wav"],
  ["audio/mpeg", "mp3"],
  ["audio/mpeg3", "mp3"],
  ["audio/mp3", "mp3"],
]);

export interface AudioFiles {
  /** How long a file lasts, in milliseconds. Ends the call with `application-error` if it cannot be played. */
  duration(url: string, credentials: Credentials | undefined, signal: AbortSignal): Promise<number>;
}

/** Makes the reader of files that are played. */
export function createAudioFiles({
  clock,
  agent,
}: {
  clock: Pick<Clock, "track" | "lifetime">;
  agent: Agent;
}): AudioFiles {
  return {
    duration: async (url, credentials, signal) => {
      const { pathname, hostname } = new URL(url);
      const byName = /\.(\w+)$/.exec(pathname)?.[1]?.toLowerCase() ?? "wav";
      if (!isOnThisMachine(hostname)) {
        if (byName === "wav" || byName === "mp3") return ELSEWHERE_MS;
        throw unplayable(url, "is neither WAV nor MP3");
      }
      const { type, head, size } = await unlessAborted(
        clock.track(fetchAudio(agent, url, credentials)),
        AbortSignal.any([signal, clock.lifetime()]),
      );
      const format = FORMATS.get(type) ?? byName;
      const durationMs =
        format === "wav" ? waveDuration(head, size) : format === "mp3" && mp3Duration(head, size);
      if (durationMs) return durationMs;
      throw unplayable(url, "is neither WAV nor MP3");
    },
  };
}

/** Fetches a file; of its bytes only the first are kept. */
async function fetchAudio(agent: Agent, url: string, credentials: Credentials | undefined) {
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      headers: credentials ? { authorization: basic(credentials) } : {},
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const head: Buffer[] = [];
    let size = 0;
    for await (const bytes of body) {
      if (size < HEAD_BYTES) head.push(bytes);
      size += bytes.length;
      if (size > MAX_BYTES) throw new Error("is larger than 250 MB");
    }
    if (statusCode !== 200) throw new Error(`was answered with ${statusCode}`);
    const [type = ""] = String(headers["content-type"] ?? "").split(";");
    return { type: type.trim().toLowerCase(), head: Buffer.concat(head), size };
  } catch (error) {
    throw unplayable(url, `could not be fetched: ${error instanceof Error ? error.message : error}`);
  }
}

const unplayable = (url: string, reason: string) =>
  new CallEnd("application-error", `The audio file at ${new URL(url).origin} ${reason}`);

/** Follows the chunks of a RIFF file to the length of its samples; 0 if it is none. */
function waveDuration(head: Buffer, size: number): number {
  if (head.toString("latin1", 0, 4) !== "RIFF" || head.toString("latin1", 8, 12) !== "WAVE") return 0;
  let bytesPerSecond = 0;
  for (let chunk = 12; chunk + 8 <= head.length; ) {
    const id = head.toString("latin1", chunk, chunk + 4);
    const length = head.readUInt32LE(chunk + 4);
    if (id === "fmt " && chunk + 20 <= head.length) bytesPerSecond = head.readUInt32LE(chunk + 16);
    if (id === "data" && bytesPerSecond > 0) {
      // The length of a file that was written as a stream may be anything.
      return (Math.min(length, size - chunk - 8) / bytesPerSecond) * 1000;
    }
    chunk += 8 + length + (length % 2);
  }
  return 0;
}

/** Kilobits per second of MPEG 1 and MPEG 2, layer 3. */
const BIT_RATES = {
  mpeg1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};

/** The length by the bit rate of the first frame, which is right for a constant one; 0 if there is no frame. */
function mp3Duration(head: Buffer, size: number): number {
  for (let at = 0; at + 4 <= head.length; at += 1) {
    const [sync = 0, version = 0, rate = 0] = head.subarray(at, at + 3);
    if (sync !== 0xff || (version & 0xe6) !== 0xe2) continue;
    const rates = (version & 0x18) === 0x18 ? BIT_RATES.mpeg1 : BIT_RATES.mpeg2;
    const kilobits = rates[rate >> 4];
    if (kilobits) return ((size - at) * 8) / kilobits;
  }
  return 0;
}
