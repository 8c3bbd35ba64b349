import { DOMParser, type Element } from "@xmldom/xmldom";
import { CallEnd } from "../voice/leg.ts";
import { InvalidBxml, notEmulated, type Step, type VerbParser } from "./verb.ts";
import { conference } from "./verbs/conference.ts";
import { hangup } from "./verbs/hangup.ts";
import { pause } from "./verbs/pause.ts";
import { record } from "./verbs/record.ts";
import { pauseRecording, resumeRecording, startRecording, stopRecording } from "./verbs/recording.ts";
import { redirect } from "./verbs/redirect.ts";
import { speakSentence } from "./verbs/speakSentence.ts";

const VERBS = new Map<string, VerbParser>([
  ["Conference", conference],
  ["Hangup", hangup],
  ["Pause", pause],
  ["PauseRecording", pauseRecording],
  ["Record", record],
  ["Redirect", redirect],
  ["ResumeRecording", resumeRecording],
  ["SpeakSentence", speakSentence],
  ["StartRecording", startRecording],
  ["StopRecording", stopRecording],
]);

/** Bandwidth's other verbs. A call that meets one of them ends, rather than going on as if it had been performed. */
const NOT_EMULATED = new Set([
  "Bridge",
  "Connect",
  "Forward",
  "Gather",
  "PlayAudio",
  "Ring",
  "SendDtmf",
  "StartGather",
  "StartStream",
  "StartTranscription",
  "StopGather",
  "StopStream",
  "StopTranscription",
  "Tag",
  "Transfer",
]);

/**
 * Reads a BXML document and checks all of it before any of it runs.
 * Throws a CallEnd: `invalid-bxml`, or `application-error` for a verb that the sandbox does not emulate yet.
 */
export const parseBxml = (text: string, documentUrl: string): Step[] =>
  parseVerbs(text, (element) => {
    const parse = VERBS.get(element.tagName);
    if (parse !== undefined) return { verb: element.tagName, run: parse(element, documentUrl) };
    if (NOT_EMULATED.has(element.tagName)) throw notEmulated(`<${element.tagName}>`);
    throw new InvalidBxml(`<${element.tagName}> is not a BXML verb`);
  });

/** Reads each verb of a document with `read`, whose InvalidBxml becomes a CallEnd. */
export function parseVerbs<Result>(text: string, read: (element: Element) => Result): Result[] {
  try {
    return parseRoot(text).map(read);
  } catch (error) {
    if (error instanceof InvalidBxml) throw new CallEnd("invalid-bxml", error.message);
    throw error;
  }
}

function parseRoot(text: string): Element[] {
  const root = parseXml(text).documentElement;
  if (root === null || !["Response", "Bxml"].includes(root.tagName)) {
    throw new InvalidBxml("The root element of a BXML document must be <Response>");
  }
  for (const node of root.childNodes) {
    if (node.nodeType === node.TEXT_NODE && (node.nodeValue ?? "").trim() !== "") {
      throw new InvalidBxml("<Response> may contain verbs only, no text");
    }
  }
  return [...root.children];
}

function parseXml(text: string) {
  try {
    return new DOMParser({
      onError: (_level, message) => {
        throw new Error(message);
      },
    }).parseFromString(text.trim(), "text/xml");
  } catch (error) {
    throw new InvalidBxml(
      `The reply is not well-formed XML: ${error instanceof Error ? error.message : error}`,
    );
  }
}
