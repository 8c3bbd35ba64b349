import type { LoggedEvent } from "./event.ts";
import { happened, inOrder } from "./history.ts";

/** The events that tell who is in a conference, and whether it is over. */
export const CONFERENCE_LIFECYCLE = [
  "conferenceCreated",
  "conferenceMemberJoin",
  "conferenceMemberExit",
  "conferenceRedirect",
  "conferenceCompleted",
] as const;
type LifecycleEvent = Extract<LoggedEvent, { type: (typeof CONFERENCE_LIFECYCLE)[number] }>;

/** What the events of a conference tell of it. Times are ISO 8601. No event tells of mute, hold or coaching. */
export type KnownConference = {
  id: string;
  name: string | undefined;
  tag: string | undefined;
  createdTime: string | undefined;
  completedTime: string | undefined;
  /** The last that was told of each call that ever joined; `at` is when the gateway heard of it. */
  members: ReadonlyMap<string, KnownMember>;
};
type KnownMember = { isIn: boolean; at: Date; from: string | undefined; to: string | undefined };

/** What the events of a conference, in any order, tell of it; nothing when there are none. */
export function readConference(events: readonly LoggedEvent[]): KnownConference | undefined {
  const history = inOrder(events.filter(isOfLifecycle));
  const id = history[0]?.conferenceId;
  if (id === undefined) return undefined;
  const timeOf = (event: LifecycleEvent | undefined) => event && new Date(happened(event)).toISOString();
  const completed = history.find((event) => event.type === "conferenceCompleted");
  const completedTime = completed?.completedTime ?? timeOf(completed);
  const members = new Map<string, KnownMember>();
  for (const event of history) {
    if (event.type !== "conferenceMemberJoin" && event.type !== "conferenceMemberExit") continue;
    if (event.callId === undefined) continue;
    const isIn = event.type === "conferenceMemberJoin" && completedTime === undefined;
    members.set(event.callId, { isIn, at: event.receivedAt, from: event.from, to: event.to });
  }
  return {
    id,
    name: history.find(({ name }) => name)?.name,
    tag: history.findLast(({ tag }) => tag)?.tag,
    createdTime: timeOf(history.find(({ type }) => type === "conferenceCreated")),
    completedTime,
    members,
  };
}

function isOfLifecycle(event: LoggedEvent): event is LifecycleEvent {
  return CONFERENCE_LIFECYCLE.some((type) => type === event.type);
}
