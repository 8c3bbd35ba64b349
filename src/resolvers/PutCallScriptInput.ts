import { z } from "zod";
import { askingType, CallInstructionsInput } from "./CallInstructionsInput.ts";
import { destination, id, optional } from "./inputPieces.ts";

/** In seconds: what a voice application may have at most, for the gateway does not know what it has. */
export const LONGEST_CALLBACK_TIMEOUT = 25;

export const PutCallScriptInput = z.object({
  applicationId: optional(id),
  number: optional(destination),
  event: optional(askingType),
  instructions: CallInstructionsInput,
});
