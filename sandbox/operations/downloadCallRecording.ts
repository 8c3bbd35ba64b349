import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { waveFile, waveFileSize } from "../audio.ts";
import type { Services } from "../services.ts";
import type { RecordedAudio } from "../voice/recording.ts";
import { findRecording, notFound } from "./getCallRecording.ts";
import type { Operation } from "./operation.ts";

/** Answers with a recording's WAV file, made while it is sent. */
export function sendAudio(reply: FastifyReply, audio: RecordedAudio) {
  if (audio.status !== "complete") throw notFound(`Recording [${audio.recordingId}] media not found`);
  return reply
    .header("content-type", "audio/vnd.wave")
    .header("content-length", waveFileSize(audio))
    .send(Readable.from(waveFile(audio), { objectMode: false }));
}

/** GET /accounts/{accountId}/calls/{callId}/recordings/{recordingId}/media. */
export const downloadCallRecording =
  ({ store }: Pick<Services, "store">): Operation =>
  (request, reply) =>
    sendAudio(reply, findRecording(store, request.params));
