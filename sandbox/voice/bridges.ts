import type { Question } from "../bxml/element.ts";
import type { Ids } from "../ids.ts";
import type { Call, DisconnectCause } from "./call.ts";
import { attend, converse } from "./conversation.ts";
import type { Activity, Leg } from "./leg.ts";

/** Why a bridge did not come about; empty if it did. */
type BridgeFailure = Pick<Call, "disconnectCause" | "errorMessage" | "errorId">;

export interface Bridges {
  /**
   * Joins a call with another, whose BXML is given up. Resolves when the other one leaves, or at once if they cannot be
   * joined; rejects with the signal's reason, and the other one then goes on with `targetComplete`, or hangs up.
   */
  bridge(
    leg: Leg,
    to: { targetId: string; targetComplete: Question | undefined },
    signal: AbortSignal,
  ): Promise<BridgeFailure>;
}

/** Makes what performs Bridge. */
export function createBridges({
  ids,
  find,
  divert,
}: {
  ids: Pick<Ids, "uuid">;
  /** A call that is not over. */
  find: (callId: string) => Leg | undefined;
  /** Lets a call do something else. */
  divert: (leg: Leg, activity: Activity) => void;
}): Bridges {
  return {
    bridge: async (leg, { targetId, targetComplete }, signal) => {
      const target = find(targetId);
      const refusal = refusalOf(leg, target);
      if (target === undefined || refusal !== undefined) {
        const { cause, reason } = refusal ?? UNKNOWN;
        return {
          disconnectCause: cause,
          errorMessage: `Call ${targetId} ${reason}`,
          errorId: ids.uuid(),
        };
      }
      const conversation = converse(leg, target);
      divert(target, {
        perform: async ({ leg: own, signal: ownSignal, answer, events }) => {
          if (own.call.state === "initiated") answer(own);
          await attend(conversation, own, ownSignal);
          return targetComplete && { event: () => events.bridgeTargetComplete(own.call), ...targetComplete };
        },
      });
      await attend(conversation, leg, signal);
      return {};
    },
  };
}

interface Refusal {
  cause: DisconnectCause;
  reason: string;
}

const UNKNOWN: Refusal = { cause: "unknown", reason: "does not exist or is over" };

function refusalOf(leg: Leg, target: Leg | undefined): Refusal | undefined {
  if (target === undefined) return UNKNOWN;
  if (target === leg) return { cause: "rejected", reason: "cannot be bridged with itself" };
  if (target.isForwarded) return { cause: "rejected", reason: "is being forwarded" };
  if (target.conversation) return { cause: "busy", reason: "is already bridged with another call" };
  const { direction, state } = target.call;
  if (direction === "outbound" && state !== "answered")
    return { cause: "rejected", reason: "is not answered" };
  return undefined;
}
