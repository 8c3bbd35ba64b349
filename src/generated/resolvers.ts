import type { Upload } from '../resolvers/Upload.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CallSource } from '../resolvers/Call.ts';
import type { CallRecordingSource } from '../resolvers/CallRecording.ts';
import type { ConferenceSource } from '../resolvers/Conference.ts';
import type { ConferenceMemberSource } from '../resolvers/ConferenceMember.ts';
import type { ConferenceRecordingSource } from '../resolvers/ConferenceRecording.ts';
import type { NodeSource } from '../resolvers/Node.ts';
import type { LookupSource } from '../resolvers/Lookup.ts';
import type { NumberInformation } from '../datasources/lookup.ts';
import type { MediaItem } from '../datasources/media.ts';
import type { MessagingCode } from '../resolvers/GenerateMessagingCodePayload.ts';
import type { RealTimeTranscriptionSource } from '../resolvers/RealTimeTranscription.ts';
import type { TranscribedTrack as RestTrack } from '../datasources/voice/realTimeTranscriptions.ts';
import type { TranscriptionSource } from '../resolvers/Transcription.ts';
import type { MessageSource, MessageEdgeSource } from '../resolvers/Message.ts';
import type { Delivery } from '../subscriptions/deliveries.ts';
import type { CallScript as StoredCallScript } from '../callControl/callScripts.ts';
import type { Instructions, ScriptEntry as StoredScriptEntry, Live, Forward } from '../callControl/instructions.ts';
import type { AskingEventSource } from '../resolvers/CallAwaitingInstructions.ts';
import type { WaitingCall } from '../callControl/waitingCalls.ts';
import type { EventAnswer } from '../subscriptions/eventAnswer.ts';
import type { Gap, UnknownEvent as LoggedUnknownEvent, EventOf, DetectionResult, TranscriptionOfEvent, StreamOfEvent, LiveTranscriptionOfEvent } from '../subscriptions/event.ts';
import type { Context } from '../resolvers/context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant as RFC 3339 text in UTC with milliseconds, e.g. `2026-11-21T09:35:00.000Z`. */
  DateTime: { input: Date; output: string | Date; }
  /** A length of time as ISO 8601 text, e.g. `PT13.67S`. */
  Duration: { input: string; output: string; }
  /** Any JSON value, passed through as it is. */
  JSON: { input: unknown; output: unknown; }
  /**
   * A file, sent by the GraphQL multipart request spec (https://github.com/jaydenseric/graphql-multipart-request-spec). As a variable
   * only.
   */
  Upload: { input: Upload; output: never; }
};

