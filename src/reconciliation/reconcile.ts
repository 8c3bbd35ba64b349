import { setImmediate } from "node:timers/promises";
import type { Messaging } from "../datasources/messaging.ts";
import { UpstreamError } from "../datasources/upstreamError.ts";
import type { Calls } from "../datasources/voice/calls.ts";
import type { Conferences } from "../datasources/voice/conferences.ts";
import { isOver } from "../subscriptions/callLifecycle.ts";
import type { NewEvent } from "../subscriptions/event.ts";
import { createKnown } from "../subscriptions/known.ts";
import { isFinal } from "../subscriptions/messageLifecycle.ts";
import {
  isLast,
  OPEN_KINDS,
  type OpenItem,
  type OpenKey,
  type Store,
  StoreUnavailable,
} from "../subscriptions/store.ts";
import { foundConferenceGone, foundDisconnect, foundOfConference, foundReceipt } from "./found.ts";
import { openAndOver, openItem, type Patience } from "./openItems.ts";

const READ_BATCH = 500;
const CHECK_BATCH = 100;
/** One check takes 15 s at most: the deadline of its upstream call. */
const LEASE_MS = 60_000;
/** Whatever is not over when it is checked is checked again after twice the time, at most after this. */
const LONGEST_MS = { call: 3600_000, conference: 3600_000, message: 6 * 3600_000 };
/**
 * So long Bandwidth shows what has become of it: calls 7 days after their end, messages 14 days. Of conferences it does not say; none
 * lasts longer than a day.
 */
const SHOWN_MS = { call: 7 * 24 * 3600_000, conference: 24 * 3600_000, message: 14 * 24 * 3600_000 };
/** What a listing shows of a message that was sent once it is over for a recipient. */
const RECEIPTS: ReadonlySet<string> = new Set(["DELIVERED", "FAILED", "UNDELIVERED"]);
/** More recipients than a message can have. */
const RECIPIENTS = 100;

/** Finds out over REST what callbacks should have told, and adds it to the log. */
type Reconciliation = {
  /**
   * Notes what the log has shown since the last time, and looks up what was silent for too long, one by one for as long as live
   * traffic leaves room. Resolves when all that is due is done, or is left for the next time. A call while it runs is the same run.
   */
  run(): Promise<void>;
  /** Takes note of what was just sent, for its first callback may be lost as well. Never fails. */
  expectEnd(items: readonly OpenKey[]): Promise<void>;
};

