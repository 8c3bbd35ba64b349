import { z } from "zod";
import { decimal, list, text } from "../../lenient.ts";
import { createLoader } from "../loader.ts";
import { path, type Rest } from "../rest.ts";
import { naming } from "../upstreamError.ts";

/** A transcription of a live call: listRealTimeTranscriptions tells its id and name, getRealTimeTranscription its text. */
const ListedTranscription = z.object({ transcriptionId: z.string(), transcriptionName: text });
const ListedTranscriptions = list(ListedTranscription);
const CallTranscription = z.object({
  transcriptionId: z.string(),
  tracks: list(z.object({ track: text, transcript: text, confidence: decimal, detectedLanguage: text }))
    .optional()
    .catch(undefined),
});
export type TranscribedTrack = NonNullable<z.infer<typeof CallTranscription>["tracks"]>[number];

export type CallTranscriptionKey = { callId: string; transcriptionId: string };

/** The transcriptions of live calls; `account` is the account's path. */
export function createRealTimeTranscriptions(rest: Rest, account: string) {
  const pathOfTranscription = ({ callId, transcriptionId }: CallTranscriptionKey) =>
    account + path`/calls/${callId}/transcriptions/${transcriptionId}`;
  const callTranscription = createLoader(
    rest.calls,
    async (key: CallTranscriptionKey) => (await rest.get(pathOfTranscription(key), CallTranscription)).body,
    ({ callId, transcriptionId }) => `${callId}/${transcriptionId}`,
  );
  const callTranscriptions = createLoader(
    rest.calls,
    async (callId: string) =>
      (await rest.get(account + path`/calls/${callId}/transcriptions`, ListedTranscriptions)).body,
    (callId) => callId,
  );

  return {
    /** listRealTimeTranscriptions; empty when Bandwidth does not know the call. */
    realTimeTranscriptions: async (callId: string) => (await callTranscriptions.load(callId)) ?? [],

    /** getRealTimeTranscription; `undefined` when Bandwidth does not know it. */
    realTimeTranscription: (key: CallTranscriptionKey) => callTranscription.load(key),

    /** deleteRealTimeTranscription. */
    async deleteRealTimeTranscription(key: CallTranscriptionKey): Promise<void> {
      await naming(`transcription ${key.transcriptionId} of call ${key.callId}`, () =>
        rest.delete(pathOfTranscription(key)),
      );
      callTranscription.clear(key);
      callTranscriptions.clear(key.callId);
    },
  };
}
export type RealTimeTranscriptions = ReturnType<typeof createRealTimeTranscriptions>;
