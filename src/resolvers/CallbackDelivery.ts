import { readEvent } from "../subscriptions/event.ts";
import type { CompleteResolvers } from "./complete.ts";

export const CallbackDelivery: CompleteResolvers["CallbackDelivery"] = {
  // Clients keep things by their ids: the event, whose id it is, is another.
  id: ({ id }) => `delivery-${id}`,
  body: ({ body }, _args, { maskSecrets }) => maskSecrets(body),
  event: ({ entry }) => entry && readEvent(entry),
};
