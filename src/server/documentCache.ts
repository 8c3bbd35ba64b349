/** How much text of documents is kept. What was parsed of it takes up to 50 times as much memory. */
const MAX_CHARACTERS = 1_000_000;
/** How many documents are: what is planned of a short one may be as much as of a long one. */
const MAX_DOCUMENTS = 1_000;

/** What came of documents, by their text: those used last, a thousand at most, and as many as have a million characters together. */
export type DocumentCache<T> = {
  get(text: string): T | undefined;
  set(text: string, value: T): void;
};

export function createDocumentCache<T>(): DocumentCache<T> {
  // In the order of their last use.
  const values = new Map<string, T>();
  let characters = 0;

  function forget(text: string) {
    if (values.delete(text)) characters -= text.length;
  }

  return {
    get(text) {
      const value = values.get(text);
      if (value !== undefined) {
        values.delete(text);
        values.set(text, value);
      }
      return value;
    },
    set(text, value) {
      forget(text);
      values.set(text, value);
      characters += text.length;
      for (const oldest of values.keys()) {
        if (characters <= MAX_CHARACTERS && values.size <= MAX_DOCUMENTS) break;
        forget(oldest);
      }
    },
  };
}
