import type {
  PriorityEnum,
  ListMessageItem as VendorListMessageItem,
  Message as VendorMessage,
} from "bandwidth-sdk";
import { countryOf } from "../lookup/carriers.ts";
import { toIsoTime } from "../values.ts";

export type MessageStatus =
  | "RECEIVED"
  | "QUEUED"
  | "SENDING"
  | "SENT"
  | "FAILED"
  | "DELIVERED"
  | "ACCEPTED"
  | "UNDELIVERED";

/** A message as createMessage answers with it and as its events carry it. The vendor's sets are lists in JSON. */
export interface Message
  extends Required<Omit<VendorMessage, "to" | "media" | "tag" | "priority" | "expiration">> {
  to: string[];
  media?: string[];
  tag?: string;
  priority?: PriorityEnum;
  expiration?: string;
}

/** Whether a message goes as MMS: all that have media do, and all to a group. */
export const isMms = ({ to, media = [] }: Pick<Message, "to" | "media">): boolean =>
  media.length > 0 || to.length > 1;

/** What is stored of a message, once per recipient; as with Bandwidth its text is not. */
export interface MessageRecord {
  /** Order of arrival; page tokens hold it. */
  sequence: number;
  messageId: string;
  accountId: string;
  sourceTn: string;
  destinationTn: string;
  messageStatus: MessageStatus;
  messageDirection: "INBOUND" | "OUTBOUND";
  messageType: "sms" | "mms" | "rcs";
  segmentCount: number;
  errorCode: number;
  receiveTime: number;
  carrierName: string | null;
  messageLength: number;
  attachmentCount: number | null;
  recipientCount: number;
  /** Seconds that a message spent at Bandwidth, and then at the carrier; null while it is not over. */
  bwLatency: number | null;
  carrierLatency: number | null;
}

/** The headers of an SMS, as messageSize counts them. */
const HEADER_BYTES = 9;

/** A message record as listMessages shows it. */
export function listMessageItem({ sequence: _, receiveTime, ...record }: MessageRecord) {
  const { messageType, messageLength, sourceTn, destinationTn } = record;
  return {
    ...record,
    receiveTime: toIsoTime(receiveTime),
    messageSize: messageType === "sms" ? messageLength + HEADER_BYTES : null,
    campaignClass: null,
    campaignId: null,
    product: "P2P",
    location: null,
    callingNumberCountryA3: countryOf(sourceTn),
    calledNumberCountryA3: countryOf(destinationTn),
  } satisfies VendorListMessageItem;
}

export type ListMessageItem = ReturnType<typeof listMessageItem>;

// The GSM 7-bit default alphabet; the second line's characters take two places.
const GSM_7 =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€\f]*$/;
const GSM_7_EXTENSION = /[\^{}\\[~\]|€\f]/g;

/** How many parts carriers split a text into: 160 GSM-7 or 70 UCS-2 characters in one, fewer in each of several. */
export function segmentCount(text: string, media: readonly string[] | undefined): number {
  if (media !== undefined && media.length > 0) return 1;
  const isGsm7 = GSM_7.test(text);
  const length = isGsm7 ? text.length + (text.match(GSM_7_EXTENSION)?.length ?? 0) : text.length;
  const [single, multiple] = isGsm7 ? [160, 153] : [70, 67];
  return length <= single ? 1 : Math.ceil(length / multiple);
}
