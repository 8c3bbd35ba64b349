import type { CreateCall } from "bandwidth-sdk";
import { GraphQLError } from "graphql";
import { z } from "zod";
import type { Bxml } from "../bxml/document.ts";
import { eventUrl } from "../bxml/eventUrls.ts";
import { isAsking, placeOf } from "../callControl/askingEvents.ts";
import { type CallScript, callScriptId } from "../callControl/callScripts.ts";
import { type Control, type Instructions, longestWait } from "../callControl/instructions.ts";
import type { LookupRequest } from "../datasources/lookup.ts";
import type { RequestBody } from "../datasources/requestBody.ts";
import { CallState } from "../datasources/voice/calls.ts";
import { MessageBody, settlingTag } from "../messageBody.ts";
import { readEvent } from "../subscriptions/event.ts";
import { MOST_CALL_SCRIPTS } from "../subscriptions/store.ts";
import { bxmlFor } from "./BxmlInput.ts";
import { badInput, parseArgument } from "./badInput.ts";
import type { CallSource } from "./Call.ts";
import { askingEvent } from "./CallAwaitingInstructions.ts";
import { scriptOf, toInstructions } from "./CallInstructionsInput.ts";
import { recordingById } from "./CallRecording.ts";
import { conferenceById } from "./Conference.ts";
import {
  UpdateCallBxmlInput,
  UpdateConferenceBxmlInput,
  UpdateConferenceInput,
  UpdateConferenceMemberInput,
} from "./ConferenceInputs.ts";
import { CreateCallInput } from "./CreateCallInput.ts";
import { CreateMessageInput } from "./CreateMessageInput.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context } from "./context.ts";
import { documentToKeep, documentToSend } from "./documentToGive.ts";
import { globalId } from "./globalId.ts";
import {
  HangUpCallInput,
  JoinConferenceInput,
  PlayAudioInCallInput,
  SendDtmfInput,
  SpeakInCallInput,
  TransferCallInput,
} from "./InCallInputs.ts";
import { id } from "./inputPieces.ts";
import { CreateLookupInput } from "./LookupInputs.ts";
import { GenerateCodeInput, VerifyCodeInput } from "./MfaInputs.ts";
import { LONGEST_CALLBACK_TIMEOUT, PutCallScriptInput } from "./PutCallScriptInput.ts";
import {
  RecordingInput,
  TranscribeCallRecordingInput,
  UpdateCallRecordingStateInput,
} from "./RecordingInputs.ts";
import { UpdateCallInput } from "./UpdateCallInput.ts";
import { ContentType, UploadMediaInput } from "./UploadMediaInput.ts";

/** What createCall came to: its answer, or the id alone where only the call's own callback told it. */
const PlacedCall: z.ZodType<CallSource> = z.union([
  z.object({ callId: z.string(), loaded: z.literal(false) }),
  CallState,
]);
/** What is kept of a code that was sent. */
const SentVoiceCode = z.object({ callId: z.string() });
const SentMessagingCode = z.object({ messageId: z.string() });
const DeleteRealTimeTranscriptionInput = z.object({ callId: id, transcriptionId: id });
const ReplayEventInput = z.object({ eventId: id });
const AnswerEventInput = z.object({ eventId: id, bxml: z.unknown() });
const DeleteCallScriptInput = z.object({ callScriptId: id });
const DeleteMediaInput = z.object({ mediaId: id });

/** A lookup as it was when it was created: its results are asked for by its id. */
const CreatedLookup = z
  .object({ requestId: z.string(), status: z.string().optional() })
  .transform((lookup): LookupRequest => ({ ...lookup, errors: [], failedPhoneNumbers: [] }));

/** A mutation that gives a live call a document to run now. */
const runInCall =
  (schema: z.ZodType<{ callId: string; bxml: Bxml }>, field = "input") =>
  async (
    _parent: unknown,
    { input }: { input: unknown },
    { datasources, callbackTarget }: Context,
  ): Promise<{ call: CallSource }> => {
    const { callId, bxml } = parseArgument("input", schema, input);
    await datasources.voice.updateCallBxml(callId, documentToSend(bxml, field, callbackTarget));
    return { call: { callId, loaded: false } };
  };

