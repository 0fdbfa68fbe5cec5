import { planRotation, type RotationOutcome, type RotationTask } from '@werkraum/planning/rotation';

/** What is told at most about one task, and how far apart. */
const MOST_FINDINGS = 6;
const APART_MS = 1_000;

/** One task being worked on. */
export interface Search {
  /** Does a slice of the work. Returns what is worth telling, if anything; after something `done`, or a conflict, it is over. */
  step(): RotationOutcome | undefined;
}

/** Whether nothing follows this outcome. */
export const isLast = (outcome: RotationOutcome): boolean => !outcome.ok || outcome.done;

/** Searches slice by slice and holds back what is no news: the same figures, or the next of many small gains. */
export function createSearch(task: RotationTask, now: () => number, effort?: { steps: number }): Search {
  const slices = planRotation(task, effort);
  let told = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  let said = '';

  function tell(outcome: RotationOutcome): RotationOutcome {
    told += 1;
    toldAt = now();
    said = figuresIn(outcome);
    return outcome;
  }

  return {
    step() {
      const { value, done } = slices.next();
      if (done || !value.ok) return tell(last(value));
      if (value.done) return tell(value);
      if (now() - toldAt < APART_MS) return undefined;
      // Whoever has looked on for so long is given the best there is, and the work ends.
      if (told === MOST_FINDINGS - 1) return tell(last(value));
      if (figuresIn(value) !== said) return tell(value);
      told += 1;
      toldAt = now();
      return undefined;
    },
  };
}

const last = (outcome: RotationOutcome): RotationOutcome => (outcome.ok ? { ...outcome, done: true } : outcome);

const figuresIn = (outcome: RotationOutcome): string => (outcome.ok ? JSON.stringify(outcome.figures) : '');
