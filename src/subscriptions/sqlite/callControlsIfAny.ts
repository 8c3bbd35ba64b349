import type { CallControls } from "../store.ts";

/**
 * Spares the thread a question at each end of a call as long as there is no control at all, as in a gateway that is there for its events
 * alone: the question was a tenth of what a callback cost. Only this gateway adds controls to its file.
 */
export function callControlsIfAny(controls: CallControls): CallControls & {
  /** The file was opened, with controls or without; after a fault it may be another one. */
  opened(isEmpty: boolean): void;
} {
  let isEmpty = false;
  return {
    async keep(added) {
      await controls.keep(added);
      isEmpty = false;
    },
    async bind(callId, id) {
      await controls.bind(callId, id);
      isEmpty = false;
    },
    find: async (id, callIds) => (isEmpty ? undefined : controls.find(id, callIds)),
    opened(now) {
      isEmpty = now;
    },
  };
}
