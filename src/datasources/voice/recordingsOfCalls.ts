import { counted, type Loader, tryToRead } from "../loader.ts";
import type { UpstreamCalls } from "../upstreamCalls.ts";
import { UpstreamError, type UpstreamErrorCode } from "../upstreamError.ts";
import type { CallState } from "./calls.ts";
import type { CallRecordingMetadata, RecordingQuery } from "./recordings.ts";

type Times = Pick<CallState, "callId" | "enqueuedTime" | "startTime" | "endTime">;

/** When the calls were that an operation has read: their recordings are looked for by it. */
export function createCallTimes() {
  const byId = new Map<string, Times>();
  /** As they were read, until somebody asks: mostly nobody does. */
  let added: (readonly Times[])[] = [];
  return {
    add: (calls: readonly Times[]) => void added.push(calls),
    of(callId: string): Times | undefined {
      for (const call of added.flat()) byId.set(call.callId, call);
      added = [];
      return byId.get(callId);
    },
  };
}
export type CallTimes = ReturnType<typeof createCallTimes>;

/** For fewer calls one list saves a request at most. It may have to be followed by a request for each call all the same, and be long. */
const MIN_CALLS_FOR_A_LIST = 3;

/** A recording lies within its call; a call and its recordings may have their times from different clocks at Bandwidth. */
const CLOCK_MARGIN_MS = 60_000;

/** Failures after which it is no use to ask for each call by itself: 50 more requests would only fail in the same way. */
const WOULD_BEFALL_EACH: ReadonlySet<UpstreamErrorCode> = new Set([
  "RATE_LIMITED",
  "UPSTREAM_UNAUTHENTICATED",
]);

/**
 * The recordings of calls by the calls' ids. Those of many calls come out of one list of the account's recordings, over the time of the
 * calls, where that surely holds all of them: the calls' times are known and Bandwidth did not cut the list off. Else each call's are
 * listed, which is what also helps when the list of the account fails.
 */
export function createRecordingsOfCalls(
  calls: UpstreamCalls,
  {
    times,
    listOfCall,
    listOfAccount,
  }: {
    times: CallTimes;
    listOfCall: (callId: string) => Promise<readonly CallRecordingMetadata[]>;
    listOfAccount: (
      filter: RecordingQuery,
    ) => Promise<{ recordings: readonly CallRecordingMetadata[]; capped: boolean }>;
  },
): Loader<string, readonly CallRecordingMetadata[]> {
  /** The recordings of all of these calls by their ids; `undefined` when it is not sure to be all. */
  async function findInOneList(callIds: readonly string[], began: RecordingQuery) {
    try {
      const { recordings, capped } = await listOfAccount(began);
      if (capped) return undefined;
      calls.asked(1);
      return Map.groupBy(recordings, ({ callId }) => callId);
    } catch (error) {
      if (!(error instanceof UpstreamError) || !WOULD_BEFALL_EACH.has(error.code)) return undefined;
      calls.asked(callIds.length);
      throw error;
    }
  }

  async function find(callIds: readonly string[]) {
    const spans = new Map(
      callIds.flatMap((callId) => {
        const span = spanOf(times.of(callId));
        return span ? [[callId, span] as const] : [];
      }),
    );
    const oneList =
      spans.size >= MIN_CALLS_FOR_A_LIST
        ? findInOneList([...spans.keys()], within([...spans.values()]))
        : undefined;
    const findOf = async (callId: string) => {
      const found = spans.has(callId) ? await oneList : undefined;
      if (found) return found.get(callId) ?? [];
      calls.asked(1);
      return listOfCall(callId);
    };
    return Promise.all(callIds.map((callId) => tryToRead(() => findOf(callId))));
  }

  // Not before the calls that are being read are known, with their times. Meanwhile the operation has reads to come.
  const whenCallsAreRead = (ask: () => void) =>
    void calls.reads.during(
      () =>
        new Promise<void>((resolve) => {
          calls.callReads.whenIdle(() => {
            ask();
            resolve();
          });
        }),
    );
  return counted(calls, find, { batchScheduleFn: whenCallsAreRead });
}

/** A time in milliseconds since 1970, open towards now while the call goes on. */
type Span = { from: number; to: number };

function spanOf(call: Times | undefined): Span | undefined {
  const from = call?.startTime ?? call?.enqueuedTime;
  if (from === undefined) return undefined;
  return { from: Date.parse(from), to: call?.endTime ? Date.parse(call.endTime) : Number.POSITIVE_INFINITY };
}

/**
 * Asks for the recordings that began in any of these spans. Not by `to` and `from` as well, where the calls have them in common: a
 * recording of a transferred leg has those of the call that transferred.
 */
function within(spans: readonly Span[]): RecordingQuery {
  const to = Math.max(...spans.map((span) => span.to));
  const at = (time: number) => new Date(time).toISOString();
  return {
    minStartTime: at(Math.min(...spans.map(({ from }) => from)) - CLOCK_MARGIN_MS),
    maxStartTime: Number.isFinite(to) ? at(to + CLOCK_MARGIN_MS) : undefined,
  };
}
