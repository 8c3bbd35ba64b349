/** Which of Bandwidth's APIs an entity comes from. */
export const ApiVersion = {
  /** Programmable Voice v2 and Messaging v2. */
  V2: 'V2'
} as const;

export type ApiVersion = typeof ApiVersion[keyof typeof ApiVersion];
/** The types of events that ask for BXML. Those of conferences may go without. */
export const AskingEventType = {
  /** See `AnswerEvent`. */
  Answer: 'ANSWER',
  /** See `BridgeCompleteEvent`. */
  BridgeComplete: 'BRIDGE_COMPLETE',
  /** See `BridgeTargetCompleteEvent`. */
  BridgeTargetComplete: 'BRIDGE_TARGET_COMPLETE',
  /** See `ConferenceCreatedEvent`. */
  ConferenceCreated: 'CONFERENCE_CREATED',
  /** See `ConferenceMemberExitEvent`. */
  ConferenceMemberExit: 'CONFERENCE_MEMBER_EXIT',
  /** See `ConferenceMemberJoinEvent`. */
  ConferenceMemberJoin: 'CONFERENCE_MEMBER_JOIN',
  /** See `ConferenceRedirectEvent`. */
  ConferenceRedirect: 'CONFERENCE_REDIRECT',
  /** See `GatherEvent`. */
  Gather: 'GATHER',
  /** See `InitiateEvent`. */
  Initiate: 'INITIATE',
  /** See `RecordCompleteEvent`. */
  RecordComplete: 'RECORD_COMPLETE',
  /** See `RedirectEvent`. */
  Redirect: 'REDIRECT',
  /** See `TransferAnswerEvent`. */
  TransferAnswer: 'TRANSFER_ANSWER',
  /** See `TransferCompleteEvent`. */
  TransferComplete: 'TRANSFER_COMPLETE'
} as const;

