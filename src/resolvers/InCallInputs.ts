import { z } from "zod";
import type { Bxml, BxmlElement } from "../bxml/document.ts";
import type * as Graph from "../generated/resolvers.ts";
import { documentVerbs, Verbs } from "./BxmlInput.ts";
import { VERB_INPUTS } from "./BxmlVerbInput.ts";
import { id, optional } from "./inputPieces.ts";

// What the mutations say that do one thing in a live call: its verb, and what comes then.

type Fields<Input> = Record<keyof Input, z.ZodType>;

const afterwards = optional(Verbs);

/** Keeps a call up until it gets another document: a call whose document ends is hung up. The longest that Bandwidth takes. */
const KEEP_UP: readonly BxmlElement[] = [
  { name: "Pause", attributes: { duration: "86400" }, content: [], eventsToGateway: [] },
];

/** The document of a verb and of those that the client wrote in `afterwards`. */
function inCall(
  callId: string,
  verb: BxmlElement,
  others: readonly BxmlElement[],
  check: z.RefinementCtx,
): { callId: string; bxml: Bxml } {
  const pathOf = (index: number) => (index === 0 ? [] : ["afterwards", index - 1]);
  return { callId, bxml: { verbs: documentVerbs([verb, ...others], "call", check, pathOf) } };
}

export const SpeakInCallInput = z
  .object({
    callId: id,
    speakSentence: VERB_INPUTS.speakSentence,
    afterwards,
  } satisfies Fields<Graph.SpeakInCallInput>)
  .transform((input, check) => inCall(input.callId, input.speakSentence, input.afterwards ?? KEEP_UP, check));

export const PlayAudioInCallInput = z
  .object({
    callId: id,
    playAudio: VERB_INPUTS.playAudio,
    afterwards,
  } satisfies Fields<Graph.PlayAudioInCallInput>)
  .transform((input, check) => inCall(input.callId, input.playAudio, input.afterwards ?? KEEP_UP, check));

export const SendDtmfInput = z
  .object({ callId: id, sendDtmf: VERB_INPUTS.sendDtmf, afterwards } satisfies Fields<Graph.SendDtmfInput>)
  .transform((input, check) => inCall(input.callId, input.sendDtmf, input.afterwards ?? KEEP_UP, check));

export const TransferCallInput = z
  .object({
    callId: id,
    transfer: VERB_INPUTS.transfer,
    afterwards,
  } satisfies Fields<Graph.TransferCallInput>)
  .transform((input, check) => inCall(input.callId, input.transfer, input.afterwards ?? [], check));

export const JoinConferenceInput = z
  .object({
    callId: id,
    conference: VERB_INPUTS.conference,
    afterwards,
  } satisfies Fields<Graph.JoinConferenceInput>)
  .transform((input, check) => inCall(input.callId, input.conference, input.afterwards ?? [], check));

export const HangUpCallInput = z.object({ callId: id } satisfies Fields<Graph.HangUpCallInput>);
