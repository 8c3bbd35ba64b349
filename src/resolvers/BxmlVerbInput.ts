import { z } from "zod";
import { faultOfCharacters } from "../bxml/check.ts";
import type { BxmlContent, BxmlElement } from "../bxml/document.ts";
import { readSsml } from "../bxml/ssml.ts";
import { eventsBeside, type VerbName } from "../bxml/verbs.ts";
import {
  DiversionReason,
  DiversionTreatment,
  RecordingFileFormat,
  SpeechGender,
  SpeechLocale,
  SpeechVoice,
  StreamMode,
  StreamTracks,
} from "../generated/enums.ts";
import type * as Graph from "../generated/resolvers.ts";
import {
  caller,
  credential,
  destination,
  displayName,
  exposes,
  fault,
  id,
  isPhoneNumber,
  method,
  NEEDS_HTTPS,
  optional,
  phoneNumber,
  seconds,
  sipUri,
  streamUrl,
  textUpTo,
  uui,
  webUrl,
} from "./inputPieces.ts";

// Each verb's input, by Bandwidth's limits (https://dev.bandwidth.com/docs/voice/bxml), as the element that it makes: a field is the
// attribute of its name, but one whose value is a list is content.

/** What a shape must have so that no field of the graph's input is forgotten, or taken for another kind of scalar. */
type Shape<Input, Field extends keyof Input = keyof Input> = {
  [F in Field]-?: NonNullable<Input[F]> extends string | number | boolean
    ? z.ZodType<unknown, Input[F]>
    : z.ZodType;
};

type Check = z.RefinementCtx;
type Fields = Readonly<Record<string, string | number | boolean | BxmlContent | undefined>>;

/** Event URLs of the client's own. */
const OWN_URL = /(?<!Fallback)Url$/;

/** Whether an element names one of its event URLs itself: then it keeps to those that it names. */
export const namesItsUrls = (attributes: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(attributes).some(([name, value]) => OWN_URL.test(name) && value !== undefined);

/** The element that the fields make. When they name no event URL, the gateway's are filled in, those of `events` too. */
function elementOf(name: string, fields: Fields, check: Check, events: readonly string[] = []): BxmlElement {
  const attributes: Record<string, string> = {};
  const content: (string | BxmlElement)[] = [];
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const pieces = typeof value === "object" ? value : [spelled(value)];
    if (typeof value === "object") content.push(...value);
    else attributes[field] = spelled(value);
    const wrong = faultOfCharacters(pieces.filter((piece) => typeof piece === "string").join(""));
    if (wrong) fault(check, field, wrong);
  }
  const beside = eventsBeside(name, { transcribe: attributes["transcribe"] === "true" });
  return {
    name,
    attributes,
    content,
    eventsToGateway: namesItsUrls(attributes) ? [] : [...beside, ...events],
  };
}

/** An attribute's value as text. Never `1e-7`, which few readers of XML take for a number: Bandwidth's clocks know milliseconds. */
const spelled = (value: string | number | boolean): string =>
  String(typeof value === "number" ? Number(value.toFixed(3)) : value);

const verb = (name: VerbName, fields: z.ZodType<Fields>): z.ZodType<BxmlElement> =>
  fields.transform((given, check) => elementOf(name, given, check));

/** A user name and password go with the URLs that they are for, and encrypted. */
function checkCredentials(fields: Fields, check: Check) {
  for (const [ofUrl, kind, username, password] of [
    [OWN_URL, "an event URL", "username", "password"],
    [/FallbackUrl$/, "a fallback URL", "fallbackUsername", "fallbackPassword"],
  ] as const) {
    const urls = Object.keys(fields).filter((field) => ofUrl.test(field) && fields[field] !== undefined);
    for (const field of [username, password]) {
      if (fields[field] === undefined) continue;
      if (urls.length === 0) fault(check, field, `goes with ${kind} of the verb only`);
      for (const url of urls) if (exposes(String(fields[url]), "some")) fault(check, url, NEEDS_HTTPS);
    }
  }
}

