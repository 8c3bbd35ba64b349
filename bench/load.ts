/** What a load measured. Times are in milliseconds. */
export type Load = {
  perSecond: number;
  p50: number;
  p99: number;
  /** The share of one core that the process which makes the load used: near 1 it may be what was measured. */
  loadCpu: number;
};

/** Does `work`, which resolves with its latencies; it did as many things as those are, or `count`. */
export async function measureLoad(work: () => Promise<number[]>, count?: number): Promise<Load> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const latencies = await work();
  const elapsed = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  latencies.sort((one, other) => one - other);
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN;
  return {
    perSecond: ((count ?? latencies.length) / elapsed) * 1000,
    p50: at(0.5),
    p99: at(0.99),
    loadCpu: (user + system) / 1000 / elapsed,
  };
}
