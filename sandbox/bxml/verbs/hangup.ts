import { CallEnd } from "../../voice/leg.ts";
import { attributes, noContent, type VerbParser } from "../verb.ts";

/** `<Hangup>`: ends the call; one that nobody answered yet is rejected. */
export const hangup: VerbParser = (element) => {
  attributes(element, {});
  noContent(element);
  return async ({ leg }) => {
    throw new CallEnd(leg.call.state === "answered" ? "hangup" : "rejected");
  };
};
