// Stands in for Bandwidth's voice API: answers a token and one call from memory, so that it is never what is measured.
import { createServer } from "node:http";
import { listenForBench } from "./listen.ts";

const json = (value: unknown) => Buffer.from(JSON.stringify(value));

const TOKEN = json({ access_token: "bench-token", token_type: "Bearer", expires_in: 3600 });
const CALL = json({
  callId: "c-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85",
  accountId: "9900000",
  applicationId: "04e88489-df02-4e34-a0ee-27a91849555f",
  parentCallId: "c-25ac29a2-1331029c-2cb0-4a07-b215-b22865662d85",
  to: "+19195551234",
  from: "+19195554321",
  direction: "outbound",
  state: "disconnected",
  stirShaken: { verstat: "TN-Validation-Passed", attestationIndicator: "A", originatingId: "abc123" },
  identity: `eyJhbGciOiJFUzI1NiIsInBwdCI6InNoYWtlbiIsInR5cCI6InBhc3Nwb3J0In0.${"x".repeat(200)}`,
  enqueuedTime: "2026-11-21T09:00:00.000Z",
  startTime: "2026-11-21T09:00:01.000Z",
  answerTime: "2026-11-21T09:00:12.000Z",
  endTime: "2026-11-21T09:01:12.000Z",
  disconnectCause: "hangup",
  errorMessage: null,
  errorId: null,
  lastUpdate: "2026-11-21T09:01:12.000Z",
});

listenForBench(
  createServer((request, response) => {
    const body = request.method === "POST" ? TOKEN : CALL;
    request.resume();
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
    response.end(body);
  }),
);
