import { ACCOUNT_ID, CALLBACK_AUTHORIZATION } from "./processes.ts";

/** Where the callbacks of the bench go to, and with what. */
export const CALLBACK_PATH = "/callbacks/voice/disconnect";
export const CALLBACK_HEADERS = {
  "content-type": "application/json",
  authorization: CALLBACK_AUTHORIZATION,
};

let made = 0;

/**
 * A `disconnect` callback of about 650 bytes, of a call of its own: no two are the same event. Those that come one after another have ids
 * and called numbers that are far from each other, as in life: an index is fast too easily where each new entry stands behind the last. For the
 * same reason they tell of what happened up to a second ago, in no order.
 */
export function disconnectCallback() {
  const number = String(++made).padStart(12, "0");
  const scattered = Math.imul(made, 0x9e37_79b1) >>> 0;
  const callId = `c-15ac29a2-${scattered.toString(16).padStart(8, "0")}-2cb0-4a07-b215-${number}`;
  const happened = new Date(Date.now() - (scattered % 1_000)).toISOString();
  return {
    eventType: "disconnect",
    eventTime: happened,
    accountId: ACCOUNT_ID,
    applicationId: "04e88489-df02-4e34-a0ee-27a91849555f",
    callId,
    callUrl: `https://voice.bandwidth.com/api/v2/accounts/${ACCOUNT_ID}/calls/${callId}`,
    from: "+19195554321",
    to: `+1919${String(scattered % 10_000_000).padStart(7, "0")}`,
    direction: "outbound",
    enqueuedTime: "2026-11-21T09:00:00.000Z",
    startTime: "2026-11-21T09:00:01.000Z",
    answerTime: "2026-11-21T09:00:12.000Z",
    endTime: happened,
    cause: "hangup",
    tag: '{"campaign":"spring","agent":"a-17","queue":"sales","attempt":1}',
  };
}

/** Posts what is to be answered 204. */
export async function post(url: string, headers: Record<string, string>, body: string): Promise<void> {
  const response = await fetch(url, { method: "POST", headers, body });
  if (response.status !== 204) throw new Error(`${url} answered ${response.status}`);
}
