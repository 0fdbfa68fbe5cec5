import { planRotation, type RotationOutcome, type RotationTask } from '../rotation.ts';

/** Everything a search says, its last word included. */
export function outcomesOf(task: RotationTask, steps: number): RotationOutcome[] {
  const search = planRotation(task, { steps });
  const all: RotationOutcome[] = [];
  for (;;) {
    const { value, done } = search.next();
    all.push(value);
    if (done) return all;
  }
}

/** The plan a search ends with. @throws when rules contradict each other */
export function bestOf(task: RotationTask, steps = 20): Extract<RotationOutcome, { ok: true }> {
  const last = outcomesOf(task, steps).at(-1);
  if (!last?.ok) throw new Error(JSON.stringify(last));
  return last;
}