/** An outbound call was answered. It asks for BXML. */
export type AnswerEvent = AskingEvent & CallEvent & Event & {
  readonly __typename?: 'AnswerEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** What the gateway answered. See `AskingEvent`. */
  readonly instructions?: Maybe<GivenInstructions>;
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** What machine detection found out. */
  readonly machineDetectionResult?: Maybe<MachineDetectionResult>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** What `answerEvent` sends. */
export type AnswerEventInput = {
  /** What the call does now. */
  readonly bxml: BxmlInput;
  /** `id` of the event. One that the log does not have gives `NOT_FOUND`. */
  readonly eventId: Scalars['ID']['input'];
};

/** What came of `answerEvent`. */
export type AnswerEventPayload = {
  readonly __typename?: 'AnswerEventPayload';
  /** The event that was answered. */
  readonly event: AskingEvent;
};

/** Which of Bandwidth's APIs an entity comes from. */
export type ApiVersion =
  /** Programmable Voice v2 and Messaging v2. */
  | 'V2';

/** An event that asks for BXML. */
export type AskingEvent = {
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Unique in the log, and the same wherever the same callback is received: made of its content. */
  readonly id: Scalars['ID']['output'];
  /** What the gateway answered; `null` until it has, where an application was to answer and failed, and on a copy that is `replayed`. */
  readonly instructions?: Maybe<GivenInstructions>;
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** The types of events that ask for BXML. Those of conferences may go without. */
export type AskingEventType =
  /** See `AnswerEvent`. */
  | 'ANSWER'
  /** See `BridgeCompleteEvent`. */
  | 'BRIDGE_COMPLETE'
  /** See `BridgeTargetCompleteEvent`. */
  | 'BRIDGE_TARGET_COMPLETE'
  /** See `ConferenceCreatedEvent`. */
  | 'CONFERENCE_CREATED'
  /** See `ConferenceMemberExitEvent`. */
  | 'CONFERENCE_MEMBER_EXIT'
  /** See `ConferenceMemberJoinEvent`. */
  | 'CONFERENCE_MEMBER_JOIN'
  /** See `ConferenceRedirectEvent`. */
  | 'CONFERENCE_REDIRECT'
  /** See `GatherEvent`. */
  | 'GATHER'
  /** See `InitiateEvent`. */
  | 'INITIATE'
  /** See `RecordCompleteEvent`. */
  | 'RECORD_COMPLETE'
  /** See `RedirectEvent`. */
  | 'REDIRECT'
  /** See `TransferAnswerEvent`. */
  | 'TRANSFER_ANSWER'
  /** See `TransferCompleteEvent`. */
  | 'TRANSFER_COMPLETE';

/** A verb of which nothing more can be said: `{ hangup: {} }`. An object, so that what Bandwidth may add to it has a place. */
export type BareVerbInput = {
  /** Leave it out. GraphQL knows no input without a field. */
  readonly nothing?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The target of a Bridge left first, or the calls could not be bridged. It asks for BXML for the call that executed Bridge. */
export type BridgeCompleteEvent = AskingEvent & CallEvent & Event & {
  readonly __typename?: 'BridgeCompleteEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** Why it ended. */
  readonly cause?: Maybe<DisconnectCause>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Bandwidth's own id of that error, to quote to its support. */
  readonly errorId?: Maybe<Scalars['String']['output']>;
  /** What went wrong, when it ended with an error. */
  readonly errorMessage?: Maybe<Scalars['String']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** What the gateway answered. See `AskingEvent`. */
  readonly instructions?: Maybe<GivenInstructions>;
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `cause` in Bandwidth's own spelling. */
  readonly rawCause?: Maybe<Scalars['String']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** Bridge. Both calls must be answered and not bridged yet; what the other one runs is cancelled. */
export type BridgeInput = {
  /** How `bridgeCompleteFallbackUrl` is asked; POST by default. */
  readonly bridgeCompleteFallbackMethod?: InputMaybe<CallbackMethod>;
  /** Asked when `bridgeCompleteUrl` fails; http or https, up to 2048 characters. */
  readonly bridgeCompleteFallbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `bridgeCompleteUrl` is asked; POST by default. */
  readonly bridgeCompleteMethod?: InputMaybe<CallbackMethod>;
  /**
   * Your own web server, asked with a `bridgeComplete` event how this call goes on when the other has left: then this must be the
   * last verb. http or https, up to 2048 characters.
   */
  readonly bridgeCompleteUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `bridgeTargetCompleteFallbackUrl` is asked; POST by default. */
  readonly bridgeTargetCompleteFallbackMethod?: InputMaybe<CallbackMethod>;
  /** Asked when `bridgeTargetCompleteUrl` fails; http or https, up to 2048 characters. */
  readonly bridgeTargetCompleteFallbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `bridgeTargetCompleteUrl` is asked; POST by default. */
  readonly bridgeTargetCompleteMethod?: InputMaybe<CallbackMethod>;
  /**
   * Your own web server, asked with a `bridgeTargetComplete` event how the other call goes on when this one has left. http or
   * https, up to 2048 characters.
   */
  readonly bridgeTargetCompleteUrl?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth password for both fallback URLs. */
  readonly fallbackPassword?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for both fallback URLs. */
  readonly fallbackUsername?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth password that goes with `username`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** Your own text, sent with this and each later event of the call; up to 256 characters. An empty text clears it. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** The other call. */
  readonly targetCallId: Scalars['ID']['input'];
  /** Basic auth user for both URLs; Bandwidth then requires https. Up to 1024 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** The call that executed Bridge left first. It asks for BXML for the target. */
export type BridgeTargetCompleteEvent = AskingEvent & CallEvent & Event & {
  readonly __typename?: 'BridgeTargetCompleteEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** What the gateway answered. See `AskingEvent`. */
  readonly instructions?: Maybe<GivenInstructions>;
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** Call-control instructions, in exactly one of the forms below. BXML: https://dev.bandwidth.com/docs/voice/bxml */
export type BxmlInput =
  /**
   * The verbs, in the order in which they run, at most 1,000; as a document, with the URLs and credentials that the gateway adds, at
   * most 64 KB. None at all hang up. When the last one has run and no event asks how to go on, the call is hung up.
   */
  { readonly verbs: ReadonlyArray<BxmlVerbInput>; readonly xml?: never; }
  |  /**
   * A BXML document as text, e.g. `<Response><SpeakSentence>Hello</SpeakSentence></Response>`. At most 64 KB with what
   * the gateway adds, well-formed, root `Response`, only verbs that Bandwidth documents. Relative URLs in it point at this gateway. URLs of what comes beside the
   * call, such as `recordingAvailableUrl`, are this gateway's where they are left out, as with `verbs`; those that end the
   * document are not filled in. The gateway adds its callback credentials to each verb whose event URLs all lead to it.
   */
  { readonly verbs?: never; readonly xml: Scalars['String']['input']; };

/**
 * One verb of BXML, exactly one of the fields. A value that Bandwidth would refuse is refused with `BAD_USER_INPUT` and its place,
 * such as `input.bxml.verbs[2].gather.maxDigits`, before anything is sent; so is a verb behind one that ends the document, because
 * it would never run.
 *
 * **URLs left out are this gateway's**: the events come to its log and subscribers. Those of what comes beside the call, such as
 * `recordingAvailableUrl`, always; `gatherUrl`, `recordCompleteUrl`, `transferCompleteUrl`, `bridgeCompleteUrl` and `redirectUrl`,
 * which end the document and ask for another, on the last verb only: before other verbs they stay out, no such event is sent, and
 * the next verb runs. A verb that names one of its URLs itself keeps to those that it names, for Bandwidth has one pair of
 * credentials for all of them.
 *
 * In a conference only `speakSentence`, `playAudio`, `startRecording`, `pauseRecording`, `resumeRecording` and `stopRecording` may
 * run.
 */
export type BxmlVerbInput =
  /**
   * Joins this call with another. As the last verb it asks with `bridgeComplete` how to go on. Not in what answers
   * `transferAnswer`.
   */
  { readonly bridge: BridgeInput; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /**
   * Joins a conference, which begins with its first member. The next verb runs when the conference was ended over this API. Not in
   * what answers `transferAnswer`.
   */
  { readonly bridge?: never; readonly conference: ConferenceInput; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Connects the call with endpoints (Bandwidth's beta). */
  { readonly bridge?: never; readonly conference?: never; readonly connect: ConnectInput; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /**
   * Hands an unanswered inbound call over to another party, for good: the last verb, and no event but `disconnect` follows. Not in
   * what answers `transferAnswer`.
   */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward: ForwardInput; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Collects digits. As the last verb it asks with a `gather` event how to go on; before others it discards them and goes on. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather: GatherInput; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Hangs up, or rejects an inbound call that is not answered: the last verb. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup: BareVerbInput; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Waits in silence. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause: PauseInput; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Leaves out of the recording what follows. Goes on at once. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording: BareVerbInput; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Plays a sound file. The next verb waits. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio: PlayAudioInput; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /**
   * Records the caller until silence, a digit or `maxDuration`. As the last verb it then asks with a `recordComplete` event how to
   * go on.
   */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record: RecordInput; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Asks with a `redirect` event how to go on: the last verb. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect: RedirectInput; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Goes on with a paused recording. Goes on at once. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording: BareVerbInput; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Plays a ringing tone. The next verb waits. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring: RingInput; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Sends key tones to the call. The next verb waits. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf: DtmfInput; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Speaks a text. The next verb waits. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence: SpeakSentenceInput; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** From now on each digit pressed is a `dtmf` event. Goes on at once. Cannot be combined with `forward`. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather: StartGatherInput; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Records from now on until `stopRecording` or the end of the call or conference. Goes on at once; ignored while one is running. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording: StartRecordingInput; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Sends the call's sound to a WebSocket from now on. Goes on at once. A call has 4 tracks at most. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream: StartStreamInput; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Transcribes what is said from now on. Goes on at once. A call has 4 tracks at most. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription: StartTranscriptionInput; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Ends `startGather`. Goes on at once. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather: BareVerbInput; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Ends `startRecording`. Goes on at once. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording: BareVerbInput; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Ends a stream. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream: StopStreamInput; readonly stopTranscription?: never; readonly tag?: never; readonly transfer?: never; }
  |  /** Ends a real-time transcription, or all of the call's. Goes on at once. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription: StopTranscriptionInput; readonly tag?: never; readonly transfer?: never; }
  |  /** Sets the call's tag. Goes on at once. */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag: TagInput; readonly transfer?: never; }
  |  /**
   * Calls others, who ring together, and joins the first that answers. As the last verb it asks with `transferComplete` how to go
   * on when they are gone. Not in what answers `transferAnswer`.
   */
  { readonly bridge?: never; readonly conference?: never; readonly connect?: never; readonly forward?: never; readonly gather?: never; readonly hangup?: never; readonly pause?: never; readonly pauseRecording?: never; readonly playAudio?: never; readonly record?: never; readonly redirect?: never; readonly resumeRecording?: never; readonly ring?: never; readonly sendDtmf?: never; readonly speakSentence?: never; readonly startGather?: never; readonly startRecording?: never; readonly startStream?: never; readonly startTranscription?: never; readonly stopGather?: never; readonly stopRecording?: never; readonly stopStream?: never; readonly stopTranscription?: never; readonly tag?: never; readonly transfer: TransferInput; };

/**
 * A call leg at Bandwidth. Reached through an event or a mutation it may be known by its id alone: then the first other field
 * costs one upstream call (getCallState) for all of them, and is `null` where neither Bandwidth shows the call (yet, or any more) nor the
 * gateway's log tells of it. `state`, the times and how it ended are the further of what Bandwidth shows, which may be minutes old, and
 * what the call's events told; the state never goes back, and they cost no upstream call once the log has the call's end. While Bandwidth
 * cannot be asked, fields are what the events told, and those of which they told nothing fail.
 */
export type Call = Node & {
  readonly __typename?: 'Call';
  /** Account that the call belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` before. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** The API that the call belongs to. */
  readonly api: ApiVersion;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** Bandwidth's id of this leg, `c-` and 45 characters. */
  readonly callId: Scalars['ID']['output'];
  /** Which way the call was set up. Never changes. */
  readonly direction?: Maybe<CallDirection>;
  /** Why the call ended; `null` before. */
  readonly disconnectCause?: Maybe<DisconnectCause>;
  /** When the call ended; `null` before. */
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** When an outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Bandwidth's own id of that error, to quote to its support. */
  readonly errorId?: Maybe<Scalars['String']['output']>;
  /** What went wrong, when the call ended with an error. */
  readonly errorMessage?: Maybe<Scalars['String']['output']>;
  /** Events of this call in the gateway's log, oldest first. Costs no upstream call. `first` is 1 to 1000. */
  readonly events?: Maybe<EventConnection>;
  /** Calling party: an E.164 number, or one of `Restricted`, `Anonymous`, `Private`, `Unavailable`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /**
   * What is known of `from`; `null` when it is no E.164 number. It is billed. Costs no upstream call of its own: all numbers that the
   * operation wants share one (createSyncLookup) per 100, made when its other reads are done. See `Query.lookupPhoneNumbers`.
   */
  readonly fromLookup?: Maybe<LookupResult>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** The `Identity` header of an inbound call, where the account is set up to pass it on. */
  readonly identity?: Maybe<Scalars['String']['output']>;
  /** When Bandwidth last changed the call's state. */
  readonly lastUpdate?: Maybe<Scalars['DateTime']['output']>;
  /**
   * The call that transferred to this leg, when this is the B-leg of a Transfer. Its ids cost nothing more, its other fields one
   * upstream call (getCallState) unless the operation has read it.
   */
  readonly parentCall?: Maybe<Call>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `disconnectCause` in Bandwidth's own spelling. */
  readonly rawDisconnectCause?: Maybe<Scalars['String']['output']>;
  /** `state` in Bandwidth's own spelling. */
  readonly rawState?: Maybe<Scalars['String']['output']>;
  /** Transcriptions made while the call ran. Costs one upstream call (listRealTimeTranscriptions). */
  readonly realTimeTranscriptions?: Maybe<ReadonlyArray<RealTimeTranscription>>;
  /**
   * Recordings of this call. Kept by Bandwidth for 30 days. Costs one upstream call (listCallRecordings). Three or more calls that the
   * operation has read, such as those of `Query.calls`, share one (listAccountCallRecordings, over the time of the calls) instead; where
   * 1000 recordings began in that time, the most that Bandwidth lists, or that list fails, it is one each after all.
   */
  readonly recordings?: Maybe<ReadonlyArray<CallRecording>>;
  /** When the call was dialled or came in; `null` while it is queued. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Where the call stands: the further of what Bandwidth shows and what its events told, or the latter alone while Bandwidth cannot be
   * asked. A call that was just placed is `QUEUED`.
   */
  readonly state?: Maybe<CallState>;
  /** Result of STIR/SHAKEN verification of an inbound call: `verstat`, `attestationIndicator`, `originatingId`, and others to come. */
  readonly stirShaken?: Maybe<Scalars['JSON']['output']>;
  /** Called party: an E.164 number, or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What is known of `to`. It is billed and costs likewise. */
  readonly toLookup?: Maybe<LookupResult>;
};


/**
 * A call leg at Bandwidth. Reached through an event or a mutation it may be known by its id alone: then the first other field
 * costs one upstream call (getCallState) for all of them, and is `null` where neither Bandwidth shows the call (yet, or any more) nor the
 * gateway's log tells of it. `state`, the times and how it ended are the further of what Bandwidth shows, which may be minutes old, and
 * what the call's events told; the state never goes back, and they cost no upstream call once the log has the call's end. While Bandwidth
 * cannot be asked, fields are what the events told, and those of which they told nothing fail.
 */
export type CallEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** A call that waits for instructions. */
export type CallAwaitingInstructions = {
  readonly __typename?: 'CallAwaitingInstructions';
  /** Until then `answerEvent` is taken; afterwards the call gets the fallback. */
  readonly deadline: Scalars['DateTime']['output'];
  /** What happened. Its `id` goes into `answerEvent`. */
  readonly event: AskingEvent;
};

/** A page of calls. */
export type CallConnection = {
  readonly __typename?: 'CallConnection';
  /** The calls, each with its cursor. */
  readonly edges: ReadonlyArray<CallEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** Which way a call was set up. */
export type CallDirection =
  /** From the phone network to the account. */
  | 'INBOUND'
  /** From the account to the phone network. */
  | 'OUTBOUND'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/** A call in a page of calls. */
export type CallEdge = {
  readonly __typename?: 'CallEdge';
  /** Reading goes on behind this call with `after: cursor` and the same `filter`. Good for as long as Bandwidth accepts its page tokens. */
  readonly cursor: Scalars['String']['output'];
  /** The call. */
  readonly node: Call;
};

/** An event of one call leg. Facts: https://dev.bandwidth.com/docs/voice/webhooks */
export type CallEvent = {
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** Which calls `Query.calls` gives. Conditions that are given must all hold; the names are Bandwidth's query parameters. */
export type CallFilter = {
  /** Why the call ended, in Bandwidth's spelling, e.g. `hangup`, `callback-error`. */
  readonly disconnectCause?: InputMaybe<Scalars['String']['input']>;
  /** Calling party: an E.164 number. */
  readonly from?: InputMaybe<Scalars['String']['input']>;
  /** Calls started at or before this time. */
  readonly maxStartTime?: InputMaybe<Scalars['DateTime']['input']>;
  /** Calls started at or after this time. */
  readonly minStartTime?: InputMaybe<Scalars['DateTime']['input']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: InputMaybe<Scalars['String']['input']>;
};

/** How events are answered: one of the three is there. Documents are shown with names and passwords masked. */
export type CallInstructions = {
  readonly __typename?: 'CallInstructions';
  /** By an application. */
  readonly forward?: Maybe<ForwardInstructions>;
  /** By whoever listens to `callsAwaitingInstructions`. */
  readonly live?: Maybe<LiveInstructions>;
  /** The entries of a script, in the order in which they are tried. */
  readonly script?: Maybe<ReadonlyArray<ScriptEntry>>;
};

/**
 * How the events of a call that ask for BXML are answered, in exactly one of three ways. The events of calls that a Transfer in it
 * makes are answered likewise.
 */
export type CallInstructionsInput =
  /** By an application of your own, over HTTP. */
  { readonly forward: ForwardInstructionsInput; readonly live?: never; readonly script?: never; }
  |  /** By whoever listens to `callsAwaitingInstructions`. */
  { readonly forward?: never; readonly live: LiveInstructionsInput; readonly script?: never; }
  |  /** By documents that are written now. */
  { readonly forward?: never; readonly live?: never; readonly script: ScriptInput; };

/**
 * A recording of a call. Reached through an event it holds what the event said, as of then: `status` and `transcription` may have changed
 * since, and the sound may be gone. A field that the event did not say costs one upstream call (getCallRecording) for all of them.
 */
export type CallRecording = Node & Recording & {
  readonly __typename?: 'CallRecording';
  /** Account that the call belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** The API that the recording belongs to. */
  readonly api: ApiVersion;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /**
   * The call that was recorded. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read
   * it.
   */
  readonly call: Call;
  /** Bandwidth's id of the call that was recorded. */
  readonly callId: Scalars['ID']['output'];
  /** 1, or 2 when each party is on a channel of its own. */
  readonly channels?: Maybe<Scalars['Int']['output']>;
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** Length of the sound; pauses of the recording are not in it. */
  readonly duration?: Maybe<Scalars['Duration']['output']>;
  /** When the recording ended. */
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** Format of the sound file. */
  readonly fileFormat?: Maybe<FileFormat>;
  /** Calling party of the call. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /**
   * Where the sound is played from, by an `<audio>` element for one, without any credentials: a signed URL of this gateway, good for 60 to
   * 90 minutes; a browser that has read it may keep it as long. `null` where the recording is known to have no sound (yet, or any more).
   * Costs nothing until it is used, and one upstream call (downloadCallRecording) for each request then.
   */
  readonly mediaUrl?: Maybe<Scalars['String']['output']>;
  /** The call that transferred to this leg, when a B-leg was recorded. */
  readonly parentCallId?: Maybe<Scalars['ID']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `fileFormat` in Bandwidth's own spelling. */
  readonly rawFileFormat?: Maybe<Scalars['String']['output']>;
  /** `status` in Bandwidth's own spelling. */
  readonly rawStatus?: Maybe<Scalars['String']['output']>;
  /** Bandwidth's id of the recording, `r-` and 45 characters. */
  readonly recordingId: Scalars['ID']['output'];
  /** Name given to the recording, where it has one. */
  readonly recordingName?: Maybe<Scalars['String']['output']>;
  /** When the recording began. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** How far Bandwidth is with it. */
  readonly status?: Maybe<RecordingStatus>;
  /** Called party of the call. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** Its transcription; `null` where none was asked for. Costs nothing but its text. */
  readonly transcription?: Maybe<Transcription>;
  /** The number that the B-leg of a transfer was called from. */
  readonly transferCallerId?: Maybe<Scalars['String']['output']>;
  /** The number that the B-leg of a transfer was called at. */
  readonly transferTo?: Maybe<Scalars['String']['output']>;
};

/** How the events of calls are answered that have no instructions of their own. */
export type CallScript = {
  readonly __typename?: 'CallScript';
  /** Calls of this voice application; `null`: of all. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** Made of application, number and event. */
  readonly callScriptId: Scalars['ID']['output'];
  /** Events of this type; `null`: of all. */
  readonly event?: Maybe<AskingEventType>;
  /** How they are answered. */
  readonly instructions: CallInstructions;
  /** Calls of this number; `null`: of all. */
  readonly number?: Maybe<Scalars['String']['output']>;
};

/** A page of call scripts. */
export type CallScriptConnection = {
  readonly __typename?: 'CallScriptConnection';
  /** The scripts, each with its cursor. */
  readonly edges: ReadonlyArray<CallScriptEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** A call script in a page of them. */
export type CallScriptEdge = {
  readonly __typename?: 'CallScriptEdge';
  /** Reading goes on behind this script with `after: cursor`. */
  readonly cursor: Scalars['String']['output'];
  /** The script. */
  readonly node: CallScript;
};

/** Where a call stands. */
export type CallState =
  /** Answered and up. */
  | 'ANSWERED'
  /** Ended. */
  | 'DISCONNECTED'
  /** Dialled or ringing. */
  | 'INITIATED'
  /** Waiting in the account's queue. */
  | 'QUEUED'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/** An event that Bandwidth delivered, or a callback that was refused. */
export type CallbackDelivery = {
  readonly __typename?: 'CallbackDelivery';
  /**
   * What came: of an accepted event its own part of the body as JSON, otherwise the body (for GET, the query) as it came. The gateway's
   * secrets, passwords in URLs and the values of members such as `password` and `token` are masked.
   */
  readonly body: Scalars['String']['output'];
  /** How often the same came again. It is counted and not kept, for it is the same event. */
  readonly duplicates: Scalars['Int']['output'];
  /** The event that it became; `null` for what was refused. */
  readonly event?: Maybe<Event>;
  /** Id of the delivery, stable and no other's: `delivery-` and the id of the event, or the number of the refused callback. */
  readonly id: Scalars['ID']['output'];
  /** What became of it. */
  readonly outcome: CallbackOutcome;
  /** The path it came to; `null` for what was accepted, of which it is not kept. */
  readonly path?: Maybe<Scalars['String']['output']>;
  /** Why it was refused, in words; `null` otherwise. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** When it came in, for the first time. */
  readonly receivedAt: Scalars['DateTime']['output'];
};

/** Which deliveries `Query.callbackDeliveries` gives. Conditions that are given must all hold. */
export type CallbackDeliveryFilter = {
  /** Deliveries about this call; of those that were refused, the ones that name it anywhere. */
  readonly callId?: InputMaybe<Scalars['ID']['input']>;
  /** Deliveries that came in at or before this time. */
  readonly maxReceivedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Deliveries that came in at or after this time. */
  readonly minReceivedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Deliveries of which this became. */
  readonly outcome?: InputMaybe<CallbackOutcome>;
};

/** The HTTP method of a callback. */
export type CallbackMethod =
  /** The event as query parameters. */
  | 'GET'
  /** The event as a JSON body. */
  | 'POST';

/** What became of a callback. */
export type CallbackOutcome =
  /** It is in the event log. */
  | 'ACCEPTED'
  /** It is in the event log, and the same was delivered again. */
  | 'DUPLICATE'
  /** Refused; it is not in the event log. Of an array with good and bad elements the good ones are. */
  | 'REJECTED';

/**
 * A conference at Bandwidth: up to 20 calls, up to 24 hours. Reached through an event or a mutation it may be known by its id alone:
 * then the first other field costs one upstream call (getConference) for all of them, and is `null` where neither Bandwidth shows it nor the gateway's log tells it.
 */
export type Conference = Node & {
  readonly __typename?: 'Conference';
  /**
   * The calls that are in the conference now: whom Bandwidth shows, less those whose leaving an event told, and those whose joining an
   * event told in the last 5 minutes, which Bandwidth may not show yet. Costs one upstream call (getConference), shared with the other
   * fields of `Query.conference`; none once an event told its end. No event tells of `mute`, `hold` and `callIdsToCoach`: Bandwidth does.
   */
  readonly activeMembers?: Maybe<ReadonlyArray<ConferenceMember>>;
  /** The API that the conference belongs to. */
  readonly api: ApiVersion;
  /** When it ended, as its event told, or else as Bandwidth shows; `null` before. */
  readonly completedTime?: Maybe<Scalars['DateTime']['output']>;
  /** How `conferenceEventUrl` is called. */
  readonly conferenceEventMethod?: Maybe<CallbackMethod>;
  /** Where Bandwidth sends the events of the conference. */
  readonly conferenceEventUrl?: Maybe<Scalars['String']['output']>;
  /** Bandwidth's id of the conference, `conf-` and 45 characters. */
  readonly conferenceId: Scalars['ID']['output'];
  /** When it was created by its first member. */
  readonly createdTime?: Maybe<Scalars['DateTime']['output']>;
  /** Events of this conference in the gateway's log, oldest first. Costs no upstream call. `first` is 1 to 1000. */
  readonly events?: Maybe<EventConnection>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** One member by its call; `null` when Bandwidth does not know it. Costs one upstream call (getConferenceMember) unless it is at hand. */
  readonly member?: Maybe<ConferenceMember>;
  /** Name, as the BXML gave it; up to 100 characters. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** One recording; `null` when Bandwidth does not know it. Costs one upstream call (getConferenceRecording) unless it is at hand. */
  readonly recording?: Maybe<ConferenceRecording>;
  /** Recordings of the conference. Costs one upstream call (listConferenceRecordings). Kept by Bandwidth for 30 days. */
  readonly recordings?: Maybe<ReadonlyArray<ConferenceRecording>>;
  /** Tag of the conference, sent with its events. */
  readonly tag?: Maybe<Scalars['String']['output']>;
};


/**
 * A conference at Bandwidth: up to 20 calls, up to 24 hours. Reached through an event or a mutation it may be known by its id alone:
 * then the first other field costs one upstream call (getConference) for all of them, and is `null` where neither Bandwidth shows it nor the gateway's log tells it.
 */
export type ConferenceEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/**
 * A conference at Bandwidth: up to 20 calls, up to 24 hours. Reached through an event or a mutation it may be known by its id alone:
 * then the first other field costs one upstream call (getConference) for all of them, and is `null` where neither Bandwidth shows it nor the gateway's log tells it.
 */
export type ConferenceMemberArgs = {
  callId: Scalars['ID']['input'];
};


/**
 * A conference at Bandwidth: up to 20 calls, up to 24 hours. Reached through an event or a mutation it may be known by its id alone:
 * then the first other field costs one upstream call (getConference) for all of them, and is `null` where neither Bandwidth shows it nor the gateway's log tells it.
 */
export type ConferenceRecordingArgs = {
  recordingId: Scalars['ID']['input'];
};

/** The last member left a conference. */
export type ConferenceCompletedEvent = Event & {
  readonly __typename?: 'ConferenceCompletedEvent';
  /** That conference. Its ids cost nothing, its other fields one upstream call (getConference) unless the operation has read it. */
  readonly conference?: Maybe<Conference>;
  /** Bandwidth's id of the conference, `conf-` and 45 characters. */
  readonly conferenceId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** Name of the conference. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** Tag of the call that created the conference. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** A page of conferences. */
export type ConferenceConnection = {
  readonly __typename?: 'ConferenceConnection';
  /** The conferences, each with its cursor. */
  readonly edges: ReadonlyArray<ConferenceEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** A conference was created by its first member. */
export type ConferenceCreatedEvent = AskingEvent & Event & {
  readonly __typename?: 'ConferenceCreatedEvent';
  /** That conference. Its ids cost nothing, its other fields one upstream call (getConference) unless the operation has read it. */
  readonly conference?: Maybe<Conference>;
  /** Bandwidth's id of the conference, `conf-` and 45 characters. */
  readonly conferenceId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** What the gateway answered. See `AskingEvent`. */
  readonly instructions?: Maybe<GivenInstructions>;
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** Name of the conference. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** Tag of the call that created the conference. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** A conference in a page of conferences. */
export type ConferenceEdge = {
  readonly __typename?: 'ConferenceEdge';
  /** Reading goes on behind this conference with `after: cursor` and the same `filter`. Good for as long as Bandwidth accepts its page tokens. */
  readonly cursor: Scalars['String']['output'];
  /** The conference. */
  readonly node: Conference;
};

/** Which conferences `Query.conferences` gives. Conditions that are given must all hold; the names are Bandwidth's query parameters. */
export type ConferenceFilter = {
  /** Conferences created at or before this time. */
  readonly maxCreatedTime?: InputMaybe<Scalars['DateTime']['input']>;
  /** Conferences created at or after this time. */
  readonly minCreatedTime?: InputMaybe<Scalars['DateTime']['input']>;
  /** Name of the conference. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

/** Conference: up to 20 calls, up to 24 hours. */
export type ConferenceInput = {
  /** The calls that alone hear this one, which need not have joined yet. One coach per conference. */
  readonly callIdsToCoach?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Seconds that Bandwidth waits for an answer to an event of the conference, 1 to 25; default is that of the call. */
  readonly callbackTimeout?: InputMaybe<Scalars['Float']['input']>;
  /** How `conferenceEventFallbackUrl` is asked; POST by default. */
  readonly conferenceEventFallbackMethod?: InputMaybe<CallbackMethod>;
  /** Asked when `conferenceEventUrl` fails; http or https, up to 2048 characters. */
  readonly conferenceEventFallbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `conferenceEventUrl` is asked; POST by default. */
  readonly conferenceEventMethod?: InputMaybe<CallbackMethod>;
  /** Your own web server, told of who comes and goes. Only the first member's counts. http or https, up to 2048 characters. */
  readonly conferenceEventUrl?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth password for `conferenceEventFallbackUrl`. */
  readonly fallbackPassword?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `conferenceEventFallbackUrl`. */
  readonly fallbackUsername?: InputMaybe<Scalars['String']['input']>;
  /** Neither hears nor is heard. Default false. */
  readonly hold?: InputMaybe<Scalars['Boolean']['input']>;
  /** The others do not hear this call. Default false. */
  readonly mute?: InputMaybe<Scalars['Boolean']['input']>;
  /** Name: 1 to 100 letters, digits, `-`, `_` and `.`. Calls that name the same are together. */
  readonly name: Scalars['String']['input'];
  /** Basic auth password that goes with `username`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** Your own text, sent with this and each later event of the call; up to 256 characters. An empty text clears it. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `conferenceEventUrl`; Bandwidth then requires https. Up to 1024 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/**
 * A call in a conference. Reached through a mutation, or known from an event, it is known by its ids alone: then the first other field costs one upstream call
 * (getConferenceMember) for all of them.
 */
export type ConferenceMember = Node & {
  readonly __typename?: 'ConferenceMember';
  /**
   * That call. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it.
   * Bandwidth has no list of calls by their ids: for many members it is one each.
   */
  readonly call: Call;
  /** Bandwidth's id of the call that is the member. */
  readonly callId: Scalars['ID']['output'];
  /** The members that alone hear this one; empty or `null` when all do. */
  readonly callIdsToCoach?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** The conference. Its ids cost nothing, its other fields one upstream call (getConference) unless the operation has read it. */
  readonly conference: Conference;
  /** Bandwidth's id of the conference. */
  readonly conferenceId: Scalars['ID']['output'];
  /** True when this member neither hears the others nor is heard. */
  readonly hold?: Maybe<Scalars['Boolean']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** True when the others do not hear this member. */
  readonly mute?: Maybe<Scalars['Boolean']['output']>;
};

/** A call left a conference. */
export type ConferenceMemberExitEvent = AskingEvent & Event & {
  readonly __typename?: 'ConferenceMemberExitEvent';
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the member's call leg. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** That conference. Its ids cost nothing, its other fields one upstream call (getConference) unless the operation has read it. */
  readonly conference?: Maybe<Conference>;
  /** Bandwidth's id of the conference, `conf-` and 45 characters. */
  readonly conferenceId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** What the gateway answered. See `AskingEvent`. */
  readonly instructions?: Maybe<GivenInstructions>;
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** Name of the conference. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** Tag of the call that created the conference. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** A call joined a conference. */
export type ConferenceMemberJoinEvent = AskingEvent & Event & {
  readonly __typename?: 'ConferenceMemberJoinEvent';
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the member's call leg. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** That conference. Its ids cost nothing, its other fields one upstream call (getConference) unless the operation has read it. */
  readonly conference?: Maybe<Conference>;
  /** Bandwidth's id of the conference, `conf-` and 45 characters. */
  readonly conferenceId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** What the gateway answered. See `AskingEvent`. */
  readonly instructions?: Maybe<GivenInstructions>;
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** Name of the conference. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** Tag of the call that created the conference. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/**
 * A recording of a conference. Reached through an event it holds what the event said, as of then: `status` may have changed since, and
 * the sound may be gone. A field that the event did not say costs one upstream call (getConferenceRecording) for all of them.
 */
export type ConferenceRecording = Node & Recording & {
  readonly __typename?: 'ConferenceRecording';
  /** Account that the conference belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** The API that the recording belongs to. */
  readonly api: ApiVersion;
  /** Always 1. */
  readonly channels?: Maybe<Scalars['Int']['output']>;
  /**
   * The conference that was recorded. Its ids cost nothing, its other fields one upstream call (getConference) unless the operation has read
   * it.
   */
  readonly conference: Conference;
  /** Bandwidth's id of the conference that was recorded. */
  readonly conferenceId: Scalars['ID']['output'];
  /** Length of the sound; pauses of the recording are not in it. */
  readonly duration?: Maybe<Scalars['Duration']['output']>;
  /** When the recording ended. */
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** Format of the sound file. */
  readonly fileFormat?: Maybe<FileFormat>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /**
   * Where the sound is played from, by an `<audio>` element for one, without any credentials: a signed URL of this gateway, good for 60 to
   * 90 minutes; a browser that has read it may keep it as long. `null` where the recording is known to have no sound (yet, or any more).
   * Costs nothing until it is used, and one upstream call (downloadConferenceRecording) for each request then.
   */
  readonly mediaUrl?: Maybe<Scalars['String']['output']>;
  /** Name of the conference. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** `fileFormat` in Bandwidth's own spelling. */
  readonly rawFileFormat?: Maybe<Scalars['String']['output']>;
  /** `status` in Bandwidth's own spelling. */
  readonly rawStatus?: Maybe<Scalars['String']['output']>;
  /** Bandwidth's id of the recording, `r-` and 45 characters. */
  readonly recordingId: Scalars['ID']['output'];
  /** Name given to the recording, where it has one. */
  readonly recordingName?: Maybe<Scalars['String']['output']>;
  /** When the recording began. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** How far Bandwidth is with it. */
  readonly status?: Maybe<RecordingStatus>;
  /** Always `null`, and costs nothing: Bandwidth transcribes recordings of calls only. */
  readonly transcription?: Maybe<Transcription>;
};

/** A recording of a conference is ready. */
export type ConferenceRecordingAvailableEvent = Event & {
  readonly __typename?: 'ConferenceRecordingAvailableEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** 1, or 2 when each party is on a channel of its own. */
  readonly channels?: Maybe<Scalars['Int']['output']>;
  /** That conference. Its ids cost nothing, its other fields one upstream call (getConference) unless the operation has read it. */
  readonly conference?: Maybe<Conference>;
  /** Bandwidth's id of the conference, `conf-` and 45 characters. */
  readonly conferenceId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Length of the recording. */
  readonly duration?: Maybe<Scalars['Duration']['output']>;
  /** When the recording ended. */
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** Format of the sound file. */
  readonly fileFormat?: Maybe<FileFormat>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** Name of the conference. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `fileFormat` in Bandwidth's own spelling. */
  readonly rawFileFormat?: Maybe<Scalars['String']['output']>;
  /** `status` in Bandwidth's own spelling. */
  readonly rawStatus?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** That recording. What the event says of it costs nothing, its other fields one upstream call (getConferenceRecording). */
  readonly recording?: Maybe<ConferenceRecording>;
  /** Bandwidth's id of the recording, `r-` and 45 characters. */
  readonly recordingId?: Maybe<Scalars['ID']['output']>;
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the recording began. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** How far Bandwidth is with the recording. */
  readonly status?: Maybe<RecordingStatus>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** A conference was redirected by `updateConference`. */
export type ConferenceRedirectEvent = AskingEvent & Event & {
  readonly __typename?: 'ConferenceRedirectEvent';
  /** That conference. Its ids cost nothing, its other fields one upstream call (getConference) unless the operation has read it. */
  readonly conference?: Maybe<Conference>;
  /** Bandwidth's id of the conference, `conf-` and 45 characters. */
  readonly conferenceId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** What the gateway answered. See `AskingEvent`. */
  readonly instructions?: Maybe<GivenInstructions>;
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** Name of the conference. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** Tag of the call that created the conference. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** Connect. */
export type ConnectInput = {
  /** Bandwidth's ids of the endpoints, at least one. */
  readonly endpointIds: ReadonlyArray<Scalars['ID']['input']>;
  /**
   * Your own web server, told of the endpoints' events. http or https, up to 2048 characters. Left out, nobody is: Bandwidth sends
   * them without credentials, and the gateway takes none without.
   */
  readonly eventCallbackUrl?: InputMaybe<Scalars['String']['input']>;
};

/**
 * What `createCall` sends. Limits: https://dev.bandwidth.com/apis/voice/#operation/createCall.
 * A value that breaks one is refused with `BAD_USER_INPUT` and `extensions.field` before anything is sent.
 */
export type CreateCallInput = {
  /** How `answerFallbackUrl` is asked; POST by default. */
  readonly answerFallbackMethod?: InputMaybe<CallbackMethod>;
  /** Asked when your `answerUrl` fails. */
  readonly answerFallbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** How your `answerUrl` is asked; POST by default. */
  readonly answerMethod?: InputMaybe<CallbackMethod>;
  /**
   * Your own web server, asked for BXML when the call is answered; http or https, up to 2048 characters. Left out, the gateway is
   * asked and answers with `onAnswer`, `onEvents` or `instructions`, and also receives the call's `disconnect`.
   */
  readonly answerUrl?: InputMaybe<Scalars['String']['input']>;
  /** Voice application; left out, `BW_VOICE_APPLICATION_ID` of the gateway. */
  readonly applicationId?: InputMaybe<Scalars['ID']['input']>;
  /** Seconds to let it ring, 1 to 300, default 30. */
  readonly callTimeout?: InputMaybe<Scalars['Float']['input']>;
  /** Seconds that Bandwidth waits for an answer to a callback, 1 to 25, default 15. */
  readonly callbackTimeout?: InputMaybe<Scalars['Float']['input']>;
  /** How `disconnectUrl` is called; POST by default. */
  readonly disconnectMethod?: InputMaybe<CallbackMethod>;
  /**
   * Where Bandwidth tells that the call ended. Only with an `answerUrl` of your own. Left out, it is this gateway if the gateway is the answer URL too; beside an
   * `answerUrl` of your own the event is not sent, because Bandwidth would send it with the credentials meant for your server.
   */
  readonly disconnectUrl?: InputMaybe<Scalars['String']['input']>;
  /**
   * Caller name to show, up to 256 characters, no control characters. With `privacy` one of `Restricted`, `Anonymous`, `Private`,
   * `Unavailable`.
   */
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth password for `answerFallbackUrl`. */
  readonly fallbackPassword?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `answerFallbackUrl`. */
  readonly fallbackUsername?: InputMaybe<Scalars['String']['input']>;
  /**
   * The account's number to call from (E.164). Bandwidth once took `Restricted`, `Anonymous`, `Private` or `Unavailable` too; now
   * `privacy` hides the number.
   */
  readonly from: Scalars['String']['input'];
  /**
   * Makes the mutation happen at most once: repeated with the same key and input within 24 hours, also while the first is running and
   * after a restart or at another replica, it gives the same result and sends nothing. With another input: `IDEMPOTENCY_KEY_REUSED`. Where the outcome of the
   * first is not known: `OUTCOME_UNKNOWN`, until a callback of the call tells it; with an `answerUrl` of yours none does. What Bandwidth certainly did not carry out may be
   * repeated with the same key. 1 to 255 characters; make it up anew for each call or message, e.g. a UUID.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** How its events are answered, where that is not by `onAnswer` and `onEvents`. Only without `answerUrl`. */
  readonly instructions?: InputMaybe<CallInstructionsInput>;
  /** Ask Bandwidth to find out whether a human or a machine answered. */
  readonly machineDetection?: InputMaybe<MachineDetectionInput>;
  /**
   * What the call does when it is answered. Only without `answerUrl`. Where nothing says what the call does, not a call script either,
   * it is hung up. Instructions are kept for a day.
   */
  readonly onAnswer?: InputMaybe<BxmlInput>;
  /** What it does on other events, as in `ScriptInput`. Only without `answerUrl`. */
  readonly onEvents?: InputMaybe<ReadonlyArray<ScriptEntryInput>>;
  /** Basic auth password that goes with `username`. Up to 1024 characters. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** 1 (dialled first) to 5 (default). */
  readonly priority?: InputMaybe<Scalars['Int']['input']>;
  /** Hide the number that is called from. */
  readonly privacy?: InputMaybe<Scalars['Boolean']['input']>;
  /** Your own text, sent with each event of the call; up to 4096 characters. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** Whom to call: an E.164 number or a SIP URI. */
  readonly to: Scalars['String']['input'];
  /** Basic auth user for your `answerUrl` and `disconnectUrl`; Bandwidth then requires https. Up to 1024 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
  /**
   * User-To-User headers for a SIP call, comma separated, each ending in `;encoding=base64`, `;encoding=jwt` or `;encoding=hex`, 350
   * characters in all.
   */
  readonly uui?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `createCall`. */
export type CreateCallPayload = {
  readonly __typename?: 'CreateCallPayload';
  /** The call that was placed. Costs nothing more: it holds what createCall answers. */
  readonly call: Call;
};

/** What `createLookup` sends. */
export type CreateLookupInput = {
  /**
   * Makes the mutation happen at most once: repeated with the same key and input within 24 hours, also while the first is running and
   * after a restart or at another replica, it gives the same result and sends nothing. With another input: `IDEMPOTENCY_KEY_REUSED`. Where the outcome of the
   * first is not known: `OUTCOME_UNKNOWN`. What Bandwidth certainly did not carry out may be repeated with the same key. 1 to 255
   * characters; make it up anew each time, e.g. a UUID.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** The E.164 numbers to look up, 1 to 15000. */
  readonly phoneNumbers: ReadonlyArray<Scalars['String']['input']>;
};

/** What came of `createLookup`. */
export type CreateLookupPayload = {
  readonly __typename?: 'CreateLookupPayload';
  /**
   * The request, as a rule still `IN_PROGRESS`. Costs nothing more; in a repeat with the same `idempotencyKey` it is as it stands then, which
   * costs one upstream call (getAsyncBulkLookup, or getLookupStatus) unless only its ids are asked for.
   */
  readonly lookup: Lookup;
};

/**
 * What `createMessage` sends. Limits: https://dev.bandwidth.com/apis/messaging/#operation/createMessage.
 * A value that breaks one is refused with `BAD_USER_INPUT` and `extensions.field` before anything is sent.
 */
export type CreateMessageInput = {
  /** Messaging application; left out, `BW_MESSAGING_APPLICATION_ID` of the gateway. */
  readonly applicationId?: InputMaybe<Scalars['ID']['input']>;
  /** When to give up sending; in the future, but in a repeat with the same `idempotencyKey`. */
  readonly expiration?: InputMaybe<Scalars['DateTime']['input']>;
  /** The account's number to send from (E.164), or an alphanumeric sender id: up to 11 characters with at least one letter. */
  readonly from: Scalars['String']['input'];
  /**
   * Makes the mutation happen at most once: repeated with the same key and input within 24 hours, also while the first is running and
   * after a restart or at another replica, it gives the same result and sends nothing. With another input: `IDEMPOTENCY_KEY_REUSED`. Where the outcome of the
   * first is not known: `OUTCOME_UNKNOWN`, until a callback of the message tells; for that the message needs a tag of the gateway's, which
   * it gets where `tag` is left out. What Bandwidth certainly did not carry out may be repeated with the same key. 1 to 255 characters;
   * make it up anew for each call or message, e.g. a UUID.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** URLs of media to attach, each up to 4096 characters; makes it an MMS. */
  readonly media?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** How urgent it is; `DEFAULT` if left out. Not for MMS. */
  readonly priority?: InputMaybe<MessagePriority>;
  /** Your own text, sent with each event of the message; up to 1024 characters. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** What it says, up to 2048 characters. Required when there is no `media`. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Recipients as E.164 numbers, each once; more than one makes a group message, 10 participants at most. */
  readonly to: ReadonlyArray<Scalars['String']['input']>;
};

/** What came of `createMessage`. */
export type CreateMessagePayload = {
  readonly __typename?: 'CreateMessagePayload';
  /** The message that was accepted. What createMessage answers costs nothing, what a listing says one upstream call (listMessages). */
  readonly message: Message;
};

/** What `deleteCallScript` sends. */
export type DeleteCallScriptInput = {
  /** The script; one that is not stored gives `NOT_FOUND`. */
  readonly callScriptId: Scalars['ID']['input'];
};

/** What came of `deleteCallScript`. */
export type DeleteCallScriptPayload = {
  readonly __typename?: 'DeleteCallScriptPayload';
  /** The script that is no more. */
  readonly callScriptId: Scalars['ID']['output'];
};

/** What `deleteCallTranscription` sends. */
export type DeleteCallTranscriptionInput = {
  /** The call that was recorded. */
  readonly callId: Scalars['ID']['input'];
  /** The recording whose transcription to delete. */
  readonly recordingId: Scalars['ID']['input'];
};

/** What came of `deleteCallTranscription`. */
export type DeleteCallTranscriptionPayload = {
  readonly __typename?: 'DeleteCallTranscriptionPayload';
  /** The recording. Fields other than its ids cost one upstream call. */
  readonly recording: CallRecording;
};

/** What `deleteMedia` sends. */
export type DeleteMediaInput = {
  /** The file to delete. */
  readonly mediaId: Scalars['ID']['input'];
};

/** What came of `deleteMedia`. */
export type DeleteMediaPayload = {
  readonly __typename?: 'DeleteMediaPayload';
  /** Global id of the file that is gone, for a client's cache. */
  readonly deletedId: Scalars['ID']['output'];
  /** Name of the file that is gone. */
  readonly mediaId: Scalars['ID']['output'];
};

/** What `deleteRealTimeTranscription` sends. */
export type DeleteRealTimeTranscriptionInput = {
  /** The call. */
  readonly callId: Scalars['ID']['input'];
  /** The transcription to delete. */
  readonly transcriptionId: Scalars['ID']['input'];
};

/** What came of `deleteRealTimeTranscription`. */
export type DeleteRealTimeTranscriptionPayload = {
  readonly __typename?: 'DeleteRealTimeTranscriptionPayload';
  /** The call. Fields other than its ids cost one upstream call. */
  readonly call: Call;
  /** Global id of the transcription that is gone, for a client's cache. */
  readonly deletedId: Scalars['ID']['output'];
  /** Bandwidth's id of the transcription that is gone. */
  readonly transcriptionId: Scalars['ID']['output'];
};

/** What `deleteRecording` sends. */
export type DeleteRecordingInput = {
  /** The call that was recorded. */
  readonly callId: Scalars['ID']['input'];
  /** The recording to delete. */
  readonly recordingId: Scalars['ID']['input'];
};

/** What `deleteRecordingMedia` sends. */
export type DeleteRecordingMediaInput = {
  /** The call that was recorded. */
  readonly callId: Scalars['ID']['input'];
  /** The recording whose sound to delete. */
  readonly recordingId: Scalars['ID']['input'];
};

/** What came of `deleteRecordingMedia`. */
export type DeleteRecordingMediaPayload = {
  readonly __typename?: 'DeleteRecordingMediaPayload';
  /** The recording. Its `status` is `DELETED` and its `mediaUrl` `null`; fields other than these and its ids cost one upstream call. */
  readonly recording: CallRecording;
};

/** What came of `deleteRecording`. */
export type DeleteRecordingPayload = {
  readonly __typename?: 'DeleteRecordingPayload';
  /** The call that was recorded. Fields other than its ids cost one upstream call. */
  readonly call: Call;
  /** Global id of the recording that is gone, for a client's cache. */
  readonly deletedId: Scalars['ID']['output'];
  /** Bandwidth's id of the recording that is gone. */
  readonly recordingId: Scalars['ID']['output'];
};

/** Why a call, a leg of a transfer or a bridge ended. Bandwidth's list is open. */
export type DisconnectCause =
  /** A rate limit of the account was reached. */
  | 'ACCOUNT_LIMIT'
  /** The call tried something that is not supported, e.g. playing an .ogg file. */
  | 'APPLICATION_ERROR'
  /** The called party was busy. */
  | 'BUSY'
  /** A callback that asks for BXML could not be delivered. */
  | 'CALLBACK_ERROR'
  /** The caller gave up while it was ringing. */
  | 'CANCEL'
  /** Another error; see `errorMessage`. */
  | 'ERROR'
  /** The normal end: a party hung up, a Hangup verb ran, or the BXML ended. */
  | 'HANGUP'
  /** The BXML that was answered is not valid. */
  | 'INVALID_BXML'
  /** Bandwidth had no capacity left. */
  | 'NODE_CAPACITY_EXCEEDED'
  /** The called party declined. */
  | 'REJECTED'
  /** Not answered within `callTimeout`. */
  | 'TIMEOUT'
  /** Bandwidth says `unknown`, or a value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/** A call ended, for whatever reason. */
export type DisconnectEvent = CallEvent & Event & {
  readonly __typename?: 'DisconnectEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** Why it ended. */
  readonly cause?: Maybe<DisconnectCause>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the call ended. */
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Bandwidth's own id of that error, to quote to its support. */
  readonly errorId?: Maybe<Scalars['String']['output']>;
  /** What went wrong, when it ended with an error. */
  readonly errorMessage?: Maybe<Scalars['String']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `cause` in Bandwidth's own spelling. */
  readonly rawCause?: Maybe<Scalars['String']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** Why a call is passed on, as the Diversion header has it. */
export type DiversionReason =
  /** Away. */
  | 'AWAY'
  /** Deflected by the called party. */
  | 'DEFLECTION'
  /** Do not disturb. */
  | 'DO_NOT_DISTURB'
  /** Follow me. */
  | 'FOLLOW_ME'
  /** Not answered. */
  | 'NO_ANSWER'
  /** Out of service. */
  | 'OUT_OF_SERVICE'
  /** For the time of day. */
  | 'TIME_OF_DAY'
  /** Cannot be reached. */
  | 'UNAVAILABLE'
  /** Always. */
  | 'UNCONDITIONAL'
  /** Not told. */
  | 'UNKNOWN'
  /** Busy. */
  | 'USER_BUSY';

/** What becomes of the Diversion headers of an inbound call that is passed on. */
export type DiversionTreatment =
  /** They are left out. */
  | 'NONE'
  /** They are passed on. */
  | 'PROPAGATE'
  /** They are passed on, and one with the number that was called and `diversionReason` is added. */
  | 'STACK';

/** A digit was pressed while StartGather was on. */
export type DtmfEvent = CallEvent & Event & {
  readonly __typename?: 'DtmfEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The digit that was pressed. */
  readonly digit?: Maybe<Scalars['String']['output']>;
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The call that executed the Transfer, when this is about its B-leg. */
  readonly parentCallId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** The number that the B-leg was called from. */
  readonly transferCallerId?: Maybe<Scalars['String']['output']>;
  /** The number or SIP URI that the B-leg was called at. */
  readonly transferTo?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** SendDtmf. */
export type DtmfInput = {
  /** 1 to 50 of `0-9`, `*`, `#`, `A-D`, and for a pause `,` or `w` (half a second) or `W` (a second). */
  readonly digits: Scalars['String']['input'];
  /** Milliseconds of each tone, 50 to 5000, default 200. */
  readonly toneDuration?: InputMaybe<Scalars['Int']['input']>;
  /** Milliseconds between tones, 50 to 5000, default 400. */
  readonly toneInterval?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * Something that happened at Bandwidth, told by a callback and kept in the gateway's log. The same callback delivered twice is one
 * event. Fields that Bandwidth left out or sent in a form that cannot be read are `null`; `payload` has all it sent.
 */
export type Event = {
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The callback as Bandwidth sent it; `null` on a `GapEvent`. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it; `null` on a `GapEvent`. */
  readonly source?: Maybe<EventSource>;
  /** When it happened, as Bandwidth tells it (approximate); of a `RECONCILED` event, when the gateway found it out. */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** A page of the event log. */
export type EventConnection = {
  readonly __typename?: 'EventConnection';
  /** The events, each with its cursor. */
  readonly edges: ReadonlyArray<EventEdge>;
  /** Where this page stands in the log. */
  readonly pageInfo: PageInfo;
};

/** An event in a page of the log. */
export type EventEdge = {
  readonly __typename?: 'EventEdge';
  /** The event's own `cursor`. */
  readonly cursor: Scalars['String']['output'];
  /** The event. */
  readonly node: Event;
};

/** Which events to give. Conditions that are given must all hold. */
export type EventFilter = {
  /** Events of this voice or messaging application. */
  readonly applicationId?: InputMaybe<Scalars['ID']['input']>;
  /** Events that name this call as theirs. */
  readonly callId?: InputMaybe<Scalars['ID']['input']>;
  /** Events of this conference. */
  readonly conferenceId?: InputMaybe<Scalars['ID']['input']>;
  /** Events of this message. */
  readonly messageId?: InputMaybe<Scalars['ID']['input']>;
  /** Events in which this number or SIP URI is a caller, called party, sender, recipient or owner. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /**
   * Events of one of these types. `UNKNOWN` gives those of types that this gateway does not know. `GAP` cannot be asked for: a
   * `GapEvent` comes whatever the filter.
   */
  readonly types?: InputMaybe<ReadonlyArray<EventType>>;
};

/** How the gateway came to know an event. */
export type EventSource =
  /** Bandwidth delivered it. */
  | 'CALLBACK'
  /**
   * The gateway found it out over REST, because the callback did not come: a call's `disconnect`, a message's final event, a
   * conference's end and who had left it. Should the callback come after all, it is another event, and `late`.
   */
  | 'RECONCILED';

/** What happened. One value for each object type that implements `Event`. */
export type EventType =
  /** See `AnswerEvent`. */
  | 'ANSWER'
  /** See `BridgeCompleteEvent`. */
  | 'BRIDGE_COMPLETE'
  /** See `BridgeTargetCompleteEvent`. */
  | 'BRIDGE_TARGET_COMPLETE'
  /** See `ConferenceCompletedEvent`. */
  | 'CONFERENCE_COMPLETED'
  /** See `ConferenceCreatedEvent`. */
  | 'CONFERENCE_CREATED'
  /** See `ConferenceMemberExitEvent`. */
  | 'CONFERENCE_MEMBER_EXIT'
  /** See `ConferenceMemberJoinEvent`. */
  | 'CONFERENCE_MEMBER_JOIN'
  /** See `ConferenceRecordingAvailableEvent`. */
  | 'CONFERENCE_RECORDING_AVAILABLE'
  /** See `ConferenceRedirectEvent`. */
  | 'CONFERENCE_REDIRECT'
  /** See `DisconnectEvent`. */
  | 'DISCONNECT'
  /** See `DtmfEvent`. */
  | 'DTMF'
  /** See `GapEvent`. */
  | 'GAP'
  /** See `GatherEvent`. */
  | 'GATHER'
  /** See `InitiateEvent`. */
  | 'INITIATE'
  /** See `MachineDetectionCompleteEvent`. */
  | 'MACHINE_DETECTION_COMPLETE'
  /** See `MediaStreamRejectedEvent`. */
  | 'MEDIA_STREAM_REJECTED'
  /** See `MediaStreamStartedEvent`. */
  | 'MEDIA_STREAM_STARTED'
  /** See `MediaStreamStoppedEvent`. */
  | 'MEDIA_STREAM_STOPPED'
  /** See `MessageDeliveredEvent`. */
  | 'MESSAGE_DELIVERED'
  /** See `MessageFailedEvent`. */
  | 'MESSAGE_FAILED'
  /** See `MessageReadEvent`. */
  | 'MESSAGE_READ'
  /** See `MessageReceivedEvent`. */
  | 'MESSAGE_RECEIVED'
  /** See `MessageSendingEvent`. */
  | 'MESSAGE_SENDING'
  /** See `MessageSentEvent`. */
  | 'MESSAGE_SENT'
  /** See `RealTimeTranscriptionAvailableEvent`. */
  | 'REAL_TIME_TRANSCRIPTION_AVAILABLE'
  /** See `RealTimeTranscriptionRejectedEvent`. */
  | 'REAL_TIME_TRANSCRIPTION_REJECTED'
  /** See `RealTimeTranscriptionStartedEvent`. */
  | 'REAL_TIME_TRANSCRIPTION_STARTED'
  /** See `RealTimeTranscriptionStoppedEvent`. */
  | 'REAL_TIME_TRANSCRIPTION_STOPPED'
  /** See `RecordingAvailableEvent`. */
  | 'RECORDING_AVAILABLE'
  /** See `RecordCompleteEvent`. */
  | 'RECORD_COMPLETE'
  /** See `RedirectEvent`. */
  | 'REDIRECT'
  /** See `RequestedLocationResponseEvent`. */
  | 'REQUESTED_LOCATION_RESPONSE'
  /** See `SuggestionResponseEvent`. */
  | 'SUGGESTION_RESPONSE'
  /** See `TranscriptionAvailableEvent`. */
  | 'TRANSCRIPTION_AVAILABLE'
  /** See `TransferAnswerEvent`. */
  | 'TRANSFER_ANSWER'
  /** See `TransferCompleteEvent`. */
  | 'TRANSFER_COMPLETE'
  /** See `TransferDisconnectEvent`. */
  | 'TRANSFER_DISCONNECT'
  /** See `UnknownEvent`. */
  | 'UNKNOWN';

/** Format of a recording. */
export type FileFormat =
  /** MPEG audio. */
  | 'MP3'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN'
  /** PCM in a RIFF file. */
  | 'WAV';

/** Forward. */
export type ForwardInput = {
  /** Seconds to let it ring, 1 to 300, default 30. */
  readonly callTimeout?: InputMaybe<Scalars['Float']['input']>;
  /** Why the call is passed on. Only with `diversionTreatment: STACK`; `UNKNOWN` by default. */
  readonly diversionReason?: InputMaybe<DiversionReason>;
  /** What becomes of the Diversion headers of an inbound call; `NONE` by default. */
  readonly diversionTreatment?: InputMaybe<DiversionTreatment>;
  /**
   * Who seems to call: an E.164 number, or `Restricted`, `Anonymous`, `Private` or `Unavailable`. Left out, the number that was
   * called.
   */
  readonly from?: InputMaybe<Scalars['String']['input']>;
  /** To whom: an E.164 number or a SIP URI. */
  readonly to: Scalars['String']['input'];
  /**
   * User-To-User headers, comma separated, each ending in `;encoding=base64`, `;encoding=jwt` or `;encoding=hex`, 256 characters
   * in all. Only to a SIP URI.
   */
  readonly uui?: InputMaybe<Scalars['String']['input']>;
};

/** Instructions that an application gives. */
export type ForwardInstructions = {
  readonly __typename?: 'ForwardInstructions';
  /** Where it is told that the call ended. */
  readonly disconnectUrl?: Maybe<Scalars['String']['output']>;
  /** What the call does when it fails: BXML; `null`: what Bandwidth does about an answer of 502. */
  readonly fallback?: Maybe<Scalars['String']['output']>;
  /** How it is asked. */
  readonly method: CallbackMethod;
  /** Seconds that it has. */
  readonly timeout: Scalars['Float']['output'];
  /** The application, without its credentials. */
  readonly url: Scalars['String']['output'];
};

/**
 * The event is logged, then relayed to an application that answers with BXML as it would to Bandwidth: the same body or, with GET, query
 * parameters, the headers that Bandwidth sent, and the credentials given here. Its answer must have a status of 2xx and a document of 64 KB at most, with what
 * the gateway adds; redirects are not followed. URLs in its document, relative or not, that lead to hosts of `FORWARD_HOSTS` bring their events through the gateway to
 * the application, if all event URLs of the verb do; others, and that of `Connect`, go to Bandwidth as they are, and so do fallback URLs.
 */
export type ForwardInstructionsInput = {
  /** Where the application is told, likewise, that the call ended. Left out, it is not told. */
  readonly disconnectUrl?: InputMaybe<Scalars['String']['input']>;
  /**
   * What the call does when the application fails. Left out, Bandwidth is answered 502, as if it had asked the application itself: it asks the
   * fallback URL where there is one, and ends the call with `CALLBACK_ERROR` where not.
   */
  readonly fallback?: InputMaybe<BxmlInput>;
  /** How it is asked; POST by default. */
  readonly method?: InputMaybe<CallbackMethod>;
  /** Basic auth password that goes with `username`. Up to 1024 characters. Is never given out again. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** Seconds that the application has, as in `LiveInstructionsInput`. */
  readonly timeout?: InputMaybe<Scalars['Float']['input']>;
  /** The application, http or https, at a host of the gateway's `FORWARD_HOSTS`, up to 2048 characters, without a user and password in it. */
  readonly url: Scalars['String']['input'];
  /** Basic auth user for the application, over https only, or on the gateway's own machine. Up to 1024 characters. Is never given out again. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** Events that are missing here, told instead of being skipped silently. */
export type GapEvent = Event & {
  readonly __typename?: 'GapEvent';
  /** How many events were lost; `null` where nobody can know. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** Reading goes on behind the gap with `after`. Same as `toCursor`. */
  readonly cursor: Scalars['String']['output'];
  /** The events lost lie behind this cursor ... */
  readonly fromCursor: Scalars['String']['output'];
  /** Made of the two cursors. */
  readonly id: Scalars['ID']['output'];
  /** Always false. */
  readonly late: Scalars['Boolean']['output'];
  /** Always `null`. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** Always `gap`. */
  readonly rawType: Scalars['String']['output'];
  /** Why they were lost. */
  readonly reason: GapReason;
  /** When the gap was told. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** Always false. */
  readonly replayed: Scalars['Boolean']['output'];
  /** Always `null`. */
  readonly source?: Maybe<EventSource>;
  /** Always `null`. */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** ... up to and with this one. Where the log still has them (`SLOW_SUBSCRIBER`), `events(after: fromCursor)` gives them. */
  readonly toCursor: Scalars['String']['output'];
  /** Always `GAP`. */
  readonly type: EventType;
};

/** Why events are missing. */
export type GapReason =
  /**
   * The cursor is of another log: the gateway's DATA_DIR or Redis was replaced since, or lost its newest. All that this log has follows.
   * Told to live subscribers too, when it has lost what they may have got: then all that it has behind `toCursor` follows.
   */
  | 'LOG_REPLACED'
  /**
   * The log keeps events for `EVENT_RETENTION_DAYS`, up to `EVENT_LOG_MAX_MEGABYTES`, and they were older. Told to who comes with an old
   * cursor, and to all subscribers of a gateway from which Redis was away for so long: then nobody knows whether they matched.
   */
  | 'RETENTION'
  /** This subscriber read too slowly and its queue was full. The log has the events. */
  | 'SLOW_SUBSCRIBER';

/** A Gather ended, with or without digits. It asks for BXML. */
export type GatherEvent = AskingEvent & CallEvent & Event & {
  readonly __typename?: 'GatherEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The digits collected; empty when none was pressed in time. */
  readonly digits?: Maybe<Scalars['String']['output']>;
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** What the gateway answered. See `AskingEvent`. */
  readonly instructions?: Maybe<GivenInstructions>;
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The call that executed the Transfer, when this is about its B-leg. */
  readonly parentCallId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** The digit that ended the collection; empty when none did. */
  readonly terminatingDigit?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** The number that the B-leg was called from. */
  readonly transferCallerId?: Maybe<Scalars['String']['output']>;
  /** The number or SIP URI that the B-leg was called at. */
  readonly transferTo?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** Gather. */
export type GatherInput = {
  /** Basic auth password for `gatherFallbackUrl`. */
  readonly fallbackPassword?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `gatherFallbackUrl`. */
  readonly fallbackUsername?: InputMaybe<Scalars['String']['input']>;
  /** Seconds to wait for the first digit when the prompts are over, 0 to 60, default 5. */
  readonly firstDigitTimeout?: InputMaybe<Scalars['Float']['input']>;
  /** How `gatherFallbackUrl` is asked; POST by default. */
  readonly gatherFallbackMethod?: InputMaybe<CallbackMethod>;
  /** Asked when `gatherUrl` fails; http or https, up to 2048 characters. */
  readonly gatherFallbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `gatherUrl` is asked; POST by default. */
  readonly gatherMethod?: InputMaybe<CallbackMethod>;
  /**
   * Your own web server, asked with a `gather` event how to go on: then this must be the last verb. http or https, up to 2048
   * characters.
   */
  readonly gatherUrl?: InputMaybe<Scalars['String']['input']>;
  /** Seconds to wait for each further digit, 1 to 60, default 5. */
  readonly interDigitTimeout?: InputMaybe<Scalars['Float']['input']>;
  /** Most digits to collect, 1 to 50, default 50. */
  readonly maxDigits?: InputMaybe<Scalars['Int']['input']>;
  /** Basic auth password that goes with `username`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** What is played until a digit is pressed, in this order; 20 at most. */
  readonly prompts?: InputMaybe<ReadonlyArray<GatherPromptInput>>;
  /** How often the prompts are played while nothing is pressed, default 1. Times the number of prompts 20 at most. */
  readonly repeatCount?: InputMaybe<Scalars['Int']['input']>;
  /** Your own text, sent with this and each later event of the call; up to 256 characters. An empty text clears it. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** Digits that end it, of `0-9*#A-D`; none by default. */
  readonly terminatingDigits?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `gatherUrl`; Bandwidth then requires https. Up to 1024 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** What `gather` plays: exactly one of the fields. */
export type GatherPromptInput =
  /** Plays a sound file. */
  { readonly playAudio: PlayAudioInput; readonly speakSentence?: never; }
  |  /** Speaks a text. */
  { readonly playAudio?: never; readonly speakSentence: SpeakSentenceInput; };

/**
 * What `generateMessagingCode` sends. Limits: https://dev.bandwidth.com/apis/mfa. A value that breaks one is refused with
 * `BAD_USER_INPUT` and `extensions.field` before anything is sent.
 */
export type GenerateMessagingCodeInput = {
  /** Messaging application; left out, `BW_MESSAGING_APPLICATION_ID` of the gateway. Up to 50 characters. */
  readonly applicationId?: InputMaybe<Scalars['ID']['input']>;
  /** Digits of the code, 4 to 8. */
  readonly digits: Scalars['Int']['input'];
  /** The account's number to send from (E.164). */
  readonly from: Scalars['String']['input'];
  /**
   * Makes the mutation happen at most once: repeated with the same key and input within 24 hours, also while the first is running and
   * after a restart or at another replica, it gives the same result and sends nothing. With another input: `IDEMPOTENCY_KEY_REUSED`. Where the outcome of the
   * first is not known: `OUTCOME_UNKNOWN`. What Bandwidth certainly did not carry out may be repeated with the same key. 1 to 255
   * characters; make it up anew each time, e.g. a UUID.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** What is sent: `{CODE}` is replaced by the code and must be there, `{NAME}` and `{SCOPE}` may be. Up to 2048 characters. */
  readonly message: Scalars['String']['input'];
  /** What the code is for, e.g. `sign-in`; the code is valid for this alone. `2FA` if left out. Up to 25 characters. */
  readonly scope?: InputMaybe<Scalars['String']['input']>;
  /** Whom to send it to: an E.164 number. */
  readonly to: Scalars['String']['input'];
};

/** What came of `generateMessagingCode`. */
export type GenerateMessagingCodePayload = {
  readonly __typename?: 'GenerateMessagingCodePayload';
  /**
   * That message. Its ids cost nothing, its other fields one upstream call (listMessages); they are `null` as long as Bandwidth does
   * not list it.
   */
  readonly message: Message;
  /** Bandwidth's id of the message that tells the code. */
  readonly messageId: Scalars['ID']['output'];
};

/**
 * What `generateVoiceCode` sends. Limits: https://dev.bandwidth.com/apis/mfa. A value that breaks one is refused with `BAD_USER_INPUT`
 * and `extensions.field` before anything is sent.
 */
export type GenerateVoiceCodeInput = {
  /** Voice application; left out, `BW_VOICE_APPLICATION_ID` of the gateway. Up to 50 characters. */
  readonly applicationId?: InputMaybe<Scalars['ID']['input']>;
  /** Digits of the code, 4 to 8. */
  readonly digits: Scalars['Int']['input'];
  /** The account's number to call from (E.164). */
  readonly from: Scalars['String']['input'];
  /**
   * Makes the mutation happen at most once: repeated with the same key and input within 24 hours, also while the first is running and
   * after a restart or at another replica, it gives the same result and sends nothing. With another input: `IDEMPOTENCY_KEY_REUSED`. Where the outcome of the
   * first is not known: `OUTCOME_UNKNOWN`. What Bandwidth certainly did not carry out may be repeated with the same key. 1 to 255
   * characters; make it up anew each time, e.g. a UUID.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** What is said: `{CODE}` is replaced by the code and must be there, `{NAME}` and `{SCOPE}` may be. Up to 2048 characters. */
  readonly message: Scalars['String']['input'];
  /** What the code is for, e.g. `sign-in`; the code is valid for this alone. `2FA` if left out. Up to 25 characters. */
  readonly scope?: InputMaybe<Scalars['String']['input']>;
  /** Whom to call: an E.164 number. */
  readonly to: Scalars['String']['input'];
};

/** What came of `generateVoiceCode`. */
export type GenerateVoiceCodePayload = {
  readonly __typename?: 'GenerateVoiceCodePayload';
  /** The call that tells the code. Fields other than its ids cost one upstream call. */
  readonly call: Call;
};

/** What the gateway answered to an event, kept as long as the event. Delivered again, the event gets the same answer. */
export type GivenInstructions = {
  readonly __typename?: 'GivenInstructions';
  /** Milliseconds from the event's arrival to its answer. */
  readonly afterMs: Scalars['Int']['output'];
  /** When. */
  readonly answeredAt: Scalars['DateTime']['output'];
  /** BXML as it was given, with names and passwords masked; `null` where nothing was, to an event that may go without. */
  readonly document?: Maybe<Scalars['String']['output']>;
  /** Who answered. */
  readonly source: InstructionsSource;
};

/** What `hangUpCall` ends. */
export type HangUpCallInput = {
  /** The call. One that is over gives `CONFLICT` or `NOT_FOUND`. */
  readonly callId: Scalars['ID']['input'];
};

/** What came of `hangUpCall`. */
export type HangUpCallPayload = {
  readonly __typename?: 'HangUpCallPayload';
  /** The call that was ended. Bandwidth tells nothing but success: fields other than its ids cost one upstream call. */
  readonly call: Call;
};

/** A call came in. It asks for BXML. */
export type InitiateEvent = AskingEvent & CallEvent & Event & {
  readonly __typename?: 'InitiateEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** Where the call was diverted from: `origTo`, `reason`, and others. */
  readonly diversion?: Maybe<Scalars['JSON']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** What the gateway answered. See `AskingEvent`. */
  readonly instructions?: Maybe<GivenInstructions>;
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Result of STIR/SHAKEN verification: `verstat`, `attestationIndicator`, `originatingId`, and others to come. */
  readonly stirShaken?: Maybe<Scalars['JSON']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
  /** User-To-User header of the call. */
  readonly uui?: Maybe<Scalars['String']['output']>;
};

/** Who answered an event. */
export type InstructionsSource =
  /** There were no instructions: the call is hung up, and a conference goes on. */
  | 'DEFAULT'
  /** Nobody in time: it is the declared fallback. */
  | 'FALLBACK'
  /** The application that it was forwarded to. */
  | 'FORWARD'
  /** A client, by `answerEvent`. */
  | 'LIVE'
  /** A script: of the call, or a call script. */
  | 'SCRIPT';

/** What `joinConference` says. */
export type JoinConferenceInput = {
  /** What the call runs when the conference was ended, as verbs. Left out, or an empty list, the call is hung up. */
  readonly afterwards?: InputMaybe<ReadonlyArray<BxmlVerbInput>>;
  /** The call. One that is not answered, or is over, gives `CONFLICT` or `NOT_FOUND`. */
  readonly callId: Scalars['ID']['input'];
  /** Which conference, and how. */
  readonly conference: ConferenceInput;
};

/** What came of `joinConference`. */
export type JoinConferencePayload = {
  readonly __typename?: 'JoinConferencePayload';
  /** The call that was changed. Bandwidth tells nothing but success: fields other than its ids cost one upstream call. */
  readonly call: Call;
};

/** Kind of line of a phone number. */
export type LineType =
  /** A landline. */
  | 'FIXED'
  /** A mobile phone. */
  | 'MOBILE'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN'
  /** Over the internet. */
  | 'VOIP'
  /** A landline over the internet. */
  | 'VOIP_FIXED';

/** Instructions that are asked for when they are needed. */
export type LiveInstructions = {
  readonly __typename?: 'LiveInstructions';
  /** What the call does when nobody answers in time: BXML; `null`: it is hung up. */
  readonly fallback?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait. */
  readonly timeout: Scalars['Float']['output'];
};

/**
 * The event is held until it is answered by `answerEvent`. Events of conferences, which go on without an answer, are not held. At most
 * `HELD_CALLBACKS_MAX` events are held by one replica; others, and those held when it stops, get the fallback at once.
 */
export type LiveInstructionsInput = {
  /** What the call does when nobody answers in time. Left out, it is hung up. */
  readonly fallback?: InputMaybe<BxmlInput>;
  /**
   * Seconds to wait, 0.1 or more. At most 2 seconds less than Bandwidth waits (of a `callbackTimeout` below 4, half of it), which is also
   * the default: 13 seconds where `callbackTimeout` is left out. In a call script at most 23, for an application whose callbacks have a longer timeout.
   */
  readonly timeout?: InputMaybe<Scalars['Float']['input']>;
};

/** Where somebody is, in degrees. */
export type LocationResponse = {
  readonly __typename?: 'LocationResponse';
  /** North of the equator. */
  readonly latitude?: Maybe<Scalars['Float']['output']>;
  /** East of Greenwich. */
  readonly longitude?: Maybe<Scalars['Float']['output']>;
};

/** A request to look up phone numbers. */
export type Lookup = Node & {
  readonly __typename?: 'Lookup';
  /** The API that the request belongs to. */
  readonly api: ApiVersion;
  /** Why. Empty with `LOOKUP_API=tnlookup`, which does not tell. */
  readonly errors: ReadonlyArray<LookupFault>;
  /** The numbers that Bandwidth knows nothing of, or could not look up. */
  readonly failedPhoneNumbers: ReadonlyArray<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** `status` in Bandwidth's own spelling. */
  readonly rawStatus?: Maybe<Scalars['String']['output']>;
  /** Bandwidth's id of the request. */
  readonly requestId: Scalars['ID']['output'];
  /** What is known of the numbers; `null` while the request goes on and nothing is. */
  readonly results?: Maybe<ReadonlyArray<LookupResult>>;
  /** How far Bandwidth is with it. */
  readonly status?: Maybe<LookupStatus>;
};

/** Why Bandwidth knows nothing of some numbers. */
export type LookupFault = {
  readonly __typename?: 'LookupFault';
  /** Bandwidth's code, e.g. `NO-MATCH`. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** The reason in words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The numbers that it is about. */
  readonly phoneNumbers: ReadonlyArray<Scalars['String']['output']>;
  /** Bandwidth's type of error, e.g. `NumberInventory`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/**
 * What is known of a phone number. One type for both of Bandwidth's lookups: some fields are told by one of them only, as they say;
 * the others by both.
 */
export type LookupResult = {
  readonly __typename?: 'LookupResult';
  /** Country as ISO 3166-1 alpha-2, e.g. `US`. From `tnlookup`. */
  readonly country?: Maybe<Scalars['String']['output']>;
  /** Country as ISO 3166-1 alpha-3, e.g. `USA`. */
  readonly countryCodeA3?: Maybe<Scalars['String']['output']>;
  /** When the carrier told of a deactivation, in no known time zone, e.g. `2025-06-20 18:35`. From v2, likewise. */
  readonly deactivationDate?: Maybe<Scalars['String']['output']>;
  /** `DEACTIVATED` when a deactivation was told. From v2, likewise. */
  readonly deactivationEvent?: Maybe<Scalars['String']['output']>;
  /** The carrier that told of a deactivation. From v2, for accounts with deactivation data. */
  readonly deactivationReporter?: Maybe<Scalars['String']['output']>;
  /** The same, by the name that `tnlookup` has for it: `E.164 Format`. */
  readonly e164Format: Scalars['String']['output'];
  /** The number as it is written in its country, e.g. `(919) 555-1234`. From `tnlookup`. */
  readonly formatted?: Maybe<Scalars['String']['output']>;
  /** The day since when that is so, e.g. `2025-06-20`. From v2, likewise. */
  readonly initialMessageDeliveryStatusDate?: Maybe<Scalars['String']['output']>;
  /** Whether messages reach the number. From v2, likewise. */
  readonly latestMessageDeliveryStatus?: Maybe<MessageDeliveryStatus>;
  /** The day when Bandwidth last heard of that, e.g. `2025-06-21`. From v2, likewise. */
  readonly latestMessageDeliveryStatusDate?: Maybe<Scalars['String']['output']>;
  /** Kind of line. */
  readonly lineType?: Maybe<LineType>;
  /** What `responseCode` means, e.g. `NOERROR`. From `tnlookup`. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** Who provides messaging for the number; the `Line Provider` of `tnlookup`. */
  readonly messagingProvider?: Maybe<Scalars['String']['output']>;
  /** First part of the home network identity, e.g. `310`. From `tnlookup`. */
  readonly mobileCountryCode?: Maybe<Scalars['String']['output']>;
  /** Second part of the home network identity, e.g. `010`. From `tnlookup`. */
  readonly mobileNetworkCode?: Maybe<Scalars['String']['output']>;
  /** The number in E.164 form. */
  readonly phoneNumber: Scalars['String']['output'];
  /** `latestMessageDeliveryStatus` in Bandwidth's own spelling. */
  readonly rawLatestMessageDeliveryStatus?: Maybe<Scalars['String']['output']>;
  /** `lineType` in Bandwidth's own spelling. */
  readonly rawLineType?: Maybe<Scalars['String']['output']>;
  /** Whether the number can receive RCS messages. From v2, for accounts with RCS. */
  readonly rcsEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** 0 when data was found. From `tnlookup`. */
  readonly responseCode?: Maybe<Scalars['Int']['output']>;
  /** Who provides voice for the number. From v2. */
  readonly voiceProvider?: Maybe<Scalars['String']['output']>;
};

/** How far Bandwidth is with a lookup request. */
export type LookupStatus =
  /** Done, for all numbers. */
  | 'COMPLETE'
  /** Done, but for no number could anything be found. */
  | 'FAILED'
  /** Not yet done. */
  | 'IN_PROGRESS'
  /** Done, but for some numbers nothing could be found. */
  | 'PARTIAL_COMPLETE'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/** Machine detection in `ASYNC` mode came to a result. */
export type MachineDetectionCompleteEvent = CallEvent & Event & {
  readonly __typename?: 'MachineDetectionCompleteEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** What machine detection found out. */
  readonly machineDetectionResult?: Maybe<MachineDetectionResult>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** How answering machine detection works: https://dev.bandwidth.com/docs/voice/guides/machineDetection */
export type MachineDetectionInput = {
  /** How `callbackUrl` is called; POST by default. */
  readonly callbackMethod?: InputMaybe<CallbackMethod>;
  /** Where the result goes in `ASYNC` mode; left out, this gateway if it is the call's answer URL. */
  readonly callbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** Wait with the result until the machine's message is over, default false. */
  readonly delayResult?: InputMaybe<Scalars['Boolean']['input']>;
  /** Seconds for the whole detection, default 15. Use whole seconds in all of these: decimals are mishandled upstream. */
  readonly detectionTimeout?: InputMaybe<Scalars['Float']['input']>;
  /** How `fallbackUrl` is called; POST by default. */
  readonly fallbackMethod?: InputMaybe<CallbackMethod>;
  /** Basic auth password for `fallbackUrl`. */
  readonly fallbackPassword?: InputMaybe<Scalars['String']['input']>;
  /** Called when `callbackUrl` fails. */
  readonly fallbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `fallbackUrl`. */
  readonly fallbackUsername?: InputMaybe<Scalars['String']['input']>;
  /** Seconds of silence that end a machine's message; default is `speechEndThreshold`. */
  readonly machineSpeechEndThreshold?: InputMaybe<Scalars['Float']['input']>;
  /** `ASYNC` (default): the result comes as its own event. `SYNC`: the answer event waits for it. */
  readonly mode?: InputMaybe<MachineDetectionMode>;
  /** Basic auth password for your `callbackUrl`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** Seconds without speech until the result is `silence`, default 10. */
  readonly silenceTimeout?: InputMaybe<Scalars['Float']['input']>;
  /** Seconds of silence that end speech, default 5. */
  readonly speechEndThreshold?: InputMaybe<Scalars['Float']['input']>;
  /** Speech of at least this many seconds is taken for a machine, default 10. */
  readonly speechThreshold?: InputMaybe<Scalars['Float']['input']>;
  /** Basic auth user for your `callbackUrl`. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** When the result of machine detection is told. */
export type MachineDetectionMode =
  /** As an event of its own. */
  | 'ASYNC'
  /** With the answer event, which waits for it. */
  | 'SYNC';

/** What machine detection found out. */
export type MachineDetectionResult = {
  readonly __typename?: 'MachineDetectionResult';
  /** How long it took to find out. */
  readonly duration?: Maybe<Scalars['Duration']['output']>;
  /** `value` in Bandwidth's own spelling. */
  readonly rawValue?: Maybe<Scalars['String']['output']>;
  /** Who answered. */
  readonly value?: Maybe<MachineDetectionValue>;
};

/** Who answered, by machine detection. */
export type MachineDetectionValue =
  /** A machine. */
  | 'ANSWERING_MACHINE'
  /** Detection failed. */
  | 'ERROR'
  /** A human. */
  | 'HUMAN'
  /** Nobody spoke. */
  | 'SILENCE'
  /** No result within `detectionTimeout`. */
  | 'TIMEOUT'
  /** A tone, such as a fax or modem. */
  | 'TONE_DETECTED'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/** A media file at Bandwidth, to be sent with an MMS. */
export type MediaFile = Node & {
  readonly __typename?: 'MediaFile';
  /** The API that the file belongs to. */
  readonly api: ApiVersion;
  /** Where it is at Bandwidth, as `createMessage` takes it in `media`. Reading it takes Bandwidth's credentials. */
  readonly content?: Maybe<Scalars['String']['output']>;
  /** Bytes of the file. */
  readonly contentLength?: Maybe<Scalars['Int']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Name of the file, given at its upload; Bandwidth calls it `mediaName` and `mediaId`. */
  readonly mediaId: Scalars['ID']['output'];
  /**
   * Where a browser reads the file, without any credentials: a signed URL of this gateway, good for 60 to 90 minutes. Costs nothing
   * until it is used, and one upstream call (getMedia) then. Bandwidth cannot read it for an MMS any longer than that: `content` is for it.
   */
  readonly url: Scalars['String']['output'];
};

/** A page of media files. */
export type MediaFileConnection = {
  readonly __typename?: 'MediaFileConnection';
  /** The files, each with its cursor. */
  readonly edges: ReadonlyArray<MediaFileEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** A media file in a page of them. */
export type MediaFileEdge = {
  readonly __typename?: 'MediaFileEdge';
  /** Reading goes on behind this file with `after: cursor`. Good for as long as Bandwidth accepts its continuation tokens. */
  readonly cursor: Scalars['String']['output'];
  /** The file. */
  readonly node: MediaFile;
};

/** The sound of a call, or of one side of it, as it is sent over a WebSocket. */
export type MediaStream = {
  readonly __typename?: 'MediaStream';
  /** The WebSocket that it goes to. */
  readonly destination?: Maybe<Scalars['String']['output']>;
  /** How long it lasted. Of a stream that stopped. */
  readonly duration?: Maybe<Scalars['Duration']['output']>;
  /** Name given to it by StartStream; its id where none was given. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** `tracks` in Bandwidth's own spelling. */
  readonly rawTracks?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** When it began. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Bandwidth's id of the stream, `s-` and 45 characters. */
  readonly streamId?: Maybe<Scalars['ID']['output']>;
  /** Which sides of the call it carries. */
  readonly tracks?: Maybe<ReadonlyArray<CallDirection>>;
  /** What kind of destination it goes to: `WebSocket`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** A StartStream could not be carried out. */
export type MediaStreamRejectedEvent = CallEvent & Event & {
  readonly __typename?: 'MediaStreamRejectedEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** Why. */
  readonly cause?: Maybe<StreamCause>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** What went wrong, in words. */
  readonly errorMessage?: Maybe<Scalars['String']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The stream. */
  readonly mediaStream?: Maybe<MediaStream>;
  /** The stream that has the same name, where that is why. */
  readonly originalMediaStream?: Maybe<MediaStream>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `cause` in Bandwidth's own spelling. */
  readonly rawCause?: Maybe<Scalars['String']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** The sound of a call begins to be sent over a WebSocket (StartStream). */
export type MediaStreamStartedEvent = CallEvent & Event & {
  readonly __typename?: 'MediaStreamStartedEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The stream. */
  readonly mediaStream?: Maybe<MediaStream>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** The sound of a call is sent no more. */
export type MediaStreamStoppedEvent = CallEvent & Event & {
  readonly __typename?: 'MediaStreamStoppedEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** Why. */
  readonly cause?: Maybe<StreamCause>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** What went wrong, in words. */
  readonly errorMessage?: Maybe<Scalars['String']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The stream. */
  readonly mediaStream?: Maybe<MediaStream>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `cause` in Bandwidth's own spelling. */
  readonly rawCause?: Maybe<Scalars['String']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/**
 * A message at Bandwidth. A listing, the answer to `createMessage` and an event each hold a part of these fields. What an event or
 * `createMessage` does not hold and a listing has costs one upstream call (listMessages). What no listing has is told from the gateway's log,
 * at no cost, and is `null` where that has no event of the message: Bandwidth keeps no text.
 */
export type Message = Node & {
  readonly __typename?: 'Message';
  /** Account of the message. From listings. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** The API that the message belongs to. */
  readonly api: ApiVersion;
  /** Messaging application of the message. From events and `createMessage`. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** Attachments of an MMS. From listings. */
  readonly attachmentCount?: Maybe<Scalars['Int']['output']>;
  /** Seconds at Bandwidth. From listings, for accounts with Advanced Quality Metrics. */
  readonly bwLatency?: Maybe<Scalars['Int']['output']>;
  /** Country of the recipient, likewise. From listings. */
  readonly calledNumberCountryA3?: Maybe<Scalars['String']['output']>;
  /** Country of the sender as ISO 3166-1 alpha-3, e.g. `USA`. From listings. */
  readonly callingNumberCountryA3?: Maybe<Scalars['String']['output']>;
  /** Class of the messaging campaign. From listings. */
  readonly campaignClass?: Maybe<Scalars['String']['output']>;
  /** Id of the messaging campaign. From listings. */
  readonly campaignId?: Maybe<Scalars['ID']['output']>;
  /** Seconds at the carrier. From listings, outbound, for accounts with Advanced Quality Metrics. */
  readonly carrierLatency?: Maybe<Scalars['Int']['output']>;
  /** The carrier. From listings. */
  readonly carrierName?: Maybe<Scalars['String']['output']>;
  /** How it was carried. From events, of messages over several channels. */
  readonly channel?: Maybe<MessageChannel>;
  /** Which way the message went. */
  readonly direction?: Maybe<MessageDirection>;
  /** Bandwidth's error code; 0 is none. https://dev.bandwidth.com/docs/messaging/errors/codes. From where `status` is. */
  readonly errorCode?: Maybe<Scalars['Int']['output']>;
  /** Events of this message in the gateway's log, oldest first. Costs no upstream call. `first` is 1 to 1000. */
  readonly events?: Maybe<EventConnection>;
  /** When it expires unsent. From `createMessage`. */
  readonly expiration?: Maybe<Scalars['DateTime']['output']>;
  /** Sender: an E.164 number, or an alphanumeric sender id. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Id of the account's location. From listings. */
  readonly location?: Maybe<Scalars['ID']['output']>;
  /**
   * `mediaUrls` as a browser can read them. From events and `createMessage`. Costs nothing; a `url` of this gateway costs one upstream
   * call (getMedia) when it is used.
   */
  readonly media?: Maybe<ReadonlyArray<MessageMedia>>;
  /** Where the media of an MMS are. From events and `createMessage`. */
  readonly mediaUrls?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Bandwidth's id of the message. */
  readonly messageId: Scalars['ID']['output'];
  /** Length of the text. From listings. */
  readonly messageLength?: Maybe<Scalars['Int']['output']>;
  /** Bytes of the message with its headers. From listings. */
  readonly messageSize?: Maybe<Scalars['Int']['output']>;
  /** The account's number in this message. From events and `createMessage`. */
  readonly owner?: Maybe<Scalars['String']['output']>;
  /** Priority given at sending. From events and `createMessage`. */
  readonly priority?: Maybe<MessagePriority>;
  /** The messaging product. From listings. */
  readonly product?: Maybe<MessageProduct>;
  /** `channel` in Bandwidth's own spelling. */
  readonly rawChannel?: Maybe<Scalars['String']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `priority` in Bandwidth's own spelling. */
  readonly rawPriority?: Maybe<Scalars['String']['output']>;
  /** `product` in Bandwidth's own spelling. */
  readonly rawProduct?: Maybe<Scalars['String']['output']>;
  /** `status` in Bandwidth's own spelling. */
  readonly rawStatus?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType?: Maybe<Scalars['String']['output']>;
  /** Recipients of a group message. From listings. */
  readonly recipientCount?: Maybe<Scalars['Int']['output']>;
  /** Segments that the message is sent (and billed) as; 1 for an MMS. */
  readonly segmentCount?: Maybe<Scalars['Int']['output']>;
  /**
   * How far the message is: the further of what a listing shows, which may lag, and what its events told. It never goes back, and costs no
   * upstream call once it is final in the log. Of several recipients it is as for the one it is least far for, and once it is final for
   * all, `FAILED` when it failed for any; in `messages` of those that the page or the log tells of, and `MessageEdge.status` is for one. It is
   * `QUEUED` while a message that was accepted is neither listed nor told of.
   */
  readonly status?: Maybe<MessageStatus>;
  /** Your own text, given at sending. From events and `createMessage`. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** What it says. Only `createMessage` and `MessageReceivedEvent` have it. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** When Bandwidth received the message. */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Recipients: E.164 numbers. Of a group message in `messages` all where the log has an event of it, else those in that page. */
  readonly to?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Kind of the message. From listings. */
  readonly type?: Maybe<MessageType>;
};


/**
 * A message at Bandwidth. A listing, the answer to `createMessage` and an event each hold a part of these fields. What an event or
 * `createMessage` does not hold and a listing has costs one upstream call (listMessages). What no listing has is told from the gateway's log,
 * at no cost, and is `null` where that has no event of the message: Bandwidth keeps no text.
 */
export type MessageEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** How a message is carried. */
export type MessageChannel =
  /** Text with media, or to a group. */
  | 'MMS'
  /** RCS for business messaging. */
  | 'RBM'
  /** Text. */
  | 'SMS'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/** A page of messages. */
export type MessageConnection = {
  readonly __typename?: 'MessageConnection';
  /** The messages, each with its cursor: a group message once for each recipient that Bandwidth lists. */
  readonly edges: ReadonlyArray<MessageEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** How many messages match in all, as Bandwidth counts them. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A message is delivered for good to `to`. Without MMS delivery receipts, for an MMS: handed to the MMS centre. */
export type MessageDeliveredEvent = Event & MessageEvent & {
  readonly __typename?: 'MessageDeliveredEvent';
  /** Messaging application of the message. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** The carrier, where Bandwidth tells it. */
  readonly carrierName?: Maybe<Scalars['String']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** What happened, in words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** That message. What the event says of it costs nothing, what a listing says one upstream call (listMessages). */
  readonly message?: Maybe<Message>;
  /** Bandwidth's id of the message. */
  readonly messageId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** The number that this event is about: one of the recipients. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** Whether messages reach a number. */
export type MessageDeliveryStatus =
  /** A message was delivered. */
  | 'ACTIVE'
  /** A message was not delivered, because the number is deactivated. */
  | 'DEACTIVATED'
  /** The number takes no messages. */
  | 'NOT_ENABLED'
  /** Bandwidth says `UNKNOWN`: it has no delivery to tell from; or a value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/** Which way a message went. */
export type MessageDirection =
  /** To the account. */
  | 'INBOUND'
  /** From the account. */
  | 'OUTBOUND'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/** A message in a page of messages. */
export type MessageEdge = {
  readonly __typename?: 'MessageEdge';
  /** Reading goes on behind this message with `after: cursor` and the same `filter` and `sort`. Good for as long as Bandwidth accepts its page tokens. */
  readonly cursor: Scalars['String']['output'];
  /** Bandwidth's error code for that recipient; 0 is none. From where `status` is. */
  readonly errorCode?: Maybe<Scalars['Int']['output']>;
  /** The message. Edges of one group message have the same. */
  readonly node: Message;
  /** `status` in Bandwidth's own spelling. */
  readonly rawStatus?: Maybe<Scalars['String']['output']>;
  /** How far the message is for that recipient: the further of what the listing shows, which may lag, and what its events told. */
  readonly status?: Maybe<MessageStatus>;
  /** The recipient that this edge is about. */
  readonly to?: Maybe<Scalars['String']['output']>;
};

/** An event of one message. Facts: https://dev.bandwidth.com/docs/messaging/webhooks */
export type MessageEvent = {
  /** Messaging application of the message. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** The carrier, where Bandwidth tells it. */
  readonly carrierName?: Maybe<Scalars['String']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** What happened, in words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** That message. What the event says of it costs nothing, what a listing says one upstream call (listMessages). */
  readonly message?: Maybe<Message>;
  /** Bandwidth's id of the message. */
  readonly messageId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** The number that this event is about: one of the recipients. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** A message failed for good for `to`. */
export type MessageFailedEvent = Event & MessageEvent & {
  readonly __typename?: 'MessageFailedEvent';
  /** Messaging application of the message. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** The carrier, where Bandwidth tells it. */
  readonly carrierName?: Maybe<Scalars['String']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** What happened, in words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Why it failed: https://dev.bandwidth.com/docs/messaging/errors/codes */
  readonly errorCode?: Maybe<Scalars['Int']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** That message. What the event says of it costs nothing, what a listing says one upstream call (listMessages). */
  readonly message?: Maybe<Message>;
  /** Bandwidth's id of the message. */
  readonly messageId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** The number that this event is about: one of the recipients. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** Which messages `Query.messages` gives. Conditions that are given must all hold; the names are Bandwidth's query parameters. */
export type MessageFilter = {
  /** Whether it waits at Bandwidth. */
  readonly bwQueued?: InputMaybe<Scalars['Boolean']['input']>;
  /** Country of the recipient, likewise. */
  readonly calledNumberCountryA3?: InputMaybe<Scalars['String']['input']>;
  /** Country of the sender as ISO 3166-1 alpha-3, e.g. `USA`. */
  readonly callingNumberCountryA3?: InputMaybe<Scalars['String']['input']>;
  /** Id of the messaging campaign. */
  readonly campaignId?: InputMaybe<Scalars['ID']['input']>;
  /** Name of the carrier, e.g. `Verizon`. */
  readonly carrierName?: InputMaybe<Scalars['String']['input']>;
  /** Whether it waits at the carrier. Outbound, for accounts with Advanced Quality Metrics. */
  readonly carrierQueued?: InputMaybe<Scalars['Boolean']['input']>;
  /** Recipient, in the same forms. */
  readonly destinationTn?: InputMaybe<Scalars['String']['input']>;
  /** Bandwidth's error code; 0 is none. */
  readonly errorCode?: InputMaybe<Scalars['Int']['input']>;
  /** At least so many seconds at Bandwidth. For accounts with Advanced Quality Metrics. */
  readonly fromBwLatency?: InputMaybe<Scalars['Int']['input']>;
  /** At least so many seconds at the carrier. Outbound, for accounts with Advanced Quality Metrics. */
  readonly fromCarrierLatency?: InputMaybe<Scalars['Int']['input']>;
  /** Received at or after this time. */
  readonly fromDateTime?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least so many bytes. */
  readonly fromMessageSize?: InputMaybe<Scalars['Int']['input']>;
  /** At least so many segments. */
  readonly fromSegmentCount?: InputMaybe<Scalars['Int']['input']>;
  /** No condition: count no further than 10000 for `totalCount`, which is faster. */
  readonly limitTotalCount?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of the account's location. */
  readonly location?: InputMaybe<Scalars['ID']['input']>;
  /** Which way the message went. */
  readonly messageDirection?: InputMaybe<MessageDirection>;
  /** Bandwidth's id of the message. */
  readonly messageId?: InputMaybe<Scalars['ID']['input']>;
  /** How far the message is. */
  readonly messageStatus?: InputMaybe<MessageStatus>;
  /** Kind of the message. */
  readonly messageType?: InputMaybe<MessageType>;
  /** The messaging product. */
  readonly product?: InputMaybe<MessageProduct>;
  /** Sender: a number, up to 10 numbers separated by commas, or the beginning of one (5 characters or more). */
  readonly sourceTn?: InputMaybe<Scalars['String']['input']>;
  /** Received at or before this time. */
  readonly toDateTime?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most so many bytes. */
  readonly toMessageSize?: InputMaybe<Scalars['Int']['input']>;
  /** At most so many segments. */
  readonly toSegmentCount?: InputMaybe<Scalars['Int']['input']>;
};

/** A file of an MMS. */
export type MessageMedia = {
  readonly __typename?: 'MessageMedia';
  /** Name of the file: the end of its path. */
  readonly fileName?: Maybe<Scalars['String']['output']>;
  /** Name of the media file at Bandwidth; `null` if the account does not keep it there. */
  readonly mediaId?: Maybe<Scalars['ID']['output']>;
  /**
   * Where the file is read. If the account keeps it at Bandwidth, a signed URL of this gateway, good for 60 to 90 minutes, that needs no
   * credentials; anything else as the message has it. Bandwidth keeps files for 48 hours.
   */
  readonly url: Scalars['String']['output'];
};

/** How urgent a message is. */
export type MessagePriority =
  /** As any other. */
  | 'DEFAULT'
  /** Ahead of the others in the queue. */
  | 'HIGH'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/** A messaging product of Bandwidth's. */
export type MessageProduct =
  /** From an alphanumeric sender id. */
  | 'ALPHA_NUMERIC'
  /** Over a short code that is hosted at Bandwidth. */
  | 'HOSTED_SHORT_CODE'
  /** From an application, over a local number. */
  | 'LOCAL_A2P'
  /** From person to person. */
  | 'P2P'
  /** RCS business messaging: a conversation. */
  | 'RBM_CONVERSATIONAL'
  /** RCS business messaging: media. */
  | 'RBM_MEDIA'
  /** RCS business messaging: rich cards. */
  | 'RBM_RICH'
  /** Over a short code. */
  | 'SHORT_CODE_REACH'
  /** Over a toll-free number. */
  | 'TOLL_FREE'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/** An RCS message was read by its recipient. */
export type MessageReadEvent = Event & MessageEvent & {
  readonly __typename?: 'MessageReadEvent';
  /** Messaging application of the message. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** The carrier, where Bandwidth tells it. */
  readonly carrierName?: Maybe<Scalars['String']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** What happened, in words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** That message. What the event says of it costs nothing, what a listing says one upstream call (listMessages). */
  readonly message?: Maybe<Message>;
  /** Bandwidth's id of the message. */
  readonly messageId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** The number that this event is about: one of the recipients. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** A message came in. */
export type MessageReceivedEvent = Event & MessageEvent & {
  readonly __typename?: 'MessageReceivedEvent';
  /** Messaging application of the message. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** The carrier, where Bandwidth tells it. */
  readonly carrierName?: Maybe<Scalars['String']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** What happened, in words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** That message. What the event says of it costs nothing, what a listing says one upstream call (listMessages). */
  readonly message?: Maybe<Message>;
  /** Bandwidth's id of the message. */
  readonly messageId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** The number that this event is about: one of the recipients. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** An MMS is on its way to the carrier. Sent only with MMS delivery receipts. */
export type MessageSendingEvent = Event & MessageEvent & {
  readonly __typename?: 'MessageSendingEvent';
  /** Messaging application of the message. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** The carrier, where Bandwidth tells it. */
  readonly carrierName?: Maybe<Scalars['String']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** What happened, in words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** That message. What the event says of it costs nothing, what a listing says one upstream call (listMessages). */
  readonly message?: Maybe<Message>;
  /** Bandwidth's id of the message. */
  readonly messageId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** The number that this event is about: one of the recipients. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** A message has left Bandwidth for the carrier. */
export type MessageSentEvent = Event & MessageEvent & {
  readonly __typename?: 'MessageSentEvent';
  /** Messaging application of the message. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** The carrier, where Bandwidth tells it. */
  readonly carrierName?: Maybe<Scalars['String']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** What happened, in words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** That message. What the event says of it costs nothing, what a listing says one upstream call (listMessages). */
  readonly message?: Maybe<Message>;
  /** Bandwidth's id of the message. */
  readonly messageId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** The number that this event is about: one of the recipients. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** How far a message is. */
export type MessageStatus =
  /** Accepted by the next carrier. */
  | 'ACCEPTED'
  /** Delivered for good. */
  | 'DELIVERED'
  /** Failed for good. */
  | 'FAILED'
  /** Waiting to be sent. */
  | 'QUEUED'
  /** Bandwidth has it, inbound. */
  | 'RECEIVED'
  /** Being sent. */
  | 'SENDING'
  /** Left Bandwidth. */
  | 'SENT'
  /** The carrier could not deliver it. */
  | 'UNDELIVERED'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/** Kind of a message. */
export type MessageType =
  /** Text with media, or to a group. */
  | 'MMS'
  /** Rich Communication Services. */
  | 'RCS'
  /** Text. */
  | 'SMS'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Answers an event of `callsAwaitingInstructions`, whichever replica holds it. One answer is taken: when the event was answered, its
   * deadline has passed, or the call has ended, this gives `CONFLICT`. Costs no upstream call.
   */
  readonly answerEvent?: Maybe<AnswerEventPayload>;
  /** Places an outbound call (createCall). It is billed. The call is queued at Bandwidth and dialled at the account's rate. */
  readonly createCall?: Maybe<CreateCallPayload>;
  /**
   * Asks for many numbers at once, without waiting (createLookup; Bandwidth calls it createAsyncBulkLookup since 2025). It is billed.
   * The subscription `lookup(requestId)` tells when its status is final.
   */
  readonly createLookup?: Maybe<CreateLookupPayload>;
  /** Sends an SMS or MMS (createMessage). It is billed. Delivery is told by `MessageDeliveredEvent` or `MessageFailedEvent`. */
  readonly createMessage?: Maybe<CreateMessagePayload>;
  /** Removes a call script. Calls that began with it go on with it. Costs no upstream call. */
  readonly deleteCallScript?: Maybe<DeleteCallScriptPayload>;
  /**
   * Deletes the transcription of a recording (deleteCallTranscription; Bandwidth calls it deleteRecordingTranscription since 2024).
   * It cannot be had back.
   */
  readonly deleteCallTranscription?: Maybe<DeleteCallTranscriptionPayload>;
  /** Deletes a media file (deleteMedia). It cannot be had back. */
  readonly deleteMedia?: Maybe<DeleteMediaPayload>;
  /** Deletes a transcription that was made while the call ran (deleteRealTimeTranscription). It cannot be had back. */
  readonly deleteRealTimeTranscription?: Maybe<DeleteRealTimeTranscriptionPayload>;
  /** Deletes a recording: what is known of it, its sound and its transcription (deleteRecording). It cannot be had back. */
  readonly deleteRecording?: Maybe<DeleteRecordingPayload>;
  /** Deletes the sound of a recording and leaves what is known of it (deleteRecordingMedia). It cannot be had back. */
  readonly deleteRecordingMedia?: Maybe<DeleteRecordingMediaPayload>;
  /** Has a code sent to somebody in a message (generateMessagingCode). It is billed. Bandwidth makes the code and never tells it. */
  readonly generateMessagingCode?: Maybe<GenerateMessagingCodePayload>;
  /** Has a code spoken to somebody in a call (generateVoiceCode). It is billed. Bandwidth makes the code and never tells it. */
  readonly generateVoiceCode?: Maybe<GenerateVoiceCodePayload>;
  /**
   * Ends a call, whatever it does (updateCall). Sends no document but `completed`, because that also takes a call out of the queue, cancels
   * it while it rings, and rejects one that comes in.
   */
  readonly hangUpCall?: Maybe<HangUpCallPayload>;
  /**
   * Brings a live call into a conference, which begins with its first member (updateCallBxml). Sends `<Conference>` and then `afterwards`, which runs
   * when the conference is ended by `updateConference`; without `afterwards` the call is hung up with it. Replaces what the call runs, as
   * `speakInCall` does.
   */
  readonly joinConference?: Maybe<JoinConferencePayload>;
  /**
   * Plays a sound file in a live call (updateCallBxml). Sends `<PlayAudio>` and then `afterwards`, or a `<Pause>` of 24 hours that keeps the
   * call up until another document is sent. Replaces what the call runs, as `speakInCall` does.
   */
  readonly playAudioInCall?: Maybe<PlayAudioInCallPayload>;
  /**
   * Stores how the events of calls are answered that have no instructions of their own, in place of what was stored for the same
   * application, number and event. Holds for calls whose first event that asks comes from now on: a call goes on as it began. At most
   * 10,000 are stored; one more gives `CONFLICT`. Costs no upstream call.
   */
  readonly putCallScript?: Maybe<PutCallScriptPayload>;
  /**
   * Sends an event of the log to subscribers again, at whichever replica they are: a copy of it is added to the end of
   * the log, marked as `replayed`, with an `id` and `cursor` of its own. Nothing has happened again: no call, message or conference changes
   * by it. Each time gives another copy. Costs no upstream call.
   */
  readonly replayEvent?: Maybe<ReplayEventPayload>;
  /**
   * Sends key tones to a live call (updateCallBxml), e.g. to a menu at the other end. Sends `<SendDtmf>` and then `afterwards`, or a `<Pause>` of
   * 24 hours that keeps the call up until another document is sent. Replaces what the call runs, as `speakInCall` does.
   */
  readonly sendDtmf?: Maybe<SendDtmfPayload>;
  /**
   * Says something in a live call (updateCallBxml). Sends `<SpeakSentence>` and then `afterwards`, or a `<Pause>` of 24 hours that keeps the
   * call up until another document is sent. It replaces what the call runs: the verb under way ends, the rest of its document never
   * runs, and the call leaves its conference, transfer or bridge.
   */
  readonly speakInCall?: Maybe<SpeakInCallPayload>;
  /**
   * Asks for the transcription of a recording (transcribeCallRecording). It is billed. Bandwidth does it in its own time and tells with
   * a `TranscriptionAvailableEvent`.
   */
  readonly transcribeCallRecording?: Maybe<TranscribeCallRecordingPayload>;
  /**
   * Joins a live call with another party (updateCallBxml). Sends `<Transfer>` and then `afterwards`. Without `afterwards` a `transferComplete` event
   * asks how to go on when the party has hung up or nobody answered. Replaces what the call runs, as `speakInCall` does.
   */
  readonly transferCall?: Maybe<TransferCallPayload>;
  /** Redirects a live call to another BXML document, or ends it (updateCall). */
  readonly updateCall?: Maybe<UpdateCallPayload>;
  /** Gives a live call a BXML document to run now, in place of what it runs (updateCallBxml). */
  readonly updateCallBxml?: Maybe<UpdateCallBxmlPayload>;
  /** Pauses or resumes the recording of a live call (updateCallRecordingState). */
  readonly updateCallRecordingState?: Maybe<UpdateCallRecordingStatePayload>;
  /** Ends a conference for all its members, or redirects it to another BXML document (updateConference). */
  readonly updateConference?: Maybe<UpdateConferencePayload>;
  /** Gives a conference a BXML document to run now (updateConferenceBxml). */
  readonly updateConferenceBxml?: Maybe<UpdateConferenceBxmlPayload>;
  /** Mutes a member of a conference, puts it on hold, or says whom it coaches (updateConferenceMember). */
  readonly updateConferenceMember?: Maybe<UpdateConferenceMemberPayload>;
  /**
   * Uploads a media file (uploadMedia), in place of one of the same name. The file streams through the gateway: it is not held. It is not
   * billed, and after `OUTCOME_UNKNOWN` it may be repeated: the same file takes its own place. Costs one upstream call. Bandwidth
   * keeps the file for 48 hours.
   */
  readonly uploadMedia?: Maybe<UploadMediaPayload>;
  /**
   * Checks a code that somebody gave (verifyCode). After repeated wrong codes for a number Bandwidth refuses to check for 2 minutes:
   * `RATE_LIMITED`.
   */
  readonly verifyCode?: Maybe<VerifyCodePayload>;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationAnswerEventArgs = {
  input: AnswerEventInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationCreateCallArgs = {
  input: CreateCallInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationCreateLookupArgs = {
  input: CreateLookupInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationCreateMessageArgs = {
  input: CreateMessageInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationDeleteCallScriptArgs = {
  input: DeleteCallScriptInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationDeleteCallTranscriptionArgs = {
  input: DeleteCallTranscriptionInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationDeleteMediaArgs = {
  input: DeleteMediaInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationDeleteRealTimeTranscriptionArgs = {
  input: DeleteRealTimeTranscriptionInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationDeleteRecordingArgs = {
  input: DeleteRecordingInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationDeleteRecordingMediaArgs = {
  input: DeleteRecordingMediaInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationGenerateMessagingCodeArgs = {
  input: GenerateMessagingCodeInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationGenerateVoiceCodeArgs = {
  input: GenerateVoiceCodeInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationHangUpCallArgs = {
  input: HangUpCallInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationJoinConferenceArgs = {
  input: JoinConferenceInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationPlayAudioInCallArgs = {
  input: PlayAudioInCallInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationPutCallScriptArgs = {
  input: PutCallScriptInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationReplayEventArgs = {
  input: ReplayEventInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationSendDtmfArgs = {
  input: SendDtmfInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationSpeakInCallArgs = {
  input: SpeakInCallInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationTranscribeCallRecordingArgs = {
  input: TranscribeCallRecordingInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationTransferCallArgs = {
  input: TransferCallInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationUpdateCallArgs = {
  input: UpdateCallInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationUpdateCallBxmlArgs = {
  input: UpdateCallBxmlInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationUpdateCallRecordingStateArgs = {
  input: UpdateCallRecordingStateInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationUpdateConferenceArgs = {
  input: UpdateConferenceInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationUpdateConferenceBxmlArgs = {
  input: UpdateConferenceBxmlInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationUpdateConferenceMemberArgs = {
  input: UpdateConferenceMemberInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationUploadMediaArgs = {
  input: UploadMediaInput;
};


/**
 * Places calls and sends messages. Names are Bandwidth's operationIds, but for `replayEvent` and for those that do one thing in a live call
 * (`speakInCall`, `playAudioInCall`, `sendDtmf`, `transferCall`, `joinConference`, `hangUpCall`), which are the gateway's own. A mutation makes at most one upstream call, which is
 * never repeated once it may have been sent: when its outcome cannot be known the error's code is `OUTCOME_UNKNOWN`. A mutation that
 * fails is `null`, so that it does not take the answers of the others of its document with it.
 */
export type MutationVerifyCodeArgs = {
  input: VerifyCodeInput;
};

/** An entity with an id that is unique in the whole graph. */
export type Node = {
  /** Global id: opaque, stable, accepted by `Query.node` as it was given. */
  readonly id: Scalars['ID']['output'];
};

/** Where a page stands in its list (Relay). To a query `after: ""` is as none. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /**
   * Cursor of the last edge. On a page without edges where reading goes on, if the list has a next page or is one of events: what matched
   * up to there was read. Otherwise `null`.
   */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** More can be read with `after: endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** True when `after` was given. No list here can be read backwards. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; `null` on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Pause. */
export type PauseInput = {
  /** Seconds, 0.1 to 86400, default 1. */
  readonly duration?: InputMaybe<Scalars['Float']['input']>;
};

/** What `playAudioInCall` says. */
export type PlayAudioInCallInput = {
  /** What the call runs then, as verbs. Left out, a pause of 24 hours. An empty list hangs up. */
  readonly afterwards?: InputMaybe<ReadonlyArray<BxmlVerbInput>>;
  /** The call. One that is not answered, or is over, gives `CONFLICT` or `NOT_FOUND`. */
  readonly callId: Scalars['ID']['input'];
  /** What is played. */
  readonly playAudio: PlayAudioInput;
};

/** What came of `playAudioInCall`. */
export type PlayAudioInCallPayload = {
  readonly __typename?: 'PlayAudioInCallPayload';
  /** The call that was changed. Bandwidth tells nothing but success: fields other than its ids cost one upstream call. */
  readonly call: Call;
};

/** PlayAudio. */
export type PlayAudioInput = {
  /** Basic auth password that goes with `username`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** The sound, a .wav or .mp3: a full http or https URL, up to 2048 characters. Bandwidth advises less than an hour and 250 MB. */
  readonly url: Scalars['String']['input'];
  /** Basic auth user for `url`, which then must be https. Up to 1024 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** What `putCallScript` sends. */
export type PutCallScriptInput = {
  /** Calls of this voice application; left out, of all. */
  readonly applicationId?: InputMaybe<Scalars['ID']['input']>;
  /** Events of this type; left out, of all. */
  readonly event?: InputMaybe<AskingEventType>;
  /**
   * How they are answered. Of several call scripts the first that has an answer is taken: one for the number before one for the
   * application before one for all, and each of these for the type of the event before one for all types.
   */
  readonly instructions: CallInstructionsInput;
  /** Calls of this number of the account, or SIP URI: the called one of an inbound call, the calling one of an outbound call; left out, of all. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `putCallScript`. */
export type PutCallScriptPayload = {
  readonly __typename?: 'PutCallScriptPayload';
  /** What is stored. */
  readonly callScript: CallScript;
};

/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * The BXML document that the verbs make, as `updateCallBxml` would send it, but without the gateway's credentials and with `***` for
   * every password. Costs no upstream call.
   */
  readonly bxml?: Maybe<Scalars['String']['output']>;
  /**
   * One call by Bandwidth's id; `null` when neither the gateway nor Bandwidth knows it. Bandwidth shows a call up to minutes after
   * it was placed, and for 7 days after it ended; before and after that it is what its events told, or, for an hour, what `createCall`
   * gave. Costs one upstream call
   * (getCallState) per distinct id in the operation, or none where the log has events of the call and only fields are asked for that it
   * can tell for good: ids, and how it ended.
   */
  readonly call?: Maybe<Call>;
  /** The call scripts that are stored, for all replicas. Costs no upstream call. `first` is 1 to 1000. */
  readonly callScripts?: Maybe<CallScriptConnection>;
  /**
   * For operators: what Bandwidth delivered, newest first. Callbacks that were accepted are those of the event log, for as long as it keeps
   * them; of those that were refused because they could not be read the gateway keeps the last 1000, each with the first 16 KB of its
   * body. Looks at the newest 5000 events in the time asked for, or the first 5000 of a call. Costs no upstream call. `first` is 1 to 1000.
   */
  readonly callbackDeliveries?: Maybe<ReadonlyArray<CallbackDelivery>>;
  /**
   * The account's calls, oldest first. Costs one upstream call (listCalls) per page of Bandwidth's; their `call`s elsewhere in
   * the same operation then cost nothing. `first` is 1 to 1000: choose it once, for a
   * cursor keeps the page size that it began with, and a page may hold fewer edges than `first` and still have a next one.
   */
  readonly calls?: Maybe<CallConnection>;
  /**
   * One conference by Bandwidth's id; `null` when neither the gateway's log nor Bandwidth knows it. Costs one upstream call
   * (getConference) per distinct id in the operation, members included; where the log has events of it, none for its ids and its end.
   */
  readonly conference?: Maybe<Conference>;
  /**
   * The account's conferences, oldest first. Costs one upstream call (listConferences) per page of Bandwidth's; their `conference`s
   * elsewhere in the same operation then cost nothing. `first` is 1 to 1000; a page may hold fewer edges than `first` and still have
   * a next one.
   */
  readonly conferences?: Maybe<ConferenceConnection>;
  /**
   * The gateway's event log, oldest first: what a subscription with the same `filter` and `after` would replay. Costs no upstream
   * call. `first` is 1 to 1000. A page ends before with 8 MB of callbacks, and has a next one. When `after` is older than what the
   * log still has, the first node is a `GapEvent`.
   */
  readonly events?: Maybe<EventConnection>;
  /**
   * A lookup request by Bandwidth's id; `null` when Bandwidth does not know it. Costs one upstream call (getAsyncBulkLookup, or
   * getLookupStatus) per distinct id in the operation.
   */
  readonly lookup?: Maybe<Lookup>;
  /**
   * What is known of phone numbers, in the order of `phoneNumbers`; `null` for one that Bandwidth knows nothing of. It is billed. All
   * numbers that one operation wants, `fromLookup` and `toLookup` of its calls included, are asked for once each, which costs one upstream
   * call (createSyncLookup) per 100, or with `LOOKUP_API=tnlookup` one (createLookup) and up to 8 polls (getLookupStatus) in 10 seconds.
   * Up to 1000 E.164 numbers. Coverage: the United States and Canada.
   */
  readonly lookupPhoneNumbers?: Maybe<ReadonlyArray<Maybe<LookupResult>>>;
  /**
   * One media file; `null` when Bandwidth does not list it. Bandwidth cannot be asked for one file without its bytes: it is looked for
   * among the first 10000, which costs one upstream call (listMedia) per 1000, for all such fields of the operation together.
   */
  readonly mediaFile?: Maybe<MediaFile>;
  /**
   * The account's media files at Bandwidth, which keeps each for 48 hours. Costs one upstream call (listMedia) per 1000 files. `first`
   * is 1 to 1000.
   */
  readonly mediaFiles?: Maybe<MediaFileConnection>;
  /**
   * One message by Bandwidth's id; `null` when neither the gateway nor Bandwidth, which keeps 14 days, knows it. Where the log has
   * an event of it, it holds what that event says of it, and costs nothing; else it costs one upstream call (listMessages) per distinct id
   * in the operation. Before both it is, for an hour, what `createMessage` gave.
   */
  readonly message?: Maybe<Message>;
  /**
   * The account's messages of the last 14 days. Bandwidth wants at least one condition in `filter`. `sort` is a field of
   * Bandwidth's listing and a direction, e.g. `sourceTn:desc`. Costs one upstream call (listMessages) per page of Bandwidth's.
   * `first` is 1 to 1000, chosen once: a cursor keeps the page size that it began with. Bandwidth lists no more than 10000 in all.
   */
  readonly messages?: Maybe<MessageConnection>;
  /**
   * The cursor of the newest event in the log, `"0"` while there is none: a subscription with it as `after` gives all that comes from
   * now on, whenever it begins. `null`, with an error, while the log cannot be read.
   */
  readonly newestCursor?: Maybe<Scalars['String']['output']>;
  /** Finds any entity by its global `id`; `null` when nothing has that id. Costs what the entity's own query field costs. */
  readonly node?: Maybe<Node>;
  /** One recording of a call; `null` when Bandwidth does not know it. Costs one upstream call (getCallRecording) per distinct recording. */
  readonly recording?: Maybe<CallRecording>;
  /**
   * The account's recordings of calls: at most 1000, for Bandwidth lists no more and has no next page; `capped` tells when there may
   * be more. Costs one upstream call (listAccountCallRecordings); their `recording`s elsewhere in the same operation then cost nothing.
   */
  readonly recordings?: Maybe<RecordingList>;
  /** State of the account's outbound call queue, now. Costs one upstream call (getStatistics). */
  readonly statistics?: Maybe<Statistics>;
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryBxmlArgs = {
  verbs: ReadonlyArray<BxmlVerbInput>;
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryCallArgs = {
  callId: Scalars['ID']['input'];
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryCallScriptsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryCallbackDeliveriesArgs = {
  filter?: InputMaybe<CallbackDeliveryFilter>;
  first?: Scalars['Int']['input'];
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryCallsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CallFilter>;
  first?: Scalars['Int']['input'];
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryConferenceArgs = {
  conferenceId: Scalars['ID']['input'];
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryConferencesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConferenceFilter>;
  first?: Scalars['Int']['input'];
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: Scalars['Int']['input'];
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryLookupArgs = {
  requestId: Scalars['ID']['input'];
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryLookupPhoneNumbersArgs = {
  phoneNumbers: ReadonlyArray<Scalars['String']['input']>;
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryMediaFileArgs = {
  mediaId: Scalars['ID']['input'];
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryMediaFilesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryMessageArgs = {
  messageId: Scalars['ID']['input'];
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter: MessageFilter;
  first?: Scalars['Int']['input'];
  sort?: InputMaybe<Scalars['String']['input']>;
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryRecordingArgs = {
  callId: Scalars['ID']['input'];
  recordingId: Scalars['ID']['input'];
};


/** What the gateway is: one graph over Bandwidth's REST APIs, with its callbacks as live events. */
export type QueryRecordingsArgs = {
  filter?: InputMaybe<RecordingFilter>;
};

/** A transcription that was made while the call ran, by the BXML verb StartTranscription. */
export type RealTimeTranscription = Node & {
  readonly __typename?: 'RealTimeTranscription';
  /** The API that the transcription belongs to. */
  readonly api: ApiVersion;
  /** The call. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call: Call;
  /** Bandwidth's id of the call. */
  readonly callId: Scalars['ID']['output'];
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** The text of each track. Costs one upstream call (getRealTimeTranscription); `null` as long as there is none. */
  readonly tracks?: Maybe<ReadonlyArray<TranscribedTrack>>;
  /** Bandwidth's id of the transcription, `t-` and 45 characters. */
  readonly transcriptionId: Scalars['ID']['output'];
  /** Name given to it by StartTranscription. From `Call.realTimeTranscriptions`. */
  readonly transcriptionName?: Maybe<Scalars['String']['output']>;
};

/** The text of a transcription that was made while the call ran can be read, or it failed. */
export type RealTimeTranscriptionAvailableEvent = CallEvent & Event & {
  readonly __typename?: 'RealTimeTranscriptionAvailableEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** The transcription, as far as the event tells it. */
  readonly realTimeTranscription?: Maybe<RealTimeTranscriptionNotice>;
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** The transcription with its text, as `Call.realTimeTranscriptions` has it. Its `transcriptionId` costs nothing more. */
  readonly transcription?: Maybe<RealTimeTranscription>;
  /** What happened. */
  readonly type: EventType;
};

/** What an event says of a transcription that is made while a call runs. */
export type RealTimeTranscriptionNotice = {
  readonly __typename?: 'RealTimeTranscriptionNotice';
  /** When the text was done. */
  readonly completedTime?: Maybe<Scalars['DateTime']['output']>;
  /** The WebSocket that the text goes to, where there is one. */
  readonly destination?: Maybe<Scalars['String']['output']>;
  /** How long it lasted. Of a transcription that stopped. */
  readonly duration?: Maybe<Scalars['Duration']['output']>;
  /** Name given to it by StartTranscription; its id where none was given. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** `status` in Bandwidth's own spelling. */
  readonly rawStatus?: Maybe<Scalars['String']['output']>;
  /** `tracks` in Bandwidth's own spelling. */
  readonly rawTracks?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Whether text is sent only when it changes no more. */
  readonly stabilized?: Maybe<Scalars['Boolean']['output']>;
  /** When it began. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** How far Bandwidth is with the text. */
  readonly status?: Maybe<TranscriptionStatus>;
  /** Which sides of the call are transcribed. */
  readonly tracks?: Maybe<ReadonlyArray<CallDirection>>;
  /** Bandwidth's id of the transcription, `t-` and 45 characters. */
  readonly transcriptionId?: Maybe<Scalars['ID']['output']>;
};

/** A StartTranscription could not be carried out. Told only with a `destination`. */
export type RealTimeTranscriptionRejectedEvent = CallEvent & Event & {
  readonly __typename?: 'RealTimeTranscriptionRejectedEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** Why. */
  readonly cause?: Maybe<StreamCause>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** What went wrong, in words. */
  readonly errorMessage?: Maybe<Scalars['String']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The transcription that has the same name, where that is why. */
  readonly originalTranscription?: Maybe<RealTimeTranscriptionNotice>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `cause` in Bandwidth's own spelling. */
  readonly rawCause?: Maybe<Scalars['String']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** The transcription, as far as the event tells it. */
  readonly realTimeTranscription?: Maybe<RealTimeTranscriptionNotice>;
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** What is said begins to be transcribed (StartTranscription). Told only with a `destination`. */
export type RealTimeTranscriptionStartedEvent = CallEvent & Event & {
  readonly __typename?: 'RealTimeTranscriptionStartedEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** The transcription, as far as the event tells it. */
  readonly realTimeTranscription?: Maybe<RealTimeTranscriptionNotice>;
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** What is said is transcribed no more. Told only with a `destination`. */
export type RealTimeTranscriptionStoppedEvent = CallEvent & Event & {
  readonly __typename?: 'RealTimeTranscriptionStoppedEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** Why. */
  readonly cause?: Maybe<StreamCause>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** What went wrong, in words. */
  readonly errorMessage?: Maybe<Scalars['String']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `cause` in Bandwidth's own spelling. */
  readonly rawCause?: Maybe<Scalars['String']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** The transcription, as far as the event tells it. */
  readonly realTimeTranscription?: Maybe<RealTimeTranscriptionNotice>;
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** A Record verb ended and the call is still up. It asks for BXML. */
export type RecordCompleteEvent = AskingEvent & CallEvent & Event & {
  readonly __typename?: 'RecordCompleteEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** 1, or 2 when each party is on a channel of its own. */
  readonly channels?: Maybe<Scalars['Int']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** Length of the recording. */
  readonly duration?: Maybe<Scalars['Duration']['output']>;
  /** When the recording ended. */
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Format of the sound file. */
  readonly fileFormat?: Maybe<FileFormat>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** What the gateway answered. See `AskingEvent`. */
  readonly instructions?: Maybe<GivenInstructions>;
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The call that executed the Transfer, when this is about its B-leg. */
  readonly parentCallId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `fileFormat` in Bandwidth's own spelling. */
  readonly rawFileFormat?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** That recording. What the event says of it costs nothing, its other fields one upstream call (getCallRecording). */
  readonly recording?: Maybe<CallRecording>;
  /** Bandwidth's id of the recording, `r-` and 45 characters. */
  readonly recordingId?: Maybe<Scalars['ID']['output']>;
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the recording began. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** The number that the B-leg was called from. */
  readonly transferCallerId?: Maybe<Scalars['String']['output']>;
  /** The number or SIP URI that the B-leg was called at. */
  readonly transferTo?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** Record. */
export type RecordInput = {
  /** Find out whether English, French or Spanish is spoken. Only matters with `transcribe`. Default false. */
  readonly detectLanguage?: InputMaybe<Scalars['Boolean']['input']>;
  /** Basic auth password for `recordCompleteFallbackUrl`. */
  readonly fallbackPassword?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `recordCompleteFallbackUrl`. */
  readonly fallbackUsername?: InputMaybe<Scalars['String']['input']>;
  /** `WAV` by default. */
  readonly fileFormat?: InputMaybe<RecordingFileFormat>;
  /** Seconds at most, 1 to 10800, default 60. */
  readonly maxDuration?: InputMaybe<Scalars['Float']['input']>;
  /** Basic auth password that goes with `username`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** How `recordCompleteFallbackUrl` is asked; POST by default. */
  readonly recordCompleteFallbackMethod?: InputMaybe<CallbackMethod>;
  /** Asked when `recordCompleteUrl` fails; http or https, up to 2048 characters. */
  readonly recordCompleteFallbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `recordCompleteUrl` is asked; POST by default. */
  readonly recordCompleteMethod?: InputMaybe<CallbackMethod>;
  /**
   * Your own web server, asked with a `recordComplete` event how to go on: then this must be the last verb. http or https, up to
   * 2048 characters.
   */
  readonly recordCompleteUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `recordingAvailableUrl` is called; POST by default. */
  readonly recordingAvailableMethod?: InputMaybe<CallbackMethod>;
  /** Your own web server, told when the recording can be fetched. http or https, up to 2048 characters. */
  readonly recordingAvailableUrl?: InputMaybe<Scalars['String']['input']>;
  /** Seconds of silence that end it, 0 (none, default) to 10800. */
  readonly silenceTimeout?: InputMaybe<Scalars['Float']['input']>;
  /** Your own text, sent with this and each later event of the call; up to 256 characters. An empty text clears it. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** Digits that end it, of `0-9*#A-D`; `#` by default, an empty text for none. */
  readonly terminatingDigits?: InputMaybe<Scalars['String']['input']>;
  /** Transcribe the recording; needs more than half a second and less than 4 hours. Default false. */
  readonly transcribe?: InputMaybe<Scalars['Boolean']['input']>;
  /** How `transcriptionAvailableUrl` is called; POST by default. */
  readonly transcriptionAvailableMethod?: InputMaybe<CallbackMethod>;
  /** Your own web server, told when the transcription can be fetched. http or https, up to 2048 characters. */
  readonly transcriptionAvailableUrl?: InputMaybe<Scalars['String']['input']>;
  /**
   * Basic auth user for `recordCompleteUrl`, `recordingAvailableUrl` and `transcriptionAvailableUrl`; Bandwidth then requires
   * https. Up to 1024 characters.
   */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** A recording at Bandwidth. Kept there for 30 days. */
export type Recording = {
  /** The API that the recording belongs to. */
  readonly api: ApiVersion;
  /** 1, or 2 when each party is on a channel of its own. */
  readonly channels?: Maybe<Scalars['Int']['output']>;
  /** Length of the sound; pauses of the recording are not in it. */
  readonly duration?: Maybe<Scalars['Duration']['output']>;
  /** When the recording ended. */
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** Format of the sound file. */
  readonly fileFormat?: Maybe<FileFormat>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /**
   * Where the sound is played from, by an `<audio>` element for one, without any credentials: a signed URL of this gateway, good for 60 to
   * 90 minutes; a browser that has read it may keep it as long. `null` where the recording is known to have no sound (yet, or any more).
   * Costs nothing until it is used, and one upstream call (downloadCallRecording or downloadConferenceRecording) for each request then.
   */
  readonly mediaUrl?: Maybe<Scalars['String']['output']>;
  /** `fileFormat` in Bandwidth's own spelling. */
  readonly rawFileFormat?: Maybe<Scalars['String']['output']>;
  /** `status` in Bandwidth's own spelling. */
  readonly rawStatus?: Maybe<Scalars['String']['output']>;
  /** Bandwidth's id of the recording, `r-` and 45 characters. */
  readonly recordingId: Scalars['ID']['output'];
  /** Name given to the recording, where it has one. */
  readonly recordingName?: Maybe<Scalars['String']['output']>;
  /** When the recording began. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** How far Bandwidth is with it. */
  readonly status?: Maybe<RecordingStatus>;
  /** Its transcription; `null` where none was asked for. Bandwidth transcribes recordings of calls, not of conferences. */
  readonly transcription?: Maybe<Transcription>;
};

/** A recording of a call is ready. */
export type RecordingAvailableEvent = CallEvent & Event & {
  readonly __typename?: 'RecordingAvailableEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** 1, or 2 when each party is on a channel of its own. */
  readonly channels?: Maybe<Scalars['Int']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** Length of the recording. */
  readonly duration?: Maybe<Scalars['Duration']['output']>;
  /** When the recording ended. */
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Format of the sound file. */
  readonly fileFormat?: Maybe<FileFormat>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The call that executed the Transfer, when this is about its B-leg. */
  readonly parentCallId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `fileFormat` in Bandwidth's own spelling. */
  readonly rawFileFormat?: Maybe<Scalars['String']['output']>;
  /** `status` in Bandwidth's own spelling. */
  readonly rawStatus?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** That recording. What the event says of it costs nothing, its other fields one upstream call (getCallRecording). */
  readonly recording?: Maybe<CallRecording>;
  /** Bandwidth's id of the recording, `r-` and 45 characters. */
  readonly recordingId?: Maybe<Scalars['ID']['output']>;
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the recording began. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** How far Bandwidth is with the recording. */
  readonly status?: Maybe<RecordingStatus>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** The number that the B-leg was called from. */
  readonly transferCallerId?: Maybe<Scalars['String']['output']>;
  /** The number or SIP URI that the B-leg was called at. */
  readonly transferTo?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** How a recording is stored. */
export type RecordingFileFormat =
  /** MP3. */
  | 'MP3'
  /** WAV, 8 kHz. */
  | 'WAV';

/** Which recordings `Query.recordings` gives. Conditions that are given must all hold; the names are Bandwidth's query parameters. */
export type RecordingFilter = {
  /** Calling party of the call: an E.164 number. */
  readonly from?: InputMaybe<Scalars['String']['input']>;
  /** Recordings that began before this time; not at it, unlike in `CallFilter`. */
  readonly maxStartTime?: InputMaybe<Scalars['DateTime']['input']>;
  /** Recordings that began at or after this time. */
  readonly minStartTime?: InputMaybe<Scalars['DateTime']['input']>;
  /** Called party of the call: an E.164 number or a SIP URI. */
  readonly to?: InputMaybe<Scalars['String']['input']>;
};

/** Recordings of the account's calls. */
export type RecordingList = {
  readonly __typename?: 'RecordingList';
  /** True when there are 1000, the most that Bandwidth lists: there may be more. Ask for a shorter time to have them all. */
  readonly capped: Scalars['Boolean']['output'];
  /** The recordings, in Bandwidth's order. */
  readonly recordings: ReadonlyArray<CallRecording>;
};

/** What `updateCallRecordingState` makes of a recording under way. */
export type RecordingState =
  /** Waits: nothing of what is said is kept. */
  | 'PAUSED'
  /** Goes on after a pause. */
  | 'RECORDING';

/** How far Bandwidth is with a recording. */
export type RecordingStatus =
  /** Ready. */
  | 'COMPLETE'
  /** Its sound was deleted. */
  | 'DELETED'
  /** It could not be made. */
  | 'ERROR'
  /** Ready, but not all of it could be kept. */
  | 'PARTIAL'
  /** Not yet ready. */
  | 'PROCESSING'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/** A call was redirected, by the Redirect verb or by `updateCall`. It asks for BXML. */
export type RedirectEvent = AskingEvent & CallEvent & Event & {
  readonly __typename?: 'RedirectEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** What the gateway answered. See `AskingEvent`. */
  readonly instructions?: Maybe<GivenInstructions>;
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The call that executed the Transfer, when this is about its B-leg. */
  readonly parentCallId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** The number that the B-leg was called from. */
  readonly transferCallerId?: Maybe<Scalars['String']['output']>;
  /** The number or SIP URI that the B-leg was called at. */
  readonly transferTo?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** Redirect. */
export type RedirectInput = {
  /** Basic auth password for `redirectFallbackUrl`. */
  readonly fallbackPassword?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `redirectFallbackUrl`. */
  readonly fallbackUsername?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth password that goes with `username`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** How `redirectFallbackUrl` is asked; POST by default. */
  readonly redirectFallbackMethod?: InputMaybe<CallbackMethod>;
  /** Asked when `redirectUrl` fails; http or https, up to 2048 characters. */
  readonly redirectFallbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `redirectUrl` is asked; POST by default. */
  readonly redirectMethod?: InputMaybe<CallbackMethod>;
  /** Your own web server, asked with a `redirect` event. http or https, up to 2048 characters. */
  readonly redirectUrl?: InputMaybe<Scalars['String']['input']>;
  /** Your own text, sent with this and each later event of the call; up to 256 characters. An empty text clears it. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `redirectUrl`; Bandwidth then requires https. Up to 1024 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** What `replayEvent` is given. */
export type ReplayEventInput = {
  /** `id` of the event. An event that the log has no more gives `NOT_FOUND`. */
  readonly eventId: Scalars['ID']['input'];
};

/** What came of `replayEvent`. */
export type ReplayEventPayload = {
  readonly __typename?: 'ReplayEventPayload';
  /** The copy that is sent. */
  readonly event: Event;
};

/** A recipient told the place that a message over RCS had asked for. */
export type RequestedLocationResponseEvent = Event & MessageEvent & {
  readonly __typename?: 'RequestedLocationResponseEvent';
  /** Messaging application of the message. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** The carrier, where Bandwidth tells it. */
  readonly carrierName?: Maybe<Scalars['String']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** What happened, in words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The place. */
  readonly locationResponse?: Maybe<LocationResponse>;
  /** That message. What the event says of it costs nothing, what a listing says one upstream call (listMessages). */
  readonly message?: Maybe<Message>;
  /** Bandwidth's id of the message. */
  readonly messageId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** The number that this event is about: one of the recipients. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** Ring. */
export type RingInput = {
  /** Answer an inbound call that is not answered yet. Default true. */
  readonly answerCall?: InputMaybe<Scalars['Boolean']['input']>;
  /** Seconds, 0.1 to 86400, default 5. */
  readonly duration?: InputMaybe<Scalars['Float']['input']>;
};

/** A document of a script, and for which events. */
export type ScriptEntry = {
  readonly __typename?: 'ScriptEntry';
  /** How it ended. */
  readonly cause?: Maybe<DisconnectCause>;
  /** What was pressed. */
  readonly digits?: Maybe<Scalars['String']['output']>;
  /** What the call does then: BXML. */
  readonly document: Scalars['String']['output'];
  /** The type of the event. */
  readonly event: AskingEventType;
  /** Who answered. */
  readonly machineDetection?: Maybe<MachineDetectionValue>;
  /** The call's tag. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** What ended the digits. */
  readonly terminatingDigit?: Maybe<Scalars['String']['output']>;
};

/** A document, and for which events. Conditions that are given must all hold; texts must be equal. */
export type ScriptEntryInput = {
  /** What the call does then. */
  readonly bxml: BxmlInput;
  /** How it ended. With `TRANSFER_COMPLETE` and `BRIDGE_COMPLETE` only. */
  readonly cause?: InputMaybe<DisconnectCause>;
  /** What was pressed; an empty text for nothing. With `GATHER` only. */
  readonly digits?: InputMaybe<Scalars['String']['input']>;
  /** The type of the event. */
  readonly event: AskingEventType;
  /** Who answered, where machine detection is `SYNC`. With `ANSWER` only. */
  readonly machineDetection?: InputMaybe<MachineDetectionValue>;
  /** The call's tag; an empty text for none. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** What ended the digits; an empty text for nothing. With `GATHER` only. */
  readonly terminatingDigit?: InputMaybe<Scalars['String']['input']>;
};

/** Documents for the events of a call. What none is for is answered by a call script or, without one, by an empty document: hang up. */
export type ScriptInput = {
  /** Answers `ANSWER` and `INITIATE`, where no entry of `onEvents` does. */
  readonly onAnswer?: InputMaybe<BxmlInput>;
  /** Up to 100 entries. The first that matches answers. */
  readonly onEvents?: InputMaybe<ReadonlyArray<ScriptEntryInput>>;
};

/** What `sendDtmf` says. */
export type SendDtmfInput = {
  /** What the call runs then, as verbs. Left out, a pause of 24 hours. An empty list hangs up. */
  readonly afterwards?: InputMaybe<ReadonlyArray<BxmlVerbInput>>;
  /** The call. One that is not answered, or is over, gives `CONFLICT` or `NOT_FOUND`. */
  readonly callId: Scalars['ID']['input'];
  /** The tones. */
  readonly sendDtmf: DtmfInput;
};

/** What came of `sendDtmf`. */
export type SendDtmfPayload = {
  readonly __typename?: 'SendDtmfPayload';
  /** The call that was changed. Bandwidth tells nothing but success: fields other than its ids cost one upstream call. */
  readonly call: Call;
};

/** What `speakInCall` says. */
export type SpeakInCallInput = {
  /** What the call runs then, as verbs. Left out, a pause of 24 hours. An empty list hangs up. */
  readonly afterwards?: InputMaybe<ReadonlyArray<BxmlVerbInput>>;
  /** The call. One that is not answered, or is over, gives `CONFLICT` or `NOT_FOUND`. */
  readonly callId: Scalars['ID']['input'];
  /** What is said. */
  readonly speakSentence: SpeakSentenceInput;
};

/** What came of `speakInCall`. */
export type SpeakInCallPayload = {
  readonly __typename?: 'SpeakInCallPayload';
  /** The call that was changed. Bandwidth tells nothing but success: fields other than its ids cost one upstream call. */
  readonly call: Call;
};

/** SpeakSentence. Either `text` or `ssml`. */
export type SpeakSentenceInput = {
  /** `FEMALE` by default; the other where the locale has no such voice. */
  readonly gender?: InputMaybe<SpeechGender>;
  /** `EN_US` by default. */
  readonly locale?: InputMaybe<SpeechLocale>;
  /**
   * What to say with SSML, e.g. `Your code is <say-as interpret-as="digits">123</say-as>`: well-formed, with the tags `break`,
   * `emphasis`, `lang`, `p`, `phoneme`, `prosody`, `s`, `say-as` and `sub` only, and some text.
   */
  readonly ssml?: InputMaybe<Scalars['String']['input']>;
  /** What to say, not blank. Every character is said: markup in it is no markup. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Who says it. Goes before `gender` and `locale`. */
  readonly voice?: InputMaybe<SpeechVoice>;
};

/** Gender of a voice. */
export type SpeechGender =
  /** A woman's voice. */
  | 'FEMALE'
  /** A man's voice. */
  | 'MALE';

/** Language and country of a voice. */
export type SpeechLocale =
  /** Arabic, Bandwidth's `arb`. */
  | 'ARB'
  /** Mandarin Chinese, Bandwidth's `cmn-CN`. */
  | 'CMN_CN'
  /** German, Bandwidth's `de`. */
  | 'DE'
  /** English (UK), Bandwidth's `en_UK`. */
  | 'EN_UK'
  /** English (US), Bandwidth's `en_US`. */
  | 'EN_US'
  /** Spanish (Spain), Bandwidth's `es`. */
  | 'ES'
  /** Spanish (Mexico), Bandwidth's `es_MX`. */
  | 'ES_MX'
  /** Spanish (US), Bandwidth's `es_US`. */
  | 'ES_US'
  /** French (France), Bandwidth's `fr`. */
  | 'FR'
  /** French (Canada), Bandwidth's `fr_CA`. */
  | 'FR_CA'
  /** Italian, Bandwidth's `it`. */
  | 'IT'
  /** Japanese, Bandwidth's `ja`. */
  | 'JA'
  /** Russian, Bandwidth's `ru`. */
  | 'RU';

/** Bandwidth's voices, each with its language: https://dev.bandwidth.com/docs/voice/bxml/speakSentence */
export type SpeechVoice =
  /** Bandwidth's `anatoli`. */
  | 'ANATOLI'
  /** Bandwidth's `bernard`. */
  | 'BERNARD'
  /** Bandwidth's `bridget`. */
  | 'BRIDGET'
  /** Bandwidth's `dave`. */
  | 'DAVE'
  /** Bandwidth's `esperanza`. */
  | 'ESPERANZA'
  /** Bandwidth's `gabrielle`, enhanced. */
  | 'GABRIELLE'
  /** Bandwidth's `jolie`. */
  | 'JOLIE'
  /** Bandwidth's `jorge`. */
  | 'JORGE'
  /** Bandwidth's `julie`. */
  | 'JULIE'
  /** Bandwidth's `kate`. */
  | 'KATE'
  /** Bandwidth's `katrin`. */
  | 'KATRIN'
  /** Bandwidth's `kenji`. */
  | 'KENJI'
  /** Bandwidth's `liam`, enhanced. */
  | 'LIAM'
  /** Bandwidth's `luca`. */
  | 'LUCA'
  /** Bandwidth's `lupe`, enhanced. */
  | 'LUPE'
  /** Bandwidth's `masako`. */
  | 'MASAKO'
  /** Bandwidth's `nadiya`. */
  | 'NADIYA'
  /** Bandwidth's `paola`. */
  | 'PAOLA'
  /** Bandwidth's `paul`. */
  | 'PAUL'
  /** Bandwidth's `pedro`, enhanced. */
  | 'PEDRO'
  /** Bandwidth's `rosa`. */
  | 'ROSA'
  /** Bandwidth's `ruth`, enhanced. */
  | 'RUTH'
  /** Bandwidth's `simon`. */
  | 'SIMON'
  /** Bandwidth's `stefan`. */
  | 'STEFAN'
  /** Bandwidth's `stephen`, enhanced. */
  | 'STEPHEN'
  /** Bandwidth's `susan`. */
  | 'SUSAN'
  /** Bandwidth's `violeta`. */
  | 'VIOLETA'
  /** Bandwidth's `zeina`. */
  | 'ZEINA'
  /** Bandwidth's `zhiyu`. */
  | 'ZHIYU';

/** StartGather. */
export type StartGatherInput = {
  /** How `dtmfUrl` is called; POST by default. */
  readonly dtmfMethod?: InputMaybe<CallbackMethod>;
  /** Your own web server, told of each digit. http or https, up to 2048 characters. */
  readonly dtmfUrl?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth password that goes with `username`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** Your own text, sent with this and each later event of the call; up to 256 characters. An empty text clears it. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `dtmfUrl`; Bandwidth then requires https. Up to 1024 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** StartRecording. In a conference `multiChannel`, `transcribe` and `tag` have no effect. */
export type StartRecordingInput = {
  /** Find out whether English, French or Spanish is spoken. Only matters with `transcribe`. Default false. */
  readonly detectLanguage?: InputMaybe<Scalars['Boolean']['input']>;
  /** `WAV` by default. */
  readonly fileFormat?: InputMaybe<RecordingFileFormat>;
  /** One channel for each side of the call. Default false. */
  readonly multiChannel?: InputMaybe<Scalars['Boolean']['input']>;
  /** Basic auth password that goes with `username`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** How `recordingAvailableUrl` is called; POST by default. */
  readonly recordingAvailableMethod?: InputMaybe<CallbackMethod>;
  /** Your own web server, told when the recording can be fetched. http or https, up to 2048 characters. */
  readonly recordingAvailableUrl?: InputMaybe<Scalars['String']['input']>;
  /** Your own text, sent with this and each later event of the call; up to 256 characters. An empty text clears it. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** Transcribe the recording; needs more than half a second and less than 4 hours. Default false. */
  readonly transcribe?: InputMaybe<Scalars['Boolean']['input']>;
  /** How `transcriptionAvailableUrl` is called; POST by default. */
  readonly transcriptionAvailableMethod?: InputMaybe<CallbackMethod>;
  /** Your own web server, told when the transcription can be fetched. http or https, up to 2048 characters. */
  readonly transcriptionAvailableUrl?: InputMaybe<Scalars['String']['input']>;
  /**
   * Basic auth user for `recordingAvailableUrl` and `transcriptionAvailableUrl`; Bandwidth then requires https. Up to 1024
   * characters.
   */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** StartStream. */
export type StartStreamInput = {
  /** Where the sound goes: a full ws or wss URL, up to 2048 characters. */
  readonly destination: Scalars['String']['input'];
  /** Basic auth password for `destination`. */
  readonly destinationPassword?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `destination`, which then must be wss. Up to 1024 characters. */
  readonly destinationUsername?: InputMaybe<Scalars['String']['input']>;
  /** Whether sound comes back too; `UNIDIRECTIONAL` by default. */
  readonly mode?: InputMaybe<StreamMode>;
  /** Name, unique in the call, to end it by; made up by Bandwidth where it is left out. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Sent to `destination` at the start; 12 at most. */
  readonly params?: InputMaybe<ReadonlyArray<StreamParamInput>>;
  /** Basic auth password that goes with `username`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** How `streamEventUrl` is called; POST by default. */
  readonly streamEventMethod?: InputMaybe<CallbackMethod>;
  /** Your own web server, told when the stream begins, is refused or ends. http or https, up to 2048 characters. */
  readonly streamEventUrl?: InputMaybe<Scalars['String']['input']>;
  /** Whose sound; `INBOUND` by default. */
  readonly tracks?: InputMaybe<StreamTracks>;
  /** Basic auth user for `streamEventUrl`; Bandwidth then requires https. Up to 1024 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** StartTranscription. */
export type StartTranscriptionInput = {
  /** Where the words go as they are said: a full ws or wss URL, up to 2048 characters. */
  readonly destination?: InputMaybe<Scalars['String']['input']>;
  /** Name, unique in the call, to end it by; made up by Bandwidth where it is left out. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Sent to `destination` at the start; 12 at most. */
  readonly params?: InputMaybe<ReadonlyArray<StreamParamInput>>;
  /** Basic auth password that goes with `username`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** Send to `destination` what will not change any more only. Only with `destination`. Default true. */
  readonly stabilized?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whose words; `INBOUND` by default. */
  readonly tracks?: InputMaybe<StreamTracks>;
  /** How `transcriptionEventUrl` is called; POST by default. */
  readonly transcriptionEventMethod?: InputMaybe<CallbackMethod>;
  /**
   * Your own web server, told when the transcription begins, is refused, ends or can be fetched. http or https, up to 2048
   * characters.
   */
  readonly transcriptionEventUrl?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `transcriptionEventUrl`; Bandwidth then requires https. Up to 1024 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** The account's queue of outbound calls: calls wait in it until Bandwidth dials them at the account's rate. */
export type Statistics = {
  readonly __typename?: 'Statistics';
  /** Calls waiting in the queue. */
  readonly currentCallQueueSize?: Maybe<Scalars['Int']['output']>;
  /** Calls the queue can hold; when it is full, `createCall` fails with `RATE_LIMITED`. */
  readonly maxCallQueueSize?: Maybe<Scalars['Int']['output']>;
};

/** StopStream. Without effect where there is no such stream. */
export type StopStreamInput = {
  /** Name of the stream. */
  readonly name: Scalars['String']['input'];
  /** The next verb waits until the stream is closed. Default false. */
  readonly wait?: InputMaybe<Scalars['Boolean']['input']>;
};

/** StopTranscription. */
export type StopTranscriptionInput = {
  /** Name of the transcription; left out, all of the call's are ended. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

/** Why a media stream or a transcription of a live call was rejected, or stopped. */
export type StreamCause =
  /** The normal end. */
  | 'CLOSED'
  /** The destination could not be reached, or the connection to it was lost. */
  | 'CONNECTION_ERROR'
  /** There is one of that name on the call. */
  | 'DUPLICATE'
  /** Another error; see `errorMessage`. */
  | 'ERROR'
  /** The call has as many tracks as it may have. */
  | 'TRACK_LIMIT'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/** Which way a stream carries sound. */
export type StreamMode =
  /** Both ways. */
  | 'BIDIRECTIONAL'
  /** From the call to the other end. */
  | 'UNIDIRECTIONAL';

/** A value for the other end of a stream or real-time transcription. */
export type StreamParamInput = {
  /** 1 to 256 characters. */
  readonly name: Scalars['String']['input'];
  /** Up to 2048 characters. */
  readonly value: Scalars['String']['input'];
};

/** Whose sound is sent or transcribed. */
export type StreamTracks =
  /** Both; counts as two tracks. */
  | 'BOTH'
  /** Of the party that is called or that calls, from the phone network. */
  | 'INBOUND'
  /** What that party hears. */
  | 'OUTBOUND';

/**
 * Live events, fed by Bandwidth's callbacks. A subscription that gives `after` (the `cursor` of the last event it saw) first
 * gets all it missed, then goes on live, with no gap and no duplicate. What cannot be given any more is told by a `GapEvent`.
 * `after: "0"` begins with the oldest event that the log has; without `after` only what happens from now on is given. `after: ""` is refused.
 */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * The call as it is now, then again whenever what is selected has changed; `null` as long as neither the gateway nor Bandwidth knows it. It
   * has no cursor: one that comes back gets the present state. Costs what `Query.call` costs, at the beginning, for each event, and, until
   * the call is over, again 5, 10, 20 and then each 40 seconds after the last event, as long as nobody else waits for Bandwidth: no event tells, for
   * instance, that an inbound call was answered. That is so however many subscribe to the same; events that come while it is read are told together.
   */
  readonly call?: Maybe<Call>;
  /** The events of one call. */
  readonly callEvents: Event;
  /**
   * The calls that wait for instructions: those that wait now, then each that begins to wait, at whichever replica. Answer them with
   * `answerEvent`. What was answered before it could be given here is left out. It has no cursor: one that comes back gets those that wait.
   */
  readonly callsAwaitingInstructions: CallAwaitingInstructions;
  /**
   * The conference as it is now, then again whenever what is selected has changed; `null` as long as neither the gateway's log nor Bandwidth
   * knows it. Bandwidth sends no event of who is muted, on hold or coached: what `updateConferenceMember` did is seen at once at the same gateway, and
   * all else when the conference is read again, 5, 10, 20 and then each 40 seconds after its last event until it is over, as long as nobody else
   * waits for Bandwidth. Each time costs what `Query.conference` costs, however many subscribe to the same; events that come while it is read are told together.
   */
  readonly conference?: Maybe<Conference>;
  /** The events of one conference. */
  readonly conferenceEvents: Event;
  /** Every event that matches. */
  readonly events: Event;
  /**
   * A lookup request as it stands now, then whenever it has changed, until it is final; then the subscription is complete. `null` when
   * Bandwidth does not know it. Bandwidth sends no event of lookups, so that the gateway asks for it (getAsyncBulkLookup, or
   * getLookupStatus): after half a second, then less and less often, every 30 seconds at last, for an hour at most, once for all who
   * subscribe to the request at the same gateway, and no more when nobody does. Up to 1000 requests at a time.
   */
  readonly lookup?: Maybe<Lookup>;
  /** Events of messages that match. */
  readonly messageEvents: Event;
};


/**
 * Live events, fed by Bandwidth's callbacks. A subscription that gives `after` (the `cursor` of the last event it saw) first
 * gets all it missed, then goes on live, with no gap and no duplicate. What cannot be given any more is told by a `GapEvent`.
 * `after: "0"` begins with the oldest event that the log has; without `after` only what happens from now on is given. `after: ""` is refused.
 */
export type SubscriptionCallArgs = {
  callId: Scalars['ID']['input'];
};


/**
 * Live events, fed by Bandwidth's callbacks. A subscription that gives `after` (the `cursor` of the last event it saw) first
 * gets all it missed, then goes on live, with no gap and no duplicate. What cannot be given any more is told by a `GapEvent`.
 * `after: "0"` begins with the oldest event that the log has; without `after` only what happens from now on is given. `after: ""` is refused.
 */
export type SubscriptionCallEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  callId: Scalars['ID']['input'];
};


/**
 * Live events, fed by Bandwidth's callbacks. A subscription that gives `after` (the `cursor` of the last event it saw) first
 * gets all it missed, then goes on live, with no gap and no duplicate. What cannot be given any more is told by a `GapEvent`.
 * `after: "0"` begins with the oldest event that the log has; without `after` only what happens from now on is given. `after: ""` is refused.
 */
export type SubscriptionCallsAwaitingInstructionsArgs = {
  filter?: InputMaybe<EventFilter>;
};


/**
 * Live events, fed by Bandwidth's callbacks. A subscription that gives `after` (the `cursor` of the last event it saw) first
 * gets all it missed, then goes on live, with no gap and no duplicate. What cannot be given any more is told by a `GapEvent`.
 * `after: "0"` begins with the oldest event that the log has; without `after` only what happens from now on is given. `after: ""` is refused.
 */
export type SubscriptionConferenceArgs = {
  conferenceId: Scalars['ID']['input'];
};


/**
 * Live events, fed by Bandwidth's callbacks. A subscription that gives `after` (the `cursor` of the last event it saw) first
 * gets all it missed, then goes on live, with no gap and no duplicate. What cannot be given any more is told by a `GapEvent`.
 * `after: "0"` begins with the oldest event that the log has; without `after` only what happens from now on is given. `after: ""` is refused.
 */
export type SubscriptionConferenceEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  conferenceId: Scalars['ID']['input'];
};


/**
 * Live events, fed by Bandwidth's callbacks. A subscription that gives `after` (the `cursor` of the last event it saw) first
 * gets all it missed, then goes on live, with no gap and no duplicate. What cannot be given any more is told by a `GapEvent`.
 * `after: "0"` begins with the oldest event that the log has; without `after` only what happens from now on is given. `after: ""` is refused.
 */
export type SubscriptionEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
};


/**
 * Live events, fed by Bandwidth's callbacks. A subscription that gives `after` (the `cursor` of the last event it saw) first
 * gets all it missed, then goes on live, with no gap and no duplicate. What cannot be given any more is told by a `GapEvent`.
 * `after: "0"` begins with the oldest event that the log has; without `after` only what happens from now on is given. `after: ""` is refused.
 */
export type SubscriptionLookupArgs = {
  requestId: Scalars['ID']['input'];
};


/**
 * Live events, fed by Bandwidth's callbacks. A subscription that gives `after` (the `cursor` of the last event it saw) first
 * gets all it missed, then goes on live, with no gap and no duplicate. What cannot be given any more is told by a `GapEvent`.
 * `after: "0"` begins with the oldest event that the log has; without `after` only what happens from now on is given. `after: ""` is refused.
 */
export type SubscriptionMessageEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
};

/** A suggestion that was chosen. */
export type SuggestionResponse = {
  readonly __typename?: 'SuggestionResponse';
  /** Bandwidth's id of the message that had the suggestion. */
  readonly pairedMessageId?: Maybe<Scalars['ID']['output']>;
  /** What your application gave the suggestion to send back. */
  readonly postbackData?: Maybe<Scalars['String']['output']>;
  /** What the suggestion says. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** A recipient chose what a message over RCS had suggested. */
export type SuggestionResponseEvent = Event & MessageEvent & {
  readonly __typename?: 'SuggestionResponseEvent';
  /** Messaging application of the message. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** The carrier, where Bandwidth tells it. */
  readonly carrierName?: Maybe<Scalars['String']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** What happened, in words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** That message. What the event says of it costs nothing, what a listing says one upstream call (listMessages). */
  readonly message?: Maybe<Message>;
  /** Bandwidth's id of the message. */
  readonly messageId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** What was chosen. */
  readonly suggestionResponse?: Maybe<SuggestionResponse>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** The number that this event is about: one of the recipients. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** Tag. */
export type TagInput = {
  /** The call's new tag, up to 256 characters. An empty text clears it. */
  readonly value: Scalars['String']['input'];
};

/**
 * What `transcribeCallRecording` sends. Limits: https://dev.bandwidth.com/apis/voice/#operation/transcribeCallRecording.
 * A value that breaks one is refused with `BAD_USER_INPUT` and `extensions.field` before anything is sent.
 */
export type TranscribeCallRecordingInput = {
  /** The call that was recorded. */
  readonly callId: Scalars['ID']['input'];
  /** How your `callbackUrl` is called; POST by default. */
  readonly callbackMethod?: InputMaybe<CallbackMethod>;
  /** Seconds that Bandwidth waits for an answer to the callback, 1 to 25, default 15. */
  readonly callbackTimeout?: InputMaybe<Scalars['Float']['input']>;
  /** Your own web server, told when the transcription is ready; http or https, up to 2048 characters. Left out, this gateway. */
  readonly callbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** Find out whether English, French or Spanish is spoken. Left out or false, English is taken for granted. */
  readonly detectLanguage?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Makes the mutation happen at most once: repeated with the same key and input within 24 hours, also while the first is running and
   * after a restart or at another replica, it gives the same result and sends nothing. With another input: `IDEMPOTENCY_KEY_REUSED`. Where the outcome of the
   * first is not known: `OUTCOME_UNKNOWN`. What Bandwidth certainly did not carry out may be repeated with the same key. 1 to 255
   * characters; make it up anew each time, e.g. a UUID.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** Basic auth password that goes with `username`. Up to 1024 characters. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** The recording to transcribe. */
  readonly recordingId: Scalars['ID']['input'];
  /** Your own text, sent with the event; up to 4096 characters. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for your `callbackUrl`; Bandwidth then requires https. Up to 1024 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `transcribeCallRecording`. */
export type TranscribeCallRecordingPayload = {
  readonly __typename?: 'TranscribeCallRecordingPayload';
  /** The recording. Fields other than its ids cost one upstream call. */
  readonly recording: CallRecording;
};

/** The text of one side of a call. */
export type TranscribedTrack = {
  readonly __typename?: 'TranscribedTrack';
  /** How sure Bandwidth is of the text, 0 to 1. */
  readonly confidence?: Maybe<Scalars['Float']['output']>;
  /** The language that was detected: `en-US`, `es-US` or `fr-FR`. */
  readonly detectedLanguage?: Maybe<Scalars['String']['output']>;
  /** `track` in Bandwidth's own spelling. */
  readonly rawTrack?: Maybe<Scalars['String']['output']>;
  /** Which side. */
  readonly track?: Maybe<CallDirection>;
  /** What was said. */
  readonly transcript?: Maybe<Scalars['String']['output']>;
};

/** Text of one channel or speaker of a recording. */
export type Transcript = {
  readonly __typename?: 'Transcript';
  /** How sure Bandwidth is of the text, 0 to 1. */
  readonly confidence?: Maybe<Scalars['Float']['output']>;
  /** Who spoke: a number from 0, where Bandwidth tells speakers apart. */
  readonly speaker?: Maybe<Scalars['Int']['output']>;
  /** What was said. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** The transcription of a recording. Kept by Bandwidth for 30 days. */
export type Transcription = {
  readonly __typename?: 'Transcription';
  /** What was said, piece by piece in time. Bandwidth has it for transcriptions made since 2026. */
  readonly clips?: Maybe<ReadonlyArray<TranscriptionClip>>;
  /** When it was done. */
  readonly completedTime?: Maybe<Scalars['DateTime']['output']>;
  /** `status` in Bandwidth's own spelling. */
  readonly rawStatus?: Maybe<Scalars['String']['output']>;
  /** How far Bandwidth is with it. */
  readonly status?: Maybe<TranscriptionStatus>;
  /** Bandwidth's id of the transcription, `t-` and 45 characters. */
  readonly transcriptionId?: Maybe<Scalars['ID']['output']>;
  /**
   * The text, one transcript per channel or speaker. It and `clips` cost one upstream call (getCallTranscription) together, and are
   * `null` as long as there is no text.
   */
  readonly transcripts?: Maybe<ReadonlyArray<Transcript>>;
};

/** The transcription of a recording is ready. */
export type TranscriptionAvailableEvent = CallEvent & Event & {
  readonly __typename?: 'TranscriptionAvailableEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** 1, or 2 when each party is on a channel of its own. */
  readonly channels?: Maybe<Scalars['Int']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** Length of the recording. */
  readonly duration?: Maybe<Scalars['Duration']['output']>;
  /** When the recording ended. */
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Format of the sound file. */
  readonly fileFormat?: Maybe<FileFormat>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The call that executed the Transfer, when this is about its B-leg. */
  readonly parentCallId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `fileFormat` in Bandwidth's own spelling. */
  readonly rawFileFormat?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** That recording. What the event says of it costs nothing, its other fields one upstream call (getCallRecording). */
  readonly recording?: Maybe<CallRecording>;
  /** Bandwidth's id of the recording, `r-` and 45 characters. */
  readonly recordingId?: Maybe<Scalars['ID']['output']>;
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the recording began. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** The transcription that became available. */
  readonly transcription?: Maybe<TranscriptionNotice>;
  /** The number that the B-leg was called from. */
  readonly transferCallerId?: Maybe<Scalars['String']['output']>;
  /** The number or SIP URI that the B-leg was called at. */
  readonly transferTo?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** What one speaker said without a break. */
export type TranscriptionClip = {
  readonly __typename?: 'TranscriptionClip';
  /** How sure Bandwidth is of the text, 0 to 1. */
  readonly confidence?: Maybe<Scalars['Float']['output']>;
  /** Where in the recording it ends, in seconds. */
  readonly endTimeSeconds?: Maybe<Scalars['Float']['output']>;
  /** Who spoke: a number from 0. */
  readonly speaker?: Maybe<Scalars['Int']['output']>;
  /** Where in the recording it begins, in seconds. */
  readonly startTimeSeconds?: Maybe<Scalars['Float']['output']>;
  /** What was said. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** What an event says of a transcription. The text itself is with the recording. */
export type TranscriptionNotice = {
  readonly __typename?: 'TranscriptionNotice';
  /** When it was done. */
  readonly completedTime?: Maybe<Scalars['DateTime']['output']>;
  /** `status` in Bandwidth's own spelling. */
  readonly rawStatus?: Maybe<Scalars['String']['output']>;
  /** How far Bandwidth is with it. */
  readonly status?: Maybe<TranscriptionStatus>;
  /** Bandwidth's id of the transcription, `t-` and 45 characters. */
  readonly transcriptionId?: Maybe<Scalars['ID']['output']>;
};

/** How far Bandwidth is with a transcription. */
export type TranscriptionStatus =
  /** Ready. */
  | 'AVAILABLE'
  /** It could not be made. */
  | 'ERROR'
  /** It could not be made; of a live call. */
  | 'FAILED'
  /** The recording is too long: 4 hours or more. */
  | 'FILE_SIZE_TOO_BIG'
  /** The recording is too short: 500 ms or less. */
  | 'FILE_SIZE_TOO_SMALL'
  /** None was asked for. */
  | 'NONE'
  /** Not yet ready. */
  | 'PROCESSING'
  /** It took too long. */
  | 'TIMEOUT'
  /** A value that this gateway does not know; see the raw field. */
  | 'UNKNOWN';

/** The B-leg of a Transfer was answered. It asks for BXML for the B-leg. `callId` is the B-leg, `from` and `to` are the original call's. */
export type TransferAnswerEvent = AskingEvent & CallEvent & Event & {
  readonly __typename?: 'TransferAnswerEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** What the gateway answered. See `AskingEvent`. */
  readonly instructions?: Maybe<GivenInstructions>;
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The call that executed the Transfer, when this is about its B-leg. */
  readonly parentCallId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** The number that the B-leg was called from. */
  readonly transferCallerId?: Maybe<Scalars['String']['output']>;
  /** The number or SIP URI that the B-leg was called at. */
  readonly transferTo?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** What `transferCall` says. */
export type TransferCallInput = {
  /**
   * What the call runs when the party has hung up or nobody answered, as verbs. Left out, a `transferComplete` event asks. An
   * empty list is as good as none.
   */
  readonly afterwards?: InputMaybe<ReadonlyArray<BxmlVerbInput>>;
  /** The call. One that is not answered, or is over, gives `CONFLICT` or `NOT_FOUND`. */
  readonly callId: Scalars['ID']['input'];
  /** Whom to call, and how. */
  readonly transfer: TransferInput;
};

/** What came of `transferCall`. */
export type TransferCallPayload = {
  readonly __typename?: 'TransferCallPayload';
  /** The call that was changed. Bandwidth tells nothing but success: fields other than its ids cost one upstream call. */
  readonly call: Call;
};

/** A Transfer is over, or failed, and the A-leg is still up. It asks for BXML. */
export type TransferCompleteEvent = AskingEvent & CallEvent & Event & {
  readonly __typename?: 'TransferCompleteEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the call was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** Why it ended. */
  readonly cause?: Maybe<DisconnectCause>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Bandwidth's own id of that error, to quote to its support. */
  readonly errorId?: Maybe<Scalars['String']['output']>;
  /** What went wrong, when it ended with an error. */
  readonly errorMessage?: Maybe<Scalars['String']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** What the gateway answered. See `AskingEvent`. */
  readonly instructions?: Maybe<GivenInstructions>;
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `cause` in Bandwidth's own spelling. */
  readonly rawCause?: Maybe<Scalars['String']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the call was dialled or came in. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** The number that the B-leg was called from. */
  readonly transferCallerId?: Maybe<Scalars['String']['output']>;
  /** The number or SIP URI that the B-leg was called at. */
  readonly transferTo?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** Whom `transfer` calls: exactly one of the fields. */
export type TransferDestinationInput =
  /** A phone number. */
  { readonly phoneNumber: TransferPhoneNumberInput; readonly sipUri?: never; }
  |  /** A SIP address. */
  { readonly phoneNumber?: never; readonly sipUri: TransferSipUriInput; };

/** A leg of a Transfer ended, answered or not. */
export type TransferDisconnectEvent = CallEvent & Event & {
  readonly __typename?: 'TransferDisconnectEvent';
  /** Account that the event belongs to. */
  readonly accountId?: Maybe<Scalars['ID']['output']>;
  /** When the B-leg was answered; `null` when it never was. */
  readonly answerTime?: Maybe<Scalars['DateTime']['output']>;
  /** Voice application of the call. */
  readonly applicationId?: Maybe<Scalars['ID']['output']>;
  /** That call leg. Its ids cost nothing, its other fields one upstream call (getCallState) unless the operation has read it. */
  readonly call?: Maybe<Call>;
  /** Bandwidth's id of the call leg that the event is about. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** Why it ended. */
  readonly cause?: Maybe<DisconnectCause>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Which way the call was set up. */
  readonly direction?: Maybe<CallDirection>;
  /** When the B-leg ended. */
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** When the outbound call entered the account's queue. */
  readonly enqueuedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Bandwidth's own id of that error, to quote to its support. */
  readonly errorId?: Maybe<Scalars['String']['output']>;
  /** What went wrong, when it ended with an error. */
  readonly errorMessage?: Maybe<Scalars['String']['output']>;
  /** Calling party: an E.164 number, or a word such as `Private`, `Restricted`, `Unavailable`, `Anonymous`. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** The call that executed the Transfer, when this is about its B-leg. */
  readonly parentCallId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `cause` in Bandwidth's own spelling. */
  readonly rawCause?: Maybe<Scalars['String']['output']>;
  /** `direction` in Bandwidth's own spelling. */
  readonly rawDirection?: Maybe<Scalars['String']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When the B-leg was dialled. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Your own text, as set last for this call; `null` when never set or cleared. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** Called party: an E.164 number or a SIP URI. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** The number that the B-leg was called from. */
  readonly transferCallerId?: Maybe<Scalars['String']['output']>;
  /** The number or SIP URI that the B-leg was called at. */
  readonly transferTo?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** Transfer. */
export type TransferInput = {
  /** Seconds to let it ring, 1 to 300, default 30. */
  readonly callTimeout?: InputMaybe<Scalars['Float']['input']>;
  /** Why the call is passed on. Only with `diversionTreatment: STACK`; `UNKNOWN` by default. */
  readonly diversionReason?: InputMaybe<DiversionReason>;
  /** What becomes of the Diversion headers of an inbound call; `NONE` by default. */
  readonly diversionTreatment?: InputMaybe<DiversionTreatment>;
  /** Basic auth password for `transferCompleteFallbackUrl`. */
  readonly fallbackPassword?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `transferCompleteFallbackUrl`. */
  readonly fallbackUsername?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth password that goes with `username`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** Your own text, sent with this and each later event of the call; up to 256 characters. An empty text clears it. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** Whom to call, 1 to 8. */
  readonly to: ReadonlyArray<TransferDestinationInput>;
  /** Caller name to show, up to 256 characters, no control characters. */
  readonly transferCallerDisplayName?: InputMaybe<Scalars['String']['input']>;
  /**
   * Who seems to call: an E.164 number, or `Restricted`, `Anonymous`, `Private` or `Unavailable`. Left out, the number of the
   * call's other party.
   */
  readonly transferCallerId?: InputMaybe<Scalars['String']['input']>;
  /** How `transferCompleteFallbackUrl` is asked; POST by default. */
  readonly transferCompleteFallbackMethod?: InputMaybe<CallbackMethod>;
  /** Asked when `transferCompleteUrl` fails; http or https, up to 2048 characters. */
  readonly transferCompleteFallbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `transferCompleteUrl` is asked; POST by default. */
  readonly transferCompleteMethod?: InputMaybe<CallbackMethod>;
  /**
   * Your own web server, asked with a `transferComplete` event how to go on: then this must be the last verb. http or https, up to
   * 2048 characters.
   */
  readonly transferCompleteUrl?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `transferCompleteUrl`; Bandwidth then requires https. Up to 1024 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** A phone number that `transfer` calls. */
export type TransferPhoneNumberInput = {
  /**
   * Ask the gateway with a `transferAnswer` event what the party that answers hears before the two are joined. Not with
   * `transferAnswerUrl`. Default false.
   */
  readonly askOnAnswer?: InputMaybe<Scalars['Boolean']['input']>;
  /** Basic auth password for `transferAnswerFallbackUrl`. */
  readonly fallbackPassword?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `transferAnswerFallbackUrl`. */
  readonly fallbackUsername?: InputMaybe<Scalars['String']['input']>;
  /** An E.164 number. */
  readonly number: Scalars['String']['input'];
  /** Basic auth password that goes with `username`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** Tag of the new leg, up to 256 characters. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** How `transferAnswerFallbackUrl` is asked; POST by default. */
  readonly transferAnswerFallbackMethod?: InputMaybe<CallbackMethod>;
  /** Asked when `transferAnswerUrl` fails; http or https, up to 2048 characters. */
  readonly transferAnswerFallbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `transferAnswerUrl` is asked; POST by default. */
  readonly transferAnswerMethod?: InputMaybe<CallbackMethod>;
  /**
   * Your own web server, asked with a `transferAnswer` event what the party that answers hears first. http or https, up to 2048
   * characters. Left out, the two are joined at once.
   */
  readonly transferAnswerUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `transferDisconnectUrl` is called; POST by default. */
  readonly transferDisconnectMethod?: InputMaybe<CallbackMethod>;
  /** Your own web server, told when this leg ended. http or https, up to 2048 characters. */
  readonly transferDisconnectUrl?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `transferAnswerUrl` and `transferDisconnectUrl`; Bandwidth then requires https. Up to 1024 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
  /**
   * User-To-User headers, comma separated, each ending in `;encoding=base64`, `;encoding=jwt` or `;encoding=hex`, 256 characters
   * in all.
   */
  readonly uui?: InputMaybe<Scalars['String']['input']>;
};

/** A SIP address that `transfer` calls. */
export type TransferSipUriInput = {
  /**
   * Ask the gateway with a `transferAnswer` event what the party that answers hears before the two are joined. Not with
   * `transferAnswerUrl`. Default false.
   */
  readonly askOnAnswer?: InputMaybe<Scalars['Boolean']['input']>;
  /** Basic auth password for `transferAnswerFallbackUrl`. */
  readonly fallbackPassword?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `transferAnswerFallbackUrl`. */
  readonly fallbackUsername?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth password that goes with `username`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** Tag of the new leg, up to 256 characters. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** How `transferAnswerFallbackUrl` is asked; POST by default. */
  readonly transferAnswerFallbackMethod?: InputMaybe<CallbackMethod>;
  /** Asked when `transferAnswerUrl` fails; http or https, up to 2048 characters. */
  readonly transferAnswerFallbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `transferAnswerUrl` is asked; POST by default. */
  readonly transferAnswerMethod?: InputMaybe<CallbackMethod>;
  /**
   * Your own web server, asked with a `transferAnswer` event what the party that answers hears first. http or https, up to 2048
   * characters. Left out, the two are joined at once.
   */
  readonly transferAnswerUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `transferDisconnectUrl` is called; POST by default. */
  readonly transferDisconnectMethod?: InputMaybe<CallbackMethod>;
  /** Your own web server, told when this leg ended. http or https, up to 2048 characters. */
  readonly transferDisconnectUrl?: InputMaybe<Scalars['String']['input']>;
  /** A SIP URI, such as `sip:alice@example.com`. */
  readonly uri: Scalars['String']['input'];
  /** Basic auth user for `transferAnswerUrl` and `transferDisconnectUrl`; Bandwidth then requires https. Up to 1024 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
  /**
   * User-To-User headers, comma separated, each ending in `;encoding=base64`, `;encoding=jwt` or `;encoding=hex`, 256 characters
   * in all.
   */
  readonly uui?: InputMaybe<Scalars['String']['input']>;
};

/** An event of a type that this gateway does not know. `rawType` and `payload` say what Bandwidth sent. */
export type UnknownEvent = Event & {
  readonly __typename?: 'UnknownEvent';
  /** Bandwidth's id of the call, where the event names one. */
  readonly callId?: Maybe<Scalars['ID']['output']>;
  /** Bandwidth's id of the conference, where the event names one. */
  readonly conferenceId?: Maybe<Scalars['ID']['output']>;
  /** The event's place in the log. Opaque. Reading goes on behind it with `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Unique in the log, and the same wherever the same callback is received: made of its content. A `replayed` copy has one of its own. */
  readonly id: Scalars['ID']['output'];
  /** True when the log already had an event with a later `time` that tells where the same call, conference, member of it, or message to the same recipient stands. */
  readonly late: Scalars['Boolean']['output'];
  /** Bandwidth's id of the message, where the event names one. */
  readonly messageId?: Maybe<Scalars['ID']['output']>;
  /** The callback as Bandwidth sent it. */
  readonly payload?: Maybe<Scalars['JSON']['output']>;
  /** `type` in Bandwidth's own spelling. */
  readonly rawType: Scalars['String']['output'];
  /** When the gateway received it or, of a `replayed` copy, was asked to send it again. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** True when an operator had it sent again (`replayEvent`): it has not happened again, and has an `id` of its own. */
  readonly replayed: Scalars['Boolean']['output'];
  /** How the gateway came to know it. */
  readonly source?: Maybe<EventSource>;
  /** When it happened, as Bandwidth tells it (approximate). */
  readonly time?: Maybe<Scalars['DateTime']['output']>;
  /** What happened. */
  readonly type: EventType;
};

/** What `updateCallBxml` sends. A call that cannot be changed now gives `CONFLICT`. */
export type UpdateCallBxmlInput = {
  /** What to run. */
  readonly bxml: BxmlInput;
  /** The call to run it. */
  readonly callId: Scalars['ID']['input'];
};

/** What came of `updateCallBxml`. */
export type UpdateCallBxmlPayload = {
  readonly __typename?: 'UpdateCallBxmlPayload';
  /** The call that was changed. Bandwidth tells nothing but success: fields other than its ids cost one upstream call. */
  readonly call: Call;
};

/**
 * What `updateCall` sends. Either `state: COMPLETED` alone, or a redirect. What breaks a limit is refused with
 * `BAD_USER_INPUT` before anything is sent; a call that cannot be changed now gives `CONFLICT`.
 */
export type UpdateCallInput = {
  /**
   * What the call runs now, in place of what it runs. The gateway is the `redirectUrl`: it answers the `redirect` event with it. Where no such
   * event is wanted `updateCallBxml` does the same at once. Not with `redirectUrl`, `redirectMethod`, `username` and `password`. Kept for a day.
   */
  readonly bxml?: InputMaybe<BxmlInput>;
  /** The call to change. */
  readonly callId: Scalars['ID']['input'];
  /** Basic auth password for `redirectFallbackUrl`. */
  readonly fallbackPassword?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `redirectFallbackUrl`. */
  readonly fallbackUsername?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth password for `redirectUrl`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** How `redirectFallbackUrl` is asked; POST by default. */
  readonly redirectFallbackMethod?: InputMaybe<CallbackMethod>;
  /** Asked when `redirectUrl` fails. */
  readonly redirectFallbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `redirectUrl` is asked; POST by default. */
  readonly redirectMethod?: InputMaybe<CallbackMethod>;
  /**
   * Your web server to ask for new BXML, with a `redirect` event. Required unless there is `bxml` or `state` is `COMPLETED`; up to 2048
   * characters.
   */
  readonly redirectUrl?: InputMaybe<Scalars['String']['input']>;
  /** `ACTIVE` (default) redirects the call; `COMPLETED` hangs it up, cancels it while it rings, or takes it out of the queue. */
  readonly state?: InputMaybe<UpdateCallState>;
  /** Replaces the call's tag; an empty text clears it. Up to 4096 characters. */
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `redirectUrl`. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `updateCall`. */
export type UpdateCallPayload = {
  readonly __typename?: 'UpdateCallPayload';
  /** The call that was changed. Bandwidth tells nothing but success: fields other than its ids cost one upstream call. */
  readonly call: Call;
};

/** What `updateCallRecordingState` sends. */
export type UpdateCallRecordingStateInput = {
  /** The live call that is being recorded. */
  readonly callId: Scalars['ID']['input'];
  /** What to make of its recording. */
  readonly state: RecordingState;
};

/** What came of `updateCallRecordingState`. */
export type UpdateCallRecordingStatePayload = {
  readonly __typename?: 'UpdateCallRecordingStatePayload';
  /** The call. Bandwidth tells nothing but success: fields other than its ids cost one upstream call. */
  readonly call: Call;
};

/** What `updateCall` makes of a call. */
export type UpdateCallState =
  /** Goes on, with other BXML. */
  | 'ACTIVE'
  /** Ends. */
  | 'COMPLETED';

/** What `updateConferenceBxml` sends. */
export type UpdateConferenceBxmlInput = {
  /** What to run, after what waits already. Bandwidth refuses the whole document for a verb that is not allowed in a conference. */
  readonly bxml: BxmlInput;
  /** The conference to run it. */
  readonly conferenceId: Scalars['ID']['input'];
};

/** What came of `updateConferenceBxml`. */
export type UpdateConferenceBxmlPayload = {
  readonly __typename?: 'UpdateConferenceBxmlPayload';
  /** The conference. Bandwidth tells nothing but success: fields other than its ids cost one upstream call. */
  readonly conference: Conference;
};

/**
 * What `updateConference` sends. Either `status: COMPLETED` alone, or a redirect. What breaks a limit is refused with
 * `BAD_USER_INPUT` before anything is sent.
 */
export type UpdateConferenceInput = {
  /** The conference to change. */
  readonly conferenceId: Scalars['ID']['input'];
  /** Basic auth password for `redirectFallbackUrl`. */
  readonly fallbackPassword?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth user for `redirectFallbackUrl`. */
  readonly fallbackUsername?: InputMaybe<Scalars['String']['input']>;
  /** Basic auth password for `redirectUrl`. Up to 1024 characters. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** How `redirectFallbackUrl` is asked; POST by default. */
  readonly redirectFallbackMethod?: InputMaybe<CallbackMethod>;
  /** Asked when `redirectUrl` fails. */
  readonly redirectFallbackUrl?: InputMaybe<Scalars['String']['input']>;
  /** How `redirectUrl` is asked; POST by default. */
  readonly redirectMethod?: InputMaybe<CallbackMethod>;
  /** Your web server to ask for BXML, with a `conferenceRedirect` event. Required unless `status` is `COMPLETED`; up to 2048 characters. */
  readonly redirectUrl?: InputMaybe<Scalars['String']['input']>;
  /** `ACTIVE` (default) redirects the conference; `COMPLETED` ends it and ejects all members. */
  readonly status?: InputMaybe<UpdateConferenceStatus>;
  /** Basic auth user for `redirectUrl`. Up to 1024 characters. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** What `updateConferenceMember` sends. What is left out stays as it is. */
export type UpdateConferenceMemberInput = {
  /** The call that is the member. */
  readonly callId: Scalars['ID']['input'];
  /** The members that alone hear this one. */
  readonly callIdsToCoach?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The conference. */
  readonly conferenceId: Scalars['ID']['input'];
  /** Whether this member neither hears the others nor is heard. */
  readonly hold?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the others do not hear this member. */
  readonly mute?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What came of `updateConferenceMember`. */
export type UpdateConferenceMemberPayload = {
  readonly __typename?: 'UpdateConferenceMemberPayload';
  /** The member. Bandwidth tells nothing but success: fields other than its ids cost one upstream call. */
  readonly conferenceMember: ConferenceMember;
};

/** What came of `updateConference`. */
export type UpdateConferencePayload = {
  readonly __typename?: 'UpdateConferencePayload';
  /** The conference that was changed. Bandwidth tells nothing but success: fields other than its ids cost one upstream call. */
  readonly conference: Conference;
};

/** What `updateConference` makes of a conference. */
export type UpdateConferenceStatus =
  /** Goes on, with other BXML. */
  | 'ACTIVE'
  /** Ends. */
  | 'COMPLETED';

/** What `uploadMedia` sends. */
export type UploadMediaInput = {
  /** The Cache-Control header that Bandwidth gives the file out with, e.g. `no-cache`; up to 1024 characters. */
  readonly cacheControl?: InputMaybe<Scalars['String']['input']>;
  /**
   * The file, of `MEDIA_UPLOAD_MAX_BYTES` of the gateway at most: 3932160 (3.75 MB) by default, Bandwidth's own limit. A larger one is
   * `REQUEST_TOO_LARGE`, and nothing of it is stored. The Content-Type of its part, without parameters, is kept with it; Bandwidth refuses
   * types that carriers do not take.
   */
  readonly file: Scalars['Upload']['input'];
  /**
   * Name of the file, such as `menus/friday.png`; the end tells clients of `url` its type where Bandwidth does not. It may hold
   * slashes, with something between them.
   */
  readonly mediaId: Scalars['ID']['input'];
};

/** What came of `uploadMedia`. */
export type UploadMediaPayload = {
  readonly __typename?: 'UploadMediaPayload';
  /** The file. Its fields cost nothing more. */
  readonly mediaFile: MediaFile;
};

/** What `verifyCode` sends. Limits: https://dev.bandwidth.com/apis/mfa. */
export type VerifyCodeInput = {
  /** The code that was given, 4 to 8 characters. */
  readonly code: Scalars['String']['input'];
  /** How old the code may be, in minutes, 1 to 15. */
  readonly expirationTimeInMinutes: Scalars['Float']['input'];
  /** What the code was for, as when it was sent; `2FA` if left out. Up to 25 characters. */
  readonly scope?: InputMaybe<Scalars['String']['input']>;
  /** Whom the code was sent to: an E.164 number. */
  readonly to: Scalars['String']['input'];
};

/** What came of `verifyCode`. */
export type VerifyCodePayload = {
  readonly __typename?: 'VerifyCodePayload';
  /** Whether it is the code that was sent to this number for this scope, and young enough. False too when none was sent. */
  readonly valid: Scalars['Boolean']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  AskingEvent:
    | ( EventOf<'answer'> )
    | ( EventOf<'bridgeComplete'> )
    | ( EventOf<'bridgeTargetComplete'> )
    | ( EventOf<'conferenceCreated'> )
    | ( EventOf<'conferenceMemberExit'> )
    | ( EventOf<'conferenceMemberJoin'> )
    | ( EventOf<'conferenceRedirect'> )
    | ( EventOf<'gather'> )
    | ( EventOf<'initiate'> )
    | ( EventOf<'recordComplete'> )
    | ( EventOf<'redirect'> )
    | ( EventOf<'transferAnswer'> )
    | ( EventOf<'transferComplete'> )
  ;
  CallEvent:
    | ( EventOf<'answer'> )
    | ( EventOf<'bridgeComplete'> )
    | ( EventOf<'bridgeTargetComplete'> )
    | ( EventOf<'disconnect'> )
    | ( EventOf<'dtmf'> )
    | ( EventOf<'gather'> )
    | ( EventOf<'initiate'> )
    | ( EventOf<'machineDetectionComplete'> )
    | ( EventOf<'mediaStreamRejected'> )
    | ( EventOf<'mediaStreamStarted'> )
    | ( EventOf<'mediaStreamStopped'> )
    | ( EventOf<'realTimeTranscriptionAvailable'> )
    | ( EventOf<'realTimeTranscriptionRejected'> )
    | ( EventOf<'realTimeTranscriptionStarted'> )
    | ( EventOf<'realTimeTranscriptionStopped'> )
    | ( EventOf<'recordComplete'> )
    | ( EventOf<'recordingAvailable'> )
    | ( EventOf<'redirect'> )
    | ( EventOf<'transcriptionAvailable'> )
    | ( EventOf<'transferAnswer'> )
    | ( EventOf<'transferComplete'> )
    | ( EventOf<'transferDisconnect'> )
  ;
  Event:
    | ( EventOf<'answer'> )
    | ( EventOf<'bridgeComplete'> )
    | ( EventOf<'bridgeTargetComplete'> )
    | ( EventOf<'conferenceCompleted'> )
    | ( EventOf<'conferenceCreated'> )
    | ( EventOf<'conferenceMemberExit'> )
    | ( EventOf<'conferenceMemberJoin'> )
    | ( EventOf<'conferenceRecordingAvailable'> )
    | ( EventOf<'conferenceRedirect'> )
    | ( EventOf<'disconnect'> )
    | ( EventOf<'dtmf'> )
    | ( Gap )
    | ( EventOf<'gather'> )
    | ( EventOf<'initiate'> )
    | ( EventOf<'machineDetectionComplete'> )
    | ( EventOf<'mediaStreamRejected'> )
    | ( EventOf<'mediaStreamStarted'> )
    | ( EventOf<'mediaStreamStopped'> )
    | ( EventOf<'message-delivered'> )
    | ( EventOf<'message-failed'> )
    | ( EventOf<'message-read'> )
    | ( EventOf<'message-received'> )
    | ( EventOf<'message-sending'> )
    | ( EventOf<'message-sent'> )
    | ( EventOf<'realTimeTranscriptionAvailable'> )
    | ( EventOf<'realTimeTranscriptionRejected'> )
    | ( EventOf<'realTimeTranscriptionStarted'> )
    | ( EventOf<'realTimeTranscriptionStopped'> )
    | ( EventOf<'recordComplete'> )
    | ( EventOf<'recordingAvailable'> )
    | ( EventOf<'redirect'> )
    | ( EventOf<'requested-location-response'> )
    | ( EventOf<'suggestion-response'> )
    | ( EventOf<'transcriptionAvailable'> )
    | ( EventOf<'transferAnswer'> )
    | ( EventOf<'transferComplete'> )
    | ( EventOf<'transferDisconnect'> )
    | ( LoggedUnknownEvent )
  ;
  MessageEvent:
    | ( EventOf<'message-delivered'> )
    | ( EventOf<'message-failed'> )
    | ( EventOf<'message-read'> )
    | ( EventOf<'message-received'> )
    | ( EventOf<'message-sending'> )
    | ( EventOf<'message-sent'> )
    | ( EventOf<'requested-location-response'> )
    | ( EventOf<'suggestion-response'> )
  ;
  Node:
    | ( CallSource )
    | ( CallRecordingSource )
    | ( ConferenceSource )
    | ( ConferenceMemberSource )
    | ( ConferenceRecordingSource )
    | ( LookupSource )
    | ( MediaItem )
    | ( MessageSource )
    | ( RealTimeTranscriptionSource )
  ;
  Recording:
    | ( CallRecordingSource )
    | ( ConferenceRecordingSource )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AnswerEvent: ResolverTypeWrapper<EventOf<'answer'>>;
  AnswerEventInput: AnswerEventInput;
  AnswerEventPayload: ResolverTypeWrapper<Omit<AnswerEventPayload, 'event'> & { event: ResolversTypes['AskingEvent'] }>;
  ApiVersion: ApiVersion;
  AskingEvent: ResolverTypeWrapper<AskingEventSource>;
  AskingEventType: AskingEventType;
  BareVerbInput: BareVerbInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BridgeCompleteEvent: ResolverTypeWrapper<EventOf<'bridgeComplete'>>;
  BridgeInput: BridgeInput;
  BridgeTargetCompleteEvent: ResolverTypeWrapper<EventOf<'bridgeTargetComplete'>>;
  BxmlInput: BxmlInput;
  BxmlVerbInput: BxmlVerbInput;
  Call: ResolverTypeWrapper<CallSource>;
  CallAwaitingInstructions: ResolverTypeWrapper<WaitingCall>;
  CallConnection: ResolverTypeWrapper<Omit<CallConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CallEdge']> }>;
  CallDirection: CallDirection;
  CallEdge: ResolverTypeWrapper<Omit<CallEdge, 'node'> & { node: ResolversTypes['Call'] }>;
  CallEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['CallEvent']>;
  CallFilter: CallFilter;
  CallInstructions: ResolverTypeWrapper<Instructions>;
  CallInstructionsInput: CallInstructionsInput;
  CallRecording: ResolverTypeWrapper<CallRecordingSource>;
  CallScript: ResolverTypeWrapper<StoredCallScript>;
  CallScriptConnection: ResolverTypeWrapper<Omit<CallScriptConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CallScriptEdge']> }>;
  CallScriptEdge: ResolverTypeWrapper<Omit<CallScriptEdge, 'node'> & { node: ResolversTypes['CallScript'] }>;
  CallState: CallState;
  CallbackDelivery: ResolverTypeWrapper<Delivery>;
  CallbackDeliveryFilter: CallbackDeliveryFilter;
  CallbackMethod: CallbackMethod;
  CallbackOutcome: CallbackOutcome;
  Conference: ResolverTypeWrapper<ConferenceSource>;
  ConferenceCompletedEvent: ResolverTypeWrapper<EventOf<'conferenceCompleted'>>;
  ConferenceConnection: ResolverTypeWrapper<Omit<ConferenceConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ConferenceEdge']> }>;
  ConferenceCreatedEvent: ResolverTypeWrapper<EventOf<'conferenceCreated'>>;
  ConferenceEdge: ResolverTypeWrapper<Omit<ConferenceEdge, 'node'> & { node: ResolversTypes['Conference'] }>;
  ConferenceFilter: ConferenceFilter;
  ConferenceInput: ConferenceInput;
  ConferenceMember: ResolverTypeWrapper<ConferenceMemberSource>;
  ConferenceMemberExitEvent: ResolverTypeWrapper<EventOf<'conferenceMemberExit'>>;
  ConferenceMemberJoinEvent: ResolverTypeWrapper<EventOf<'conferenceMemberJoin'>>;
  ConferenceRecording: ResolverTypeWrapper<ConferenceRecordingSource>;
  ConferenceRecordingAvailableEvent: ResolverTypeWrapper<EventOf<'conferenceRecordingAvailable'>>;
  ConferenceRedirectEvent: ResolverTypeWrapper<EventOf<'conferenceRedirect'>>;
  ConnectInput: ConnectInput;
  CreateCallInput: CreateCallInput;
  CreateCallPayload: ResolverTypeWrapper<Omit<CreateCallPayload, 'call'> & { call: ResolversTypes['Call'] }>;
  CreateLookupInput: CreateLookupInput;
  CreateLookupPayload: ResolverTypeWrapper<Omit<CreateLookupPayload, 'lookup'> & { lookup: ResolversTypes['Lookup'] }>;
  CreateMessageInput: CreateMessageInput;
  CreateMessagePayload: ResolverTypeWrapper<Omit<CreateMessagePayload, 'message'> & { message: ResolversTypes['Message'] }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteCallScriptInput: DeleteCallScriptInput;
  DeleteCallScriptPayload: ResolverTypeWrapper<DeleteCallScriptPayload>;
  DeleteCallTranscriptionInput: DeleteCallTranscriptionInput;
  DeleteCallTranscriptionPayload: ResolverTypeWrapper<Omit<DeleteCallTranscriptionPayload, 'recording'> & { recording: ResolversTypes['CallRecording'] }>;
  DeleteMediaInput: DeleteMediaInput;
  DeleteMediaPayload: ResolverTypeWrapper<DeleteMediaPayload>;
  DeleteRealTimeTranscriptionInput: DeleteRealTimeTranscriptionInput;
  DeleteRealTimeTranscriptionPayload: ResolverTypeWrapper<Omit<DeleteRealTimeTranscriptionPayload, 'call'> & { call: ResolversTypes['Call'] }>;
  DeleteRecordingInput: DeleteRecordingInput;
  DeleteRecordingMediaInput: DeleteRecordingMediaInput;
  DeleteRecordingMediaPayload: ResolverTypeWrapper<Omit<DeleteRecordingMediaPayload, 'recording'> & { recording: ResolversTypes['CallRecording'] }>;
  DeleteRecordingPayload: ResolverTypeWrapper<Omit<DeleteRecordingPayload, 'call'> & { call: ResolversTypes['Call'] }>;
  DisconnectCause: DisconnectCause;
  DisconnectEvent: ResolverTypeWrapper<EventOf<'disconnect'>>;
  DiversionReason: DiversionReason;
  DiversionTreatment: DiversionTreatment;
  DtmfEvent: ResolverTypeWrapper<EventOf<'dtmf'>>;
  DtmfInput: DtmfInput;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  Event: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Event']>;
  EventConnection: ResolverTypeWrapper<Omit<EventConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['EventEdge']> }>;
  EventEdge: ResolverTypeWrapper<Omit<EventEdge, 'node'> & { node: ResolversTypes['Event'] }>;
  EventFilter: EventFilter;
  EventSource: EventSource;
  EventType: EventType;
  FileFormat: FileFormat;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ForwardInput: ForwardInput;
  ForwardInstructions: ResolverTypeWrapper<Forward>;
  ForwardInstructionsInput: ForwardInstructionsInput;
  GapEvent: ResolverTypeWrapper<Gap>;
  GapReason: GapReason;
  GatherEvent: ResolverTypeWrapper<EventOf<'gather'>>;
  GatherInput: GatherInput;
  GatherPromptInput: GatherPromptInput;
  GenerateMessagingCodeInput: GenerateMessagingCodeInput;
  GenerateMessagingCodePayload: ResolverTypeWrapper<MessagingCode>;
  GenerateVoiceCodeInput: GenerateVoiceCodeInput;
  GenerateVoiceCodePayload: ResolverTypeWrapper<Omit<GenerateVoiceCodePayload, 'call'> & { call: ResolversTypes['Call'] }>;
  GivenInstructions: ResolverTypeWrapper<EventAnswer>;
  HangUpCallInput: HangUpCallInput;
  HangUpCallPayload: ResolverTypeWrapper<Omit<HangUpCallPayload, 'call'> & { call: ResolversTypes['Call'] }>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  InitiateEvent: ResolverTypeWrapper<EventOf<'initiate'>>;
  InstructionsSource: InstructionsSource;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JoinConferenceInput: JoinConferenceInput;
  JoinConferencePayload: ResolverTypeWrapper<Omit<JoinConferencePayload, 'call'> & { call: ResolversTypes['Call'] }>;
  LineType: LineType;
  LiveInstructions: ResolverTypeWrapper<Live>;
  LiveInstructionsInput: LiveInstructionsInput;
  LocationResponse: ResolverTypeWrapper<LocationResponse>;
  Lookup: ResolverTypeWrapper<LookupSource>;
  LookupFault: ResolverTypeWrapper<LookupFault>;
  LookupResult: ResolverTypeWrapper<NumberInformation>;
  LookupStatus: LookupStatus;
  MachineDetectionCompleteEvent: ResolverTypeWrapper<EventOf<'machineDetectionComplete'>>;
  MachineDetectionInput: MachineDetectionInput;
  MachineDetectionMode: MachineDetectionMode;
  MachineDetectionResult: ResolverTypeWrapper<DetectionResult>;
  MachineDetectionValue: MachineDetectionValue;
  MediaFile: ResolverTypeWrapper<MediaItem>;
  MediaFileConnection: ResolverTypeWrapper<Omit<MediaFileConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['MediaFileEdge']> }>;
  MediaFileEdge: ResolverTypeWrapper<Omit<MediaFileEdge, 'node'> & { node: ResolversTypes['MediaFile'] }>;
  MediaStream: ResolverTypeWrapper<StreamOfEvent>;
  MediaStreamRejectedEvent: ResolverTypeWrapper<EventOf<'mediaStreamRejected'>>;
  MediaStreamStartedEvent: ResolverTypeWrapper<EventOf<'mediaStreamStarted'>>;
  MediaStreamStoppedEvent: ResolverTypeWrapper<EventOf<'mediaStreamStopped'>>;
  Message: ResolverTypeWrapper<MessageSource>;
  MessageChannel: MessageChannel;
  MessageConnection: ResolverTypeWrapper<Omit<MessageConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['MessageEdge']> }>;
  MessageDeliveredEvent: ResolverTypeWrapper<EventOf<'message-delivered'>>;
  MessageDeliveryStatus: MessageDeliveryStatus;
  MessageDirection: MessageDirection;
  MessageEdge: ResolverTypeWrapper<MessageEdgeSource>;
  MessageEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['MessageEvent']>;
  MessageFailedEvent: ResolverTypeWrapper<EventOf<'message-failed'>>;
  MessageFilter: MessageFilter;
  MessageMedia: ResolverTypeWrapper<MessageMedia>;
  MessagePriority: MessagePriority;
  MessageProduct: MessageProduct;
  MessageReadEvent: ResolverTypeWrapper<EventOf<'message-read'>>;
  MessageReceivedEvent: ResolverTypeWrapper<EventOf<'message-received'>>;
  MessageSendingEvent: ResolverTypeWrapper<EventOf<'message-sending'>>;
  MessageSentEvent: ResolverTypeWrapper<EventOf<'message-sent'>>;
  MessageStatus: MessageStatus;
  MessageType: MessageType;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<NodeSource>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PauseInput: PauseInput;
  PlayAudioInCallInput: PlayAudioInCallInput;
  PlayAudioInCallPayload: ResolverTypeWrapper<Omit<PlayAudioInCallPayload, 'call'> & { call: ResolversTypes['Call'] }>;
  PlayAudioInput: PlayAudioInput;
  PutCallScriptInput: PutCallScriptInput;
  PutCallScriptPayload: ResolverTypeWrapper<Omit<PutCallScriptPayload, 'callScript'> & { callScript: ResolversTypes['CallScript'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RealTimeTranscription: ResolverTypeWrapper<RealTimeTranscriptionSource>;
  RealTimeTranscriptionAvailableEvent: ResolverTypeWrapper<EventOf<'realTimeTranscriptionAvailable'>>;
  RealTimeTranscriptionNotice: ResolverTypeWrapper<LiveTranscriptionOfEvent>;
  RealTimeTranscriptionRejectedEvent: ResolverTypeWrapper<EventOf<'realTimeTranscriptionRejected'>>;
  RealTimeTranscriptionStartedEvent: ResolverTypeWrapper<EventOf<'realTimeTranscriptionStarted'>>;
  RealTimeTranscriptionStoppedEvent: ResolverTypeWrapper<EventOf<'realTimeTranscriptionStopped'>>;
  RecordCompleteEvent: ResolverTypeWrapper<EventOf<'recordComplete'>>;
  RecordInput: RecordInput;
  Recording: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Recording']>;
  RecordingAvailableEvent: ResolverTypeWrapper<EventOf<'recordingAvailable'>>;
  RecordingFileFormat: RecordingFileFormat;
  RecordingFilter: RecordingFilter;
  RecordingList: ResolverTypeWrapper<Omit<RecordingList, 'recordings'> & { recordings: ReadonlyArray<ResolversTypes['CallRecording']> }>;
  RecordingState: RecordingState;
  RecordingStatus: RecordingStatus;
  RedirectEvent: ResolverTypeWrapper<EventOf<'redirect'>>;
  RedirectInput: RedirectInput;
  ReplayEventInput: ReplayEventInput;
  ReplayEventPayload: ResolverTypeWrapper<Omit<ReplayEventPayload, 'event'> & { event: ResolversTypes['Event'] }>;
  RequestedLocationResponseEvent: ResolverTypeWrapper<EventOf<'requested-location-response'>>;
  RingInput: RingInput;
  ScriptEntry: ResolverTypeWrapper<StoredScriptEntry>;
  ScriptEntryInput: ScriptEntryInput;
  ScriptInput: ScriptInput;
  SendDtmfInput: SendDtmfInput;
  SendDtmfPayload: ResolverTypeWrapper<Omit<SendDtmfPayload, 'call'> & { call: ResolversTypes['Call'] }>;
  SpeakInCallInput: SpeakInCallInput;
  SpeakInCallPayload: ResolverTypeWrapper<Omit<SpeakInCallPayload, 'call'> & { call: ResolversTypes['Call'] }>;
  SpeakSentenceInput: SpeakSentenceInput;
  SpeechGender: SpeechGender;
  SpeechLocale: SpeechLocale;
  SpeechVoice: SpeechVoice;
  StartGatherInput: StartGatherInput;
  StartRecordingInput: StartRecordingInput;
  StartStreamInput: StartStreamInput;
  StartTranscriptionInput: StartTranscriptionInput;
  Statistics: ResolverTypeWrapper<Statistics>;
  StopStreamInput: StopStreamInput;
  StopTranscriptionInput: StopTranscriptionInput;
  StreamCause: StreamCause;
  StreamMode: StreamMode;
  StreamParamInput: StreamParamInput;
  StreamTracks: StreamTracks;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SuggestionResponse: ResolverTypeWrapper<SuggestionResponse>;
  SuggestionResponseEvent: ResolverTypeWrapper<EventOf<'suggestion-response'>>;
  TagInput: TagInput;
  TranscribeCallRecordingInput: TranscribeCallRecordingInput;
  TranscribeCallRecordingPayload: ResolverTypeWrapper<Omit<TranscribeCallRecordingPayload, 'recording'> & { recording: ResolversTypes['CallRecording'] }>;
  TranscribedTrack: ResolverTypeWrapper<RestTrack>;
  Transcript: ResolverTypeWrapper<Transcript>;
  Transcription: ResolverTypeWrapper<TranscriptionSource>;
  TranscriptionAvailableEvent: ResolverTypeWrapper<EventOf<'transcriptionAvailable'>>;
  TranscriptionClip: ResolverTypeWrapper<TranscriptionClip>;
  TranscriptionNotice: ResolverTypeWrapper<TranscriptionOfEvent>;
  TranscriptionStatus: TranscriptionStatus;
  TransferAnswerEvent: ResolverTypeWrapper<EventOf<'transferAnswer'>>;
  TransferCallInput: TransferCallInput;
  TransferCallPayload: ResolverTypeWrapper<Omit<TransferCallPayload, 'call'> & { call: ResolversTypes['Call'] }>;
  TransferCompleteEvent: ResolverTypeWrapper<EventOf<'transferComplete'>>;
  TransferDestinationInput: TransferDestinationInput;
  TransferDisconnectEvent: ResolverTypeWrapper<EventOf<'transferDisconnect'>>;
  TransferInput: TransferInput;
  TransferPhoneNumberInput: TransferPhoneNumberInput;
  TransferSipUriInput: TransferSipUriInput;
  UnknownEvent: ResolverTypeWrapper<LoggedUnknownEvent>;
  UpdateCallBxmlInput: UpdateCallBxmlInput;
  UpdateCallBxmlPayload: ResolverTypeWrapper<Omit<UpdateCallBxmlPayload, 'call'> & { call: ResolversTypes['Call'] }>;
  UpdateCallInput: UpdateCallInput;
  UpdateCallPayload: ResolverTypeWrapper<Omit<UpdateCallPayload, 'call'> & { call: ResolversTypes['Call'] }>;
  UpdateCallRecordingStateInput: UpdateCallRecordingStateInput;
  UpdateCallRecordingStatePayload: ResolverTypeWrapper<Omit<UpdateCallRecordingStatePayload, 'call'> & { call: ResolversTypes['Call'] }>;
  UpdateCallState: UpdateCallState;
  UpdateConferenceBxmlInput: UpdateConferenceBxmlInput;
  UpdateConferenceBxmlPayload: ResolverTypeWrapper<Omit<UpdateConferenceBxmlPayload, 'conference'> & { conference: ResolversTypes['Conference'] }>;
  UpdateConferenceInput: UpdateConferenceInput;
  UpdateConferenceMemberInput: UpdateConferenceMemberInput;
  UpdateConferenceMemberPayload: ResolverTypeWrapper<Omit<UpdateConferenceMemberPayload, 'conferenceMember'> & { conferenceMember: ResolversTypes['ConferenceMember'] }>;
  UpdateConferencePayload: ResolverTypeWrapper<Omit<UpdateConferencePayload, 'conference'> & { conference: ResolversTypes['Conference'] }>;
  UpdateConferenceStatus: UpdateConferenceStatus;
  Upload: ResolverTypeWrapper<Scalars['Upload']['output']>;
  UploadMediaInput: UploadMediaInput;
  UploadMediaPayload: ResolverTypeWrapper<Omit<UploadMediaPayload, 'mediaFile'> & { mediaFile: ResolversTypes['MediaFile'] }>;
  VerifyCodeInput: VerifyCodeInput;
  VerifyCodePayload: ResolverTypeWrapper<VerifyCodePayload>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AnswerEvent: EventOf<'answer'>;
  AnswerEventInput: AnswerEventInput;
  AnswerEventPayload: Omit<AnswerEventPayload, 'event'> & { event: ResolversParentTypes['AskingEvent'] };
  AskingEvent: AskingEventSource;
  BareVerbInput: BareVerbInput;
  Boolean: Scalars['Boolean']['output'];
  BridgeCompleteEvent: EventOf<'bridgeComplete'>;
  BridgeInput: BridgeInput;
  BridgeTargetCompleteEvent: EventOf<'bridgeTargetComplete'>;
  BxmlInput: BxmlInput;
  BxmlVerbInput: BxmlVerbInput;
  Call: CallSource;
  CallAwaitingInstructions: WaitingCall;
  CallConnection: Omit<CallConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CallEdge']> };
  CallEdge: Omit<CallEdge, 'node'> & { node: ResolversParentTypes['Call'] };
  CallEvent: ResolversInterfaceTypes<ResolversParentTypes>['CallEvent'];
  CallFilter: CallFilter;
  CallInstructions: Instructions;
  CallInstructionsInput: CallInstructionsInput;
  CallRecording: CallRecordingSource;
  CallScript: StoredCallScript;
  CallScriptConnection: Omit<CallScriptConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CallScriptEdge']> };
  CallScriptEdge: Omit<CallScriptEdge, 'node'> & { node: ResolversParentTypes['CallScript'] };
  CallbackDelivery: Delivery;
  CallbackDeliveryFilter: CallbackDeliveryFilter;
  Conference: ConferenceSource;
  ConferenceCompletedEvent: EventOf<'conferenceCompleted'>;
  ConferenceConnection: Omit<ConferenceConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ConferenceEdge']> };
  ConferenceCreatedEvent: EventOf<'conferenceCreated'>;
  ConferenceEdge: Omit<ConferenceEdge, 'node'> & { node: ResolversParentTypes['Conference'] };
  ConferenceFilter: ConferenceFilter;
  ConferenceInput: ConferenceInput;
  ConferenceMember: ConferenceMemberSource;
  ConferenceMemberExitEvent: EventOf<'conferenceMemberExit'>;
  ConferenceMemberJoinEvent: EventOf<'conferenceMemberJoin'>;
  ConferenceRecording: ConferenceRecordingSource;
  ConferenceRecordingAvailableEvent: EventOf<'conferenceRecordingAvailable'>;
  ConferenceRedirectEvent: EventOf<'conferenceRedirect'>;
  ConnectInput: ConnectInput;
  CreateCallInput: CreateCallInput;
  CreateCallPayload: Omit<CreateCallPayload, 'call'> & { call: ResolversParentTypes['Call'] };
  CreateLookupInput: CreateLookupInput;
  CreateLookupPayload: Omit<CreateLookupPayload, 'lookup'> & { lookup: ResolversParentTypes['Lookup'] };
  CreateMessageInput: CreateMessageInput;
  CreateMessagePayload: Omit<CreateMessagePayload, 'message'> & { message: ResolversParentTypes['Message'] };
  DateTime: Scalars['DateTime']['output'];
  DeleteCallScriptInput: DeleteCallScriptInput;
  DeleteCallScriptPayload: DeleteCallScriptPayload;
  DeleteCallTranscriptionInput: DeleteCallTranscriptionInput;
  DeleteCallTranscriptionPayload: Omit<DeleteCallTranscriptionPayload, 'recording'> & { recording: ResolversParentTypes['CallRecording'] };
  DeleteMediaInput: DeleteMediaInput;
  DeleteMediaPayload: DeleteMediaPayload;
  DeleteRealTimeTranscriptionInput: DeleteRealTimeTranscriptionInput;
  DeleteRealTimeTranscriptionPayload: Omit<DeleteRealTimeTranscriptionPayload, 'call'> & { call: ResolversParentTypes['Call'] };
  DeleteRecordingInput: DeleteRecordingInput;
  DeleteRecordingMediaInput: DeleteRecordingMediaInput;
  DeleteRecordingMediaPayload: Omit<DeleteRecordingMediaPayload, 'recording'> & { recording: ResolversParentTypes['CallRecording'] };
  DeleteRecordingPayload: Omit<DeleteRecordingPayload, 'call'> & { call: ResolversParentTypes['Call'] };
  DisconnectEvent: EventOf<'disconnect'>;
  DtmfEvent: EventOf<'dtmf'>;
  DtmfInput: DtmfInput;
  Duration: Scalars['Duration']['output'];
  Event: ResolversInterfaceTypes<ResolversParentTypes>['Event'];
  EventConnection: Omit<EventConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['EventEdge']> };
  EventEdge: Omit<EventEdge, 'node'> & { node: ResolversParentTypes['Event'] };
  EventFilter: EventFilter;
  Float: Scalars['Float']['output'];
  ForwardInput: ForwardInput;
  ForwardInstructions: Forward;
  ForwardInstructionsInput: ForwardInstructionsInput;
  GapEvent: Gap;
  GatherEvent: EventOf<'gather'>;
  GatherInput: GatherInput;
  GatherPromptInput: GatherPromptInput;
  GenerateMessagingCodeInput: GenerateMessagingCodeInput;
  GenerateMessagingCodePayload: MessagingCode;
  GenerateVoiceCodeInput: GenerateVoiceCodeInput;
  GenerateVoiceCodePayload: Omit<GenerateVoiceCodePayload, 'call'> & { call: ResolversParentTypes['Call'] };
  GivenInstructions: EventAnswer;
  HangUpCallInput: HangUpCallInput;
  HangUpCallPayload: Omit<HangUpCallPayload, 'call'> & { call: ResolversParentTypes['Call'] };
  ID: Scalars['ID']['output'];
  InitiateEvent: EventOf<'initiate'>;
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  JoinConferenceInput: JoinConferenceInput;
  JoinConferencePayload: Omit<JoinConferencePayload, 'call'> & { call: ResolversParentTypes['Call'] };
  LiveInstructions: Live;
  LiveInstructionsInput: LiveInstructionsInput;
  LocationResponse: LocationResponse;
  Lookup: LookupSource;
  LookupFault: LookupFault;
  LookupResult: NumberInformation;
  MachineDetectionCompleteEvent: EventOf<'machineDetectionComplete'>;
  MachineDetectionInput: MachineDetectionInput;
  MachineDetectionResult: DetectionResult;
  MediaFile: MediaItem;
  MediaFileConnection: Omit<MediaFileConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['MediaFileEdge']> };
  MediaFileEdge: Omit<MediaFileEdge, 'node'> & { node: ResolversParentTypes['MediaFile'] };
  MediaStream: StreamOfEvent;
  MediaStreamRejectedEvent: EventOf<'mediaStreamRejected'>;
  MediaStreamStartedEvent: EventOf<'mediaStreamStarted'>;
  MediaStreamStoppedEvent: EventOf<'mediaStreamStopped'>;
  Message: MessageSource;
  MessageConnection: Omit<MessageConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['MessageEdge']> };
  MessageDeliveredEvent: EventOf<'message-delivered'>;
  MessageEdge: MessageEdgeSource;
  MessageEvent: ResolversInterfaceTypes<ResolversParentTypes>['MessageEvent'];
  MessageFailedEvent: EventOf<'message-failed'>;
  MessageFilter: MessageFilter;
  MessageMedia: MessageMedia;
  MessageReadEvent: EventOf<'message-read'>;
  MessageReceivedEvent: EventOf<'message-received'>;
  MessageSendingEvent: EventOf<'message-sending'>;
  MessageSentEvent: EventOf<'message-sent'>;
  Mutation: Record<PropertyKey, never>;
  Node: NodeSource;
  PageInfo: PageInfo;
  PauseInput: PauseInput;
  PlayAudioInCallInput: PlayAudioInCallInput;
  PlayAudioInCallPayload: Omit<PlayAudioInCallPayload, 'call'> & { call: ResolversParentTypes['Call'] };
  PlayAudioInput: PlayAudioInput;
  PutCallScriptInput: PutCallScriptInput;
  PutCallScriptPayload: Omit<PutCallScriptPayload, 'callScript'> & { callScript: ResolversParentTypes['CallScript'] };
  Query: Record<PropertyKey, never>;
  RealTimeTranscription: RealTimeTranscriptionSource;
  RealTimeTranscriptionAvailableEvent: EventOf<'realTimeTranscriptionAvailable'>;
  RealTimeTranscriptionNotice: LiveTranscriptionOfEvent;
  RealTimeTranscriptionRejectedEvent: EventOf<'realTimeTranscriptionRejected'>;
  RealTimeTranscriptionStartedEvent: EventOf<'realTimeTranscriptionStarted'>;
  RealTimeTranscriptionStoppedEvent: EventOf<'realTimeTranscriptionStopped'>;
  RecordCompleteEvent: EventOf<'recordComplete'>;
  RecordInput: RecordInput;
  Recording: ResolversInterfaceTypes<ResolversParentTypes>['Recording'];
  RecordingAvailableEvent: EventOf<'recordingAvailable'>;
  RecordingFilter: RecordingFilter;
  RecordingList: Omit<RecordingList, 'recordings'> & { recordings: ReadonlyArray<ResolversParentTypes['CallRecording']> };
  RedirectEvent: EventOf<'redirect'>;
  RedirectInput: RedirectInput;
  ReplayEventInput: ReplayEventInput;
  ReplayEventPayload: Omit<ReplayEventPayload, 'event'> & { event: ResolversParentTypes['Event'] };
  RequestedLocationResponseEvent: EventOf<'requested-location-response'>;
  RingInput: RingInput;
  ScriptEntry: StoredScriptEntry;
  ScriptEntryInput: ScriptEntryInput;
  ScriptInput: ScriptInput;
  SendDtmfInput: SendDtmfInput;
  SendDtmfPayload: Omit<SendDtmfPayload, 'call'> & { call: ResolversParentTypes['Call'] };
  SpeakInCallInput: SpeakInCallInput;
  SpeakInCallPayload: Omit<SpeakInCallPayload, 'call'> & { call: ResolversParentTypes['Call'] };
  SpeakSentenceInput: SpeakSentenceInput;
  StartGatherInput: StartGatherInput;
  StartRecordingInput: StartRecordingInput;
  StartStreamInput: StartStreamInput;
  StartTranscriptionInput: StartTranscriptionInput;
  Statistics: Statistics;
  StopStreamInput: StopStreamInput;
  StopTranscriptionInput: StopTranscriptionInput;
  StreamParamInput: StreamParamInput;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  SuggestionResponse: SuggestionResponse;
  SuggestionResponseEvent: EventOf<'suggestion-response'>;
  TagInput: TagInput;
  TranscribeCallRecordingInput: TranscribeCallRecordingInput;
  TranscribeCallRecordingPayload: Omit<TranscribeCallRecordingPayload, 'recording'> & { recording: ResolversParentTypes['CallRecording'] };
  TranscribedTrack: RestTrack;
  Transcript: Transcript;
  Transcription: TranscriptionSource;
  TranscriptionAvailableEvent: EventOf<'transcriptionAvailable'>;
  TranscriptionClip: TranscriptionClip;
  TranscriptionNotice: TranscriptionOfEvent;
  TransferAnswerEvent: EventOf<'transferAnswer'>;
  TransferCallInput: TransferCallInput;
  TransferCallPayload: Omit<TransferCallPayload, 'call'> & { call: ResolversParentTypes['Call'] };
  TransferCompleteEvent: EventOf<'transferComplete'>;
  TransferDestinationInput: TransferDestinationInput;
  TransferDisconnectEvent: EventOf<'transferDisconnect'>;
  TransferInput: TransferInput;
  TransferPhoneNumberInput: TransferPhoneNumberInput;
  TransferSipUriInput: TransferSipUriInput;
  UnknownEvent: LoggedUnknownEvent;
  UpdateCallBxmlInput: UpdateCallBxmlInput;
  UpdateCallBxmlPayload: Omit<UpdateCallBxmlPayload, 'call'> & { call: ResolversParentTypes['Call'] };
  UpdateCallInput: UpdateCallInput;
  UpdateCallPayload: Omit<UpdateCallPayload, 'call'> & { call: ResolversParentTypes['Call'] };
  UpdateCallRecordingStateInput: UpdateCallRecordingStateInput;
  UpdateCallRecordingStatePayload: Omit<UpdateCallRecordingStatePayload, 'call'> & { call: ResolversParentTypes['Call'] };
  UpdateConferenceBxmlInput: UpdateConferenceBxmlInput;
  UpdateConferenceBxmlPayload: Omit<UpdateConferenceBxmlPayload, 'conference'> & { conference: ResolversParentTypes['Conference'] };
  UpdateConferenceInput: UpdateConferenceInput;
  UpdateConferenceMemberInput: UpdateConferenceMemberInput;
  UpdateConferenceMemberPayload: Omit<UpdateConferenceMemberPayload, 'conferenceMember'> & { conferenceMember: ResolversParentTypes['ConferenceMember'] };
  UpdateConferencePayload: Omit<UpdateConferencePayload, 'conference'> & { conference: ResolversParentTypes['Conference'] };
  Upload: Scalars['Upload']['output'];
  UploadMediaInput: UploadMediaInput;
  UploadMediaPayload: Omit<UploadMediaPayload, 'mediaFile'> & { mediaFile: ResolversParentTypes['MediaFile'] };
  VerifyCodeInput: VerifyCodeInput;
  VerifyCodePayload: VerifyCodePayload;
};

export type AnswerEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnswerEvent'] = ResolversParentTypes['AnswerEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['GivenInstructions']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  machineDetectionResult?: Resolver<Maybe<ResolversTypes['MachineDetectionResult']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AnswerEventPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnswerEventPayload'] = ResolversParentTypes['AnswerEventPayload']> = {
  event?: Resolver<ResolversTypes['AskingEvent'], ParentType, ContextType>;
};

export type AskingEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AskingEvent'] = ResolversParentTypes['AskingEvent']> = {
  __resolveType: TypeResolveFn<'AnswerEvent' | 'BridgeCompleteEvent' | 'BridgeTargetCompleteEvent' | 'ConferenceCreatedEvent' | 'ConferenceMemberExitEvent' | 'ConferenceMemberJoinEvent' | 'ConferenceRedirectEvent' | 'GatherEvent' | 'InitiateEvent' | 'RecordCompleteEvent' | 'RedirectEvent' | 'TransferAnswerEvent' | 'TransferCompleteEvent', ParentType, ContextType>;
};

export type BridgeCompleteEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BridgeCompleteEvent'] = ResolversParentTypes['BridgeCompleteEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['DisconnectCause']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['GivenInstructions']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawCause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BridgeTargetCompleteEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BridgeTargetCompleteEvent'] = ResolversParentTypes['BridgeTargetCompleteEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['GivenInstructions']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CallResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Call'] = ResolversParentTypes['Call']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  api?: Resolver<ResolversTypes['ApiVersion'], ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  callId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  disconnectCause?: Resolver<Maybe<ResolversTypes['DisconnectCause']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  events?: Resolver<Maybe<ResolversTypes['EventConnection']>, ParentType, ContextType, RequireFields<CallEventsArgs, 'first'>>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fromLookup?: Resolver<Maybe<ResolversTypes['LookupResult']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastUpdate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  parentCall?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawDisconnectCause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawState?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  realTimeTranscriptions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RealTimeTranscription']>>, ParentType, ContextType>;
  recordings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallRecording']>>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['CallState']>, ParentType, ContextType>;
  stirShaken?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  toLookup?: Resolver<Maybe<ResolversTypes['LookupResult']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CallAwaitingInstructionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CallAwaitingInstructions'] = ResolversParentTypes['CallAwaitingInstructions']> = {
  deadline?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['AskingEvent'], ParentType, ContextType>;
};

export type CallConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CallConnection'] = ResolversParentTypes['CallConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CallEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CallEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CallEdge'] = ResolversParentTypes['CallEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
};

export type CallEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CallEvent'] = ResolversParentTypes['CallEvent']> = {
  __resolveType: TypeResolveFn<'AnswerEvent' | 'BridgeCompleteEvent' | 'BridgeTargetCompleteEvent' | 'DisconnectEvent' | 'DtmfEvent' | 'GatherEvent' | 'InitiateEvent' | 'MachineDetectionCompleteEvent' | 'MediaStreamRejectedEvent' | 'MediaStreamStartedEvent' | 'MediaStreamStoppedEvent' | 'RealTimeTranscriptionAvailableEvent' | 'RealTimeTranscriptionRejectedEvent' | 'RealTimeTranscriptionStartedEvent' | 'RealTimeTranscriptionStoppedEvent' | 'RecordCompleteEvent' | 'RecordingAvailableEvent' | 'RedirectEvent' | 'TranscriptionAvailableEvent' | 'TransferAnswerEvent' | 'TransferCompleteEvent' | 'TransferDisconnectEvent', ParentType, ContextType>;
};

export type CallInstructionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CallInstructions'] = ResolversParentTypes['CallInstructions']> = {
  forward?: Resolver<Maybe<ResolversTypes['ForwardInstructions']>, ParentType, ContextType>;
  live?: Resolver<Maybe<ResolversTypes['LiveInstructions']>, ParentType, ContextType>;
  script?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ScriptEntry']>>, ParentType, ContextType>;
};

export type CallRecordingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CallRecording'] = ResolversParentTypes['CallRecording']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  api?: Resolver<ResolversTypes['ApiVersion'], ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  callId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  channels?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fileFormat?: Resolver<Maybe<ResolversTypes['FileFormat']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mediaUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parentCallId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawFileFormat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordingId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recordingName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['RecordingStatus']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transcription?: Resolver<Maybe<ResolversTypes['Transcription']>, ParentType, ContextType>;
  transferCallerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CallScriptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CallScript'] = ResolversParentTypes['CallScript']> = {
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  callScriptId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['AskingEventType']>, ParentType, ContextType>;
  instructions?: Resolver<ResolversTypes['CallInstructions'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CallScriptConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CallScriptConnection'] = ResolversParentTypes['CallScriptConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CallScriptEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CallScriptEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CallScriptEdge'] = ResolversParentTypes['CallScriptEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CallScript'], ParentType, ContextType>;
};

export type CallbackDeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CallbackDelivery'] = ResolversParentTypes['CallbackDelivery']> = {
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  duplicates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['CallbackOutcome'], ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ConferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Conference'] = ResolversParentTypes['Conference']> = {
  activeMembers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ConferenceMember']>>, ParentType, ContextType>;
  api?: Resolver<ResolversTypes['ApiVersion'], ParentType, ContextType>;
  completedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  conferenceEventMethod?: Resolver<Maybe<ResolversTypes['CallbackMethod']>, ParentType, ContextType>;
  conferenceEventUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conferenceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  events?: Resolver<Maybe<ResolversTypes['EventConnection']>, ParentType, ContextType, RequireFields<ConferenceEventsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['ConferenceMember']>, ParentType, ContextType, RequireFields<ConferenceMemberArgs, 'callId'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recording?: Resolver<Maybe<ResolversTypes['ConferenceRecording']>, ParentType, ContextType, RequireFields<ConferenceRecordingArgs, 'recordingId'>>;
  recordings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ConferenceRecording']>>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConferenceCompletedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConferenceCompletedEvent'] = ResolversParentTypes['ConferenceCompletedEvent']> = {
  conference?: Resolver<Maybe<ResolversTypes['Conference']>, ParentType, ContextType>;
  conferenceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConferenceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConferenceConnection'] = ResolversParentTypes['ConferenceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ConferenceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConferenceCreatedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConferenceCreatedEvent'] = ResolversParentTypes['ConferenceCreatedEvent']> = {
  conference?: Resolver<Maybe<ResolversTypes['Conference']>, ParentType, ContextType>;
  conferenceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['GivenInstructions']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConferenceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConferenceEdge'] = ResolversParentTypes['ConferenceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conference'], ParentType, ContextType>;
};

export type ConferenceMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConferenceMember'] = ResolversParentTypes['ConferenceMember']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  callId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  callIdsToCoach?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  conference?: Resolver<ResolversTypes['Conference'], ParentType, ContextType>;
  conferenceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  hold?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mute?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConferenceMemberExitEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConferenceMemberExitEvent'] = ResolversParentTypes['ConferenceMemberExitEvent']> = {
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  conference?: Resolver<Maybe<ResolversTypes['Conference']>, ParentType, ContextType>;
  conferenceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['GivenInstructions']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConferenceMemberJoinEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConferenceMemberJoinEvent'] = ResolversParentTypes['ConferenceMemberJoinEvent']> = {
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  conference?: Resolver<Maybe<ResolversTypes['Conference']>, ParentType, ContextType>;
  conferenceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['GivenInstructions']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConferenceRecordingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConferenceRecording'] = ResolversParentTypes['ConferenceRecording']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  api?: Resolver<ResolversTypes['ApiVersion'], ParentType, ContextType>;
  channels?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  conference?: Resolver<ResolversTypes['Conference'], ParentType, ContextType>;
  conferenceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fileFormat?: Resolver<Maybe<ResolversTypes['FileFormat']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mediaUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawFileFormat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordingId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recordingName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['RecordingStatus']>, ParentType, ContextType>;
  transcription?: Resolver<Maybe<ResolversTypes['Transcription']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConferenceRecordingAvailableEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConferenceRecordingAvailableEvent'] = ResolversParentTypes['ConferenceRecordingAvailableEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  channels?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  conference?: Resolver<Maybe<ResolversTypes['Conference']>, ParentType, ContextType>;
  conferenceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fileFormat?: Resolver<Maybe<ResolversTypes['FileFormat']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawFileFormat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recording?: Resolver<Maybe<ResolversTypes['ConferenceRecording']>, ParentType, ContextType>;
  recordingId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['RecordingStatus']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConferenceRedirectEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConferenceRedirectEvent'] = ResolversParentTypes['ConferenceRedirectEvent']> = {
  conference?: Resolver<Maybe<ResolversTypes['Conference']>, ParentType, ContextType>;
  conferenceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['GivenInstructions']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateCallPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCallPayload'] = ResolversParentTypes['CreateCallPayload']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
};

export type CreateLookupPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateLookupPayload'] = ResolversParentTypes['CreateLookupPayload']> = {
  lookup?: Resolver<ResolversTypes['Lookup'], ParentType, ContextType>;
};

export type CreateMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateMessagePayload'] = ResolversParentTypes['CreateMessagePayload']> = {
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteCallScriptPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCallScriptPayload'] = ResolversParentTypes['DeleteCallScriptPayload']> = {
  callScriptId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteCallTranscriptionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCallTranscriptionPayload'] = ResolversParentTypes['DeleteCallTranscriptionPayload']> = {
  recording?: Resolver<ResolversTypes['CallRecording'], ParentType, ContextType>;
};

export type DeleteMediaPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteMediaPayload'] = ResolversParentTypes['DeleteMediaPayload']> = {
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mediaId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteRealTimeTranscriptionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteRealTimeTranscriptionPayload'] = ResolversParentTypes['DeleteRealTimeTranscriptionPayload']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  transcriptionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteRecordingMediaPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteRecordingMediaPayload'] = ResolversParentTypes['DeleteRecordingMediaPayload']> = {
  recording?: Resolver<ResolversTypes['CallRecording'], ParentType, ContextType>;
};

export type DeleteRecordingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteRecordingPayload'] = ResolversParentTypes['DeleteRecordingPayload']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recordingId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DisconnectEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisconnectEvent'] = ResolversParentTypes['DisconnectEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['DisconnectCause']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawCause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DtmfEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DtmfEvent'] = ResolversParentTypes['DtmfEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parentCallId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferCallerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type EventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = {
  __resolveType: TypeResolveFn<'AnswerEvent' | 'BridgeCompleteEvent' | 'BridgeTargetCompleteEvent' | 'ConferenceCompletedEvent' | 'ConferenceCreatedEvent' | 'ConferenceMemberExitEvent' | 'ConferenceMemberJoinEvent' | 'ConferenceRecordingAvailableEvent' | 'ConferenceRedirectEvent' | 'DisconnectEvent' | 'DtmfEvent' | 'GapEvent' | 'GatherEvent' | 'InitiateEvent' | 'MachineDetectionCompleteEvent' | 'MediaStreamRejectedEvent' | 'MediaStreamStartedEvent' | 'MediaStreamStoppedEvent' | 'MessageDeliveredEvent' | 'MessageFailedEvent' | 'MessageReadEvent' | 'MessageReceivedEvent' | 'MessageSendingEvent' | 'MessageSentEvent' | 'RealTimeTranscriptionAvailableEvent' | 'RealTimeTranscriptionRejectedEvent' | 'RealTimeTranscriptionStartedEvent' | 'RealTimeTranscriptionStoppedEvent' | 'RecordCompleteEvent' | 'RecordingAvailableEvent' | 'RedirectEvent' | 'RequestedLocationResponseEvent' | 'SuggestionResponseEvent' | 'TranscriptionAvailableEvent' | 'TransferAnswerEvent' | 'TransferCompleteEvent' | 'TransferDisconnectEvent' | 'UnknownEvent', ParentType, ContextType>;
};

export type EventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventConnection'] = ResolversParentTypes['EventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventEdge'] = ResolversParentTypes['EventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
};

export type ForwardInstructionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForwardInstructions'] = ResolversParentTypes['ForwardInstructions']> = {
  disconnectUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fallback?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['CallbackMethod'], ParentType, ContextType>;
  timeout?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GapEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GapEvent'] = ResolversParentTypes['GapEvent']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fromCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['GapReason'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  toCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GatherEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GatherEvent'] = ResolversParentTypes['GatherEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digits?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['GivenInstructions']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parentCallId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  terminatingDigit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferCallerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GenerateMessagingCodePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GenerateMessagingCodePayload'] = ResolversParentTypes['GenerateMessagingCodePayload']> = {
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  messageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type GenerateVoiceCodePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GenerateVoiceCodePayload'] = ResolversParentTypes['GenerateVoiceCodePayload']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
};

export type GivenInstructionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GivenInstructions'] = ResolversParentTypes['GivenInstructions']> = {
  afterMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['InstructionsSource'], ParentType, ContextType>;
};

export type HangUpCallPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HangUpCallPayload'] = ResolversParentTypes['HangUpCallPayload']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
};

export type InitiateEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InitiateEvent'] = ResolversParentTypes['InitiateEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  diversion?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['GivenInstructions']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stirShaken?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  uui?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type JoinConferencePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JoinConferencePayload'] = ResolversParentTypes['JoinConferencePayload']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
};

export type LiveInstructionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LiveInstructions'] = ResolversParentTypes['LiveInstructions']> = {
  fallback?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeout?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type LocationResponseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationResponse'] = ResolversParentTypes['LocationResponse']> = {
  latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type LookupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lookup'] = ResolversParentTypes['Lookup']> = {
  api?: Resolver<ResolversTypes['ApiVersion'], ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['LookupFault']>, ParentType, ContextType>;
  failedPhoneNumbers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  results?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LookupResult']>>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['LookupStatus']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LookupFaultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LookupFault'] = ResolversParentTypes['LookupFault']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phoneNumbers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LookupResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LookupResult'] = ResolversParentTypes['LookupResult']> = {
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countryCodeA3?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deactivationDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deactivationEvent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deactivationReporter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  e164Format?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  formatted?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  initialMessageDeliveryStatusDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latestMessageDeliveryStatus?: Resolver<Maybe<ResolversTypes['MessageDeliveryStatus']>, ParentType, ContextType>;
  latestMessageDeliveryStatusDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lineType?: Resolver<Maybe<ResolversTypes['LineType']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  messagingProvider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mobileCountryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mobileNetworkCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phoneNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rawLatestMessageDeliveryStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawLineType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rcsEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  responseCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  voiceProvider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MachineDetectionCompleteEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MachineDetectionCompleteEvent'] = ResolversParentTypes['MachineDetectionCompleteEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  machineDetectionResult?: Resolver<Maybe<ResolversTypes['MachineDetectionResult']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MachineDetectionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MachineDetectionResult'] = ResolversParentTypes['MachineDetectionResult']> = {
  duration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  rawValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['MachineDetectionValue']>, ParentType, ContextType>;
};

export type MediaFileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaFile'] = ResolversParentTypes['MediaFile']> = {
  api?: Resolver<ResolversTypes['ApiVersion'], ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contentLength?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mediaId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MediaFileConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaFileConnection'] = ResolversParentTypes['MediaFileConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MediaFileEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MediaFileEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaFileEdge'] = ResolversParentTypes['MediaFileEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MediaFile'], ParentType, ContextType>;
};

export type MediaStreamResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaStream'] = ResolversParentTypes['MediaStream']> = {
  destination?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawTracks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  streamId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  tracks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallDirection']>>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MediaStreamRejectedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaStreamRejectedEvent'] = ResolversParentTypes['MediaStreamRejectedEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['StreamCause']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mediaStream?: Resolver<Maybe<ResolversTypes['MediaStream']>, ParentType, ContextType>;
  originalMediaStream?: Resolver<Maybe<ResolversTypes['MediaStream']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawCause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MediaStreamStartedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaStreamStartedEvent'] = ResolversParentTypes['MediaStreamStartedEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mediaStream?: Resolver<Maybe<ResolversTypes['MediaStream']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MediaStreamStoppedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediaStreamStoppedEvent'] = ResolversParentTypes['MediaStreamStoppedEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['StreamCause']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mediaStream?: Resolver<Maybe<ResolversTypes['MediaStream']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawCause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  api?: Resolver<ResolversTypes['ApiVersion'], ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  attachmentCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  bwLatency?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  calledNumberCountryA3?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  callingNumberCountryA3?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  campaignClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  campaignId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  carrierLatency?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  carrierName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['MessageChannel']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['MessageDirection']>, ParentType, ContextType>;
  errorCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  events?: Resolver<Maybe<ResolversTypes['EventConnection']>, ParentType, ContextType, RequireFields<MessageEventsArgs, 'first'>>;
  expiration?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  media?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MessageMedia']>>, ParentType, ContextType>;
  mediaUrls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  messageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messageLength?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  messageSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['MessagePriority']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['MessageProduct']>, ParentType, ContextType>;
  rawChannel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawPriority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawProduct?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipientCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  segmentCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['MessageStatus']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['MessageType']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MessageDeliveredEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageDeliveredEvent'] = ResolversParentTypes['MessageDeliveredEvent']> = {
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  carrierName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  messageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  errorCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['MessageStatus']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MessageEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageEvent'] = ResolversParentTypes['MessageEvent']> = {
  __resolveType: TypeResolveFn<'MessageDeliveredEvent' | 'MessageFailedEvent' | 'MessageReadEvent' | 'MessageReceivedEvent' | 'MessageSendingEvent' | 'MessageSentEvent' | 'RequestedLocationResponseEvent' | 'SuggestionResponseEvent', ParentType, ContextType>;
};

export type MessageFailedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageFailedEvent'] = ResolversParentTypes['MessageFailedEvent']> = {
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  carrierName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  messageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageMediaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageMedia'] = ResolversParentTypes['MessageMedia']> = {
  fileName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mediaId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessageReadEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageReadEvent'] = ResolversParentTypes['MessageReadEvent']> = {
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  carrierName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  messageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageReceivedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageReceivedEvent'] = ResolversParentTypes['MessageReceivedEvent']> = {
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  carrierName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  messageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageSendingEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageSendingEvent'] = ResolversParentTypes['MessageSendingEvent']> = {
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  carrierName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  messageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageSentEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageSentEvent'] = ResolversParentTypes['MessageSentEvent']> = {
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  carrierName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  messageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  answerEvent?: Resolver<Maybe<ResolversTypes['AnswerEventPayload']>, ParentType, ContextType, RequireFields<MutationAnswerEventArgs, 'input'>>;
  createCall?: Resolver<Maybe<ResolversTypes['CreateCallPayload']>, ParentType, ContextType, RequireFields<MutationCreateCallArgs, 'input'>>;
  createLookup?: Resolver<Maybe<ResolversTypes['CreateLookupPayload']>, ParentType, ContextType, RequireFields<MutationCreateLookupArgs, 'input'>>;
  createMessage?: Resolver<Maybe<ResolversTypes['CreateMessagePayload']>, ParentType, ContextType, RequireFields<MutationCreateMessageArgs, 'input'>>;
  deleteCallScript?: Resolver<Maybe<ResolversTypes['DeleteCallScriptPayload']>, ParentType, ContextType, RequireFields<MutationDeleteCallScriptArgs, 'input'>>;
  deleteCallTranscription?: Resolver<Maybe<ResolversTypes['DeleteCallTranscriptionPayload']>, ParentType, ContextType, RequireFields<MutationDeleteCallTranscriptionArgs, 'input'>>;
  deleteMedia?: Resolver<Maybe<ResolversTypes['DeleteMediaPayload']>, ParentType, ContextType, RequireFields<MutationDeleteMediaArgs, 'input'>>;
  deleteRealTimeTranscription?: Resolver<Maybe<ResolversTypes['DeleteRealTimeTranscriptionPayload']>, ParentType, ContextType, RequireFields<MutationDeleteRealTimeTranscriptionArgs, 'input'>>;
  deleteRecording?: Resolver<Maybe<ResolversTypes['DeleteRecordingPayload']>, ParentType, ContextType, RequireFields<MutationDeleteRecordingArgs, 'input'>>;
  deleteRecordingMedia?: Resolver<Maybe<ResolversTypes['DeleteRecordingMediaPayload']>, ParentType, ContextType, RequireFields<MutationDeleteRecordingMediaArgs, 'input'>>;
  generateMessagingCode?: Resolver<Maybe<ResolversTypes['GenerateMessagingCodePayload']>, ParentType, ContextType, RequireFields<MutationGenerateMessagingCodeArgs, 'input'>>;
  generateVoiceCode?: Resolver<Maybe<ResolversTypes['GenerateVoiceCodePayload']>, ParentType, ContextType, RequireFields<MutationGenerateVoiceCodeArgs, 'input'>>;
  hangUpCall?: Resolver<Maybe<ResolversTypes['HangUpCallPayload']>, ParentType, ContextType, RequireFields<MutationHangUpCallArgs, 'input'>>;
  joinConference?: Resolver<Maybe<ResolversTypes['JoinConferencePayload']>, ParentType, ContextType, RequireFields<MutationJoinConferenceArgs, 'input'>>;
  playAudioInCall?: Resolver<Maybe<ResolversTypes['PlayAudioInCallPayload']>, ParentType, ContextType, RequireFields<MutationPlayAudioInCallArgs, 'input'>>;
  putCallScript?: Resolver<Maybe<ResolversTypes['PutCallScriptPayload']>, ParentType, ContextType, RequireFields<MutationPutCallScriptArgs, 'input'>>;
  replayEvent?: Resolver<Maybe<ResolversTypes['ReplayEventPayload']>, ParentType, ContextType, RequireFields<MutationReplayEventArgs, 'input'>>;
  sendDtmf?: Resolver<Maybe<ResolversTypes['SendDtmfPayload']>, ParentType, ContextType, RequireFields<MutationSendDtmfArgs, 'input'>>;
  speakInCall?: Resolver<Maybe<ResolversTypes['SpeakInCallPayload']>, ParentType, ContextType, RequireFields<MutationSpeakInCallArgs, 'input'>>;
  transcribeCallRecording?: Resolver<Maybe<ResolversTypes['TranscribeCallRecordingPayload']>, ParentType, ContextType, RequireFields<MutationTranscribeCallRecordingArgs, 'input'>>;
  transferCall?: Resolver<Maybe<ResolversTypes['TransferCallPayload']>, ParentType, ContextType, RequireFields<MutationTransferCallArgs, 'input'>>;
  updateCall?: Resolver<Maybe<ResolversTypes['UpdateCallPayload']>, ParentType, ContextType, RequireFields<MutationUpdateCallArgs, 'input'>>;
  updateCallBxml?: Resolver<Maybe<ResolversTypes['UpdateCallBxmlPayload']>, ParentType, ContextType, RequireFields<MutationUpdateCallBxmlArgs, 'input'>>;
  updateCallRecordingState?: Resolver<Maybe<ResolversTypes['UpdateCallRecordingStatePayload']>, ParentType, ContextType, RequireFields<MutationUpdateCallRecordingStateArgs, 'input'>>;
  updateConference?: Resolver<Maybe<ResolversTypes['UpdateConferencePayload']>, ParentType, ContextType, RequireFields<MutationUpdateConferenceArgs, 'input'>>;
  updateConferenceBxml?: Resolver<Maybe<ResolversTypes['UpdateConferenceBxmlPayload']>, ParentType, ContextType, RequireFields<MutationUpdateConferenceBxmlArgs, 'input'>>;
  updateConferenceMember?: Resolver<Maybe<ResolversTypes['UpdateConferenceMemberPayload']>, ParentType, ContextType, RequireFields<MutationUpdateConferenceMemberArgs, 'input'>>;
  uploadMedia?: Resolver<Maybe<ResolversTypes['UploadMediaPayload']>, ParentType, ContextType, RequireFields<MutationUploadMediaArgs, 'input'>>;
  verifyCode?: Resolver<Maybe<ResolversTypes['VerifyCodePayload']>, ParentType, ContextType, RequireFields<MutationVerifyCodeArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Call' | 'CallRecording' | 'Conference' | 'ConferenceMember' | 'ConferenceRecording' | 'Lookup' | 'MediaFile' | 'Message' | 'RealTimeTranscription', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlayAudioInCallPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlayAudioInCallPayload'] = ResolversParentTypes['PlayAudioInCallPayload']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
};

export type PutCallScriptPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PutCallScriptPayload'] = ResolversParentTypes['PutCallScriptPayload']> = {
  callScript?: Resolver<ResolversTypes['CallScript'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  bxml?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<QueryBxmlArgs, 'verbs'>>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType, RequireFields<QueryCallArgs, 'callId'>>;
  callScripts?: Resolver<Maybe<ResolversTypes['CallScriptConnection']>, ParentType, ContextType, RequireFields<QueryCallScriptsArgs, 'first'>>;
  callbackDeliveries?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallbackDelivery']>>, ParentType, ContextType, RequireFields<QueryCallbackDeliveriesArgs, 'first'>>;
  calls?: Resolver<Maybe<ResolversTypes['CallConnection']>, ParentType, ContextType, RequireFields<QueryCallsArgs, 'first'>>;
  conference?: Resolver<Maybe<ResolversTypes['Conference']>, ParentType, ContextType, RequireFields<QueryConferenceArgs, 'conferenceId'>>;
  conferences?: Resolver<Maybe<ResolversTypes['ConferenceConnection']>, ParentType, ContextType, RequireFields<QueryConferencesArgs, 'first'>>;
  events?: Resolver<Maybe<ResolversTypes['EventConnection']>, ParentType, ContextType, RequireFields<QueryEventsArgs, 'first'>>;
  lookup?: Resolver<Maybe<ResolversTypes['Lookup']>, ParentType, ContextType, RequireFields<QueryLookupArgs, 'requestId'>>;
  lookupPhoneNumbers?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['LookupResult']>>>, ParentType, ContextType, RequireFields<QueryLookupPhoneNumbersArgs, 'phoneNumbers'>>;
  mediaFile?: Resolver<Maybe<ResolversTypes['MediaFile']>, ParentType, ContextType, RequireFields<QueryMediaFileArgs, 'mediaId'>>;
  mediaFiles?: Resolver<Maybe<ResolversTypes['MediaFileConnection']>, ParentType, ContextType, RequireFields<QueryMediaFilesArgs, 'first'>>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType, RequireFields<QueryMessageArgs, 'messageId'>>;
  messages?: Resolver<Maybe<ResolversTypes['MessageConnection']>, ParentType, ContextType, RequireFields<QueryMessagesArgs, 'filter' | 'first'>>;
  newestCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  recording?: Resolver<Maybe<ResolversTypes['CallRecording']>, ParentType, ContextType, RequireFields<QueryRecordingArgs, 'callId' | 'recordingId'>>;
  recordings?: Resolver<Maybe<ResolversTypes['RecordingList']>, ParentType, ContextType, Partial<QueryRecordingsArgs>>;
  statistics?: Resolver<Maybe<ResolversTypes['Statistics']>, ParentType, ContextType>;
};

export type RealTimeTranscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RealTimeTranscription'] = ResolversParentTypes['RealTimeTranscription']> = {
  api?: Resolver<ResolversTypes['ApiVersion'], ParentType, ContextType>;
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
  callId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tracks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TranscribedTrack']>>, ParentType, ContextType>;
  transcriptionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  transcriptionName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RealTimeTranscriptionAvailableEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RealTimeTranscriptionAvailableEvent'] = ResolversParentTypes['RealTimeTranscriptionAvailableEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  realTimeTranscription?: Resolver<Maybe<ResolversTypes['RealTimeTranscriptionNotice']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transcription?: Resolver<Maybe<ResolversTypes['RealTimeTranscription']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RealTimeTranscriptionNoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RealTimeTranscriptionNotice'] = ResolversParentTypes['RealTimeTranscriptionNotice']> = {
  completedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  destination?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawTracks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  stabilized?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['TranscriptionStatus']>, ParentType, ContextType>;
  tracks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallDirection']>>, ParentType, ContextType>;
  transcriptionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type RealTimeTranscriptionRejectedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RealTimeTranscriptionRejectedEvent'] = ResolversParentTypes['RealTimeTranscriptionRejectedEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['StreamCause']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  originalTranscription?: Resolver<Maybe<ResolversTypes['RealTimeTranscriptionNotice']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawCause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  realTimeTranscription?: Resolver<Maybe<ResolversTypes['RealTimeTranscriptionNotice']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RealTimeTranscriptionStartedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RealTimeTranscriptionStartedEvent'] = ResolversParentTypes['RealTimeTranscriptionStartedEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  realTimeTranscription?: Resolver<Maybe<ResolversTypes['RealTimeTranscriptionNotice']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RealTimeTranscriptionStoppedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RealTimeTranscriptionStoppedEvent'] = ResolversParentTypes['RealTimeTranscriptionStoppedEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['StreamCause']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawCause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  realTimeTranscription?: Resolver<Maybe<ResolversTypes['RealTimeTranscriptionNotice']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RecordCompleteEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordCompleteEvent'] = ResolversParentTypes['RecordCompleteEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  channels?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fileFormat?: Resolver<Maybe<ResolversTypes['FileFormat']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['GivenInstructions']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parentCallId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawFileFormat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recording?: Resolver<Maybe<ResolversTypes['CallRecording']>, ParentType, ContextType>;
  recordingId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferCallerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RecordingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Recording'] = ResolversParentTypes['Recording']> = {
  __resolveType: TypeResolveFn<'CallRecording' | 'ConferenceRecording', ParentType, ContextType>;
};

export type RecordingAvailableEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordingAvailableEvent'] = ResolversParentTypes['RecordingAvailableEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  channels?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fileFormat?: Resolver<Maybe<ResolversTypes['FileFormat']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parentCallId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawFileFormat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recording?: Resolver<Maybe<ResolversTypes['CallRecording']>, ParentType, ContextType>;
  recordingId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['RecordingStatus']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferCallerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RecordingListResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordingList'] = ResolversParentTypes['RecordingList']> = {
  capped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordings?: Resolver<ReadonlyArray<ResolversTypes['CallRecording']>, ParentType, ContextType>;
};

export type RedirectEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedirectEvent'] = ResolversParentTypes['RedirectEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['GivenInstructions']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parentCallId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferCallerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReplayEventPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayEventPayload'] = ResolversParentTypes['ReplayEventPayload']> = {
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
};

export type RequestedLocationResponseEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestedLocationResponseEvent'] = ResolversParentTypes['RequestedLocationResponseEvent']> = {
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  carrierName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  locationResponse?: Resolver<Maybe<ResolversTypes['LocationResponse']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  messageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScriptEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScriptEntry'] = ResolversParentTypes['ScriptEntry']> = {
  cause?: Resolver<Maybe<ResolversTypes['DisconnectCause']>, ParentType, ContextType>;
  digits?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['AskingEventType'], ParentType, ContextType>;
  machineDetection?: Resolver<Maybe<ResolversTypes['MachineDetectionValue']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  terminatingDigit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SendDtmfPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendDtmfPayload'] = ResolversParentTypes['SendDtmfPayload']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
};

export type SpeakInCallPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpeakInCallPayload'] = ResolversParentTypes['SpeakInCallPayload']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
};

export type StatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Statistics'] = ResolversParentTypes['Statistics']> = {
  currentCallQueueSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxCallQueueSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  call?: SubscriptionResolver<Maybe<ResolversTypes['Call']>, "call", ParentType, ContextType, RequireFields<SubscriptionCallArgs, 'callId'>>;
  callEvents?: SubscriptionResolver<ResolversTypes['Event'], "callEvents", ParentType, ContextType, RequireFields<SubscriptionCallEventsArgs, 'callId'>>;
  callsAwaitingInstructions?: SubscriptionResolver<ResolversTypes['CallAwaitingInstructions'], "callsAwaitingInstructions", ParentType, ContextType, Partial<SubscriptionCallsAwaitingInstructionsArgs>>;
  conference?: SubscriptionResolver<Maybe<ResolversTypes['Conference']>, "conference", ParentType, ContextType, RequireFields<SubscriptionConferenceArgs, 'conferenceId'>>;
  conferenceEvents?: SubscriptionResolver<ResolversTypes['Event'], "conferenceEvents", ParentType, ContextType, RequireFields<SubscriptionConferenceEventsArgs, 'conferenceId'>>;
  events?: SubscriptionResolver<ResolversTypes['Event'], "events", ParentType, ContextType, Partial<SubscriptionEventsArgs>>;
  lookup?: SubscriptionResolver<Maybe<ResolversTypes['Lookup']>, "lookup", ParentType, ContextType, RequireFields<SubscriptionLookupArgs, 'requestId'>>;
  messageEvents?: SubscriptionResolver<ResolversTypes['Event'], "messageEvents", ParentType, ContextType, Partial<SubscriptionMessageEventsArgs>>;
};

export type SuggestionResponseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SuggestionResponse'] = ResolversParentTypes['SuggestionResponse']> = {
  pairedMessageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  postbackData?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SuggestionResponseEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SuggestionResponseEvent'] = ResolversParentTypes['SuggestionResponseEvent']> = {
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  carrierName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  messageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  suggestionResponse?: Resolver<Maybe<ResolversTypes['SuggestionResponse']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TranscribeCallRecordingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TranscribeCallRecordingPayload'] = ResolversParentTypes['TranscribeCallRecordingPayload']> = {
  recording?: Resolver<ResolversTypes['CallRecording'], ParentType, ContextType>;
};

export type TranscribedTrackResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TranscribedTrack'] = ResolversParentTypes['TranscribedTrack']> = {
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  detectedLanguage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawTrack?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  track?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  transcript?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TranscriptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Transcript'] = ResolversParentTypes['Transcript']> = {
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  speaker?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TranscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Transcription'] = ResolversParentTypes['Transcription']> = {
  clips?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TranscriptionClip']>>, ParentType, ContextType>;
  completedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['TranscriptionStatus']>, ParentType, ContextType>;
  transcriptionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  transcripts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Transcript']>>, ParentType, ContextType>;
};

export type TranscriptionAvailableEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TranscriptionAvailableEvent'] = ResolversParentTypes['TranscriptionAvailableEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  channels?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fileFormat?: Resolver<Maybe<ResolversTypes['FileFormat']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parentCallId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawFileFormat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recording?: Resolver<Maybe<ResolversTypes['CallRecording']>, ParentType, ContextType>;
  recordingId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transcription?: Resolver<Maybe<ResolversTypes['TranscriptionNotice']>, ParentType, ContextType>;
  transferCallerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TranscriptionClipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TranscriptionClip'] = ResolversParentTypes['TranscriptionClip']> = {
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  endTimeSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  speaker?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startTimeSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TranscriptionNoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TranscriptionNotice'] = ResolversParentTypes['TranscriptionNotice']> = {
  completedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['TranscriptionStatus']>, ParentType, ContextType>;
  transcriptionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type TransferAnswerEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferAnswerEvent'] = ResolversParentTypes['TransferAnswerEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['GivenInstructions']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parentCallId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferCallerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransferCallPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferCallPayload'] = ResolversParentTypes['TransferCallPayload']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
};

export type TransferCompleteEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferCompleteEvent'] = ResolversParentTypes['TransferCompleteEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['DisconnectCause']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['GivenInstructions']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawCause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferCallerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransferDisconnectEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferDisconnectEvent'] = ResolversParentTypes['TransferDisconnectEvent']> = {
  accountId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answerTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  applicationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['DisconnectCause']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  enqueuedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parentCallId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawCause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawDirection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferCallerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnknownEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnknownEvent'] = ResolversParentTypes['UnknownEvent']> = {
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  conferenceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  messageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rawType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EventSource']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateCallBxmlPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCallBxmlPayload'] = ResolversParentTypes['UpdateCallBxmlPayload']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
};

export type UpdateCallPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCallPayload'] = ResolversParentTypes['UpdateCallPayload']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
};

export type UpdateCallRecordingStatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCallRecordingStatePayload'] = ResolversParentTypes['UpdateCallRecordingStatePayload']> = {
  call?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
};

export type UpdateConferenceBxmlPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateConferenceBxmlPayload'] = ResolversParentTypes['UpdateConferenceBxmlPayload']> = {
  conference?: Resolver<ResolversTypes['Conference'], ParentType, ContextType>;
};

export type UpdateConferenceMemberPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateConferenceMemberPayload'] = ResolversParentTypes['UpdateConferenceMemberPayload']> = {
  conferenceMember?: Resolver<ResolversTypes['ConferenceMember'], ParentType, ContextType>;
};

export type UpdateConferencePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateConferencePayload'] = ResolversParentTypes['UpdateConferencePayload']> = {
  conference?: Resolver<ResolversTypes['Conference'], ParentType, ContextType>;
};

export interface UploadScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Upload'], any> {
  name: 'Upload';
}

export type UploadMediaPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UploadMediaPayload'] = ResolversParentTypes['UploadMediaPayload']> = {
  mediaFile?: Resolver<ResolversTypes['MediaFile'], ParentType, ContextType>;
};

export type VerifyCodePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyCodePayload'] = ResolversParentTypes['VerifyCodePayload']> = {
  valid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AnswerEvent?: AnswerEventResolvers<ContextType>;
  AnswerEventPayload?: AnswerEventPayloadResolvers<ContextType>;
  AskingEvent?: AskingEventResolvers<ContextType>;
  BridgeCompleteEvent?: BridgeCompleteEventResolvers<ContextType>;
  BridgeTargetCompleteEvent?: BridgeTargetCompleteEventResolvers<ContextType>;
  Call?: CallResolvers<ContextType>;
  CallAwaitingInstructions?: CallAwaitingInstructionsResolvers<ContextType>;
  CallConnection?: CallConnectionResolvers<ContextType>;
  CallEdge?: CallEdgeResolvers<ContextType>;
  CallEvent?: CallEventResolvers<ContextType>;
  CallInstructions?: CallInstructionsResolvers<ContextType>;
  CallRecording?: CallRecordingResolvers<ContextType>;
  CallScript?: CallScriptResolvers<ContextType>;
  CallScriptConnection?: CallScriptConnectionResolvers<ContextType>;
  CallScriptEdge?: CallScriptEdgeResolvers<ContextType>;
  CallbackDelivery?: CallbackDeliveryResolvers<ContextType>;
  Conference?: ConferenceResolvers<ContextType>;
  ConferenceCompletedEvent?: ConferenceCompletedEventResolvers<ContextType>;
  ConferenceConnection?: ConferenceConnectionResolvers<ContextType>;
  ConferenceCreatedEvent?: ConferenceCreatedEventResolvers<ContextType>;
  ConferenceEdge?: ConferenceEdgeResolvers<ContextType>;
  ConferenceMember?: ConferenceMemberResolvers<ContextType>;
  ConferenceMemberExitEvent?: ConferenceMemberExitEventResolvers<ContextType>;
  ConferenceMemberJoinEvent?: ConferenceMemberJoinEventResolvers<ContextType>;
  ConferenceRecording?: ConferenceRecordingResolvers<ContextType>;
  ConferenceRecordingAvailableEvent?: ConferenceRecordingAvailableEventResolvers<ContextType>;
  ConferenceRedirectEvent?: ConferenceRedirectEventResolvers<ContextType>;
  CreateCallPayload?: CreateCallPayloadResolvers<ContextType>;
  CreateLookupPayload?: CreateLookupPayloadResolvers<ContextType>;
  CreateMessagePayload?: CreateMessagePayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteCallScriptPayload?: DeleteCallScriptPayloadResolvers<ContextType>;
  DeleteCallTranscriptionPayload?: DeleteCallTranscriptionPayloadResolvers<ContextType>;
  DeleteMediaPayload?: DeleteMediaPayloadResolvers<ContextType>;
  DeleteRealTimeTranscriptionPayload?: DeleteRealTimeTranscriptionPayloadResolvers<ContextType>;
  DeleteRecordingMediaPayload?: DeleteRecordingMediaPayloadResolvers<ContextType>;
  DeleteRecordingPayload?: DeleteRecordingPayloadResolvers<ContextType>;
  DisconnectEvent?: DisconnectEventResolvers<ContextType>;
  DtmfEvent?: DtmfEventResolvers<ContextType>;
  Duration?: GraphQLScalarType;
  Event?: EventResolvers<ContextType>;
  EventConnection?: EventConnectionResolvers<ContextType>;
  EventEdge?: EventEdgeResolvers<ContextType>;
  ForwardInstructions?: ForwardInstructionsResolvers<ContextType>;
  GapEvent?: GapEventResolvers<ContextType>;
  GatherEvent?: GatherEventResolvers<ContextType>;
  GenerateMessagingCodePayload?: GenerateMessagingCodePayloadResolvers<ContextType>;
  GenerateVoiceCodePayload?: GenerateVoiceCodePayloadResolvers<ContextType>;
  GivenInstructions?: GivenInstructionsResolvers<ContextType>;
  HangUpCallPayload?: HangUpCallPayloadResolvers<ContextType>;
  InitiateEvent?: InitiateEventResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  JoinConferencePayload?: JoinConferencePayloadResolvers<ContextType>;
  LiveInstructions?: LiveInstructionsResolvers<ContextType>;
  LocationResponse?: LocationResponseResolvers<ContextType>;
  Lookup?: LookupResolvers<ContextType>;
  LookupFault?: LookupFaultResolvers<ContextType>;
  LookupResult?: LookupResultResolvers<ContextType>;
  MachineDetectionCompleteEvent?: MachineDetectionCompleteEventResolvers<ContextType>;
  MachineDetectionResult?: MachineDetectionResultResolvers<ContextType>;
  MediaFile?: MediaFileResolvers<ContextType>;
  MediaFileConnection?: MediaFileConnectionResolvers<ContextType>;
  MediaFileEdge?: MediaFileEdgeResolvers<ContextType>;
  MediaStream?: MediaStreamResolvers<ContextType>;
  MediaStreamRejectedEvent?: MediaStreamRejectedEventResolvers<ContextType>;
  MediaStreamStartedEvent?: MediaStreamStartedEventResolvers<ContextType>;
  MediaStreamStoppedEvent?: MediaStreamStoppedEventResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageDeliveredEvent?: MessageDeliveredEventResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  MessageEvent?: MessageEventResolvers<ContextType>;
  MessageFailedEvent?: MessageFailedEventResolvers<ContextType>;
  MessageMedia?: MessageMediaResolvers<ContextType>;
  MessageReadEvent?: MessageReadEventResolvers<ContextType>;
  MessageReceivedEvent?: MessageReceivedEventResolvers<ContextType>;
  MessageSendingEvent?: MessageSendingEventResolvers<ContextType>;
  MessageSentEvent?: MessageSentEventResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlayAudioInCallPayload?: PlayAudioInCallPayloadResolvers<ContextType>;
  PutCallScriptPayload?: PutCallScriptPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RealTimeTranscription?: RealTimeTranscriptionResolvers<ContextType>;
  RealTimeTranscriptionAvailableEvent?: RealTimeTranscriptionAvailableEventResolvers<ContextType>;
  RealTimeTranscriptionNotice?: RealTimeTranscriptionNoticeResolvers<ContextType>;
  RealTimeTranscriptionRejectedEvent?: RealTimeTranscriptionRejectedEventResolvers<ContextType>;
  RealTimeTranscriptionStartedEvent?: RealTimeTranscriptionStartedEventResolvers<ContextType>;
  RealTimeTranscriptionStoppedEvent?: RealTimeTranscriptionStoppedEventResolvers<ContextType>;
  RecordCompleteEvent?: RecordCompleteEventResolvers<ContextType>;
  Recording?: RecordingResolvers<ContextType>;
  RecordingAvailableEvent?: RecordingAvailableEventResolvers<ContextType>;
  RecordingList?: RecordingListResolvers<ContextType>;
  RedirectEvent?: RedirectEventResolvers<ContextType>;
  ReplayEventPayload?: ReplayEventPayloadResolvers<ContextType>;
  RequestedLocationResponseEvent?: RequestedLocationResponseEventResolvers<ContextType>;
  ScriptEntry?: ScriptEntryResolvers<ContextType>;
  SendDtmfPayload?: SendDtmfPayloadResolvers<ContextType>;
  SpeakInCallPayload?: SpeakInCallPayloadResolvers<ContextType>;
  Statistics?: StatisticsResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SuggestionResponse?: SuggestionResponseResolvers<ContextType>;
  SuggestionResponseEvent?: SuggestionResponseEventResolvers<ContextType>;
  TranscribeCallRecordingPayload?: TranscribeCallRecordingPayloadResolvers<ContextType>;
  TranscribedTrack?: TranscribedTrackResolvers<ContextType>;
  Transcript?: TranscriptResolvers<ContextType>;
  Transcription?: TranscriptionResolvers<ContextType>;
  TranscriptionAvailableEvent?: TranscriptionAvailableEventResolvers<ContextType>;
  TranscriptionClip?: TranscriptionClipResolvers<ContextType>;
  TranscriptionNotice?: TranscriptionNoticeResolvers<ContextType>;
  TransferAnswerEvent?: TransferAnswerEventResolvers<ContextType>;
  TransferCallPayload?: TransferCallPayloadResolvers<ContextType>;
  TransferCompleteEvent?: TransferCompleteEventResolvers<ContextType>;
  TransferDisconnectEvent?: TransferDisconnectEventResolvers<ContextType>;
  UnknownEvent?: UnknownEventResolvers<ContextType>;
  UpdateCallBxmlPayload?: UpdateCallBxmlPayloadResolvers<ContextType>;
  UpdateCallPayload?: UpdateCallPayloadResolvers<ContextType>;
  UpdateCallRecordingStatePayload?: UpdateCallRecordingStatePayloadResolvers<ContextType>;
  UpdateConferenceBxmlPayload?: UpdateConferenceBxmlPayloadResolvers<ContextType>;
  UpdateConferenceMemberPayload?: UpdateConferenceMemberPayloadResolvers<ContextType>;
  UpdateConferencePayload?: UpdateConferencePayloadResolvers<ContextType>;
  Upload?: GraphQLScalarType;
  UploadMediaPayload?: UploadMediaPayloadResolvers<ContextType>;
  VerifyCodePayload?: VerifyCodePayloadResolvers<ContextType>;
};

