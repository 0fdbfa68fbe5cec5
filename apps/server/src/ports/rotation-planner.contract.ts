import { plainTask, type RotationOutcome, type RotationTask } from '@werkraum/planning/rotation';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RotationPlanner } from './rotation-planner.ts';

const MOST_FINDINGS = 6;
const isLast = (outcome: RotationOutcome): boolean => !outcome.ok || outcome.done;

/** Nine people at three tables over four rounds: there is a plan in which all of them meet. */
const NINE = plainTask(9, Array(4).fill({ tables: 3 }), 5);

/** What every planner does, whatever it works in. */
export function describesRotationPlanner(name: string, create: () => RotationPlanner): void {
  describe(`rotation planner: ${name}`, () => {
    let planner: RotationPlanner;
    beforeEach(() => {
      planner = create();
    });
    afterEach(() => planner.stop());

    const outcomesOf = async (task: RotationTask): Promise<RotationOutcome[]> => {
      const outcomes: RotationOutcome[] = [];
      await new Promise<void>((resolve, reject) => {
        planner.plan(task, {
          found: (outcome) => {
            outcomes.push(outcome);
            if (isLast(outcome)) resolve();
          },
          failed: reject,
        });
      });
      return outcomes;
    };

    test('[RO-22] finds a plan, says when nothing better will come, and does not say too much', async () => {
      const outcomes = await outcomesOf(NINE);
      expect(outcomes.length).toBeLessThanOrEqual(MOST_FINDINGS);
      expect(outcomes.at(-1)).toMatchObject({ ok: true, done: true, figures: { met: 36, perfect: true } });
    });

    test('[RO-22] tells rules that contradict each other', async () => {
      const outcomes = await outcomesOf({ ...NINE, together: [[0, 1]], apart: [[0, 1]] });
      expect(outcomes).toEqual([{ ok: false, conflict: expect.objectContaining({ kind: 'together-apart' }) }]);
    });

    test('[RO-22] works on several tasks beside each other', async () => {
      const both = await Promise.all([outcomesOf(NINE), outcomesOf({ ...NINE, seed: 6 })]);
      expect(both.map((outcomes) => outcomes.at(-1))).toEqual([
        expect.objectContaining({ done: true }),
        expect.objectContaining({ done: true }),
      ]);
    });

    test('[RO-22] says nothing about a task that was taken back', async () => {
      const heard: unknown[] = [];
      const say = (value: unknown) => void heard.push(value);
      const cancel = planner.plan(NINE, { found: say, failed: say });
      cancel();
      await outcomesOf({ ...NINE, seed: 7 });
      await planner.idle();
      expect(heard).toEqual([]);
    });

    test('[RO-22] ends for good, whatever is under way', async () => {
      const heard: unknown[] = [];
      planner.plan(plainTask(200, Array(3).fill({ tables: 40 })), {
        found: (outcome) => void heard.push(outcome),
        failed: (error) => void heard.push(error),
      });
      await planner.stop();
      const before = heard.length;
      await planner.idle();
      expect(heard).toHaveLength(before);
    });
  });
}
