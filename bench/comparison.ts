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
  /** How many events are replayed, and from the longest log. */
  replay: { count: number; log: number };
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

/** A line of the table of growth: the same job with 1, 10 and 100 times its work. */
export type Growth = {
  kind: "growth";
  name: string;
  unit: string;
  /** How much work, and the median of what it took. */
  steps: { size: number; figure: number }[];
  exponent: Spread;
  goal: Goal;
};

/** Linear is 1; a tenth more is what one step of ten may waver by on a machine where times waver by a quarter. */
const NOT_WORSE_THAN_LINEAR: Goal = { atMost: 1.1 };

export type Row = Comparison | Figure | Growth;

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

/** A hundredth of `most`, a tenth, and all. */
export const tenfold = (most: number) => [most / 100, most / 10, most].map(Math.ceil);

/** What each size takes, measured by turns. */
export async function measureGrowth(
  name: string,
  unit: string,
  runs: number,
  measures: ReadonlyMap<number, () => Promise<number>>,
): Promise<Growth> {
  const figures: number[][] = [];
  for (let run = 0; run < runs; run++) {
    const ofRun: number[] = [];
    for (const measure of measures.values()) ofRun.push(await measure());
    figures.push(ofRun);
  }
  return growth(name, unit, [...measures.keys()], figures);
}

/**
 * A line of growth: `runs` holds the figures of each run, one of each size. The exponent is the slope of the last step, the logarithm of
 * the figure over that of the size: what all sizes cost alike hides the growth least there.
 */
export function growth(
  name: string,
  unit: string,
  sizes: readonly number[],
  runs: readonly (readonly number[])[],
): Growth {
  const steps = sizes.map((size, step) => ({
    size,
    figure: median(runs.map((figures) => figures[step] ?? Number.NaN)),
  }));
  const lastStep = (values: readonly number[]) =>
    Math.log((values.at(-1) ?? Number.NaN) / (values.at(-2) ?? Number.NaN));
  const exponents = runs.map((figures) => lastStep(figures) / lastStep(sizes));
  return { kind: "growth", name, unit, steps, exponent: spread(exponents), goal: NOT_WORSE_THAN_LINEAR };
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