export const Mutation: CompleteResolvers["Mutation"] = {
  async createCall(_parent, { input }, context) {
    const { idempotencyKey, ...call } = parseArgument("input", CreateCallInput, input);
    const { datasources, once, callControls, createId, expectEnd } = context;
    const answerId = call.answerUrl === undefined ? createId() : undefined;
    const instructions = instructionsOf(call, context);
    const request = createCallRequest(call, answerId, context);
    const placed = await once({
      operation: "createCall",
      key: idempotencyKey,
      input: call,
      answerId,
      result: PlacedCall,
      async send() {
        // Kept before the call is placed, for it may be answered before createCall is.
        if (answerId && instructions) {
          const control: Control = { rules: [{ instructions }] };
          await callControls.keep([{ id: answerId, control: JSON.stringify(control) }]);
        }
        const created = await datasources.voice.createCall(request);
        await expectEnd([{ kind: "call", id: created.callId, recipient: "" }]);
        return created;
      },
    });
    return { call: placed };
  },

  async updateCall(_parent, { input }, context) {
    const { callId, bxml, ...request } = parseArgument("input", UpdateCallInput, input);
    const redirect = bxml && (await redirectToGateway(bxml, context));
    await context.datasources.voice.updateCall(callId, { ...request, ...redirect });
    return { call: { callId, loaded: false } };
  },

  updateCallBxml: runInCall(UpdateCallBxmlInput, "input.bxml"),
  speakInCall: runInCall(SpeakInCallInput),
  playAudioInCall: runInCall(PlayAudioInCallInput),
  sendDtmf: runInCall(SendDtmfInput),
  transferCall: runInCall(TransferCallInput),
  joinConference: runInCall(JoinConferenceInput),

  async hangUpCall(_parent, { input }, { datasources }) {
    const { callId } = parseArgument("input", HangUpCallInput, input);
    await datasources.voice.updateCall(callId, { state: "completed" });
    return { call: { callId, loaded: false } };
  },

  async updateConference(_parent, { input }, { datasources }) {
    const { conferenceId, ...request } = parseArgument("input", UpdateConferenceInput, input);
    await datasources.conferences.updateConference(conferenceId, request);
    return { conference: conferenceById(conferenceId) };
  },

  async updateConferenceBxml(_parent, { input }, { datasources, callbackTarget }) {
    const { conferenceId, bxml } = parseArgument("input", UpdateConferenceBxmlInput, input);
    const document = documentToSend(bxml, "input.bxml", callbackTarget);
    await datasources.conferences.updateConferenceBxml(conferenceId, document);
    return { conference: conferenceById(conferenceId) };
  },

  async updateConferenceMember(_parent, { input }, { datasources, conferenceChanged }) {
    const { conferenceId, callId, ...request } = parseArgument("input", UpdateConferenceMemberInput, input);
    await datasources.conferences.updateConferenceMember({ conferenceId, callId }, request);
    conferenceChanged(conferenceId);
    return { conferenceMember: { conferenceId, callId, loaded: false } };
  },

  async updateCallRecordingState(_parent, { input }, { datasources }) {
    const { callId, state } = parseArgument("input", UpdateCallRecordingStateInput, input);
    await datasources.recordings.updateRecordingState(callId, { state });
    return { call: { callId, loaded: false } };
  },

  async deleteRecording(_parent, { input }, { datasources }) {
    const key = parseArgument("input", RecordingInput, input);
    await datasources.recordings.deleteRecording(key);
    const { callId, recordingId } = key;
    return {
      deletedId: globalId("CallRecording", callId, recordingId),
      recordingId,
      call: { callId, loaded: false },
    };
  },

  async deleteRecordingMedia(_parent, { input }, { datasources }) {
    const key = parseArgument("input", RecordingInput, input);
    await datasources.recordings.deleteRecordingMedia(key);
    return { recording: { ...recordingById(key), status: "deleted" } };
  },

  async transcribeCallRecording(_parent, { input }, { datasources, callbackTarget, once }) {
    const { idempotencyKey, ...parsed } = parseArgument("input", TranscribeCallRecordingInput, input);
    const { callId, recordingId, ...request } = parsed;
    const { baseUrl, username, password } = callbackTarget;
    const toGateway = {
      callbackUrl: `${baseUrl}/callbacks/voice/transcriptionAvailable`,
      username,
      password,
    };
    const key = { callId, recordingId };
    await once({
      operation: "transcribeCallRecording",
      key: idempotencyKey,
      input: parsed,
      result: z.literal(true),
      async send() {
        await datasources.recordings.transcribe(
          key,
          request.callbackUrl ? request : { ...request, ...toGateway },
        );
        return true as const;
      },
    });
    return { recording: recordingById(key) };
  },

  async deleteCallTranscription(_parent, { input }, { datasources }) {
    const key = parseArgument("input", RecordingInput, input);
    await datasources.recordings.deleteTranscription(key);
    return { recording: recordingById(key) };
  },

  async deleteRealTimeTranscription(_parent, { input }, { datasources }) {
    const key = parseArgument("input", DeleteRealTimeTranscriptionInput, input);
    await datasources.realTimeTranscriptions.deleteRealTimeTranscription(key);
    const { callId, transcriptionId } = key;
    return {
      deletedId: globalId("RealTimeTranscription", callId, transcriptionId),
      transcriptionId,
      call: { callId, loaded: false },
    };
  },

  async generateVoiceCode(_parent, { input }, { datasources, once, voiceApplicationId }) {
    const { idempotencyKey, ...request } = parseArgument("input", GenerateCodeInput, input);
    const { applicationId = voiceApplicationId } = request;
    if (!applicationId)
      throw badInput("input.applicationId", "is required: the gateway has no BW_VOICE_APPLICATION_ID");
    const { callId } = await once({
      operation: "generateVoiceCode",
      key: idempotencyKey,
      input: request,
      result: SentVoiceCode,
      send: () => datasources.mfa.generateVoiceCode({ ...request, applicationId }),
    });
    return { call: { callId, loaded: false } };
  },

  async generateMessagingCode(_parent, { input }, { datasources, once, messagingApplicationId }) {
    const { idempotencyKey, ...request } = parseArgument("input", GenerateCodeInput, input);
    const { applicationId = messagingApplicationId } = request;
    if (!applicationId)
      throw badInput("input.applicationId", "is required: the gateway has no BW_MESSAGING_APPLICATION_ID");
    return once({
      operation: "generateMessagingCode",
      key: idempotencyKey,
      input: request,
      result: SentMessagingCode,
      send: () => datasources.mfa.generateMessagingCode({ ...request, applicationId }),
    });
  },

  verifyCode: (_parent, { input }, { datasources }) =>
    datasources.mfa.verifyCode(parseArgument("input", VerifyCodeInput, input)),

  async createLookup(_parent, { input }, { datasources, once }) {
    const { idempotencyKey, phoneNumbers } = parseArgument("input", CreateLookupInput, input);
    let isNew = false;
    const created = await once({
      operation: "createLookup",
      key: idempotencyKey,
      input: phoneNumbers,
      result: CreatedLookup,
      send() {
        isNew = true;
        return datasources.lookup.create(phoneNumbers);
      },
    });
    return { lookup: { ...created, mayBeOver: !isNew } };
  },

  async uploadMedia(_parent, { input }, { mediaBytes, datasources }) {
    const { file, ...about } = parseArgument("input", UploadMediaInput, input);
    const mediaFile = await file.read(async ({ contentType, bytes }) => {
      parseArgument("input.file", ContentType, contentType);
      return datasources.calls.write(() => mediaBytes.upload({ ...about, contentType, bytes }));
    });
    return { mediaFile };
  },

  async replayEvent(_parent, { input }, { log, now, createId }) {
    const { eventId } = parseArgument("input", ReplayEventInput, input);
    const entry = await log.find(eventId);
    if (!entry) throw notFound(`The log has no event ${eventId}`);
    const { seq: _seq, cursor: _cursor, late: _late, ...original } = entry;
    // Of a copy the original is sent again.
    const copy = {
      ...original,
      id: createId(),
      receivedAt: now().getTime(),
      replayOf: original.replayOf ?? original.id,
    };
    const [event] = (await log.append([copy])).map(readEvent);
    return event && { event };
  },

  async putCallScript(_parent, { input }, context) {
    const { callScripts } = context;
    const { instructions, ...scope } = parseArgument("input", PutCallScriptInput, input);
    const callScript: CallScript = {
      ...scope,
      instructions: toInstructions(instructions, "input.instructions", context, {
        longest: longestWait(LONGEST_CALLBACK_TIMEOUT),
        usual: longestWait(),
      }),
    };
    const isKept = await callScripts.put(callScriptId(scope), JSON.stringify(callScript));
    if (!isKept) throw conflict(`The gateway stores ${MOST_CALL_SCRIPTS} call scripts already`);
    return { callScript };
  },

  async deleteCallScript(_parent, { input }, { callScripts }) {
    const { callScriptId } = parseArgument("input", DeleteCallScriptInput, input);
    if (!(await callScripts.remove(callScriptId))) throw notFound(`There is no call script ${callScriptId}`);
    return { callScriptId };
  },

  async answerEvent(_parent, { input }, { log, eventAnswers, callbackTarget, now }) {
    const { eventId, ...answered } = parseArgument("input", AnswerEventInput, input);
    const entry = await log.find(eventId);
    if (!entry) throw notFound(`The log has no event ${eventId}`);
    if (!isAsking(entry)) throw conflict(`The event ${eventId} asks for no answer`);
    const bxml = parseArgument("input.bxml", bxmlFor(placeOf(entry.type)), answered.bxml);
    const document = documentToKeep(bxml, "input.bxml", callbackTarget);
    const answeredAt = now().getTime();
    const afterMs = Math.max(0, answeredAt - entry.receivedAt);
    const answer = { source: "LIVE" as const, document, answeredAt, afterMs };
    if (!(await eventAnswers.answerWaiting(eventId, answer, answeredAt)))
      throw conflict(`The event ${eventId} does not wait for an answer, or not any more`);
    return { event: askingEvent(entry) };
  },

  async deleteMedia(_parent, { input }, { datasources }) {
    const { mediaId } = parseArgument("input", DeleteMediaInput, input);
    await datasources.media.deleteFile(mediaId);
    return { deletedId: globalId("MediaFile", mediaId), mediaId };
  },

  async createMessage(_parent, { input }, context) {
    const { datasources, once, messagingApplicationId, now, createId, expectEnd } = context;
    const { idempotencyKey, ...message } = parseArgument("input", CreateMessageInput, input);
    const { applicationId = messagingApplicationId } = message;
    if (!applicationId)
      throw badInput("input.applicationId", "is required: the gateway has no BW_MESSAGING_APPLICATION_ID");
    // Comes back in the message's callbacks, which thereby tell what came of it should the answer be lost.
    const tag = message.tag ?? (idempotencyKey === undefined ? undefined : settlingTag(createId()));
    const sent = await once({
      operation: "createMessage",
      key: idempotencyKey,
      input: message,
      answerId: message.tag === undefined ? tag : undefined,
      result: MessageBody,
      async send() {
        if (message.expiration && new Date(message.expiration) <= now())
          throw badInput("input.expiration", "must be in the future");
        const created = await datasources.messaging.createMessage({ ...message, tag, applicationId });
        const { id } = created;
        await expectEnd(message.to.map((recipient) => ({ kind: "message", id, recipient })));
        return created;
      },
    });
    return { message: sent };
  },
};

