const BITS = 17;
const SLOTS = 2 ** BITS;
const FULL = SLOTS * 0.75;

/**
 * Numbers by hashes of 32 bits other than 0, at their slot or the next that is free. Its 1.5 MB are there from the start; a `Map` is copied
 * whenever it has twice as many, and took a sixth of the time in which SQLite's thread adds events.
 */
export function createHashTable() {
  const hashes = new Int32Array(SLOTS);
  const values = new Float64Array(SLOTS);
  let size = 0;

  /** Where the hash is, or would be. */
  function slotOf(hash: number): number {
    let slot = Math.imul(hash, 0x9e37_79b1) >>> (32 - BITS);
    while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) % SLOTS;
    return slot;
  }

  return {
    get(hash: number): number | undefined {
      const slot = slotOf(hash);
      return hashes[slot] === 0 ? undefined : values[slot];
    },
    set(hash: number, value: number) {
      const slot = slotOf(hash);
      if (hashes[slot] === 0) size += 1;
      // In a full table the search for a missing hash would never end.
      if (size === SLOTS) throw new Error("A table of hashes is over-full");
      hashes[slot] = hash;
      values[slot] = value;
    },
    /** It still takes a quarter of its slots more, but they are slow to find. */
    isFull: () => size >= FULL,
  };
}
