import { z } from "zod";
import { bxmlFor } from "./BxmlInput.ts";
import { id, optional, textUpTo } from "./inputPieces.ts";
import { checkRedirect, REDIRECT_FIELDS } from "./redirectInput.ts";

/** `UpdateCallInput` by the contract's limits. */
export const UpdateCallInput = z
  .object({
    callId: id,
    state: optional(z.enum(["ACTIVE", "COMPLETED"])).transform((state) =>
      state === "COMPLETED" ? "completed" : "active",
    ),
    ...REDIRECT_FIELDS,
    bxml: optional(bxmlFor("call")),
    tag: optional(textUpTo(4096)),
  })
  .superRefine((input, check) =>
    checkRedirect(input, "state", input.state, check, { others: ["tag"], instead: "bxml" }),
  );
