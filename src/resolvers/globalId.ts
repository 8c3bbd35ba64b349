/** The types that have a global id, each with how many of Bandwidth's ids its entities have. */
const NODE_TYPES = {
  Call: 1,
  CallRecording: 2,
  Conference: 1,
  ConferenceMember: 2,
  ConferenceRecording: 2,
  Lookup: 1,
  MediaFile: 1,
  Message: 1,
  RealTimeTranscription: 2,
} as const;
export type NodeType = keyof typeof NODE_TYPES;

function isNodeType(type: string): type is NodeType {
  return Object.hasOwn(NODE_TYPES, type);
}

/** An id that is unique in the graph: the type and Bandwidth's ids of the entity. */
export function globalId(type: NodeType, ...ids: string[]): string {
  return Buffer.from([type, ...ids.map(encodeURIComponent)].join("/")).toString("base64url");
}

/** The type and Bandwidth's ids in a global id; `undefined` for what `globalId` does not give, another spelling of an id included. */
export function parseGlobalId(id: string): { type: NodeType; ids: string[] } | undefined {
  const [type = "", ...encoded] = Buffer.from(id, "base64url").toString().split("/");
  if (!isNodeType(type) || encoded.length !== NODE_TYPES[type]) return undefined;
  try {
    const ids = encoded.map(decodeURIComponent);
    return globalId(type, ...ids) === id ? { type, ids } : undefined;
  } catch {
    // Not encoded as above: nobody's id.
    return undefined;
  }
}