const notFound = (message: string) => new GraphQLError(message, { extensions: { code: "NOT_FOUND" } });
const conflict = (message: string) => new GraphQLError(message, { extensions: { code: "CONFLICT" } });

/** A redirect to this gateway, which answers the `redirect` event with the document. */
async function redirectToGateway(bxml: Bxml, { callControls, callbackTarget, createId }: Context) {
  const id = createId();
  const document = documentToKeep(bxml, "input.bxml", callbackTarget);
  const instructions: Instructions = { kind: "script", entries: [{ event: "redirect", document }] };
  const control: Control = { isOfOneEvent: true, rules: [{ instructions }] };
  await callControls.keep([{ id, control: JSON.stringify(control) }]);
  const { username, password } = callbackTarget;
  return { redirectUrl: `${eventUrl(callbackTarget)("redirect")}/${id}`, username, password };
}

/** What the client says of how the call is answered. */
function instructionsOf(
  { onAnswer, onEvents, instructions, callbackTimeout }: Omit<CreateCallInput, "idempotencyKey">,
  context: Context,
): Instructions | undefined {
  const longest = longestWait(callbackTimeout);
  if (instructions)
    return toInstructions(instructions, "input.instructions", context, { longest, usual: longest });
  return (onAnswer ?? onEvents) === undefined
    ? undefined
    : scriptOf({ onAnswer, onEvents }, "input", context.callbackTarget);
}

