import { z } from "zod";
import { bxmlFor } from "./BxmlInput.ts";
import { id, optional } from "./inputPieces.ts";
import { checkRedirect, REDIRECT_FIELDS } from "./redirectInput.ts";

/** `UpdateConferenceInput` by the contract's limits. */
export const UpdateConferenceInput = z
  .object({
    conferenceId: id,
    status: optional(z.enum(["ACTIVE", "COMPLETED"])).transform((status) =>
      status === "COMPLETED" ? "completed" : "active",
    ),
    ...REDIRECT_FIELDS,
  })
  .superRefine((input, check) => checkRedirect(input, "status", input.status, check));

/** `UpdateConferenceMemberInput` by the contract. */
export const UpdateConferenceMemberInput = z.object({
  conferenceId: id,
  callId: id,
  mute: optional(z.boolean()),
  hold: optional(z.boolean()),
  callIdsToCoach: optional(z.array(id)),
});

/** `UpdateConferenceBxmlInput` by the contract's limits. */
export const UpdateConferenceBxmlInput = z.object({ conferenceId: id, bxml: bxmlFor("conference") });

/** `UpdateCallBxmlInput` by the contract's limits. */
export const UpdateCallBxmlInput = z.object({ callId: id, bxml: bxmlFor("call") });
