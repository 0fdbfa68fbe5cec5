import { Session as Inspector, type Profiler } from 'node:inspector/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Methods, serveCalls } from '../support/rpc.ts';

/** What a process has used so far. */
export interface Usage {
  /** Microseconds of CPU of all threads. */
  cpu: number;
  /** Microseconds of CPU of the thread with the event loop. */
  loopCpu: number;
}

/** Bytes, after a garbage collection. */
export interface Memory {
  rss: number;
  heap: number;
}

const usage = (): Usage => {
  const sum = ({ user, system }: NodeJS.CpuUsage) => user + system;
  return { cpu: sum(process.cpuUsage()), loopCpu: sum(process.threadCpuUsage()) };
};

function memory(): Memory {
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  return { rss, heap: heapUsed + external + arrayBuffers };
}

/** What every server under measurement answers. */
export type Observed = {
  usage: () => Usage;
  memory: () => Memory;
  watchLoop: () => void;
  /** Milliseconds of the longest time the loop stood still since `watchLoop`. */
  longestStall: () => number;
  startProfile: () => Promise<void>;
  stopProfile: () => Promise<Profiler.Profile>;
};

function observed(): Observed {
  const inspector = new Inspector();
  let delay: ReturnType<typeof monitorEventLoopDelay> | undefined;
  return {
    usage,
    memory,
    watchLoop() {
      delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
    },
    longestStall() {
      const stall = (delay?.max ?? 0) / 1e6;
      delay?.disable();
      return stall;
    },
    async startProfile() {
      inspector.connect();
      await inspector.post('Profiler.enable');
      await inspector.post('Profiler.setSamplingInterval', { interval: 250 });
      await inspector.post('Profiler.start');
    },
    async stopProfile() {
      const { profile } = await inspector.post('Profiler.stop');
      inspector.disconnect();
      return profile;
    },
  };
}

/** Answers what every server answers, and what this one can besides. */
export const serve = (methods: Methods): void => serveCalls({ ...observed(), ...methods });
