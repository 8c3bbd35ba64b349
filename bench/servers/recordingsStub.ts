// Stands in for Bandwidth's voice API: 50 calls with two recordings each, from memory. Under /undated the calls have no times, so that
// nobody can know that a list of the account's recordings holds all of theirs.
import { createServer } from "node:http";
import { listenForBench } from "./listen.ts";

const json = (value: unknown) => Buffer.from(JSON.stringify(value));

const NOON = Date.parse("2026-11-20T12:00:00Z");
const at = (seconds: number) => new Date(NOON + seconds * 1000).toISOString();

const calls = Array.from({ length: 50 }, (_, i) => ({
  callId: `c-15ac29a2-1331029c-2cb0-4a07-b215-b228656600${10 + i}`,
  accountId: "9900000",
  applicationId: "04e88489-df02-4e34-a0ee-27a91849555f",
  to: "+19195551234",
  from: "+19195554321",
  direction: "outbound",
  state: "disconnected",
  disconnectCause: "hangup",
}));
const recordings = calls.flatMap(({ state: _, disconnectCause: __, ...call }, i) =>
  ["a", "b"].map((name, n) => ({
    ...call,
    recordingId: `r-${name}${call.callId.slice(3)}`,
    startTime: at(i * 60 + n * 10),
    endTime: at(i * 60 + n * 10 + 7),
    duration: "PT7S",
    channels: 1,
    fileFormat: "wav",
    status: "complete",
  })),
);

const TOKEN = json({ access_token: "bench-token", token_type: "Bearer", expires_in: 3600 });
const UNDATED = json(calls);
const DATED = json(
  calls.map((call, i) => ({
    ...call,
    startTime: at(i * 60),
    answerTime: at(i * 60),
    endTime: at(i * 60 + 20),
  })),
);
const OF_ACCOUNT = json(recordings);
const OF_CALL = new Map(
  calls.map(({ callId }) => [callId, json(recordings.filter((recording) => recording.callId === callId))]),
);

function bodyOf(path: string): Buffer {
  if (path.endsWith("/oauth2/token")) return TOKEN;
  const ofCall = /\/calls\/([^/]+)\/recordings$/.exec(path)?.[1];
  if (ofCall !== undefined) return OF_CALL.get(ofCall) ?? json([]);
  if (path.endsWith("/recordings")) return OF_ACCOUNT;
  return path.startsWith("/undated") ? UNDATED : DATED;
}

listenForBench(
  createServer((request, response) => {
    const body = bodyOf(new URL(request.url ?? "", "http://stub").pathname);
    request.resume();
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
    response.end(body);
  }),
);
