import { z } from "zod";
import { placeOf } from "../callControl/askingEvents.ts";
import { askingType, CallInstructionsInput } from "./CallInstructionsInput.ts";
import { destination, id, optional } from "./inputPieces.ts";

/** In seconds: what a voice application may have at most, for the gateway does not know what it has. */
export const LONGEST_CALLBACK_TIMEOUT = 25;

export const PutCallScriptInput = z
  .object({
    applicationId: optional(id),
    number: optional(destination),
    event: optional(askingType),
    instructions: CallInstructionsInput,
  })
  // What could never answer the event is a mistake.
  .superRefine(({ event, instructions: { script, live } }, check) => {
    if (event === undefined) return;
    const refuse = (path: (string | number)[], message: string) =>
      check.addIssue({ code: "custom", path: ["instructions", ...path], message });
    if (script?.onAnswer && event !== "answer" && event !== "initiate")
      refuse(["script", "onAnswer"], "answers ANSWER and INITIATE only, not the event of this call script");
    for (const [index, entry] of (script?.onEvents ?? []).entries()) {
      if (entry.event === event) continue;
      refuse(["script", "onEvents", index, "event"], "must be the event of the call script");
    }
    if (live && placeOf(event) === "conference")
      refuse(["live"], "does not hold events of conferences, which go on without an answer");
  });
