import { documentToShow } from "./CallScript.ts";
import type { CompleteResolvers } from "./complete.ts";

export const GivenInstructions: CompleteResolvers["GivenInstructions"] = {
  answeredAt: ({ answeredAt }) => new Date(answeredAt),
  document: ({ document }, _args, context) =>
    document === undefined ? undefined : documentToShow(document, context),
};
