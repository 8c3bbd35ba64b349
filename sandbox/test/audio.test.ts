import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Take, waveFile, waveFileSize } from "../audio.ts";
import { createWorld } from "./world.ts";

/** Reads a WAV file strictly. */
function readWave(file: Buffer) {
  expect(file.toString("ascii", 0, 4)).toBe("RIFF");
  expect(file.toString("ascii", 8, 16)).toBe("WAVEfmt ");
  expect(file.readUInt32LE(4)).toBe(file.length - 8);
  expect(file.readUInt32LE(16)).toBe(16);
  expect(file.readUInt16LE(20)).toBe(1);
  const channels = file.readUInt16LE(22);
  expect(file.readUInt32LE(24)).toBe(8000);
  expect(file.readUInt32LE(28)).toBe(8000 * channels * 2);
  expect(file.readUInt16LE(34)).toBe(16);
  expect(file.toString("ascii", 36, 40)).toBe("data");
  expect(file.readUInt32LE(40)).toBe(file.length - 44);
  const data = file.subarray(44);
  const samples = Array.from({ length: data.length / 2 }, (_, index) => data.readInt16LE(index * 2));
  return { channels, samples, seconds: samples.length / channels / 8000 };
}

/** Whether somebody is heard on a channel between two times. */
const isHeard = (
  { channels, samples }: ReturnType<typeof readWave>,
  channel: number,
  from: number,
  to: number,
) =>
  samples.some((sample, index) => {
    const seconds = Math.floor(index / channels) / 8000;
    return index % channels === channel && seconds >= from && seconds < to && Math.abs(sample) > 1000;
  });

const take: Take = {
  durationMs: 3000,
  sounds: [
    { speaker: "application", text: "a".repeat(10), offsetMs: 0 },
    { speaker: "farParty", text: "b".repeat(10), offsetMs: 2000 },
  ],
};

describe("a recording's file", () => {
  test("has each speaker at the right time, and in the right channel when there are two", () => {
    const wave = readWave(Buffer.concat([...waveFile({ channels: 2, takes: [take] })]));
    expect(wave.seconds).toBe(3);
    expect([isHeard(wave, 1, 0, 0.7), isHeard(wave, 1, 0.8, 3)]).toEqual([true, false]);
    expect([isHeard(wave, 0, 0, 1.9), isHeard(wave, 0, 2, 2.7)]).toEqual([false, true]);
  });

  test("is a valid WAV file of the length that was announced, whatever is said", () => {
    const sounds = fc.array(
      fc.record({
        speaker: fc.constantFrom("farParty" as const, "application" as const),
        text: fc.string({ minLength: 1, maxLength: 60 }),
        offsetMs: fc.integer({ min: -2000, max: 5000 }),
      }),
      { maxLength: 4 },
    );
    const takes = fc.array(fc.record({ durationMs: fc.integer({ min: 0, max: 3000 }), sounds }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.constantFrom(1 as const, 2 as const), takes, (channels, parts) => {
        const file = Buffer.concat([...waveFile({ channels, takes: parts })]);
        expect(file.length).toBe(waveFileSize({ channels, takes: parts }));
        expect(readWave(file).channels).toBe(channels);
      }),
      { numRuns: 30 },
    );
  });
});

test("a downloaded recording is a WAV file as long as the recording says, and audible", async () => {
  const world = await createWorld();
  const [recording] = (await world.send("GET", world.paths.recordings)).body;
  const response = await fetch(recording.mediaUrl, {
    headers: { authorization: `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}` },
  });
  expect(response.headers.get("content-type")).toBe("audio/vnd.wave");
  const wave = readWave(Buffer.from(await response.arrayBuffer()));
  expect(`PT${wave.seconds}S`).toBe(recording.duration);
  expect(isHeard(wave, 0, 0, 1)).toBe(true);
  await world.stop();
});

test("a recording of more days than a WAV header can tell has the longest length there is", () => {
  const [header] = waveFile({ channels: 2, takes: [{ durationMs: 7 * 24 * 60 * 60 * 1000, sounds: [] }] });
  expect(header?.readUInt32LE(4)).toBe(0xffff_ffff);
  expect(header?.readUInt32LE(40)).toBe(0xffff_ffff);
});
