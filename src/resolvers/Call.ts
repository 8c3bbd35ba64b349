import { UpstreamError } from "../datasources/upstreamError.ts";
import type { CallState as RestCall } from "../datasources/voice/calls.ts";
import { CallDirection, CallState, DisconnectCause } from "../generated/enums.ts";
import type { MaybePromise } from "../maybePromise.ts";
import { broughtUp, isOver } from "../subscriptions/callLifecycle.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context, Datasources } from "./context.ts";
import { eventConnection } from "./EventConnection.ts";
import { globalId } from "./globalId.ts";
import { isPhoneNumber } from "./inputPieces.ts";
import { oncePerOperation } from "./oncePerOperation.ts";
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
  const told = async () => (await known.call(callId)) && callById(callId);
  const call = (await told()) ?? (await voice.call(callId)) ?? (await told());
  if (!call) known.mustBeReadable();
  return call;
}

/** A call as REST shows it, or the log while REST does not. */
const shown = async ({ known, voice }: Datasources, callId: string): Promise<RestCall | undefined> =>
  (await voice.call(callId)) ?? known.call(callId);

/** A call of which only the id is at hand as it stands: as REST shows it, or the log where that is further. */
async function loadPresent({ known, voice }: Datasources, callId: string): Promise<RestCall | undefined> {
  const before = await known.call(callId);
  if (before && isOver(before)) return before;
  const rest = await voice.call(callId);
  const told = await known.call(callId);
  return rest && told ? broughtUp(rest, told) : (rest ?? told);
}

/** A call that REST shows as going on, with what the log tells of it: once for all of its fields. */
const bringUp = oncePerOperation(async (call: RestCall, { known }: Datasources): Promise<RestCall> => {
  const told = await known.call(call.callId);
  return told ? broughtUp(call, told) : call;
});

/** A field of a call that is loaded; while Bandwidth cannot be asked, what the log tells of it, where that tells it. */
async function loadField<T>(
  load: typeof shown,
  datasources: Datasources,
  callId: string,
  field: (call: RestCall) => T,
): Promise<T | undefined> {
  try {
    const call = await load(datasources, callId);
    return call && field(call);
  } catch (error) {
    const told = error instanceof UpstreamError ? await datasources.known.call(callId) : undefined;
    const value = told && field(told);
    if (value === undefined) throw error;
    return value;
  }
}

/** A resolver that reads a field that never changes, loading the call if need be. */
function read<T>(field: (call: RestCall) => T) {
  return (call: CallSource, _args: unknown, { datasources }: Context): MaybePromise<T | undefined> =>
    "loaded" in call ? loadField(shown, datasources, call.callId, field) : field(call);
}

/** A resolver that reads a field that changes as the call goes on. */
function readNow<T>(field: (call: RestCall) => T) {
  return (call: CallSource, _args: unknown, { datasources }: Context): MaybePromise<T | undefined> => {
    if ("loaded" in call) return loadField(loadPresent, datasources, call.callId, field);
    // Without a promise, of which a list of calls would have hundreds.
    return isOver(call) ? field(call) : bringUp(call, datasources).then(field);
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
  recordings: ({ callId }, _args, { datasources }) => datasources.recordings.recordings(callId),
  realTimeTranscriptions: async ({ callId }, _args, { datasources }) =>
    (await datasources.realTimeTranscriptions.realTimeTranscriptions(callId)).map((listed) => ({
      ...listed,
      callId,
    })),
  fromLookup: lookup((call) => call.from),
  toLookup: lookup((call) => call.to),
  events: ({ callId }, args, context) => eventConnection(context, { callId }, args),
};
