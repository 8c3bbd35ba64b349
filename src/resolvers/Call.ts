import type { CallState as RestCall } from "../datasources/voice.ts";
import { CallDirection, CallState, DisconnectCause } from "../generated/resolvers.ts";
import { broughtUp, isOver } from "../subscriptions/callLifecycle.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context, Datasources } from "./context.ts";
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

/** A call by its id; nothing when neither the log nor Bandwidth knows it. */
export async function findCall(
  { known, voice }: Datasources,
  callId: string,
): Promise<CallSource | undefined> {
  return (await known.call(callId)) ? { callId, loaded: false } : voice.call(callId);
}

/** A call as REST shows it, or the log while REST does not. */
const shown = async ({ known, voice }: Datasources, callId: string): Promise<RestCall | undefined> =>
  (await voice.call(callId)) ?? known.call(callId);

/** A call as it stands: as REST shows it, or the log where that is further. What has ended is not asked for. */
async function present(call: CallSource, datasources: Datasources): Promise<RestCall | undefined> {
  if (!("loaded" in call) && isOver(call)) return call;
  const known = await datasources.known.call(call.callId);
  if ("loaded" in call && known && isOver(known)) return known;
  const rest = "loaded" in call ? await datasources.voice.call(call.callId) : call;
  return rest && known ? broughtUp(rest, known) : (rest ?? known);
}

/** A resolver that reads a field that never changes, loading the call if need be. */
function read<T>(field: (call: RestCall) => T) {
  return (
    call: CallSource,
    _args: unknown,
    { datasources }: Context,
  ): T | undefined | Promise<T | undefined> =>
    "loaded" in call
      ? shown(datasources, call.callId).then((loaded) => loaded && field(loaded))
      : field(call);
}

/** A resolver that reads a field that changes as the call goes on. */
function readNow<T>(field: (call: RestCall) => T) {
  return async (call: CallSource, _args: unknown, { datasources }: Context): Promise<T | undefined> => {
    const now = await present(call, datasources);
    return now && field(now);
  };
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
  state: readNow((call) => callState(call.state)),
  rawState: readNow((call) => call.state),
  enqueuedTime: readNow((call) => call.enqueuedTime),
  startTime: readNow((call) => call.startTime),
  answerTime: readNow((call) => call.answerTime),
  endTime: readNow((call) => call.endTime),
  disconnectCause: readNow((call) => disconnectCause(call.disconnectCause)),
  rawDisconnectCause: readNow((call) => call.disconnectCause),
  errorMessage: readNow((call) => call.errorMessage),
  errorId: readNow((call) => call.errorId),
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
