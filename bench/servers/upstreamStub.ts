// Stands in for Bandwidth's voice API: a token, any call, lists of calls, and two recordings of each call, all from memory, so that it is
// never what is measured. GET /requests tells how many requests came.
import { createServer } from "node:http";
import { listenForBench } from "./listen.ts";

/** Bandwidth lists no more recordings of an account. */
const MOST_RECORDINGS = 1_000;
const NOON = Date.parse("2026-11-20T12:00:00Z");
const at = (seconds: number) => new Date(NOON + seconds * 1000).toISOString();

const TOKEN = { access_token: "bench-token", token_type: "Bearer", expires_in: 3600 };

const ofAccount = {
  accountId: "9900000",
  applicationId: "04e88489-df02-4e34-a0ee-27a91849555f",
  to: "+19195551234",
  from: "+19195554321",
  direction: "outbound",
};

const callIdOf = (index: number) => `c-15ac29a2-1331029c-2cb0-4a07-b215-${String(index).padStart(12, "0")}`;
const indexOf = (callId: string) => Number(callId.slice(-12));

/** A call a minute. */
const callOf = (callId: string) => ({
  callId,
  ...ofAccount,
  parentCallId: null,
  state: "disconnected",
  disconnectCause: "hangup",
  errorMessage: null,
  errorId: null,
  enqueuedTime: at(indexOf(callId) * 60),
  startTime: at(indexOf(callId) * 60),
  answerTime: at(indexOf(callId) * 60),
  endTime: at(indexOf(callId) * 60 + 20),
  lastUpdate: at(indexOf(callId) * 60 + 20),
});

/** As the above, of 1 KB. */
const wholeCallOf = (callId: string) => ({
  ...callOf(callId),
  stirShaken: { verstat: "TN-Validation-Passed", attestationIndicator: "A", originatingId: "abc123" },
  identity: `eyJhbGciOiJFUzI1NiIsInBwdCI6InNoYWtlbiIsInR5cCI6InBhc3Nwb3J0In0.${"x".repeat(320)}`,
});

const recordingsOf = (callId: string) =>
  ["a", "b"].map((name, index) => ({
    callId,
    ...ofAccount,
    recordingId: `r-${name}${callId.slice(3)}`,
    startTime: at(indexOf(callId) * 60 + index * 10),
    endTime: at(indexOf(callId) * 60 + index * 10 + 7),
    duration: "PT7S",
    channels: 1,
    fileFormat: "wav",
    status: "complete",
  }));

function answerOf(url: URL): unknown {
  const { pathname, searchParams } = url;
  if (pathname.endsWith("/oauth2/token")) return TOKEN;
  const [, callId = "", ofCall] = /\/calls\/([^/]+)(\/recordings)?$/.exec(pathname) ?? [];
  if (ofCall) return recordingsOf(callId);
  if (callId) return wholeCallOf(callId);
  const first = (count: number) => Array.from({ length: count }, (_, index) => callIdOf(index));
  if (pathname.endsWith("/recordings")) {
    const from = searchParams.get("minStartTime") ?? "";
    const to = searchParams.get("maxStartTime") ?? "9";
    return first(MOST_RECORDINGS)
      .flatMap(recordingsOf)
      .filter(({ startTime }) => startTime >= from && startTime <= to)
      .slice(0, MOST_RECORDINGS);
  }
  return first(Number(searchParams.get("pageSize"))).map(callOf);
}

let requests = 0;
const answers = new Map<string, Buffer>();

listenForBench(
  createServer((request, response) => {
    const { url = "" } = request;
    let body = answers.get(url);
    if (url === "/requests") {
      body = Buffer.from(String(requests));
    } else {
      requests += 1;
      body ??= Buffer.from(JSON.stringify(answerOf(new URL(url, "http://stub"))));
      answers.set(url, body);
    }
    request.resume();
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
    response.end(body);
  }),
);
