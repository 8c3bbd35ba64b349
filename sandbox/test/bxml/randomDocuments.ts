import fc from "fast-check";

// Arbitrary valid BXML. All URLs are relative: the documents come from one receiver, which gives the next one for each.

const attributes = (shape: Record<string, fc.Arbitrary<string>>) =>
  fc.record(shape, { requiredKeys: [] }).map((given) =>
    Object.entries(given)
      .map(([name, value]) => ` ${name}="${value}"`)
      .join(""),
  );

const text = fc.constantFrom("Hello", "Press one.", "Good bye &amp; thank you", "&lt;quoted&gt;");
const seconds = (min: number, max: number) => fc.integer({ min, max }).map(String);
const flag = fc.constantFrom("true", "false");
const tag = fc.constantFrom("", "one", "two");
const url = fc.constant("/next");
const tracks = fc.constantFrom("inbound", "outbound", "both");
const number = fc.constantFrom(
  ...["0", "1", "2", "3", "4", "5", "8"].map((last) => `+1919555010${last}`),
  "+19195551234",
);

const element = (name: string, shape: Record<string, fc.Arbitrary<string>>, content: fc.Arbitrary<string>) =>
  fc.tuple(attributes(shape), content).map(([given, inner]) => `<${name}${given}>${inner}</${name}>`);
const empty = (name: string, shape: Record<string, fc.Arbitrary<string>> = {}) =>
  element(name, shape, fc.constant(""));

const several = (part: fc.Arbitrary<string>, minLength: number, maxLength: number) =>
  fc.array(part, { minLength, maxLength }).map((parts) => parts.join(""));

const prompt = fc.oneof(
  element(
    "SpeakSentence",
    { voice: fc.constantFrom("julie", "paul"), gender: fc.constant("male"), locale: fc.constant("de") },
    fc.oneof(text, fc.constant('<s>One <break time="1s"/></s>two')),
  ),
  element("PlayAudio", {}, fc.constantFrom("https://files.example/a.wav", "https://files.example/b.mp3")),
);

const recording = {
  recordingAvailableUrl: url,
  transcriptionAvailableUrl: url,
  transcribe: flag,
  detectLanguage: flag,
  fileFormat: fc.constant("wav"),
  tag,
};

const callee = fc.oneof(
  element(
    "PhoneNumber",
    { transferAnswerUrl: fc.constant("/whisper"), transferDisconnectUrl: url, tag },
    number,
  ),
  element("SipUri", { transferDisconnectUrl: url, tag }, fc.constant("sip:alice@example.com")),
);

const inTransferAnswer = [
  prompt,
  empty("Pause", { duration: seconds(1, 20) }),
  empty("Ring", { duration: seconds(1, 9), answerCall: flag }),
  element("SendDtmf", { toneDuration: seconds(50, 900) }, fc.stringMatching(/^[0-9*#a-dA-D,wW]{1,12}$/)),
  element(
    "Gather",
    {
      gatherUrl: url,
      gatherFallbackUrl: url,
      terminatingDigits: fc.constantFrom("", "#", "*#"),
      maxDigits: seconds(1, 9),
      interDigitTimeout: seconds(1, 9),
      firstDigitTimeout: seconds(0, 9),
      repeatCount: seconds(1, 3),
      tag,
    },
    several(prompt, 0, 3),
  ),
  empty("StopGather"),
  empty("Record", {
    ...recording,
    recordCompleteUrl: url,
    terminatingDigits: fc.constantFrom("", "#"),
    maxDuration: seconds(1, 90),
    silenceTimeout: seconds(0, 9),
  }),
  empty("StartRecording", { ...recording, multiChannel: flag }),
  ...["PauseRecording", "ResumeRecording", "StopRecording"].map((name) => empty(name)),
  element("Tag", {}, fc.constantFrom("", "mine")),
  fc.constant('<StartGather dtmfUrl="/next"/>'),
  element(
    "StartTranscription",
    { name: fc.constantFrom("a", "b"), tracks, transcriptionEventUrl: url },
    fc.constantFrom("", '<CustomParam name="a" value="b"/>'),
  ),
  empty("StopTranscription", { name: fc.constant("a") }),
  // Nobody listens there.
  element("StartStream", { tracks, streamEventUrl: url }, fc.constant("")).map((stream) =>
    stream.replace("<StartStream", '<StartStream destination="ws://127.0.0.1:1/"'),
  ),
  fc.constantFrom('<StopStream name="a"/>', '<StopStream name="b" wait="true"/>'),
  fc.constant('<Redirect redirectUrl="/next"/>'),
  empty("Hangup"),
];

const verb = fc.oneof(
  ...inTransferAnswer,
  element(
    "Transfer",
    {
      transferCompleteUrl: url,
      transferCallerId: fc.constantFrom("+19195554321", "Anonymous"),
      callTimeout: seconds(1, 40),
      diversionTreatment: fc.constant("stack"),
      diversionReason: fc.constant("away"),
      tag,
    },
    several(callee, 1, 8),
  ),
  element(
    "Bridge",
    { bridgeCompleteUrl: url, bridgeTargetCompleteUrl: url, tag },
    fc.constantFrom("c-none", "{another call}"),
  ),
  element(
    "Conference",
    {
      mute: flag,
      hold: flag,
      callIdsToCoach: fc.constant("{another call}"),
      conferenceEventUrl: fc.constant("/conference"),
      callbackTimeout: seconds(1, 25),
      tag,
    },
    fc.constantFrom("one", "two"),
  ),
  element("Forward", { callTimeout: seconds(1, 30) }, fc.constant("")).map((forward) =>
    forward.replace("<Forward", '<Forward to="+19195550108"'),
  ),
);

const document = (part: fc.Arbitrary<string>) =>
  several(part, 0, 5).map((verbs) => `<Response>${verbs}</Response>`);

/** A document for a call; `{another call}` in it stands for a call's id. */
export const callDocument = document(verb);
/** A document in reply to transferAnswer. */
export const transferAnswerDocument = document(fc.oneof(...inTransferAnswer));
/** A document for a conference. */
export const conferenceDocument = document(
  fc.oneof(
    prompt,
    empty("StartRecording", { recordingAvailableUrl: url }),
    ...["PauseRecording", "ResumeRecording", "StopRecording"].map((name) => empty(name)),
  ),
);
