import { z } from "zod";
import { parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import { recordingMetadata } from "../voice/recording.ts";
import type { Operation } from "./operation.ts";

const path = z.object({ callId: z.string() });

/** GET /accounts/{accountId}/calls/{callId}/recordings: empty also for an unknown call, whose records may have expired. */
export const listCallRecordings =
  ({ store, urls }: Pick<Services, "store" | "urls">): Operation =>
  (request) =>
    store
      .recordingsOf(parseVoice(path, request.params).callId)
      .map((recording) => recordingMetadata(recording, urls));
