import { setImmediate as macrotask } from "node:timers/promises";

/** The longest delay that Node's setTimeout takes; a longer one would fire at once. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

interface Timer {
  due: number;
  ring: () => void;
  cancel: (reason: unknown) => void;
}

/** What `advance` waits for. */
interface Work {
  underWay: number;
  idleWaiters: (() => void)[];
}

/** The sandbox's time. Everything that waits, waits on it, so a test can drive all of it by hand. */
export interface Clock {
  /** Sandbox time in milliseconds since the epoch. */
  now(): number;
  /** Sandbox seconds per real second; 0 means that time moves only by `advance`. */
  speed(): number;
  setSpeed(speed: number): Promise<void>;
  /** Waits `ms` of sandbox time; rejects with the signal's reason, or when the sandbox is reset. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Aborted by `reset`: whatever still runs for the time before must end then. */
  lifetime(): AbortSignal;
  /** Starts a script that nobody waits for; one that a reset cuts off ends silently. */
  spawn(script: () => Promise<void>): void;
  /** Counts what the promise stands for as under way, so that `advance` waits for it before time goes on. */
  track<T>(promise: Promise<T>): Promise<T>;
  /** Moves time forward, runs all that falls due in its order, and waits for what that sets off. */
  advance(ms: number): Promise<void>;
  /** Drops all that is pending and returns to real time at `speed`. */
  reset(speed: number): void;
}

/** Makes a clock that starts at the real time of day and runs at `initialSpeed`; `onFailure` hears of failed scripts. */
export function createClock(initialSpeed: number, onFailure: (error: unknown) => void): Clock {
  let speed = initialSpeed;
  let anchor = { sandbox: Date.now(), real: performance.now() };
  let timers: Timer[] = [];
  let lifetime = new AbortController();
  let alarm: NodeJS.Timeout | undefined;
  let work: Work = { underWay: 0, idleWaiters: [] };
  let lastChange: Promise<void> = Promise.resolve();

  const now = () => anchor.sandbox + Math.floor((performance.now() - anchor.real) * speed);

  function setTime(sandbox: number, newSpeed: number) {
    anchor = { sandbox, real: performance.now() };
    speed = newSpeed;
    arm();
  }

  function arm() {
    clearTimeout(alarm);
    const next = timers[0];
    if (next === undefined || speed === 0) return;
    const delay = Math.ceil((next.due - now()) / speed);
    alarm = setTimeout(ringDue, Math.min(Math.max(delay, 0), LONGEST_TIMEOUT));
  }

  // Each timer rings in a macrotask of its own: what the first one sets off must be queued before the second rings,
  // or a call's end could overtake an event of the same call that was due before it.
  function ringDue() {
    const time = now();
    const later = timers.findIndex(({ due }) => due > time);
    const count = later < 0 ? timers.length : later;
    for (let ringing = 0; ringing < count; ringing += 1) setImmediate(ringNext);
    setImmediate(arm);
  }

  function ringNext() {
    const next = timers[0];
    if (next === undefined || speed === 0 || next.due > now()) return;
    timers.shift();
    next.ring();
  }

  function insert(timer: Timer) {
    const later = timers.findLastIndex((other) => other.due <= timer.due) + 1;
    timers.splice(later, 0, timer);
    if (later === 0) arm();
  }

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const interrupt = () => {
        timers = timers.filter((other) => other !== timer);
        reject(signal?.reason);
      };
      const timer: Timer = {
        due: now() + Math.max(0, ms),
        ring: () => {
          signal?.removeEventListener("abort", interrupt);
          resolve();
        },
        cancel: (reason) => {
          signal?.removeEventListener("abort", interrupt);
          reject(reason);
        },
      };
      signal?.addEventListener("abort", interrupt);
      insert(timer);
    });
  }

  async function track<T>(promise: Promise<T>): Promise<T> {
    const counted = work;
    counted.underWay += 1;
    try {
      return await promise;
    } finally {
      counted.underWay -= 1;
      if (counted.underWay === 0) wake(counted);
    }
  }

  function wake({ idleWaiters }: Work) {
    for (const waiter of idleWaiters.splice(0)) waiter();
  }

  function spawn(script: () => Promise<void>) {
    const { signal } = lifetime;
    script().catch((error: unknown) => {
      if (!signal.aborted) onFailure(error);
    });
  }

  // After a macrotask all promise callbacks have run, so work that was set off has been counted.
  async function settled() {
    const awaited = work;
    for (;;) {
      await macrotask();
      if (awaited.underWay === 0 || awaited !== work) return;
      await new Promise<void>((resolve) => awaited.idleWaiters.push(resolve));
    }
  }

  // Two requests may drive the clock at once; each must find the time that the one before it left, and a reset ends both.
  function inTurn(change: () => void | Promise<void>): Promise<void> {
    const { signal } = lifetime;
    lastChange = lastChange.then(() => (signal.aborted ? undefined : change()));
    return lastChange;
  }

  async function advanceAlone(ms: number) {
    const { signal } = lifetime;
    const speedBefore = speed;
    const target = now() + ms;
    setTime(now(), 0);
    await settled();
    for (let next = timers[0]; !signal.aborted && next && next.due <= target; next = timers[0]) {
      timers.shift();
      setTime(Math.max(now(), next.due), 0);
      next.ring();
      await settled();
    }
    if (!signal.aborted) setTime(target, speedBefore);
  }

  return {
    now,
    speed: () => speed,
    setSpeed: (newSpeed) => inTurn(() => setTime(now(), newSpeed)),
    sleep,
    lifetime: () => lifetime.signal,
    spawn,
    track,
    advance: (ms) => inTurn(() => advanceAlone(ms)),
    reset: (newSpeed) => {
      lifetime.abort(new Error("the sandbox was reset"));
      for (const { cancel } of timers) cancel(lifetime.signal.reason);
      lifetime = new AbortController();
      timers = [];
      // What is under way yet, a callback or a download, holds nobody up in the time that begins.
      wake(work);
      work = { underWay: 0, idleWaiters: [] };
      lastChange = Promise.resolve();
      setTime(Date.now(), newSpeed);
    },
  };
}
