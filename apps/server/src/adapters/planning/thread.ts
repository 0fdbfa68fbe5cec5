import { Worker } from 'node:worker_threads';
import type { RotationTask } from '@werkraum/planning/rotation';
import type { RotationListener, RotationPlanner } from '../../ports/rotation-planner.ts';
import type { Finding, Order } from './messages.ts';
import { isLast } from './search.ts';

/** So many tasks are worked on beside each other; the others wait their turn. */
const AT_A_TIME = 4;

interface Job {
  id: number;
  task: RotationTask;
  listener: RotationListener;
}

/**
 * A planner in a thread of its own, which is started when there is something to plan and again when it has died. What was
 * under way then has failed, and whoever asked is told.
 */
export function createPlanningThread(
  start: () => Worker = () => new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] }),
): RotationPlanner {
  const working = new Map<number, Job>();
  const waiting = new Map<number, Job>();
  const resting: (() => void)[] = [];
  let worker: Worker | undefined;
  let lastId = 0;
  let stopped = false;

  const order = (what: Order): void => worker?.postMessage(what);

  function fill(): void {
    for (const job of [...waiting.values()].slice(0, AT_A_TIME - working.size)) {
      waiting.delete(job.id);
      working.set(job.id, job);
      worker ??= startThread();
      order({ kind: 'plan', id: job.id, task: job.task });
    }
    if (working.size === 0) for (const rest of resting.splice(0)) rest();
  }

  function startThread(): Worker {
    const thread = start();
    let reason: unknown = new Error('the planning thread has ended');
    thread.on('message', hear);
    thread.on('error', (error) => {
      reason = error;
    });
    thread.on('exit', () => {
      if (worker === thread) died(reason);
    });
    // Nothing that is planned keeps a house from being closed.
    thread.unref();
    return thread;
  }

  function hear(finding: Finding): void {
    const job = working.get(finding.id);
    if (!job) return;
    if ('failure' in finding) {
      working.delete(job.id);
      job.listener.failed(new Error(finding.failure));
    } else {
      if (isLast(finding.outcome)) working.delete(job.id);
      job.listener.found(finding.outcome);
    }
    fill();
  }

  function died(reason: unknown): void {
    worker = undefined;
    const lost = [...working.values()];
    working.clear();
    for (const { listener } of lost) listener.failed(reason);
    if (!stopped) fill();
  }

  return {
    plan(task, listener) {
      if (stopped) return () => {};
      const job = { id: ++lastId, task, listener };
      waiting.set(job.id, job);
      fill();
      return () => {
        waiting.delete(job.id);
        if (!working.delete(job.id)) return;
        order({ kind: 'drop', id: job.id });
        fill();
      };
    },
    idle: () => new Promise((resolve) => (working.size === 0 ? resolve() : void resting.push(resolve))),
    async stop() {
      stopped = true;
      waiting.clear();
      working.clear();
      for (const rest of resting.splice(0)) rest();
      const thread = worker;
      worker = undefined;
      await thread?.terminate();
    },
  };
}