export function createReconciliation(options: {
  store: Pick<Store, "log" | "openItems" | "lease">;
  /** Bandwidth's APIs, for one check. */
  createDatasources: () => { voice: Calls; conferences: Conferences; messaging: Messaging };
  /** Whether live traffic leaves room for a call of that API. */
  isQuiet: (kind: OpenItem["kind"]) => boolean;
  patience: Patience;
  now: () => number;
  stopping: AbortSignal;
  warn: (message: string) => void;
}): Reconciliation {
  const { createDatasources, isQuiet, patience, now, stopping, warn } = options;
  const { log, openItems, lease } = options.store;
  const mayGoOn = async () => !stopping.aborted && (await lease("reconciliation", LEASE_MS));

  /** Reads what was added to the log since the last time. */
  async function readLog() {
    let seq = await openItems.readThrough();
    while (await mayGoOn()) {
      const entries = await log.read({}, seq, READ_BATCH);
      const last = entries.at(-1);
      if (!last) return;
      seq = last.seq;
      await openItems.change({ ...openAndOver(entries, patience), readThrough: seq });
      if (isLast(entries, READ_BATCH)) return;
      // Callbacks are answered in between.
      await setImmediate();
    }
  }

  /** The events that the log lacks of an item, by what REST tells. */
  async function lookUp({ kind, id, recipient, since }: OpenItem): Promise<(NewEvent | undefined)[]> {
    const { voice, conferences, messaging } = createDatasources();
    const known = createKnown(log);
    if (kind === "call") {
      const call = await voice.call(id);
      return call && isOver(call) ? [foundDisconnect(call, await known.call(id), now())] : [];
    }
    if (kind === "conference") {
      const conference = await conferences.conference(id);
      const told = await known.conference(id);
      return conference && told ? foundOfConference(conference, told.members, since, now()) : [];
    }
    const { items } = await messaging.messages({ messageId: id }, RECIPIENTS);
    const ofMessage = items.filter(({ messageId }) => messageId === id);
    const [first] = ofMessage;
    // One that is listed with its only recipient, or without any, is meant however that is written.
    const isOnly = first && ofMessage.length === 1 && (!first.destinationTn || first.recipientCount === 1);
    const shown = ofMessage.find(({ destinationTn }) => destinationTn === recipient) ?? (isOnly && first);
    return shown && RECEIPTS.has(shown.messageStatus ?? "")
      ? [foundReceipt(shown, recipient, ofMessage, await known.message(id), now())]
      : [];
  }

  async function isOverInLog({ kind, id, recipient }: OpenKey): Promise<boolean> {
    const known = createKnown(log);
    if (kind === "call") return isOver((await known.call(id)) ?? {});
    if (kind === "conference") return (await known.conference(id))?.completedTime !== undefined;
    return isFinal((await known.message(id))?.recipients.get(recipient) ?? {});
  }

  async function check(item: OpenItem): Promise<void> {
    const { kind, id } = item;
    const known = createKnown(log);
    if (!(await isOverInLog(item))) {
      const found = (await lookUp(item)).filter((event) => event !== undefined);
      // Its callback may have come while Bandwidth was asked.
      if (found.length > 0 && !(await isOverInLog(item))) await log.append(found);
      if (!(await isOverInLog(item))) {
        if (now() - item.since < SHOWN_MS[kind]) return postpone(item);
        warn(`Nothing was heard of the end of ${kind} ${id}, and Bandwidth does not show it any more`);
        // The log may keep it for longer than a conference can last: it would be a ghost.
        const gone = kind === "conference" && foundConferenceGone(id, await known.conference(id), now());
        if (gone) await log.append([gone]);
      }
    }
    await openItems.change({ remove: [item] });
  }

  function postpone(item: OpenItem): Promise<void> {
    const wait = Math.min(patience[item.kind] * 2 ** (item.checks + 1), LONGEST_MS[item.kind]);
    return openItems.change({ put: [{ ...item, checks: item.checks + 1, nextCheck: now() + wait }] });
  }

  /** Checks some of a kind that are due; whether there may be more to check in this round. */
  async function checkSome(kind: OpenItem["kind"]): Promise<boolean> {
    const due = await openItems.due(kind, now(), CHECK_BATCH);
    for (const item of due) {
      if (!isQuiet(kind) || !(await mayGoOn())) return false;
      try {
        await check(item);
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        if (stopping.aborted) return false;
        warn(`What became of ${kind} ${item.id} could not be asked: ${error.message}`);
        // Others may fare better: it does not stand in their way.
        await postpone(item);
        return false;
      }
    }
    return due.length > 0;
  }

  async function reconcile() {
    await readLog();
    // Each for itself: that messages cannot be asked about must leave no call a ghost.
    const kinds = new Set(OPEN_KINDS);
    while (kinds.size > 0) for (const kind of kinds) if (!(await checkSome(kind))) kinds.delete(kind);
  }

  let running: Promise<void> | undefined;
  return {
    run() {
      running ??= reconcile()
        .catch((error: unknown) => {
          if (!(error instanceof StoreUnavailable)) throw error;
          warn(`What callbacks did not tell could not be looked for: ${error.message}`);
        })
        .finally(() => {
          running = undefined;
        });
      return running;
    },
    async expectEnd(items) {
      try {
        await openItems.change({ put: items.map((item) => openItem(item, now(), patience)) });
      } catch (error) {
        // It was sent all the same.
        if (!(error instanceof StoreUnavailable)) warn(`What was sent could not be noted: ${error}`);
      }
    },
  };
}