export type AskingEventType = typeof AskingEventType[keyof typeof AskingEventType];
/** Which way a call was set up. */
export const CallDirection = {
  /** From the phone network to the account. */
  Inbound: 'INBOUND',
  /** From the account to the phone network. */
  Outbound: 'OUTBOUND',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type CallDirection = typeof CallDirection[keyof typeof CallDirection];
/** Where a call stands. */
export const CallState = {
  /** Answered and up. */
  Answered: 'ANSWERED',
  /** Ended. */
  Disconnected: 'DISCONNECTED',
  /** Dialled or ringing. */
  Initiated: 'INITIATED',
  /** Waiting in the account's queue. */
  Queued: 'QUEUED',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type CallState = typeof CallState[keyof typeof CallState];
/** The HTTP method of a callback. */
export const CallbackMethod = {
  /** The event as query parameters. */
  Get: 'GET',
  /** The event as a JSON body. */
  Post: 'POST'
} as const;

export type CallbackMethod = typeof CallbackMethod[keyof typeof CallbackMethod];
/** What became of a callback. */
export const CallbackOutcome = {
  /** It is in the event log. */
  Accepted: 'ACCEPTED',
  /** It is in the event log, and the same was delivered again. */
  Duplicate: 'DUPLICATE',
  /** Refused; it is not in the event log. Of an array with good and bad elements the good ones are. */
  Rejected: 'REJECTED'
} as const;

export type CallbackOutcome = typeof CallbackOutcome[keyof typeof CallbackOutcome];
/** Why a call, a leg of a transfer or a bridge ended. Bandwidth's list is open. */
export const DisconnectCause = {
  /** A rate limit of the account was reached. */
  AccountLimit: 'ACCOUNT_LIMIT',
  /** The call tried something that is not supported, e.g. playing an .ogg file. */
  ApplicationError: 'APPLICATION_ERROR',
  /** The called party was busy. */
  Busy: 'BUSY',
  /** A callback that asks for BXML could not be delivered. */
  CallbackError: 'CALLBACK_ERROR',
  /** The caller gave up while it was ringing. */
  Cancel: 'CANCEL',
  /** Another error; see `errorMessage`. */
  Error: 'ERROR',
  /** The normal end: a party hung up, a Hangup verb ran, or the BXML ended. */
  Hangup: 'HANGUP',
  /** The BXML that was answered is not valid. */
  InvalidBxml: 'INVALID_BXML',
  /** Bandwidth had no capacity left. */
  NodeCapacityExceeded: 'NODE_CAPACITY_EXCEEDED',
  /** The called party declined. */
  Rejected: 'REJECTED',
  /** Not answered within `callTimeout`. */
  Timeout: 'TIMEOUT',
  /** Bandwidth says `unknown`, or a value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type DisconnectCause = typeof DisconnectCause[keyof typeof DisconnectCause];
/** Why a call is passed on, as the Diversion header has it. */
export const DiversionReason = {
  /** Away. */
  Away: 'AWAY',
  /** Deflected by the called party. */
  Deflection: 'DEFLECTION',
  /** Do not disturb. */
  DoNotDisturb: 'DO_NOT_DISTURB',
  /** Follow me. */
  FollowMe: 'FOLLOW_ME',
  /** Not answered. */
  NoAnswer: 'NO_ANSWER',
  /** Out of service. */
  OutOfService: 'OUT_OF_SERVICE',
  /** For the time of day. */
  TimeOfDay: 'TIME_OF_DAY',
  /** Cannot be reached. */
  Unavailable: 'UNAVAILABLE',
  /** Always. */
  Unconditional: 'UNCONDITIONAL',
  /** Not told. */
  Unknown: 'UNKNOWN',
  /** Busy. */
  UserBusy: 'USER_BUSY'
} as const;

export type DiversionReason = typeof DiversionReason[keyof typeof DiversionReason];
/** What becomes of the Diversion headers of an inbound call that is passed on. */
export const DiversionTreatment = {
  /** They are left out. */
  None: 'NONE',
  /** They are passed on. */
  Propagate: 'PROPAGATE',
  /** They are passed on, and one with the number that was called and `diversionReason` is added. */
  Stack: 'STACK'
} as const;

export type DiversionTreatment = typeof DiversionTreatment[keyof typeof DiversionTreatment];
/** How the gateway came to know an event. */
export const EventSource = {
  /** Bandwidth delivered it. */
  Callback: 'CALLBACK',
  /**
   * The gateway found it out over REST, because the callback did not come: a call's `disconnect`, a message's final event, a
   * conference's end and who had left it. Should the callback come after all, it is another event, and `late`.
   */
  Reconciled: 'RECONCILED'
} as const;

export type EventSource = typeof EventSource[keyof typeof EventSource];
/** What happened. One value for each object type that implements `Event`. */
export const EventType = {
  /** See `AnswerEvent`. */
  Answer: 'ANSWER',
  /** See `BridgeCompleteEvent`. */
  BridgeComplete: 'BRIDGE_COMPLETE',
  /** See `BridgeTargetCompleteEvent`. */
  BridgeTargetComplete: 'BRIDGE_TARGET_COMPLETE',
  /** See `ConferenceCompletedEvent`. */
  ConferenceCompleted: 'CONFERENCE_COMPLETED',
  /** See `ConferenceCreatedEvent`. */
  ConferenceCreated: 'CONFERENCE_CREATED',
  /** See `ConferenceMemberExitEvent`. */
  ConferenceMemberExit: 'CONFERENCE_MEMBER_EXIT',
  /** See `ConferenceMemberJoinEvent`. */
  ConferenceMemberJoin: 'CONFERENCE_MEMBER_JOIN',
  /** See `ConferenceRecordingAvailableEvent`. */
  ConferenceRecordingAvailable: 'CONFERENCE_RECORDING_AVAILABLE',
  /** See `ConferenceRedirectEvent`. */
  ConferenceRedirect: 'CONFERENCE_REDIRECT',
  /** See `DisconnectEvent`. */
  Disconnect: 'DISCONNECT',
  /** See `DtmfEvent`. */
  Dtmf: 'DTMF',
  /** See `GapEvent`. */
  Gap: 'GAP',
  /** See `GatherEvent`. */
  Gather: 'GATHER',
  /** See `InitiateEvent`. */
  Initiate: 'INITIATE',
  /** See `MachineDetectionCompleteEvent`. */
  MachineDetectionComplete: 'MACHINE_DETECTION_COMPLETE',
  /** See `MediaStreamRejectedEvent`. */
  MediaStreamRejected: 'MEDIA_STREAM_REJECTED',
  /** See `MediaStreamStartedEvent`. */
  MediaStreamStarted: 'MEDIA_STREAM_STARTED',
  /** See `MediaStreamStoppedEvent`. */
  MediaStreamStopped: 'MEDIA_STREAM_STOPPED',
  /** See `MessageDeliveredEvent`. */
  MessageDelivered: 'MESSAGE_DELIVERED',
  /** See `MessageFailedEvent`. */
  MessageFailed: 'MESSAGE_FAILED',
  /** See `MessageReadEvent`. */
  MessageRead: 'MESSAGE_READ',
  /** See `MessageReceivedEvent`. */
  MessageReceived: 'MESSAGE_RECEIVED',
  /** See `MessageSendingEvent`. */
  MessageSending: 'MESSAGE_SENDING',
  /** See `MessageSentEvent`. */
  MessageSent: 'MESSAGE_SENT',
  /** See `RealTimeTranscriptionAvailableEvent`. */
  RealTimeTranscriptionAvailable: 'REAL_TIME_TRANSCRIPTION_AVAILABLE',
  /** See `RealTimeTranscriptionRejectedEvent`. */
  RealTimeTranscriptionRejected: 'REAL_TIME_TRANSCRIPTION_REJECTED',
  /** See `RealTimeTranscriptionStartedEvent`. */
  RealTimeTranscriptionStarted: 'REAL_TIME_TRANSCRIPTION_STARTED',
  /** See `RealTimeTranscriptionStoppedEvent`. */
  RealTimeTranscriptionStopped: 'REAL_TIME_TRANSCRIPTION_STOPPED',
  /** See `RecordingAvailableEvent`. */
  RecordingAvailable: 'RECORDING_AVAILABLE',
  /** See `RecordCompleteEvent`. */
  RecordComplete: 'RECORD_COMPLETE',
  /** See `RedirectEvent`. */
  Redirect: 'REDIRECT',
  /** See `RequestedLocationResponseEvent`. */
  RequestedLocationResponse: 'REQUESTED_LOCATION_RESPONSE',
  /** See `SuggestionResponseEvent`. */
  SuggestionResponse: 'SUGGESTION_RESPONSE',
  /** See `TranscriptionAvailableEvent`. */
  TranscriptionAvailable: 'TRANSCRIPTION_AVAILABLE',
  /** See `TransferAnswerEvent`. */
  TransferAnswer: 'TRANSFER_ANSWER',
  /** See `TransferCompleteEvent`. */
  TransferComplete: 'TRANSFER_COMPLETE',
  /** See `TransferDisconnectEvent`. */
  TransferDisconnect: 'TRANSFER_DISCONNECT',
  /** See `UnknownEvent`. */
  Unknown: 'UNKNOWN'
} as const;

export type EventType = typeof EventType[keyof typeof EventType];
/** Format of a recording. */
export const FileFormat = {
  /** MPEG audio. */
  Mp3: 'MP3',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN',
  /** PCM in a RIFF file. */
  Wav: 'WAV'
} as const;

export type FileFormat = typeof FileFormat[keyof typeof FileFormat];
/** Why events are missing. */
export const GapReason = {
  /**
   * The cursor is of another log: the gateway's DATA_DIR or Redis was replaced since, or lost its newest. All that this log has follows.
   * Told to live subscribers too, when it has lost what they may have got: then all that it has behind `toCursor` follows.
   */
  LogReplaced: 'LOG_REPLACED',
  /**
   * The log keeps events for `EVENT_RETENTION_DAYS`, up to `EVENT_LOG_MAX_MEGABYTES`, and they were older. Told to who comes with an old
   * cursor, and to all subscribers of a gateway from which Redis was away for so long: then nobody knows whether they matched.
   */
  Retention: 'RETENTION',
  /** This subscriber read too slowly and its queue was full. The log has the events. */
  SlowSubscriber: 'SLOW_SUBSCRIBER'
} as const;

export type GapReason = typeof GapReason[keyof typeof GapReason];
/** Who answered an event. */
export const InstructionsSource = {
  /** There were no instructions: the call is hung up, and a conference goes on. */
  Default: 'DEFAULT',
  /** Nobody in time: it is the declared fallback. */
  Fallback: 'FALLBACK',
  /** The application that it was forwarded to. */
  Forward: 'FORWARD',
  /** A client, by `answerEvent`. */
  Live: 'LIVE',
  /** A script: of the call, or a call script. */
  Script: 'SCRIPT'
} as const;

export type InstructionsSource = typeof InstructionsSource[keyof typeof InstructionsSource];
/** Kind of line of a phone number. */
export const LineType = {
  /** A landline. */
  Fixed: 'FIXED',
  /** A mobile phone. */
  Mobile: 'MOBILE',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN',
  /** Over the internet. */
  Voip: 'VOIP',
  /** A landline over the internet. */
  VoipFixed: 'VOIP_FIXED'
} as const;

export type LineType = typeof LineType[keyof typeof LineType];
/** How far Bandwidth is with a lookup request. */
export const LookupStatus = {
  /** Done, for all numbers. */
  Complete: 'COMPLETE',
  /** Done, but for no number could anything be found. */
  Failed: 'FAILED',
  /** Not yet done. */
  InProgress: 'IN_PROGRESS',
  /** Done, but for some numbers nothing could be found. */
  PartialComplete: 'PARTIAL_COMPLETE',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type LookupStatus = typeof LookupStatus[keyof typeof LookupStatus];
/** When the result of machine detection is told. */
export const MachineDetectionMode = {
  /** As an event of its own. */
  Async: 'ASYNC',
  /** With the answer event, which waits for it. */
  Sync: 'SYNC'
} as const;

export type MachineDetectionMode = typeof MachineDetectionMode[keyof typeof MachineDetectionMode];
/** Who answered, by machine detection. */
export const MachineDetectionValue = {
  /** A machine. */
  AnsweringMachine: 'ANSWERING_MACHINE',
  /** Detection failed. */
  Error: 'ERROR',
  /** A human. */
  Human: 'HUMAN',
  /** Nobody spoke. */
  Silence: 'SILENCE',
  /** No result within `detectionTimeout`. */
  Timeout: 'TIMEOUT',
  /** A tone, such as a fax or modem. */
  ToneDetected: 'TONE_DETECTED',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type MachineDetectionValue = typeof MachineDetectionValue[keyof typeof MachineDetectionValue];
/** How a message is carried. */
export const MessageChannel = {
  /** Text with media, or to a group. */
  Mms: 'MMS',
  /** RCS for business messaging. */
  Rbm: 'RBM',
  /** Text. */
  Sms: 'SMS',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type MessageChannel = typeof MessageChannel[keyof typeof MessageChannel];
/** Whether messages reach a number. */
export const MessageDeliveryStatus = {
  /** A message was delivered. */
  Active: 'ACTIVE',
  /** A message was not delivered, because the number is deactivated. */
  Deactivated: 'DEACTIVATED',
  /** The number takes no messages. */
  NotEnabled: 'NOT_ENABLED',
  /** Bandwidth says `UNKNOWN`: it has no delivery to tell from; or a value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type MessageDeliveryStatus = typeof MessageDeliveryStatus[keyof typeof MessageDeliveryStatus];
/** Which way a message went. */
export const MessageDirection = {
  /** To the account. */
  Inbound: 'INBOUND',
  /** From the account. */
  Outbound: 'OUTBOUND',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type MessageDirection = typeof MessageDirection[keyof typeof MessageDirection];
/** How urgent a message is. */
export const MessagePriority = {
  /** As any other. */
  Default: 'DEFAULT',
  /** Ahead of the others in the queue. */
  High: 'HIGH',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type MessagePriority = typeof MessagePriority[keyof typeof MessagePriority];
/** A messaging product of Bandwidth's. */
export const MessageProduct = {
  /** From an alphanumeric sender id. */
  AlphaNumeric: 'ALPHA_NUMERIC',
  /** Over a short code that is hosted at Bandwidth. */
  HostedShortCode: 'HOSTED_SHORT_CODE',
  /** From an application, over a local number. */
  LocalA2P: 'LOCAL_A2P',
  /** From person to person. */
  P2P: 'P2P',
  /** RCS business messaging: a conversation. */
  RbmConversational: 'RBM_CONVERSATIONAL',
  /** RCS business messaging: media. */
  RbmMedia: 'RBM_MEDIA',
  /** RCS business messaging: rich cards. */
  RbmRich: 'RBM_RICH',
  /** Over a short code. */
  ShortCodeReach: 'SHORT_CODE_REACH',
  /** Over a toll-free number. */
  TollFree: 'TOLL_FREE',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type MessageProduct = typeof MessageProduct[keyof typeof MessageProduct];
/** How far a message is. */
export const MessageStatus = {
  /** Accepted by the next carrier. */
  Accepted: 'ACCEPTED',
  /** Delivered for good. */
  Delivered: 'DELIVERED',
  /** Failed for good. */
  Failed: 'FAILED',
  /** Waiting to be sent. */
  Queued: 'QUEUED',
  /** Bandwidth has it, inbound. */
  Received: 'RECEIVED',
  /** Being sent. */
  Sending: 'SENDING',
  /** Left Bandwidth. */
  Sent: 'SENT',
  /** The carrier could not deliver it. */
  Undelivered: 'UNDELIVERED',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type MessageStatus = typeof MessageStatus[keyof typeof MessageStatus];
/** Kind of a message. */
export const MessageType = {
  /** Text with media, or to a group. */
  Mms: 'MMS',
  /** Rich Communication Services. */
  Rcs: 'RCS',
  /** Text. */
  Sms: 'SMS',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type MessageType = typeof MessageType[keyof typeof MessageType];
/** How a recording is stored. */
export const RecordingFileFormat = {
  /** MP3. */
  Mp3: 'MP3',
  /** WAV, 8 kHz. */
  Wav: 'WAV'
} as const;

export type RecordingFileFormat = typeof RecordingFileFormat[keyof typeof RecordingFileFormat];
/** What `updateCallRecordingState` makes of a recording under way. */
export const RecordingState = {
  /** Waits: nothing of what is said is kept. */
  Paused: 'PAUSED',
  /** Goes on after a pause. */
  Recording: 'RECORDING'
} as const;

export type RecordingState = typeof RecordingState[keyof typeof RecordingState];
/** How far Bandwidth is with a recording. */
export const RecordingStatus = {
  /** Ready. */
  Complete: 'COMPLETE',
  /** Its sound was deleted. */
  Deleted: 'DELETED',
  /** It could not be made. */
  Error: 'ERROR',
  /** Ready, but not all of it could be kept. */
  Partial: 'PARTIAL',
  /** Not yet ready. */
  Processing: 'PROCESSING',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type RecordingStatus = typeof RecordingStatus[keyof typeof RecordingStatus];
/** Gender of a voice. */
export const SpeechGender = {
  /** A woman's voice. */
  Female: 'FEMALE',
  /** A man's voice. */
  Male: 'MALE'
} as const;

export type SpeechGender = typeof SpeechGender[keyof typeof SpeechGender];
/** Language and country of a voice. */
export const SpeechLocale = {
  /** Arabic, Bandwidth's `arb`. */
  Arb: 'ARB',
  /** Mandarin Chinese, Bandwidth's `cmn-CN`. */
  CmnCn: 'CMN_CN',
  /** German, Bandwidth's `de`. */
  De: 'DE',
  /** English (UK), Bandwidth's `en_UK`. */
  EnUk: 'EN_UK',
  /** English (US), Bandwidth's `en_US`. */
  EnUs: 'EN_US',
  /** Spanish (Spain), Bandwidth's `es`. */
  Es: 'ES',
  /** Spanish (Mexico), Bandwidth's `es_MX`. */
  EsMx: 'ES_MX',
  /** Spanish (US), Bandwidth's `es_US`. */
  EsUs: 'ES_US',
  /** French (France), Bandwidth's `fr`. */
  Fr: 'FR',
  /** French (Canada), Bandwidth's `fr_CA`. */
  FrCa: 'FR_CA',
  /** Italian, Bandwidth's `it`. */
  It: 'IT',
  /** Japanese, Bandwidth's `ja`. */
  Ja: 'JA',
  /** Russian, Bandwidth's `ru`. */
  Ru: 'RU'
} as const;

export type SpeechLocale = typeof SpeechLocale[keyof typeof SpeechLocale];
/** Bandwidth's voices, each with its language: https://dev.bandwidth.com/docs/voice/bxml/speakSentence */
export const SpeechVoice = {
  /** Bandwidth's `anatoli`. */
  Anatoli: 'ANATOLI',
  /** Bandwidth's `bernard`. */
  Bernard: 'BERNARD',
  /** Bandwidth's `bridget`. */
  Bridget: 'BRIDGET',
  /** Bandwidth's `dave`. */
  Dave: 'DAVE',
  /** Bandwidth's `esperanza`. */
  Esperanza: 'ESPERANZA',
  /** Bandwidth's `gabrielle`, enhanced. */
  Gabrielle: 'GABRIELLE',
  /** Bandwidth's `jolie`. */
  Jolie: 'JOLIE',
  /** Bandwidth's `jorge`. */
  Jorge: 'JORGE',
  /** Bandwidth's `julie`. */
  Julie: 'JULIE',
  /** Bandwidth's `kate`. */
  Kate: 'KATE',
  /** Bandwidth's `katrin`. */
  Katrin: 'KATRIN',
  /** Bandwidth's `kenji`. */
  Kenji: 'KENJI',
  /** Bandwidth's `liam`, enhanced. */
  Liam: 'LIAM',
  /** Bandwidth's `luca`. */
  Luca: 'LUCA',
  /** Bandwidth's `lupe`, enhanced. */
  Lupe: 'LUPE',
  /** Bandwidth's `masako`. */
  Masako: 'MASAKO',
  /** Bandwidth's `nadiya`. */
  Nadiya: 'NADIYA',
  /** Bandwidth's `paola`. */
  Paola: 'PAOLA',
  /** Bandwidth's `paul`. */
  Paul: 'PAUL',
  /** Bandwidth's `pedro`, enhanced. */
  Pedro: 'PEDRO',
  /** Bandwidth's `rosa`. */
  Rosa: 'ROSA',
  /** Bandwidth's `ruth`, enhanced. */
  Ruth: 'RUTH',
  /** Bandwidth's `simon`. */
  Simon: 'SIMON',
  /** Bandwidth's `stefan`. */
  Stefan: 'STEFAN',
  /** Bandwidth's `stephen`, enhanced. */
  Stephen: 'STEPHEN',
  /** Bandwidth's `susan`. */
  Susan: 'SUSAN',
  /** Bandwidth's `violeta`. */
  Violeta: 'VIOLETA',
  /** Bandwidth's `zeina`. */
  Zeina: 'ZEINA',
  /** Bandwidth's `zhiyu`. */
  Zhiyu: 'ZHIYU'
} as const;

export type SpeechVoice = typeof SpeechVoice[keyof typeof SpeechVoice];
/** Why a media stream or a transcription of a live call was rejected, or stopped. */
export const StreamCause = {
  /** The normal end. */
  Closed: 'CLOSED',
  /** The destination could not be reached, or the connection to it was lost. */
  ConnectionError: 'CONNECTION_ERROR',
  /** There is one of that name on the call. */
  Duplicate: 'DUPLICATE',
  /** Another error; see `errorMessage`. */
  Error: 'ERROR',
  /** The call has as many tracks as it may have. */
  TrackLimit: 'TRACK_LIMIT',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type StreamCause = typeof StreamCause[keyof typeof StreamCause];
/** Which way a stream carries sound. */
export const StreamMode = {
  /** Both ways. */
  Bidirectional: 'BIDIRECTIONAL',
  /** From the call to the other end. */
  Unidirectional: 'UNIDIRECTIONAL'
} as const;

export type StreamMode = typeof StreamMode[keyof typeof StreamMode];
/** Whose sound is sent or transcribed. */
export const StreamTracks = {
  /** Both; counts as two tracks. */
  Both: 'BOTH',
  /** Of the party that is called or that calls, from the phone network. */
  Inbound: 'INBOUND',
  /** What that party hears. */
  Outbound: 'OUTBOUND'
} as const;

export type StreamTracks = typeof StreamTracks[keyof typeof StreamTracks];
/** How far Bandwidth is with a transcription. */
export const TranscriptionStatus = {
  /** Ready. */
  Available: 'AVAILABLE',
  /** It could not be made. */
  Error: 'ERROR',
  /** It could not be made; of a live call. */
  Failed: 'FAILED',
  /** The recording is too long: 4 hours or more. */
  FileSizeTooBig: 'FILE_SIZE_TOO_BIG',
  /** The recording is too short: 500 ms or less. */
  FileSizeTooSmall: 'FILE_SIZE_TOO_SMALL',
  /** None was asked for. */
  None: 'NONE',
  /** Not yet ready. */
  Processing: 'PROCESSING',
  /** It took too long. */
  Timeout: 'TIMEOUT',
  /** A value that this gateway does not know; see the raw field. */
  Unknown: 'UNKNOWN'
} as const;

export type TranscriptionStatus = typeof TranscriptionStatus[keyof typeof TranscriptionStatus];
/** What `updateCall` makes of a call. */
export const UpdateCallState = {
  /** Goes on, with other BXML. */
  Active: 'ACTIVE',
  /** Ends. */
  Completed: 'COMPLETED'
} as const;

export type UpdateCallState = typeof UpdateCallState[keyof typeof UpdateCallState];
/** What `updateConference` makes of a conference. */
export const UpdateConferenceStatus = {
  /** Goes on, with other BXML. */
  Active: 'ACTIVE',
  /** Ends. */
  Completed: 'COMPLETED'
} as const;

export type UpdateConferenceStatus = typeof UpdateConferenceStatus[keyof typeof UpdateConferenceStatus];