import { z } from "zod";
import type { CallScripts as Kept } from "../subscriptions/store.ts";
import { AskingType, type Told } from "./askingEvents.ts";
import { Instructions, type Rule } from "./instructions.ts";

/** Which calls and events a script is for; what is left out may be anything. */
const Scope = z.object({
  applicationId: z.string().optional(),
  number: z.string().optional(),
  event: AskingType.optional(),
});
type Scope = z.infer<typeof Scope>;

/** A rule for calls that have no control of their own. */
export const CallScript = Scope.extend({ instructions: Instructions });
export type CallScript = z.infer<typeof CallScript>;

/** Made of what the script is for, so that there is one for it. */
export function callScriptId({ applicationId, number, event }: Scope): string {
  return Buffer.from(JSON.stringify([applicationId ?? null, number ?? null, event ?? null])).toString(
    "base64url",
  );
}

/** The rules for the call of an event, the most specific first: by number, then by application, then by event. */
export async function rulesFor(kept: Kept, told: Told): Promise<Rule[]> {
  const { applicationId } = told;
  const numbers = [...ownNumbers(told), undefined];
  const applications = applicationId === undefined ? [undefined] : [applicationId, undefined];
  const events = [...AskingType.options, undefined];
  const ids = numbers.flatMap((number) =>
    applications.flatMap((application) =>
      events.map((event) => callScriptId({ number, applicationId: application, event })),
    ),
  );
  return (await kept.find(ids)).map((script) => CallScript.parse(JSON.parse(script)));
}

/** The account's side of the call. Of a leg that a Transfer made, Bandwidth tells the numbers of the call that it is of. */
function ownNumbers({ from, to, direction, parentCallId }: Told): string[] {
  const isKnown = parentCallId === undefined && direction !== undefined;
  const numbers = isKnown ? [direction === "inbound" ? to : from] : [to, from];
  return numbers.filter((number) => number !== undefined);
}
