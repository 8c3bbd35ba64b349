import { aborted } from "../abort.ts";
import type { Question } from "../bxml/element.ts";
import type { Destination } from "../callbacks.ts";
import type { Call } from "./call.ts";
import { attend, type Conversation, converse } from "./conversation.ts";
import { CallEnd, type Leg } from "./leg.ts";
import type { Webhooks } from "./webhooks.ts";

/** One of those whom a Transfer calls. */
export interface TransferTarget {
  to: string;
  tag: string | undefined;
  /** Asked for BXML that the one who answers hears before the calls are joined. */
  answer: Question | undefined;
  /** Told of the end of this leg, whatever happened. */
  disconnect: Destination | undefined;
}

/** A call that a Transfer makes. */
export interface TransferLeg extends TransferTarget {
  parent: Leg;
  callerId: string;
  callTimeoutMs: number;
  /** Hears that it was answered. */
  onAnswer: () => void;
  /** Joins it with its parent, once it has run its own BXML. */
  join: (leg: Leg) => Conversation;
}

/** Who was called, and how it ended. */
type TransferOutcome = Pick<Call, "from" | "to" | "disconnectCause" | "errorMessage" | "errorId">;

export interface Transfers {
  /**
   * Calls all targets at once and joins the first that answers with the call. Resolves when that leg has left, or when
   * none has answered; rejects with the signal's reason, after all its legs have ended.
   */
  transfer(
    leg: Leg,
    order: { targets: readonly TransferTarget[]; callerId: string | undefined; callTimeoutMs: number },
    signal: AbortSignal,
  ): Promise<TransferOutcome>;
}

/** Makes what performs Transfer. */
export function createTransfers({
  isFull,
  dial,
  hangUp,
  webhooks,
}: {
  /** Whether no more calls are possible. */
  isFull: () => boolean;
  /** Starts a call; `over` settles at its end. */
  dial: (order: TransferLeg) => { leg: Leg; over: Promise<void> };
  hangUp: (leg: Leg) => void;
  webhooks: Pick<Webhooks, "hold">;
}): Transfers {
  return {
    transfer: async (leg, { targets, callerId, callTimeoutMs }, signal) => {
      const { from, to, direction } = leg.call;
      // The number of the remote party is passed on.
      const passedOn = callerId ?? (direction === "inbound" ? from : to);
      if (isFull()) return overLimit({ from: passedOn, to: targets[0]?.to ?? to });

      const joined = Promise.withResolvers<Conversation>();
      const branches = targets.map((target) => {
        const branch = dial({
          ...target,
          parent: leg,
          callerId: passedOn,
          callTimeoutMs,
          onAnswer: () => {
            for (const other of branches) if (other !== branch) hangUp(other.leg);
          },
          join: (answered) => {
            const conversation = converse(leg, answered);
            joined.resolve(conversation);
            return conversation;
          },
        });
        return branch;
      });
      const over = Promise.all(branches.map((branch) => branch.over));

      let wentOn = false;
      try {
        const nobody = Promise.race([over, aborted(signal)]).then(() => undefined);
        const conversation = await Promise.race([joined.promise, nobody]);
        if (conversation !== undefined) {
          // A leg that was redirected is not over, and not waited for.
          wentOn = !((await attend(conversation, leg, signal)) instanceof CallEnd);
        }
        signal.throwIfAborted();
      } finally {
        if (!wentOn) {
          for (const branch of branches) hangUp(branch.leg);
          await over;
        }
        // All events of the legs' ends come before those of the call.
        webhooks.hold(leg, Promise.all(branches.map((branch) => branch.leg.lastDelivery)));
      }
      const winner = branches.find((branch) => branch.leg.call.answerTime !== undefined);
      const { call } = (winner ?? branches[0])?.leg ?? leg;
      return call.state === "disconnected"
        ? call
        : { from: call.from, to: call.to, disconnectCause: "hangup" };
    },
  };
}

const overLimit = (numbers: { from: string; to: string }): TransferOutcome => ({
  ...numbers,
  disconnectCause: "account-limit",
  errorMessage: "Account concurrent call limit exceeded",
});
