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
 * Remembers the events that were added last, so that for most events that come the log need not be asked: asking for each made an append
 * take six times as long. `newest` is the time of the latest event in the log; `start` is about now.
 *
 * It remembers hashes, not texts (a callback cost a tenth more with texts, half of it for garbage collection), and also events that could
 * not be written. So what is here has to be checked in the log, and what is not here is not there.
 *
 * That holds for an event that happened later than all that is forgotten here, as most do, since callbacks come soon after what they tell:
 * the log can then hold neither the same event nor a later one of the same call. (An event with a time in the future has every event looked
 * up until that time, and does no other harm.)
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
    /** A bound: no event that told the state of a subject with this hash happened later than this. */
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
