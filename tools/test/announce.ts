import type { Say } from '../lib/progress.ts';
import { countsOf, type SuiteResult } from './summary.ts';

/** One line for a suite that has ended, and the end of its log when it failed. */
export function announce(result: SuiteResult, say: Say): void {
  const { passed, failed, skipped } = countsOf(result);
  const mark = failed > 0 ? '✗' : passed > 0 ? '✓' : '–';
  say(
    `${mark} ${result.name.padEnd(12)} ${passed} passed, ${failed} failed, ${skipped} skipped, ${(result.ms / 1000).toFixed(1)} s`,
  );
  if (failed > 0 && result.tail) say(result.tail.replace(/^/gm, '    '));
}
