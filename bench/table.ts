import { statfsSync } from "node:fs";
import { cpus, platform, tmpdir, totalmem } from "node:os";
import type { Comparison, Figure, Goal, Growth, Row } from "./comparison.ts";

const COMPARISONS = [
  "",
  "unit",
  "gateway",
  "rival",
  "rival's",
  "ratio (least to greatest)",
  "goal",
  "p50 ms, gateway / rival",
  "p99 ms, gateway / rival",
  "load's CPU, gateway / rival",
];
const GROWTHS = ["", "unit", "once", "ten times", "a hundred times", "exponent (least to greatest)", "goal"];
const FIGURES = ["", "unit", "gateway (least to greatest)", "goal"];

/** The rows as Markdown: those with a rival, those without one, and those of growth. */
export function tables(rows: readonly Row[]): string {
  const comparisons = rows.filter((row) => row.kind === "comparison").map(cellsOfComparison);
  const figures = rows.filter((row) => row.kind === "figure").map(cellsOfFigure);
  const growths = rows.filter((row) => row.kind === "growth").map(cellsOfGrowth);
  return [
    ...(comparisons.length > 0 ? [table([COMPARISONS, ...comparisons])] : []),
    ...(figures.length > 0 ? [table([FIGURES, ...figures])] : []),
    ...(growths.length > 0 ? [table([GROWTHS, ...growths])] : []),
  ].join("\n\n");
}

/** Padded so that it reads well as plain text too. */
function table(lines: readonly string[][]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const [head = "", ...rest] = lines.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`,
  );
  return [head, `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rest].join("\n");
}

function cellsOfComparison({
  name,
  unit,
  gateway,
  rival,
  rivalName,
  ratio,
  goal,
  load,
}: Comparison): string[] {
  const both = (write: (side: NonNullable<Comparison["load"]>["gateway"]) => string) =>
    load ? `${write(load.gateway)} / ${write(load.rival)}` : "";
  return [
    name,
    unit,
    whole(gateway),
    rivalName,
    whole(rival),
    spread(ratio),
    goal ? judged(ratio.median, goal) : "",
    both(({ p50 }) => short(p50)),
    both(({ p99 }) => short(p99)),
    both(({ loadCpu }) => `${Math.round(loadCpu * 100)} %`),
  ];
}

function cellsOfFigure({ name, unit, figure, goal }: Figure): string[] {
  return [name, unit, spread(figure), judged(figure.median, goal)];
}

function cellsOfGrowth({ name, unit, steps, exponent, goal }: Growth): string[] {
  return [
    name,
    unit,
    ...steps.map(({ size, figure }) => `${whole(size)}: ${short(figure)}`),
    `${exponent.median.toFixed(2)} (${exponent.least.toFixed(2)} to ${exponent.greatest.toFixed(2)})`,
    judged(exponent.median, goal),
  ];
}

/** What is to be reached, and whether it is. */
function judged(value: number, goal: Goal): string {
  const [text, isMet] =
    "atLeast" in goal
      ? [`at least ${short(goal.atLeast)}`, value >= goal.atLeast]
      : [`at most ${short(goal.atMost)}`, value <= goal.atMost];
  return `${text}: ${isMet ? "met" : "missed"}`;
}

const spread = ({ median, least, greatest }: Figure["figure"]) =>
  `${short(median)} (${short(least)} to ${short(greatest)})`;
const whole = (value: number) => Math.round(value).toLocaleString("en").replaceAll(",", " ");
const short = (value: number) => (value >= 100 ? whole(value) : String(Number(value.toPrecision(2))));

/** When and on what the table was made. */
export function circumstances(runs: number, isSeparate: boolean): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const date = new Date().toISOString().slice(0, 10);
  const where = isSeparate
    ? "the load on one core, the servers on the others"
    : "load and servers on any core";
  return `${date}, ${cpus()[0]?.model.trim() ?? "unknown CPU"}, ${cpus().length} cores, ${gigabytes} GB, ${platform()}, Node ${process.versions.node}; medians of ${runs} runs, ${where}`;
}

/** Linux's magic number of a file system in memory. */
const TMPFS = 0x01021994;

/** Whether the logs of the bench are on a disk at all: in memory, "durable" costs nothing. */
export function isTemporaryFolderInMemory(): boolean {
  return statfsSync(tmpdir()).type === TMPFS;
}
