/** How much text of documents is kept. What was parsed of it takes up to 50 times as much memory. */
const MAX_CHARACTERS = 1_000_000;
/** How many documents are kept: the plan of a short document may be as large as that of a long one. */
const MAX_DOCUMENTS = 1_000;

/**
 * What came of documents, by their text: a thousand at most, and as many as have a million characters together. Those that nobody asked for
 * since there was last no room go first.
 */
type DocumentCache<T> = {
  get(text: string): T | undefined;
  set(text: string, value: T): void;
};

export function createDocumentCache<T>(): DocumentCache<T> {
  // Not kept in the order of use, for which each use would write to the map, and leave garbage that lives long (CONTRIBUTING, "Garbage").
  const entries = new Map<string, { value: T; isUsed: boolean }>();
  let characters = 0;

  function forget(text: string) {
    if (entries.delete(text)) characters -= text.length;
  }

  function put(text: string, value: T) {
    forget(text);
    entries.set(text, { value, isUsed: false });
    characters += text.length;
  }

  return {
    get(text) {
      const entry = entries.get(text);
      if (entry) entry.isUsed = true;
      return entry?.value;
    },
    set(text, value) {
      forget(text);
      if (text.length > MAX_CHARACTERS) return;
      // Room is made first, for the new one is not used yet.
      for (const [oldest, entry] of entries) {
        if (characters + text.length <= MAX_CHARACTERS && entries.size < MAX_DOCUMENTS) break;
        if (entry.isUsed) put(oldest, entry.value);
        else forget(oldest);
      }
      put(text, value);
    },
  };
}
