import { z } from "zod";
import { parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import { isoTime } from "../values.ts";
import { type Recording, recordingMetadata } from "../voice/recording.ts";
import type { Operation } from "./operation.ts";

/** The list has no paging; Bandwidth cuts it here. */
const MAX_RECORDINGS = 1000;

const listRecordingsQuery = z.object({
  to: z.string().optional(),
  from: z.string().optional(),
  minStartTime: isoTime.default(Number.NEGATIVE_INFINITY),
  maxStartTime: isoTime.default(Number.POSITIVE_INFINITY),
});

/** GET /accounts/{accountId}/recordings: unlike for calls, maxStartTime is exclusive. */
export const listAccountCallRecordings =
  ({ store, urls }: Pick<Services, "store" | "urls">): Operation =>
  (request) => {
    const { to, from, minStartTime, maxStartTime } = parseVoice(listRecordingsQuery, request.query);
    const matches = ({ call, startTime }: Recording) =>
      (to === undefined || call.to === to) &&
      (from === undefined || call.from === from) &&
      startTime >= minStartTime &&
      startTime < maxStartTime;
    return [...store.recordings()]
      .filter(matches)
      .slice(0, MAX_RECORDINGS)
      .map((recording) => recordingMetadata(recording, urls));
  };
