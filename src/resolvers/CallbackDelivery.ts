import { readEvent } from "../subscriptions/event.ts";
import type { CompleteResolvers } from "./complete.ts";

export const CallbackDelivery: CompleteResolvers["CallbackDelivery"] = {
  body: ({ body }, _args, { maskSecrets }) => maskSecrets(body),
  event: ({ entry }) => entry && readEvent(entry),
};
