import type { AskingType } from "../callControl/askingEvents.ts";
import { callScriptId } from "../callControl/callScripts.ts";
import { withoutCredentials } from "../callControl/withoutCredentials.ts";
import type { AskingEventType } from "../generated/resolvers.ts";
import { disconnectCause } from "./Call.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context } from "./context.ts";
import { detectionValue } from "./Event.ts";

const NAMES: Readonly<Record<AskingType, AskingEventType>> = {
  answer: "ANSWER",
  bridgeComplete: "BRIDGE_COMPLETE",
  bridgeTargetComplete: "BRIDGE_TARGET_COMPLETE",
  conferenceCreated: "CONFERENCE_CREATED",
  conferenceMemberExit: "CONFERENCE_MEMBER_EXIT",
  conferenceMemberJoin: "CONFERENCE_MEMBER_JOIN",
  conferenceRedirect: "CONFERENCE_REDIRECT",
  gather: "GATHER",
  initiate: "INITIATE",
  recordComplete: "RECORD_COMPLETE",
  redirect: "REDIRECT",
  transferAnswer: "TRANSFER_ANSWER",
  transferComplete: "TRANSFER_COMPLETE",
};

/** A document to be shown to whoever has a key of the gateway: what names and passwords it holds are other people's. */
export const documentToShow = (document: string, { maskSecrets }: Context) =>
  maskSecrets(withoutCredentials(document));

const ofWaiting = {
  timeout: ({ waitMs }: { waitMs: number }) => waitMs / 1000,
  fallback: ({ fallback }: { fallback?: string | undefined }, _args: unknown, context: Context) =>
    fallback === undefined ? undefined : documentToShow(fallback, context),
};

export const callScriptResolvers = {
  CallScript: {
    callScriptId,
    event: ({ event }) => event && NAMES[event],
  },
  CallInstructions: {
    script: (instructions) => (instructions.kind === "script" ? instructions.entries : undefined),
    live: (instructions) => (instructions.kind === "live" ? instructions : undefined),
    forward: (instructions) => (instructions.kind === "forward" ? instructions : undefined),
  },
  ScriptEntry: {
    event: ({ event }) => NAMES[event],
    cause: ({ cause }) => disconnectCause(cause),
    machineDetection: (entry) => detectionValue(entry.machineDetection),
    document: ({ document }, _args, context) => documentToShow(document, context),
  },
  LiveInstructions: ofWaiting,
  ForwardInstructions: ofWaiting,
} satisfies Partial<CompleteResolvers>;
