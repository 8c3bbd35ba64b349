import type { CallState as RestCall } from "../datasources/voice.ts";
import { CallDirection, CallState, DisconnectCause } from "../generated/resolvers.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context } from "./context.ts";
import { eventConnection } from "./EventConnection.ts";
import { globalId } from "./globalId.ts";
import { isPhoneNumber } from "./inputPieces.ts";
import { openEnum } from "./openEnum.ts";

/** A call as REST tells it, or one of which only the id is at hand: its other fields are loaded when they are asked for. */
export type CallSource = RestCall | { callId: string; loaded: false };

/** A call of which only the id is at hand. */
export const callById = (callId: string | undefined): CallSource | undefined =>
  callId === undefined ? undefined : { callId, loaded: false };

export const callDirection = openEnum(CallDirection);
export const disconnectCause = openEnum(DisconnectCause);
const callState = openEnum(CallState);

/** A resolver that reads one field of the call, loading the call if need be. */
function read<T>(field: (call: RestCall) => T) {
  return (
    call: CallSource,
    _args: unknown,
    { datasources }: Context,
  ): T | undefined | Promise<T | undefined> =>
    "loaded" in call
      ? datasources.voice.call(call.callId).then((loaded) => loaded && field(loaded))
      : field(call);
}

/** A resolver that looks up a number of the call. */
function lookup(number: (call: RestCall) => string | undefined) {
  const numberOf = read(number);
  return async (call: CallSource, args: unknown, context: Context) => {
    const value = await numberOf(call, args, context);
    return value !== undefined && isPhoneNumber(value) ? context.datasources.lookup.number(value) : undefined;
  };
}

export const Call: CompleteResolvers["Call"] = {
  id: ({ callId }) => globalId("Call", callId),
  api: () => "V2",
  accountId: read((call) => call.accountId),
  applicationId: read((call) => call.applicationId),
  to: read((call) => call.to),
  from: read((call) => call.from),
  direction: read((call) => callDirection(call.direction)),
  rawDirection: read((call) => call.direction),
  state: read((call) => callState(call.state)),
  rawState: read((call) => call.state),
  enqueuedTime: read((call) => call.enqueuedTime),
  startTime: read((call) => call.startTime),
  answerTime: read((call) => call.answerTime),
  endTime: read((call) => call.endTime),
  disconnectCause: read((call) => disconnectCause(call.disconnectCause)),
  rawDisconnectCause: read((call) => call.disconnectCause),
  errorMessage: read((call) => call.errorMessage),
  errorId: read((call) => call.errorId),
  lastUpdate: read((call) => call.lastUpdate),
  stirShaken: read((call) => call.stirShaken),
  identity: read((call) => call.identity),
  parentCall: read((call) => callById(call.parentCallId)),
  recordings: ({ callId }, _args, { datasources }) => datasources.voice.recordings(callId),
  realTimeTranscriptions: async ({ callId }, _args, { datasources }) =>
    (await datasources.voice.realTimeTranscriptions(callId)).map((listed) => ({ ...listed, callId })),
  fromLookup: lookup((call) => call.from),
  toLookup: lookup((call) => call.to),
  events: ({ callId }, args, context) => eventConnection(context, { callId }, args),
};
