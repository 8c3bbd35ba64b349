import { z } from "zod";
import type { Operation } from "../operations/operation.ts";
import type { Services } from "../services.ts";
import { toIsoTime } from "../values.ts";
import { parseControl } from "./controlError.ts";

/** The farthest that one request may advance the clock. */
const MAX_ADVANCE_SECONDS = 31 * 24 * 60 * 60;

const clockBody = z.strictObject({
  mode: z.enum(["real", "manual"], { error: "must be real or manual" }).optional(),
  speed: z
    .number({ error: "must be a number" })
    .positive("must be above 0")
    .max(100_000, "must be at most 100000")
    .optional(),
  advance: z
    .number({ error: "must be a number of seconds" })
    .nonnegative("must not be negative")
    .max(MAX_ADVANCE_SECONDS, `must be at most ${MAX_ADVANCE_SECONDS} seconds`)
    .optional(),
});

const clockState = ({ clock }: Pick<Services, "clock">) => ({
  mode: clock.speed() === 0 ? "manual" : "real",
  speed: clock.speed(),
  now: toIsoTime(clock.now()),
});

/** GET /_sandbox/clock. */
export const getClock =
  (services: Pick<Services, "clock">): Operation =>
  () =>
    clockState(services);

/** POST /_sandbox/clock: sets mode and speed, then advances; answers when all that fell due is settled. */
export const setClock =
  (services: Pick<Services, "clock">): Operation =>
  async (request) => {
    const { clock } = services;
    const { mode, speed, advance } = parseControl(clockBody, request.body);
    if (mode === "manual") await clock.setSpeed(0);
    else if (speed !== undefined) await clock.setSpeed(speed);
    else if (mode === "real") await clock.setSpeed(1);
    if (advance !== undefined) await clock.advance(advance * 1000);
    return clockState(services);
  };
