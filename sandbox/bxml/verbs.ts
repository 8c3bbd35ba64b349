import type { ElementReader } from "./element.ts";
import { notEmulated, type Verb } from "./verb.ts";
import { bridge } from "./verbs/bridge.ts";
import { conference } from "./verbs/conference.ts";
import { forward } from "./verbs/forward.ts";
import { gather } from "./verbs/gather.ts";
import { hangup } from "./verbs/hangup.ts";
import { pause } from "./verbs/pause.ts";
import { playAudio } from "./verbs/playAudio.ts";
import { record } from "./verbs/record.ts";
import { pauseRecording, resumeRecording, startRecording, stopRecording } from "./verbs/recording.ts";
import { redirect } from "./verbs/redirect.ts";
import { ring } from "./verbs/ring.ts";
import { sendDtmf } from "./verbs/sendDtmf.ts";
import { speakSentence } from "./verbs/speakSentence.ts";
import { startGather, stopGather } from "./verbs/startGather.ts";
import { startStream, stopStream } from "./verbs/startStream.ts";
import { startTranscription, stopTranscription } from "./verbs/startTranscription.ts";
import { tag } from "./verbs/tag.ts";
import { transfer } from "./verbs/transfer.ts";

/** A beta of 2026, which needs the endpoints that the sandbox does not have. It ends the call rather than do nothing. */
const connect: ElementReader<Verb> = {
  name: "Connect",
  read: () => {
    throw notEmulated("<Connect>");
  },
};

const ALL: readonly ElementReader<Verb>[] = [
  bridge,
  conference,
  connect,
  forward,
  gather,
  hangup,
  pause,
  pauseRecording,
  playAudio,
  record,
  redirect,
  resumeRecording,
  ring,
  sendDtmf,
  speakSentence,
  startGather,
  startRecording,
  startStream,
  startTranscription,
  stopGather,
  stopRecording,
  stopStream,
  stopTranscription,
  tag,
  transfer,
];

/** Bandwidth's verbs by name. Each one's description says which attributes, values and content it takes. */
export const VERBS: ReadonlyMap<string, ElementReader<Verb>> = new Map(ALL.map((verb) => [verb.name, verb]));
