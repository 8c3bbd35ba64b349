/**
 * Reads a text of Bandwidth's into a value of a graph enum: `answering-machine` and `recordComplete` are `ANSWERING_MACHINE` and
 * `RECORD_COMPLETE`. Bandwidth's enums are open, so what the graph does not list is `UNKNOWN`; nothing stays nothing.
 */
export function openEnum<T extends string>(
  values: Readonly<Record<string, T>>,
  aliases: Readonly<Record<string, T>> = {},
): (raw: string | undefined) => T | "UNKNOWN" | undefined {
  const byName = new Map(Object.values(values).map((value) => [String(value), value]));
  // Not looked up in the object itself: `toString` would be found there.
  const read = new Map(Object.entries(aliases));
  return (raw) => {
    if (raw === undefined) return undefined;
    const known = read.get(raw);
    if (known !== undefined) return known;
    const value = byName.get(constantCase(raw)) ?? "UNKNOWN";
    // The spellings that Bandwidth has are few; what it does not have must not fill the memory.
    if (value !== "UNKNOWN" && read.size < MAX_SPELLINGS) read.set(raw, value);
    return value;
  };
}

/** How many texts are known without being read again. */
const MAX_SPELLINGS = 100;

function constantCase(raw: string): string {
  return raw
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replace(/[\s-]+/g, "_")
    .toUpperCase();
}
