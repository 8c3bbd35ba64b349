/** The types that have a global id. */
const NODE_TYPES = [
  "Call",
  "CallRecording",
  "Conference",
  "ConferenceMember",
  "ConferenceRecording",
  "Lookup",
  "MediaFile",
  "Message",
  "RealTimeTranscription",
] as const;
export type NodeType = (typeof NODE_TYPES)[number];

export function isNodeType(type: string): type is NodeType {
  return NODE_TYPES.some((each) => each === type);
}

/** An id that is unique in the graph: the type and Bandwidth's ids of the entity. */
export function globalId(type: NodeType, ...ids: string[]): string {
  return Buffer.from([type, ...ids.map(encodeURIComponent)].join("/")).toString("base64url");
}

/** The type and Bandwidth's ids in a global id. */
export function parseGlobalId(id: string): string[] {
  try {
    return Buffer.from(id, "base64url").toString().split("/").map(decodeURIComponent);
  } catch {
    // Not encoded as above: nobody's id.
    return [];
  }
}
