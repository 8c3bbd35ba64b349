import type { MaybePromise } from "../maybePromise.ts";
import { findCall } from "./Call.ts";
import { findConference } from "./Conference.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Datasources } from "./context.ts";
import { type NodeType, parseGlobalId } from "./globalId.ts";
import { findMessage } from "./Message.ts";

/** An entity that was found by its global id, with its type. */
export type NodeSource = { __typename: NodeType };

/** How the entity of each type is read by Bandwidth's ids. */
const readers: Record<
  NodeType,
  (datasources: Datasources, first: string, second: string) => MaybePromise<object | undefined>
> = {
  Call: findCall,
  CallRecording: ({ recordings }, callId, recordingId) => recordings.recording({ callId, recordingId }),
  Conference: findConference,
  ConferenceMember: ({ conferences }, conferenceId, callId) =>
    conferences.conferenceMember({ conferenceId, callId }),
  ConferenceRecording: ({ conferences }, conferenceId, recordingId) =>
    conferences.conferenceRecording({ conferenceId, recordingId }),
  Lookup: ({ lookup }, requestId) => lookup.request(requestId),
  MediaFile: ({ media }, mediaId) => media.file(mediaId),
  Message: findMessage,
  async RealTimeTranscription({ realTimeTranscriptions }, callId, transcriptionId) {
    const listed = await realTimeTranscriptions.realTimeTranscriptions(callId);
    const found = listed.find((each) => each.transcriptionId === transcriptionId);
    return found && { ...found, callId };
  },
};

/** The entity with a global id; nothing when there is none. */
export async function findNode(datasources: Datasources, id: string): Promise<NodeSource | undefined> {
  const parsed = parseGlobalId(id);
  if (!parsed) return undefined;
  const { type, ids } = parsed;
  const [first = "", second = ""] = ids;
  const entity = await readers[type](datasources, first, second);
  return entity && { ...entity, __typename: type };
}

export const Node: CompleteResolvers["Node"] = { __resolveType: (node) => node.__typename };
