import type { Services } from "../services.ts";
import { findActiveConference } from "./getConference.ts";
import type { Operation } from "./operation.ts";
import { bxmlOf } from "./updateCallBxml.ts";

/** PUT /accounts/{accountId}/conferences/{conferenceId}/bxml: all members hear the document in the body. */
export const updateConferenceBxml =
  ({ store, conferences }: Pick<Services, "store" | "conferences">): Operation =>
  (request, reply) => {
    const document = bxmlOf(request.body, "conference");
    conferences.run(findActiveConference(store, request.params), document);
    return reply.code(204).send();
  };
