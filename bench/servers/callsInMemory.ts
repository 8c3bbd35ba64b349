const NOON = Date.parse("2026-11-20T12:00:00Z");
const at = (seconds: number) => new Date(NOON + seconds * 1000).toISOString();

const COMMON = {
  accountId: "9900000",
  applicationId: "04e88489-df02-4e34-a0ee-27a91849555f",
  to: "+19195551234",
  from: "+19195554321",
  direction: "outbound",
};

/** Fifty calls that are over, as the datasources give them. */
export const CALLS = Array.from({ length: 50 }, (_, i) => ({
  ...COMMON,
  callId: `c-15ac29a2-1331029c-2cb0-4a07-b215-b228656600${10 + i}`,
  state: "disconnected",
  enqueuedTime: at(i * 60),
  startTime: at(i * 60 + 1),
  answerTime: at(i * 60 + 2),
  endTime: at(i * 60 + 20),
  disconnectCause: "hangup",
}));

/** Two recordings of each. */
export const RECORDINGS_OF_CALL = new Map(
  CALLS.map(({ callId }, i) => [
    callId,
    ["a", "b"].map((name, n) => ({
      ...COMMON,
      callId,
      recordingId: `r-${name}${callId.slice(3)}`,
      startTime: at(i * 60 + n * 10),
      endTime: at(i * 60 + n * 10 + 7),
      duration: "PT7S",
      channels: 1,
      fileFormat: "wav",
      status: "complete",
    })),
  ]),
);
