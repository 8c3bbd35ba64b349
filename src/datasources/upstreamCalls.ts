import { createReads, type Reads } from "./reads.ts";
import { UpstreamError } from "./upstreamError.ts";

/** What one operation asks of Bandwidth: within its budget, counted, and for as long as its client is there. */
export type UpstreamCalls = {
  /** Aborts when the client has gone away: what it wanted to read is not read any more. */
  client: AbortSignal | undefined;
  /** Makes one upstream read. Rejects with UPSTREAM_BUDGET_EXCEEDED, without making it, when the budget is spent. */
  read<T>(send: () => Promise<T>): Promise<T>;
  /** The same for a write, which nothing waits for. */
  write<T>(send: () => Promise<T>): Promise<T>;
  /**
   * All reads of the operation. What is billed per request waits until none is under way, so that all that the operation wants of it,
   * also what only comes to light in another read's answer, goes into one request.
   */
  reads: Reads;
  /** Of them those of calls, whose times tell where recordings are. */
  callReads: Reads;
  /** Counts something that was asked for, whether or not it takes a call of its own. */
  wanted(): void;
  /** So many of what was wanted went into one call, or a call each. */
  asked(wanted: number): void;
  /** A call stood in a queue before it was sent. */
  waited(ms: number): void;
  /** Takes back a call that was let through but could not be sent: it does not count. */
  notSent(): void;
  /** How many calls are over, whether they were answered or failed. */
  over(): number;
  report(): UpstreamReport;
};

/** `extensions.upstream` of an answer. */
type UpstreamReport = {
  /** Calls of Bandwidth's APIs, those that failed included; repeats after 401, 429 and 503 are not counted apart. */
  calls: number;
  /** Reads that needed no call of their own: asked before in this operation, held by a list, or put into one call with others. */
  saved: number;
  /** How long calls stood in the gateway's queues before they were sent, all together. */
  waitedMs: number;
};

/** Counts the upstream calls of one operation and refuses those beyond `budget`. */
export function createUpstreamCalls(budget: number, client?: AbortSignal): UpstreamCalls {
  const report: UpstreamReport = { calls: 0, saved: 0, waitedMs: 0 };
  const reads = createReads();
  const callReads = createReads();
  let over = 0;
  let turn: { go: () => void; refuse: (error: UpstreamError) => void }[] = [];

  /** Calls are let through a turn at a time: when those of the first turn are too many already, none of them is made. */
  function decide() {
    const calls = turn;
    turn = [];
    const left = report.calls === 0 && calls.length > budget ? 0 : budget - report.calls;
    for (const [index, { go, refuse }] of calls.entries()) {
      if (index < left) {
        report.calls += 1;
        go();
      } else refuse(budgetExceeded(budget));
    }
  }
  const spend = () =>
    new Promise<void>((go, refuse) => {
      // Loaders send what they gathered in one round of process.nextTick: the round behind it has seen all of it.
      if (turn.push({ go, refuse }) === 1) process.nextTick(() => process.nextTick(decide));
    });

  async function make<T>(send: () => Promise<T>): Promise<T> {
    await spend();
    try {
      return await send();
    } finally {
      over += 1;
    }
  }

  return {
    client,
    reads,
    callReads,
    read: (send) => reads.during(() => make(send)),
    write: make,
    wanted() {
      report.saved += 1;
    },
    asked(wanted) {
      report.saved -= wanted;
    },
    waited(ms) {
      report.waitedMs += ms;
    },
    notSent() {
      report.calls -= 1;
    },
    over: () => over,
    report: () => ({ ...report, waitedMs: Math.round(report.waitedMs) }),
  };
}

export function budgetExceeded(budget: number): UpstreamError {
  return new UpstreamError(
    "UPSTREAM_BUDGET_EXCEEDED",
    `One operation may make ${budget} calls of Bandwidth's APIs: ask for fewer things at once`,
  );
}
