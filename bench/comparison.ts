import type { Load } from "./httpLoad.ts";

/** How much is measured. */
export type Scale = {
  runs: number;
  /** How long one side of one run of an HTTP measurement takes. */
  milliseconds: number;
  warmUpMilliseconds: number;
  subscribers: number;
  /** Events per burst. */
  burst: number;
  /** How many events are replayed, from logs of how many, and the short log that one call is read from. */
  replay: { count: number; shortLog: number; logs: readonly number[] };
};

/** What each measurement gets. */
export type Options = {
  scale: Scale;
  /** Where gateways leave CPU profiles; unset, they make none. */
  profileFolder: string | undefined;
};

/** One line of the table: the gateway against the bare limit. */
export type Row = {
  name: string;
  unit: string;
  gateway: number;
  bare: number;
  /** Gateway to bare: the median of the runs' own ratios, and the least and greatest of them. */
  ratio: { median: number; least: number; greatest: number };
  /** Of loads only. */
  load?: { gateway: Omit<Load, "perSecond">; bare: Omit<Load, "perSecond"> };
};

/** Measures by turns, so that whatever else the machine does meets both sides alike. */
export async function alternate<T>(
  runs: number,
  gateway: () => Promise<T>,
  bare: () => Promise<T>,
): Promise<{ gateway: T; bare: T }[]> {
  const results: { gateway: T; bare: T }[] = [];
  for (let run = 0; run < runs; run++) results.push({ gateway: await gateway(), bare: await bare() });
  return results;
}

/** A row of loads. */
export function loadRow(name: string, unit: string, runs: readonly { gateway: Load; bare: Load }[]): Row {
  const side = (which: "gateway" | "bare") => ({
    p50: median(runs.map((run) => run[which].p50)),
    p99: median(runs.map((run) => run[which].p99)),
    loadCpu: median(runs.map((run) => run[which].loadCpu)),
  });
  const figures = runs.map(({ gateway, bare }) => ({ gateway: gateway.perSecond, bare: bare.perSecond }));
  return { ...row(name, unit, figures), load: { gateway: side("gateway"), bare: side("bare") } };
}

/** A row of plain figures. */
export function row(name: string, unit: string, runs: readonly { gateway: number; bare: number }[]): Row {
  const ratios = runs.map(({ gateway, bare }) => gateway / bare);
  return {
    name,
    unit,
    gateway: median(runs.map(({ gateway }) => gateway)),
    bare: median(runs.map(({ bare }) => bare)),
    ratio: { median: median(ratios), least: Math.min(...ratios), greatest: Math.max(...ratios) },
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low = Number.NaN, high = low] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return (low + high) / 2;
}
