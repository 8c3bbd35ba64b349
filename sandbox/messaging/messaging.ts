import type { FastifyBaseLogger } from "fastify";
import { ACCOUNT_ID } from "../account.ts";
import type { Credentials, MessagingApplication } from "../applications.ts";
import type { Callbacks } from "../callbacks.ts";
import type { Clock } from "../clock.ts";
import type { Store } from "../store.ts";
import { toIsoTime } from "../values.ts";
import { failureOf } from "./failures.ts";
import { isMms, type Message, type MessageRecord } from "./message.ts";

const CALLBACK_TIMEOUT_MS = 10_000;
/** Bandwidth retries for 24 hours; the spacing is not published. Here: a minute, then twice as long each time, at most an hour. */
const RETRY_FOR_MS = 24 * 60 * 60 * 1000;
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 60 * 60 * 1000;

/** The most callbacks that wait to be tried again; beyond that one is given up after its first try. */
const MAX_RETRYING = 10_000;
/** The most recipients whose messages are on their way. */
const MAX_IN_TRANSIT = 10_000;

/** Codes from here on mean that the message had left Bandwidth. */
const FIRST_CARRIER_CODE = 4700;

/** How long a message stays in each status. */
const STATUS_MS = 1000;

export interface Messaging {
  /** Whether no more outbound messages are taken for now. */
  isFull(): boolean;
  /** Sends an accepted message on its way. Its callbacks wait until `released`. */
  send(message: Message, application: MessagingApplication, released: Promise<void>): void;
  /** Takes in a message from outside and tells the application of it, once: one number of the account's is written to. */
  receive(message: Message, application: MessagingApplication): void;
}

/** Makes the life of messages: statuses that advance on the clock, and callbacks that tell of them. */
export function createMessaging({
  clock,
  store,
  callbacks,
  log,
}: {
  clock: Pick<Clock, "now" | "sleep" | "spawn" | "track" | "lifetime">;
  store: Pick<Store, "addMessage">;
  callbacks: Pick<Callbacks, "attempt">;
  log: Pick<FastifyBaseLogger, "warn">;
}): Messaging {
  let inTransit = 0;
  let retrying = 0;

  function storeRecord(message: Message, destinationTn: string): MessageRecord {
    return store.addMessage({
      messageId: message.id,
      accountId: ACCOUNT_ID,
      sourceTn: message.from,
      destinationTn,
      messageStatus: message.direction === "in" ? "RECEIVED" : "QUEUED",
      messageDirection: message.direction === "in" ? "INBOUND" : "OUTBOUND",
      messageType: isMms(message) ? "mms" : "sms",
      segmentCount: message.segmentCount,
      errorCode: 0,
      receiveTime: clock.now(),
      carrierName: null,
      messageLength: message.text.length,
      attachmentCount: message.media?.length ?? null,
      recipientCount: message.to.length,
      bwLatency: message.direction === "in" ? 0 : null,
      carrierLatency: null,
    });
  }

  /** Tries until a 2xx comes back or 24 hours have passed. */
  async function deliver(
    event: object & { type: string },
    url: string,
    credentials: Credentials | undefined,
  ) {
    const callback = {
      eventType: event.type,
      body: [event],
      headers: { "content-type": "application/json; charset=utf-8", "user-agent": "BandwidthAPI/v2" },
    };
    const giveUp = clock.now() + RETRY_FOR_MS;
    let wait = FIRST_RETRY_MS;
    for (let attempt = 1; ; attempt += 1) {
      const destination = { url, method: "POST" as const, credentials };
      const outcome = await callbacks.attempt(callback, destination, CALLBACK_TIMEOUT_MS, attempt);
      if (outcome.kind === "answered" && outcome.ok) return;
      if (clock.now() + wait > giveUp) break;
      if (retrying >= MAX_RETRYING) break;
      retrying += 1;
      await clock.sleep(wait).finally(() => {
        retrying -= 1;
      });
      wait = Math.min(wait * 2, LONGEST_RETRY_MS);
    }
    log.warn({ eventType: event.type }, "A messaging callback was given up");
  }

  function tell(
    application: MessagingApplication,
    type: MessagingApplication["requestedCallbackTypes"][number],
    details: { to: string; description: string; errorCode?: number; message: Message },
  ) {
    const { outboundCallbackUrl, outboundCallbackCreds, requestedCallbackTypes } = application;
    if (outboundCallbackUrl === undefined || !requestedCallbackTypes.includes(type)) return;
    // The text of an outbound message is never kept: status events carry it empty.
    const message = { ...details.message, text: "" };
    const event = { time: toIsoTime(clock.now()), type, ...details, message };
    clock.spawn(() => deliver(event, outboundCallbackUrl, outboundCallbackCreds));
  }

  async function carry(record: MessageRecord, message: Message, application: MessagingApplication) {
    const to = record.destinationTn;
    await clock.sleep(STATUS_MS);
    record.messageStatus = "SENDING";
    if (record.messageType === "mms") {
      tell(application, "message-sending", { to, description: "Message is sending to carrier", message });
    }
    const failure = failureOf(message.from, to);
    await clock.sleep(STATUS_MS / 2);
    record.bwLatency = 1;
    if (failure === undefined || failure.errorCode >= FIRST_CARRIER_CODE) {
      record.messageStatus = "SENT";
      tell(application, "message-sent", { to, description: "Message has been sent to carrier", message });
    }
    await clock.sleep(STATUS_MS / 2);
    if (record.messageStatus === "SENT") record.carrierLatency = 1;
    if (failure === undefined) {
      record.messageStatus = "DELIVERED";
      tell(application, "message-delivered", { to, description: "Message delivered to carrier.", message });
    } else {
      record.messageStatus = "FAILED";
      record.errorCode = failure.errorCode;
      tell(application, "message-failed", { to, ...failure, message });
    }
  }

  return {
    isFull: () => inTransit >= MAX_IN_TRANSIT,

    send: (message, application, released) => {
      const lifetime = clock.lifetime();
      for (const to of message.to) {
        const record = storeRecord(message, to);
        clock.spawn(async () => {
          inTransit += 1;
          try {
            await clock.track(released);
            lifetime.throwIfAborted();
            await carry(record, message, application);
          } finally {
            inTransit -= 1;
          }
        });
      }
    },

    receive: (message, application) => {
      const { inboundCallbackUrl, inboundCallbackCreds } = application;
      storeRecord(message, message.owner);
      const event = {
        time: toIsoTime(clock.now()),
        type: "message-received",
        to: message.owner,
        description: "Incoming message received",
        message,
      };
      clock.spawn(() => deliver(event, inboundCallbackUrl, inboundCallbackCreds));
    },
  };
}
