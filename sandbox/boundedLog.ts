/** A list that keeps only the newest entries. */
export interface BoundedLog<Entry> {
  add(entry: Entry): void;
  entries(): readonly Entry[];
  clear(): void;
}

/** Makes a log of at most `capacity` entries; the oldest make room for new ones. */
export function createBoundedLog<Entry>(capacity: number): BoundedLog<Entry> {
  let entries: Entry[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
      if (entries.length > capacity) entries.shift();
    },
    entries: () => entries,
    clear: () => {
      entries = [];
    },
  };
}
