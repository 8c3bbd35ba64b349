import type { Load } from "./load.ts";

/** How much is measured. */
export type Scale = {
  runs: number;
  /** How long one side of one run of an HTTP measurement takes. */
  milliseconds: number;
  warmUpMilliseconds: number;
  /** Subscribers of one document, and distinct filters. */
  subscribers: number;
  /** Subscribers of one document over SSE. */
  streams: number;
  /** Events per burst. */
  burst: number;
  /** Events that come singly. */
  singly: number;
  /** Subscribers that get nothing. */
  idle: number;
  /** How many events are replayed, from logs of how many, and the short log that one call is read from. */
  replay: { count: number; shortLog: number; logs: readonly number[] };
};

/** What each measurement gets. */
export type Options = {
  scale: Scale;
  /** Where gateways leave CPU profiles; unset, they make none. */
  profileFolder: string | undefined;
};

/** What is to be reached. */
export type Goal = { atLeast: number } | { atMost: number };

/** A line of the table of comparisons: the gateway against a rival that does the same job. */
export type Comparison = {
  kind: "comparison";
  name: string;
  unit: string;
  gateway: number;
  rival: number;
  rivalName: string;
  /** Gateway to rival: the median of the runs' own ratios, and the least and greatest of them. */
  ratio: Spread;
  /** Of the ratio. */
  goal: Goal | undefined;
  /** Of loads only. */
  load?: { gateway: Omit<Load, "perSecond">; rival: Omit<Load, "perSecond"> };
};

/** A line of the table of figures, which no rival has. */
export type Figure = { kind: "figure"; name: string; unit: string; figure: Spread; goal: Goal };

export type Row = Comparison | Figure;

/** The median of all runs, and the least and the greatest of them. */
type Spread = { median: number; least: number; greatest: number };

/** Against whom, when that is not a bare server, and with what goal, when the ratio has one. */
type Against = { rival?: string; goal?: Goal };

/** One run of both sides. */
type Run<T> = { gateway: T; rival: T };

/** Measures by turns, so that whatever else the machine does meets both sides alike. */
export async function alternate<T>(
  runs: number,
  gateway: () => Promise<T>,
  rival: () => Promise<T>,
): Promise<Run<T>[]> {
  const results: Run<T>[] = [];
  for (let run = 0; run < runs; run++) results.push({ gateway: await gateway(), rival: await rival() });
  return results;
}

/** A comparison of loads. */
export function loadRow(
  name: string,
  unit: string,
  runs: readonly Run<Load>[],
  against?: Against,
): Comparison {
  const side = (which: "gateway" | "rival") => ({
    p50: median(runs.map((run) => run[which].p50)),
    p99: median(runs.map((run) => run[which].p99)),
    loadCpu: median(runs.map((run) => run[which].loadCpu)),
  });
  const figures = runs.map(({ gateway, rival }) => ({ gateway: gateway.perSecond, rival: rival.perSecond }));
  return { ...row(name, unit, figures, against), load: { gateway: side("gateway"), rival: side("rival") } };
}

/** A comparison of plain figures. */
export function row(
  name: string,
  unit: string,
  runs: readonly Run<number>[],
  { rival = "bare server", goal }: Against = {},
): Comparison {
  return {
    kind: "comparison",
    name,
    unit,
    gateway: median(runs.map(({ gateway }) => gateway)),
    rival: median(runs.map(({ rival }) => rival)),
    rivalName: rival,
    ratio: spread(runs.map(({ gateway, rival }) => gateway / rival)),
    goal,
  };
}

/** A figure of the gateway alone. */
export function figure(name: string, unit: string, runs: readonly number[], goal: Goal): Figure {
  return { kind: "figure", name, unit, figure: spread(runs), goal };
}

function spread(values: readonly number[]): Spread {
  return { median: median(values), least: Math.min(...values), greatest: Math.max(...values) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low = Number.NaN, high = low] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return (low + high) / 2;
}
