import type { RotationPlanner } from '../../ports/rotation-planner.ts';
import { createSearch, isLast } from './search.ts';

/** A planner without a thread, for tests: the same search, whose work is done between two turns of the loop. */
export function createPlannerInProcess(effort?: { steps: number }): RotationPlanner {
  const working = new Set<symbol>();
  const resting: (() => void)[] = [];
  let stopped = false;

  function end(job: symbol): void {
    working.delete(job);
    if (working.size === 0) for (const rest of resting.splice(0)) rest();
  }

  return {
    plan(task, { found, failed }) {
      const job = Symbol('job');
      if (stopped) return () => {};
      working.add(job);
      const search = createSearch(task, () => 0, effort);
      const slice = () => {
        if (!working.has(job)) return;
        try {
          const outcome = search.step();
          if (outcome && isLast(outcome)) end(job);
          if (outcome) found(outcome);
        } catch (error) {
          end(job);
          failed(error);
        }
        setImmediate(slice);
      };
      setImmediate(slice);
      return () => end(job);
    },
    idle: () => new Promise((resolve) => (working.size === 0 ? resolve() : void resting.push(resolve))),
    async stop() {
      stopped = true;
      working.clear();
      for (const rest of resting.splice(0)) rest();
    },
  };
}