/** The contract's request. Without an answer URL of the client's own the gateway is asked, under an id that finds the instructions. */
function createCallRequest(
  input: Omit<CreateCallInput, "idempotencyKey">,
  answerId: string | undefined,
  context: Context,
): RequestBody<CreateCall> {
  const {
    applicationId = context.voiceApplicationId,
    onAnswer: _,
    onEvents: _e,
    instructions: _i,
    ...call
  } = input;
  if (!applicationId)
    throw badInput("input.applicationId", "is required: the gateway has no BW_VOICE_APPLICATION_ID");
  if (call.answerUrl !== undefined) return { ...call, answerUrl: call.answerUrl, applicationId };

  const { baseUrl, username, password } = context.callbackTarget;
  const { machineDetection } = call;
  const detectionUrl = `${baseUrl}/callbacks/voice/machineDetectionComplete`;
  return {
    ...call,
    applicationId,
    answerUrl: `${baseUrl}/callbacks/voice/answer/${answerId}`,
    disconnectUrl: `${baseUrl}/callbacks/voice/disconnect/${answerId}`,
    username,
    password,
    machineDetection:
      machineDetection && machineDetection.mode !== "sync" && !machineDetection.callbackUrl
        ? { ...machineDetection, callbackUrl: detectionUrl, username, password }
        : machineDetection,
  };
}
