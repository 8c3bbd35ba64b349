/** Where BXML runs: in a call, in a leg that answered a Transfer before it is joined, or for a whole conference. */
export type Place = "call" | "transferAnswer" | "conference";

/** What is to be known of a verb beside its attributes, which resolvers/BxmlVerbInput.ts has. */
type Verb = {
  runsIn: readonly Place[];
  /** It ends the document whatever it says: a verb behind it never runs. */
  ends?: true;
  /** The event that asks how to go on when the verb is over. With its URL the verb ends the document, without it the next verb runs. */
  asks?: string;
  /** Events that come beside the call and do not change its course. */
  tells?: readonly string[];
};

const ANYWHERE = ["call", "transferAnswer", "conference"] as const;
const IN_A_CALL = ["call", "transferAnswer"] as const;
const NOT_BEFORE_JOINING = ["call"] as const;

const RECORDING = ["recordingAvailable", "transcriptionAvailable"] as const;

/**
 * The verbs that Bandwidth documents at the top of a document, by their names in BXML. The URL of an event `gather` is the attribute
 * `gatherUrl`. Where each may run: https://dev.bandwidth.com/docs/voice/bxml/conference and .../transfer
 */
export const VERBS = {
  Bridge: { runsIn: NOT_BEFORE_JOINING, asks: "bridgeComplete", tells: ["bridgeTargetComplete"] },
  Conference: { runsIn: NOT_BEFORE_JOINING, tells: ["conferenceEvent"] },
  Connect: { runsIn: IN_A_CALL },
  Forward: { runsIn: NOT_BEFORE_JOINING, ends: true },
  Gather: { runsIn: IN_A_CALL, asks: "gather" },
  Hangup: { runsIn: IN_A_CALL, ends: true },
  Pause: { runsIn: IN_A_CALL },
  PauseRecording: { runsIn: ANYWHERE },
  PlayAudio: { runsIn: ANYWHERE },
  Record: { runsIn: IN_A_CALL, asks: "recordComplete", tells: RECORDING },
  Redirect: { runsIn: IN_A_CALL, ends: true, asks: "redirect" },
  ResumeRecording: { runsIn: ANYWHERE },
  Ring: { runsIn: IN_A_CALL },
  SendDtmf: { runsIn: IN_A_CALL },
  SpeakSentence: { runsIn: ANYWHERE },
  StartGather: { runsIn: IN_A_CALL, tells: ["dtmf"] },
  StartRecording: { runsIn: ANYWHERE, tells: RECORDING },
  StartStream: { runsIn: IN_A_CALL, tells: ["streamEvent"] },
  StartTranscription: { runsIn: IN_A_CALL, tells: ["transcriptionEvent"] },
  StopGather: { runsIn: IN_A_CALL },
  StopRecording: { runsIn: ANYWHERE },
  StopStream: { runsIn: IN_A_CALL },
  StopTranscription: { runsIn: IN_A_CALL },
  Tag: { runsIn: IN_A_CALL },
  Transfer: { runsIn: NOT_BEFORE_JOINING, asks: "transferComplete" },
} as const satisfies Record<string, Verb>;

export type VerbName = keyof typeof VERBS;

const byName = new Map<string, Verb>(Object.entries(VERBS));

/** The verb of that name, `undefined` when Bandwidth documents none. */
export const verbNamed = (name: string): Verb | undefined => byName.get(name);

const PARTIES_OF_TRANSFER = ["PhoneNumber", "SipUri"];

/** The events that come beside the call from an element with these attributes, and do not change the call's course. */
export function eventsBeside(name: string, attributes: { transcribe: boolean }): readonly string[] {
  const tells = PARTIES_OF_TRANSFER.includes(name) ? ["transferDisconnect"] : (byName.get(name)?.tells ?? []);
  return attributes.transcribe ? tells : tells.filter((event) => event !== "transcriptionAvailable");
}

/** Connect has no attributes for credentials, without which the gateway takes no event: its URL stays as it is. */
export const mayTellGateway = (name: string) => name !== "Connect";

/** Why a verb is refused that may run elsewhere, as the rest of a sentence; `undefined` when it may run there. */
export function faultOfPlace({ runsIn }: Verb, place: Place): string | undefined {
  if (runsIn.includes(place)) return undefined;
  return place === "conference"
    ? "may not run in a conference"
    : "may not run before a transferred call is joined";
}