const url = webUrl(2048);
const tag = textUpTo(256);
const digits = z.string().regex(/^[0-9*#A-D]*$/i, "must be of the digits 0-9, *, # and A-D");
const named = z.string().min(1, "must not be empty");

const between = (min: number, max: number, unit = "") => {
  const message = `must be ${min} to ${max}${unit}`;
  return z.number().min(min, message).max(max, message);
};
const TONES = /^[0-9*#A-D,w]{1,50}$/i;
const milliseconds = between(50, 5000, " milliseconds");

/** The one element that is given. GraphQL has made sure that it is exactly one. */
const oneOf = (elements: Readonly<Record<string, z.ZodType<BxmlElement>>>) =>
  z
    .object(Object.fromEntries(Object.entries(elements).map(([field, one]) => [field, optional(one)])))
    .transform((given, check): BxmlElement => {
      const [one] = Object.values(given).filter((each) => each !== undefined);
      if (one) return one;
      check.addIssue({ code: "custom", message: "must have a field" });
      return z.NEVER;
    });

/** Bandwidth spells its words as the graph does, but small and with `-`. */
const word = <Words extends Readonly<Record<string, string>>>(words: Words) =>
  z.enum(words).transform((value) => String(value).toLowerCase().replaceAll("_", "-"));

/** The text of an element. */
const text = <Input>(schema: z.ZodType<string, Input>) => schema.transform((value): BxmlContent => [value]);

const LOCALES: Readonly<Record<SpeechLocale, string>> = {
  ARB: "arb",
  CMN_CN: "cmn-CN",
  DE: "de",
  EN_UK: "en_UK",
  EN_US: "en_US",
  ES: "es",
  ES_MX: "es_MX",
  ES_US: "es_US",
  FR: "fr",
  FR_CA: "fr_CA",
  IT: "it",
  JA: "ja",
  RU: "ru",
};

const hasText = (content: BxmlContent): boolean =>
  content.some((piece) => (typeof piece === "string" ? /\S/.test(piece) : hasText(piece.content)));

const ssml = z.string().transform((value, check): BxmlContent => {
  const content = readSsml(value);
  if (typeof content !== "string" && hasText(content)) return content;
  check.addIssue({ code: "custom", message: typeof content === "string" ? content : "has no text" });
  return z.NEVER;
});

const speakSentence = verb(
  "SpeakSentence",
  z
    .object({
      voice: optional(word(SpeechVoice)),
      gender: optional(word(SpeechGender)),
      locale: optional(z.enum(SpeechLocale).transform((locale) => LOCALES[locale])),
      text: optional(text(z.string().regex(/\S/, "must not be blank"))),
      ssml: optional(ssml),
    } satisfies Shape<Graph.SpeakSentenceInput>)
    .superRefine((fields, check) => {
      if (fields.text && fields.ssml) fault(check, "ssml", "goes without text only");
      if (!fields.text && !fields.ssml) fault(check, "text", "is required unless there is ssml");
    }),
);

const playAudio = verb(
  "PlayAudio",
  z
    .object({
      url: text(url),
      username: optional(credential),
      password: optional(credential),
    } satisfies Shape<Graph.PlayAudioInput>)
    .superRefine(({ url: [address], username, password }, check) => {
      if (exposes(String(address), username, password)) fault(check, "url", NEEDS_HTTPS);
    }),
);

const bare = {
  nothing: optional(z.never("must be left out")),
} satisfies Shape<Graph.BareVerbInput>;

const gather = verb(
  "Gather",
  z
    .object({
      gatherUrl: optional(url),
      gatherMethod: optional(method),
      gatherFallbackUrl: optional(url),
      gatherFallbackMethod: optional(method),
      username: optional(credential),
      password: optional(credential),
      fallbackUsername: optional(credential),
      fallbackPassword: optional(credential),
      tag: optional(tag),
      terminatingDigits: optional(digits),
      maxDigits: optional(between(1, 50)),
      interDigitTimeout: optional(seconds(1, 60)),
      firstDigitTimeout: optional(seconds(0, 60)),
      repeatCount: optional(z.number().min(1, "must be at least 1")),
      prompts: optional(
        z.array(oneOf({ speakSentence, playAudio } satisfies Shape<Graph.GatherPromptInput>)),
      ),
    } satisfies Shape<Graph.GatherInput>)
    .superRefine((fields, check) => {
      checkCredentials(fields, check);
      const { prompts = [], repeatCount = 1 } = fields;
      if (prompts.length > 20) fault(check, "prompts", "must be at most 20");
      else if (prompts.length * repeatCount > 20)
        fault(check, "repeatCount", "must be at most 20 divided by the number of prompts");
    }),
);

const startGather = verb(
  "StartGather",
  z
    .object({
      dtmfUrl: optional(url),
      dtmfMethod: optional(method),
      username: optional(credential),
      password: optional(credential),
      tag: optional(tag),
    } satisfies Shape<Graph.StartGatherInput>)
    .superRefine(checkCredentials),
);

const RECORDING = {
  fileFormat: optional(word(RecordingFileFormat)),
  recordingAvailableUrl: optional(url),
  recordingAvailableMethod: optional(method),
  transcribe: optional(z.boolean()),
  detectLanguage: optional(z.boolean()),
  transcriptionAvailableUrl: optional(url),
  transcriptionAvailableMethod: optional(method),
  username: optional(credential),
  password: optional(credential),
  tag: optional(tag),
};

const record = verb(
  "Record",
  z
    .object({
      recordCompleteUrl: optional(url),
      recordCompleteMethod: optional(method),
      recordCompleteFallbackUrl: optional(url),
      recordCompleteFallbackMethod: optional(method),
      ...RECORDING,
      fallbackUsername: optional(credential),
      fallbackPassword: optional(credential),
      terminatingDigits: optional(digits),
      maxDuration: optional(seconds(1, 10_800)),
      silenceTimeout: optional(seconds(0, 10_800)),
    } satisfies Shape<Graph.RecordInput>)
    .superRefine(checkCredentials),
);

const startRecording = verb(
  "StartRecording",
  z
    .object({
      ...RECORDING,
      multiChannel: optional(z.boolean()),
    } satisfies Shape<Graph.StartRecordingInput>)
    .superRefine(checkCredentials),
);

/** What a stream or a real-time transcription tells the other end of its socket. */
const params = (name: string) =>
  z
    .array(
      z
        .object({
          name: named.max(256, "must be at most 256 characters"),
          value: textUpTo(2048),
        } satisfies Shape<Graph.StreamParamInput>)
        .transform((fields, check) => elementOf(name, fields, check)),
    )
    .max(12, "must be at most 12");

const startStream = verb(
  "StartStream",
  z
    .object({
      name: optional(named),
      mode: optional(word(StreamMode)),
      tracks: optional(word(StreamTracks)),
      destination: streamUrl,
      destinationUsername: optional(credential),
      destinationPassword: optional(credential),
      streamEventUrl: optional(url),
      streamEventMethod: optional(method),
      username: optional(credential),
      password: optional(credential),
      params: optional(params("StreamParam")),
    } satisfies Shape<Graph.StartStreamInput>)
    .superRefine((fields, check) => {
      checkCredentials(fields, check);
      const { destination, destinationUsername, destinationPassword } = fields;
      if (exposes(destination.replace(/^ws/i, "http"), destinationUsername, destinationPassword))
        fault(check, "destination", "must be wss to carry a username and password");
    }),
);

const stopStream = verb(
  "StopStream",
  z.object({ name: named, wait: optional(z.boolean()) } satisfies Shape<Graph.StopStreamInput>),
);

const startTranscription = verb(
  "StartTranscription",
  z
    .object({
      name: optional(named),
      tracks: optional(word(StreamTracks)),
      transcriptionEventUrl: optional(url),
      transcriptionEventMethod: optional(method),
      username: optional(credential),
      password: optional(credential),
      destination: optional(streamUrl),
      stabilized: optional(z.boolean()),
      params: optional(params("CustomParam")),
    } satisfies Shape<Graph.StartTranscriptionInput>)
    .superRefine((fields, check) => {
      checkCredentials(fields, check);
      if (fields.stabilized !== undefined && fields.destination === undefined)
        fault(check, "stabilized", "goes with a destination only");
    }),
);

const stopTranscription = verb(
  "StopTranscription",
  z.object({ name: optional(named) } satisfies Shape<Graph.StopTranscriptionInput>),
);

const DIVERSION = {
  diversionTreatment: optional(word(DiversionTreatment)),
  diversionReason: optional(word(DiversionReason)),
};
function checkDiversion(fields: Fields, check: Check) {
  if (fields["diversionReason"] !== undefined && fields["diversionTreatment"] !== "stack")
    fault(check, "diversionReason", "goes with diversionTreatment STACK only");
}

const DESTINATION = {
  askOnAnswer: optional(z.boolean()),
  transferAnswerUrl: optional(url),
  transferAnswerMethod: optional(method),
  transferAnswerFallbackUrl: optional(url),
  transferAnswerFallbackMethod: optional(method),
  transferDisconnectUrl: optional(url),
  transferDisconnectMethod: optional(method),
  username: optional(credential),
  password: optional(credential),
  fallbackUsername: optional(credential),
  fallbackPassword: optional(credential),
  tag: optional(tag),
  uui: optional(uui(256)),
};

/** A party that Transfer calls. Asked how to go on is nobody as a rule: the calls are joined at once. */
const party = (name: string, fields: z.ZodType<Fields & { askOnAnswer: boolean | undefined }>) =>
  fields
    .superRefine((given, check) => {
      checkCredentials(given, check);
      if (given.askOnAnswer && namesItsUrls(given))
        fault(check, "askOnAnswer", "goes without transferAnswerUrl and transferDisconnectUrl only");
    })
    .transform(({ askOnAnswer, ...given }, check) =>
      elementOf(name, given, check, askOnAnswer ? ["transferAnswer"] : []),
    );

const transfer = verb(
  "Transfer",
  z
    .object({
      transferCallerId: optional(caller),
      transferCallerDisplayName: optional(displayName),
      callTimeout: optional(seconds(1, 300)),
      transferCompleteUrl: optional(url),
      transferCompleteMethod: optional(method),
      transferCompleteFallbackUrl: optional(url),
      transferCompleteFallbackMethod: optional(method),
      username: optional(credential),
      password: optional(credential),
      fallbackUsername: optional(credential),
      fallbackPassword: optional(credential),
      tag: optional(tag),
      ...DIVERSION,
      to: z
        .array(
          oneOf({
            phoneNumber: party(
              "PhoneNumber",
              z.object({
                ...DESTINATION,
                number: text(phoneNumber),
              } satisfies Shape<Graph.TransferPhoneNumberInput>),
            ),
            sipUri: party(
              "SipUri",
              z.object({ ...DESTINATION, uri: text(sipUri) } satisfies Shape<Graph.TransferSipUriInput>),
            ),
          } satisfies Shape<Graph.TransferDestinationInput>),
        )
        .min(1, "must be 1 to 8")
        .max(8, "must be 1 to 8"),
    } satisfies Shape<Graph.TransferInput>)
    .superRefine((fields, check) => {
      checkCredentials(fields, check);
      checkDiversion(fields, check);
    }),
);

const bridge = verb(
  "Bridge",
  z
    .object({
      bridgeCompleteUrl: optional(url),
      bridgeCompleteMethod: optional(method),
      bridgeCompleteFallbackUrl: optional(url),
      bridgeCompleteFallbackMethod: optional(method),
      bridgeTargetCompleteUrl: optional(url),
      bridgeTargetCompleteMethod: optional(method),
      bridgeTargetCompleteFallbackUrl: optional(url),
      bridgeTargetCompleteFallbackMethod: optional(method),
      username: optional(credential),
      password: optional(credential),
      fallbackUsername: optional(credential),
      fallbackPassword: optional(credential),
      tag: optional(tag),
      targetCallId: text(id.regex(/\S/, "must not be blank")),
    } satisfies Shape<Graph.BridgeInput>)
    .superRefine(checkCredentials),
);

const CONFERENCE_NAME = /^[A-Za-z0-9_.-]{1,100}$/;
const conference = verb(
  "Conference",
  z
    .object({
      mute: optional(z.boolean()),
      hold: optional(z.boolean()),
      callIdsToCoach: optional(
        z
          .array(id.regex(/^[^,]*$/, "must not have a comma"))
          .max(20, "must be at most 20")
          .transform((ids) => ids.join(",")),
      ),
      conferenceEventUrl: optional(url),
      conferenceEventMethod: optional(method),
      conferenceEventFallbackUrl: optional(url),
      conferenceEventFallbackMethod: optional(method),
      username: optional(credential),
      password: optional(credential),
      fallbackUsername: optional(credential),
      fallbackPassword: optional(credential),
      tag: optional(tag),
      callbackTimeout: optional(seconds(1, 25)),
      name: text(z.string().regex(CONFERENCE_NAME, "must be 1 to 100 letters, digits, -, _ and .")),
    } satisfies Shape<Graph.ConferenceInput>)
    .superRefine(checkCredentials),
);

const forward = verb(
  "Forward",
  z
    .object({
      to: destination,
      from: optional(caller),
      callTimeout: optional(seconds(1, 300)),
      ...DIVERSION,
      uui: optional(uui(256)),
    } satisfies Shape<Graph.ForwardInput>)
    .superRefine((fields, check) => {
      checkDiversion(fields, check);
      if (fields.uui !== undefined && isPhoneNumber(fields.to)) fault(check, "uui", "goes to a SIP URI only");
    }),
);

const redirect = verb(
  "Redirect",
  z
    .object({
      redirectUrl: optional(url),
      redirectMethod: optional(method),
      redirectFallbackUrl: optional(url),
      redirectFallbackMethod: optional(method),
      username: optional(credential),
      password: optional(credential),
      fallbackUsername: optional(credential),
      fallbackPassword: optional(credential),
      tag: optional(tag),
    } satisfies Shape<Graph.RedirectInput>)
    .superRefine(checkCredentials),
);

const connect = verb(
  "Connect",
  z.object({
    eventCallbackUrl: optional(url),
    endpointIds: z
      .array(text(id).transform((content, check) => elementOf("Endpoint", { content }, check)))
      .min(1, "must not be empty"),
  } satisfies Shape<Graph.ConnectInput>),
);

/** The fields of `BxmlVerbInput`, each by Bandwidth's limits. */
export const VERB_INPUTS = {
  speakSentence,
  playAudio,
  pause: verb(
    "Pause",
    z.object({ duration: optional(seconds(0.1, 86_400)) } satisfies Shape<Graph.PauseInput>),
  ),
  ring: verb(
    "Ring",
    z.object({
      duration: optional(seconds(0.1, 86_400)),
      answerCall: optional(z.boolean()),
    } satisfies Shape<Graph.RingInput>),
  ),
  sendDtmf: verb(
    "SendDtmf",
    z.object({
      toneDuration: optional(milliseconds),
      toneInterval: optional(milliseconds),
      digits: text(
        z.string().regex(TONES, "must be 1 to 50 of 0-9, *, #, A-D, and for a pause ',', w and W"),
      ),
    } satisfies Shape<Graph.DtmfInput>),
  ),
  gather,
  startGather,
  stopGather: verb("StopGather", z.object(bare)),
  record,
  startRecording,
  pauseRecording: verb("PauseRecording", z.object(bare)),
  resumeRecording: verb("ResumeRecording", z.object(bare)),
  stopRecording: verb("StopRecording", z.object(bare)),
  startStream,
  stopStream,
  startTranscription,
  stopTranscription,
  transfer,
  bridge,
  conference,
  forward,
  redirect,
  hangup: verb("Hangup", z.object(bare)),
  tag: verb("Tag", z.object({ value: text(tag) } satisfies Shape<Graph.TagInput>)),
  connect,
} satisfies Shape<Graph.BxmlVerbInput> & Record<Uncapitalize<VerbName>, z.ZodType>;

/** `BxmlVerbInput` by Bandwidth's limits. */
export const BxmlVerbInput = oneOf(VERB_INPUTS);
