import { NOWHERE } from '../encounters.ts';
import { apartOf, presentIn } from './rules.ts';
import type { RotationTask } from './task.ts';

/**
 * Per person, how many others they could meet at all [RO-6]: they did in a frozen round, or both are there in a round that
 * is not frozen and nothing keeps them apart. Where pins put people is not looked at. The pairs are half the sum.
 */
export function partnersOf(task: RotationTask): number[] {
  const partners = Array.from({ length: task.people }, () => 0);
  const open = task.rounds.map((_, round) => presenceIn(task, round)).filter((there) => there !== undefined);
  const frozen = task.rounds.flatMap((round) => round.frozen ?? []).length > 0;
  const apart = apartOf(task).map((others) => new Set(others));
  const met = (one: number, other: number): boolean =>
    frozen && task.rounds.some(({ frozen: at }) => at && (at[one] ?? NOWHERE) !== NOWHERE && at[one] === at[other]);
  for (let one = 0; one < task.people; one++) {
    for (let other = 0; other < one; other++) {
      const together = !apart[one]?.has(other) && open.some((there) => there[one] === 1 && there[other] === 1);
      if (!together && !met(one, other)) continue;
      partners[one] = (partners[one] ?? 0) + 1;
      partners[other] = (partners[other] ?? 0) + 1;
    }
  }
  return partners;
}

function presenceIn(task: RotationTask, round: number): Uint8Array | undefined {
  if (task.rounds[round]?.frozen) return undefined;
  const there = new Uint8Array(task.people);
  for (const person of presentIn(task, round)) there[person] = 1;
  return there;
}
