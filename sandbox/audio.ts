const SAMPLE_RATE = 8000;
const BYTES_PER_SAMPLE = 2;
const HEADER_BYTES = 44;
const LOUDNESS = 9000;

/** What is heard for a sound without words: one character, and so one tone. */
const STEADY_TONE = "a";

/** How long a spoken character lasts: about 150 English words per minute. */
const MS_PER_CHARACTER = 70;

/** Something heard in a recording. With two channels, 0 is the far party and 1 the application. */
export interface Sound {
  speaker: "farParty" | "application";
  /** What is said; empty for a sound without words, such as ringing. */
  text: string;
  /** Milliseconds from the start of the take; negative when the sound had begun before it. */
  offsetMs: number;
  /** Absent for a text that is said to its end. */
  durationMs?: number;
}

/** A stretch of a recording between pauses. */
export interface Take {
  durationMs: number;
  sounds: readonly Sound[];
}

interface Wave {
  channels: 1 | 2;
  takes: readonly Take[];
}

/** How long it takes to say a text. */
export function speechDuration(text: string): number {
  return Math.max(500, text.length * MS_PER_CHARACTER);
}

/** How long a sound lasts. */
export const soundDuration = ({ text, durationMs }: Pick<Sound, "text" | "durationMs">): number =>
  durationMs ?? speechDuration(text);

/** The size of the WAV file that `waveFile` gives. */
export function waveFileSize({ channels, takes }: Wave): number {
  const frames = takes.reduce((sum, { durationMs }) => sum + frameCount(durationMs), 0);
  return HEADER_BYTES + frames * channels * BYTES_PER_SAMPLE;
}

/**
 * A WAV file (PCM, 16 bit, 8 kHz) in pieces of one second, so that a recording of hours is never whole in memory.
 * Speech is a tone per character: low for the far party, high for the application, silent for a space.
 * What has no words is one steady tone.
 */
export function* waveFile(wave: Wave): Generator<Buffer> {
  yield header(wave);
  for (const take of wave.takes) {
    const frames = frameCount(take.durationMs);
    for (let first = 0; first < frames; first += SAMPLE_RATE) {
      yield samples(take.sounds, wave.channels, first, Math.min(SAMPLE_RATE, frames - first));
    }
  }
}

/** The second of a sound that begins at `fromMs`, or what there is of it, as telephony sends it: PCMU (G.711 mu-law) at 8 kHz. */
export function pcmu({ text, durationMs }: { text: string; durationMs: number }, fromMs: number): Buffer {
  const sound: Sound = { speaker: "farParty", text, offsetMs: 0, durationMs };
  const first = frameCount(fromMs);
  const frames = Math.min(SAMPLE_RATE, frameCount(durationMs) - first);
  const linear = samples([sound], 1, first, frames);
  return Buffer.from(Array.from({ length: frames }, (_, frame) => muLaw(linear.readInt16LE(frame * 2))));
}

/** https://www.itu.int/rec/T-REC-G.711: sign, three bits of exponent, four of mantissa, all inverted. */
function muLaw(sample: number): number {
  const magnitude = Math.min(Math.abs(sample) + 132, 32_767);
  const exponent = Math.floor(Math.log2(magnitude)) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff;
}

const frameCount = (durationMs: number) => Math.round((durationMs / 1000) * SAMPLE_RATE);

function header(wave: Wave): Buffer {
  const { channels } = wave;
  // A length has 32 bits. The longest one says that the samples, of days then, go on to the end of the file.
  const length = (bytesAfter: number) => Math.min(waveFileSize(wave) - bytesAfter, 0xffff_ffff);
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write("RIFF", 0, "ascii");
  bytes.writeUInt32LE(length(8), 4);
  bytes.write("WAVEfmt ", 8, "ascii");
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20); // PCM
  bytes.writeUInt16LE(channels, 22);
  bytes.writeUInt32LE(SAMPLE_RATE, 24);
  bytes.writeUInt32LE(SAMPLE_RATE * channels * BYTES_PER_SAMPLE, 28);
  bytes.writeUInt16LE(channels * BYTES_PER_SAMPLE, 32);
  bytes.writeUInt16LE(8 * BYTES_PER_SAMPLE, 34);
  bytes.write("data", 36, "ascii");
  bytes.writeUInt32LE(length(HEADER_BYTES), 40);
  return bytes;
}

function samples(sounds: readonly Sound[], channels: 1 | 2, firstFrame: number, count: number): Buffer {
  const bytes = Buffer.alloc(count * channels * BYTES_PER_SAMPLE);
  for (const sound of sounds) {
    const channel = channels === 2 && sound.speaker === "application" ? 1 : 0;
    const start = frameCount(sound.offsetMs);
    const end = start + frameCount(soundDuration(sound));
    for (let frame = Math.max(firstFrame, start); frame < Math.min(firstFrame + count, end); frame += 1) {
      const position = ((frame - firstFrame) * channels + channel) * BYTES_PER_SAMPLE;
      const mixed = bytes.readInt16LE(position) + amplitude(sound, (frame - start) / (end - start));
      bytes.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(mixed))), position);
    }
  }
  return bytes;
}

/** The sample at `progress` (0 to 1) of a sentence. Each tone swells and fades, so that none begins with a click. */
function amplitude(sound: Sound, progress: number): number {
  const { speaker } = sound;
  const text = sound.text === "" ? STEADY_TONE : sound.text;
  const place = progress * text.length;
  const index = Math.floor(place);
  const code = text.charCodeAt(index);
  if (code === 32) return 0;
  const withinTone = place - index;
  const seconds = (withinTone * soundDuration(sound)) / text.length / 1000;
  const pitch = (speaker === "application" ? 440 : 220) * 2 ** ((code % 12) / 12);
  return LOUDNESS * Math.sin(Math.PI * withinTone) * Math.sin(2 * Math.PI * pitch * seconds);
}
