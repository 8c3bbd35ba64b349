import { statfsSync } from "node:fs";
import { cpus, platform, tmpdir, totalmem } from "node:os";
import type { Row } from "./comparison.ts";

const HEADINGS = [
  "",
  "unit",
  "gateway",
  "bare limit",
  "ratio (least to greatest)",
  "p50 ms, gateway / bare",
  "p99 ms, gateway / bare",
  "load's CPU, gateway / bare",
];

/** The rows as a Markdown table, padded so that it reads well as plain text too. */
export function table(rows: readonly Row[]): string {
  const lines = [HEADINGS, ...rows.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const [head = "", ...rest] = lines.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`,
  );
  return [head, `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rest].join("\n");
}

function cells({ name, unit, gateway, bare, ratio, load }: Row): string[] {
  const both = (write: (side: NonNullable<Row["load"]>["gateway"]) => string) =>
    load ? `${write(load.gateway)} / ${write(load.bare)}` : "";
  return [
    name,
    unit,
    whole(gateway),
    whole(bare),
    `${short(ratio.median)} (${short(ratio.least)} to ${short(ratio.greatest)})`,
    both(({ p50 }) => short(p50)),
    both(({ p99 }) => short(p99)),
    both(({ loadCpu }) => `${Math.round(loadCpu * 100)} %`),
  ];
}

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
