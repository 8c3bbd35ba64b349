/** So many places are at hand at least, and twice as many at most: some 5 MB. */
const GENERATION = 20_000;

/**
 * What is at hand of the places where something was added last, so that the index need not be asked: for an event's id the event's
 * number, for a call, a conference or a message the time of the last event of it. `newest` is the time of the latest event there is.
 *
 * Callbacks come soon after what they tell. Of one that tells of a later time than all that is forgotten here, the log can have neither
 * the same event nor a later one of the same call; with each looked up there an append cost a fifth more. (An event that tells of a time
 * to come has all be looked up until then, and nothing else.)
 */
export function createRecentPlaces(newest: number) {
  /** Places that were set since the last `keep`, and what `get` gave for each before. */
  let set: { place: string; before: number | undefined }[] = [];
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  /** The latest time of what is forgotten, of `old`, and of all. */
  let forgotten = newest;
  let ofOld = newest;
  let ofAll = newest;
  return {
    get: (place: string) => young.get(place) ?? old.get(place),
    /** `before` is what `get` gives for it until then: to find that is dear, and who sets a place has asked. */
    set(place: string, value: number, before: number | undefined) {
      set.push({ place, before });
      young.set(place, value);
    },
    /** Takes note of an event's time. */
    happened(time: number) {
      if (time > ofAll) ofAll = time;
    },
    /** Whether what happened at this time, or later, can be forgotten. */
    isForgotten: (time: number) => time <= forgotten,
    /** What was added since the last time is in the log. Forgets the oldest once there is enough that is younger. */
    keep() {
      set = [];
      if (young.size < GENERATION) return;
      old = young;
      young = new Map();
      forgotten = ofOld;
      ofOld = ofAll;
    },
    /** It is not: nothing of it was written. */
    drop() {
      for (const { place, before } of set.reverse()) {
        if (before === undefined) young.delete(place);
        else young.set(place, before);
      }
      set = [];
    },
    forgetAll() {
      young.clear();
      old.clear();
      forgotten = ofAll;
      ofOld = ofAll;
    },
  };
}
