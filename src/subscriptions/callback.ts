import { z } from "zod";
import { object, text, texts, time } from "../lenient.ts";
import { familyOf, isKnownType, type NewEvent } from "./event.ts";
import { eventId } from "./fingerprint.ts";
import { VOICE_TYPE_ALIASES } from "./voicePayloads.ts";

/** What one delivery of a callback holds. Bandwidth sends voice events alone and messaging events in an array. */
export type Callback = {
  events: NewEvent[];
  /** Why elements of it, or all of it, cannot be taken as events; each with a sentence. */
  refused: string[];
};

/**
 * Reads a callback's content: an object or an array of objects, of known and unknown types. Only what has no event type at all, or
 * belongs to another account, is refused; what can be taken is taken. `text`: the content as JSON, where it came so.
 */
export function readCallback(
  content: unknown,
  options: { accountId: string | undefined; now: number; text?: string | undefined },
): Callback {
  const items = Array.isArray(content) ? content : [content];
  const callback: Callback = { events: [], refused: items.length === 0 ? ["The array holds no event."] : [] };
  items.forEach((item, index) => {
    const text = item === content ? options.text : undefined;
    const event = readItem(item, { ...options, text });
    if (typeof event !== "string") callback.events.push(event);
    else callback.refused.push(`${Array.isArray(content) ? `Element ${index}` : "The body"} ${event}`);
  });
  return callback;
}

// Everything that events of either family, and of types yet to come, are found by.
const Findable = z.object({
  eventType: text,
  type: text,
  accountId: text,
  callId: text,
  conferenceId: text,
  applicationId: text,
  from: text,
  to: text,
  transferCallerId: text,
  transferTo: text,
  eventTime: time,
  time,
  message: object({ id: text, applicationId: text, owner: text, from: text, to: texts }),
});

function readItem(
  item: unknown,
  options: { accountId: string | undefined; now: number; text: string | undefined },
): NewEvent | string {
  const parsed = Findable.safeParse(item);
  // Voice events name their type in `eventType`, messaging events in `type`.
  const rawType = parsed.data?.eventType || parsed.data?.type;
  if (!parsed.success || !rawType) return "is no object with an `eventType` (voice) or `type` (messaging).";
  const fields = parsed.data;
  if (fields.accountId && options.accountId && fields.accountId !== options.accountId) {
    return `is an event of account ${fields.accountId}, which is not this gateway's.`;
  }
  const family = fields.eventType ? "voice" : "messaging";
  const type = VOICE_TYPE_ALIASES[rawType] ?? rawType;
  const happened = fields.eventTime ?? fields.time;
  const time = happened === undefined ? undefined : Date.parse(happened);
  const { message } = fields;
  return {
    // Bandwidth gives events no id and delivers messaging events at least once: an event is its content.
    id: eventId(family, item, time),
    family,
    // A name of the other family's is none here: its payload would be read as what it is not.
    type: isKnownType(type) && familyOf(type) === family ? type : "unknown",
    rawType,
    time,
    receivedAt: options.now,
    source: "CALLBACK",
    keys: {
      callId: fields.callId,
      conferenceId: fields.conferenceId,
      messageId: message?.id,
      applicationId: fields.applicationId ?? message?.applicationId,
      numbers: numbersOf([
        fields.from,
        fields.to,
        fields.transferCallerId,
        fields.transferTo,
        message?.owner,
        message?.from,
        ...(message?.to ?? []),
      ]),
    },
    payload: options.text ?? JSON.stringify(item),
  };
}

function numbersOf(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
