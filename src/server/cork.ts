type Corkable = { cork(): void; uncork(): void };

const corked = new Set<Corkable>();

/**
 * What is written to a connection during this turn of the event loop leaves in one system call at its end: a burst of 20 events to
 * 1,000 subscribers is 1,000 calls and not 20,000.
 */
export function corkForTurn(connection: Corkable) {
  if (corked.has(connection)) return;
  if (corked.size === 0) setImmediate(uncork);
  corked.add(connection);
  connection.cork();
}

function uncork() {
  for (const connection of corked) connection.uncork();
  corked.clear();
}
