import { audit } from './audit.ts';
import { textOf } from './failure.ts';
import type { Sliced } from './log-reader.ts';
import type { Medium } from './medium.ts';

/** Ten thousand facts a second, for about a twentieth of a core. */
const PACE_MS = 20;
const FIRST_AFTER_MS = 1_000;
const AGAIN_AFTER_MS = 24 * 3_600_000;

/**
 * Checks the whole log in the background, a slice at a time and only while nobody waits for an answer: soon after the start,
 * then once a day. Reads begin at snapshots, so this is what notices that older facts have decayed.
 */
export function startAuditor(medium: Medium, busy: () => boolean, problem: (text: string) => void) {
  let work: Pick<Sliced<void>, 'next'> | undefined;
  let generation = 0;
  let timer = setTimeout(turn, FIRST_AFTER_MS).unref();

  function turn(): void {
    timer = setTimeout(turn, busy() || slice() === 'more' ? PACE_MS : AGAIN_AFTER_MS).unref();
  }

  function slice(): 'more' | 'over' {
    try {
      if (!work || generation !== medium.generation()) work = audit(medium.database(), broken);
      generation = medium.generation();
      if (!work.next().done) return 'more';
    } catch (error) {
      problem(`cannot examine the logs: ${textOf(error)}`);
    }
    work = undefined;
    return 'over';
  }

  const broken = (session: string, version: number): void =>
    problem(`session ${session}: its log is damaged at version ${version}; restore it from a backup`);

  return { stop: () => clearTimeout(timer) };
}
