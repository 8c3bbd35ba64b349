import { createHashTable } from "./hashTable.ts";

/**
 * What was added in so many milliseconds is at hand, and at most what was in twice as many. A callback that is later than others by more than
 * that has to be looked up. (With the last 4,000 events in its place, as many callbacks as could be, which told of the last second in no
 * order, were taken at 0.8 of the rate.)
 */
const GENERATION_MS = 5_000;

/** What was added, until one of its tables is full: with 98,304 events, or as many subjects of lateness.ts. Two of them take 6 MB. */
const empty = () => ({
  /** The numbers of events, by the hashes of their ids. */
  seqs: createHashTable(),
  /** When the last event that told where a subject stands happened, by the hash of its name. */
  times: createHashTable(),
});

/**
 * What is at hand of the events that were added last, so that the log need not be asked about most that come. `newest` is the time of the
 * latest event there is; `start` is about now.
 *
 * It answers for a hash, of which there may be several ids, and knows of events that could not be written: what it does not know is not
 * there, and what it knows has to be looked at. (With ids and places as they are, texts that lived as long, callbacks cost a tenth more, half
 * of it for collecting them.)
 *
 * Callbacks come soon after what they tell. Of one that tells of a later time than all that is forgotten here, the log can have neither
 * the same event nor a later one of the same call; with each looked up an append takes six times as long. (An event that tells of a time
 * to come has all be looked up until then, and nothing else.)
 */
export function createRecentlyAdded({ newest, start }: { newest: number; start: number }) {
  let young = empty();
  let old = empty();
  let begun = start;
  /** The latest time of what is forgotten, of `old`, and of all. */
  let forgotten = newest;
  let ofOld = newest;
  let ofAll = newest;

  function forgetOld() {
    old = young;
    young = empty();
    forgotten = ofOld;
    ofOld = ofAll;
  }

  return {
    /** The number of an event whose id has this hash. */
    seqOf: (hash: number) => young.seqs.get(hash) ?? old.seqs.get(hash),
    /** No event that told where a subject stands whose name has this hash happened later than then. */
    latestOf(hash: number): number {
      return young.times.get(hash) ?? old.times.get(hash) ?? forgotten;
    },
    /** Whether what happened at this time, or later, can be forgotten. */
    isForgotten: (time: number) => time <= forgotten,
    added(hash: number, seq: number) {
      if (young.seqs.isFull()) forgetOld();
      young.seqs.set(hash, seq);
    },
    happened(hash: number, latest: number) {
      if (young.times.isFull()) forgetOld();
      young.times.set(hash, latest);
    },
    /** Takes note of an event's time. */
    saw(time: number) {
      if (time > ofAll) ofAll = time;
    },
    /** Forgets what was added long ago. */
    age(now: number) {
      if (now - begun < GENERATION_MS) return;
      begun = now;
      forgetOld();
    },
  };
}

/** A hash of a text: any number of 32 bits but 0. */
export function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash || 1;
}
