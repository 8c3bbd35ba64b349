import type { CreateCall, UpdateCall } from "bandwidth-sdk";
import { z } from "zod";
import { int, list, parseJson, record, text, time } from "../../lenient.ts";
import type { Accepted } from "../accepted.ts";
import { createLoader, type Page } from "../loader.ts";
import type { RequestBody } from "../requestBody.ts";
import { NO_BODY, path, type Rest } from "../rest.ts";
import { naming, UpstreamError } from "../upstreamError.ts";
import { nextPageToken } from "./nextPageToken.ts";
import type { CallTimes } from "./recordingsOfCalls.ts";

/** A call as getCallState and listCalls give it. */
export const CallState = z.object({
  callId: z.string(),
  accountId: text,
  applicationId: text,
  parentCallId: text,
  to: text,
  from: text,
  direction: text,
  state: text,
  stirShaken: record,
  identity: text,
  enqueuedTime: time,
  startTime: time,
  answerTime: time,
  endTime: time,
  disconnectCause: text,
  errorMessage: text,
  errorId: text,
  lastUpdate: time,
});
export type CallState = z.infer<typeof CallState>;
const CallStates = list(CallState);

/** What createCall answers, of the fields that describe the call. */
const CreatedCall = z.object({
  callId: z.string(),
  accountId: text,
  applicationId: text,
  to: text,
  from: text,
  enqueuedTime: time,
  startTime: time,
});

const AccountStatistics = z.object({ currentCallQueueSize: int, maxCallQueueSize: int });

/** Query parameters of listCalls. */
type CallQuery = {
  to?: string | undefined;
  from?: string | undefined;
  minStartTime?: string | undefined;
  maxStartTime?: string | undefined;
  disconnectCause?: string | undefined;
};

/**
 * The calls of an account, and how many wait; `account` is its path. What is read of them is told to `times`. What was placed is as
 * createCall answered, until Bandwidth shows it.
 */
export function createCalls({
  rest,
  account,
  times,
  accepted,
}: {
  rest: Rest;
  account: string;
  times: CallTimes;
  accepted: Accepted;
}) {
  const call = createLoader(
    rest.calls,
    (callId: string) =>
      rest.calls.callReads.during(async () => {
        try {
          const { body } = await rest.get(account + path`/calls/${callId}`, CallState);
          times.add([body]);
          return body;
        } catch (error) {
          if (error instanceof UpstreamError && error.code === "NOT_FOUND") return placed(callId);
          throw error;
        }
      }),
    (callId) => callId,
  );

  async function placed(callId: string): Promise<CallState | undefined> {
    const kept = await accepted.find(callId);
    return kept === undefined ? undefined : CallState.safeParse(parseJson(kept)).data;
  }

  return {
    /** getCallState; what was placed where Bandwidth does not show it yet, `undefined` when it does not know the call. */
    call: (callId: string) => call.load(callId),

    /** listCalls, oldest first. Primes `call`. */
    calls: (filter: CallQuery, pageSize: number, pageToken?: string): Promise<Page<CallState>> =>
      rest.calls.callReads.during(async () => {
        const { body, header } = await rest.get(`${account}/calls`, CallStates, {
          query: { ...filter, pageSize, pageToken },
        });
        call.prime(body, (item) => item.callId);
        times.add(body);
        return { items: body, next: nextPageToken(header("link")) };
      }),

    /** createCall. The answer has no state: a call that was just accepted is `queued`. */
    async createCall(request: RequestBody<CreateCall>) {
      const created = {
        ...(await rest.post(`${account}/calls`, request, CreatedCall, "calls")),
        state: "queued",
        direction: "outbound",
      };
      await accepted.keep(created.callId, JSON.stringify(created));
      return created;
    },

    /** updateCall. */
    async updateCall(callId: string, request: RequestBody<UpdateCall>): Promise<void> {
      await naming(`call ${callId}`, () => rest.post(account + path`/calls/${callId}`, request, NO_BODY));
      call.clear(callId);
    },

    /** updateCallBxml. */
    async updateCallBxml(callId: string, xml: string): Promise<void> {
      await naming(`call ${callId}`, () => rest.putXml(account + path`/calls/${callId}/bxml`, xml));
      call.clear(callId);
    },

    /** getStatistics. */
    statistics: async () => (await rest.get(`${account}/statistics`, AccountStatistics)).body,
  };
}
export type Calls = ReturnType<typeof createCalls>;
