import type { TestOutcome } from './report.ts';

export interface SuiteResult {
  name: string;
  outcomes: readonly TestOutcome[];
  ms: number;
  /** Why it did not run or did not end properly; `counts` says as what. */
  problem?: { text: string; counts: 'failed' | 'skipped' } | undefined;
  /** The end of what it printed, for a suite that failed. */
  tail?: string | undefined;
}

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Tests by state; a suite that could not do its work counts as one more. */
export function countsOf({ outcomes, problem }: SuiteResult): Counts {
  const count = (state: TestOutcome['state']) => outcomes.filter((outcome) => outcome.state === state).length;
  return {
    passed: count('passed'),
    failed: count('failed') + (problem?.counts === 'failed' ? 1 : 0),
    skipped: count('skipped') + (problem?.counts === 'skipped' ? 1 : 0),
  };
}

/** The whole run: a table, what was skipped and why, and the closing line that must be true. */
export function summarize(results: readonly SuiteResult[]): { text: string; failed: boolean } {
  const total = results.map(countsOf).reduce(
    (sum, counts) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
  const closing = `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`;
  const sections = [
    table(results),
    ...list('Skipped:', skips(results)),
    ...list('Passed only at the second try:', secondTries(results)),
    ...list('Failed:', failures(results)),
    closing,
  ];
  return { text: `${sections.join('\n\n')}\n`, failed: total.failed > 0 || total.passed === 0 };
}

function table(results: readonly SuiteResult[]): string {
  const rows = results.map((result) => {
    const { passed, failed, skipped } = countsOf(result);
    return [result.name, String(passed), String(failed), String(skipped), `${(result.ms / 1000).toFixed(1)} s`];
  });
  const all = [['suite', 'passed', 'failed', 'skipped', 'time'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
}

function skips(results: readonly SuiteResult[]): string[] {
  return results.flatMap(({ name, outcomes, problem }) => [
    ...(problem?.counts === 'skipped' ? [`${name}: ${problem.text}`] : []),
    ...outcomes
      .filter(({ state }) => state === 'skipped')
      .map(({ title, reason }) => `${name}: ${title} (${firstLine(reason) || 'no reason given'})`),
  ]);
}

function secondTries(results: readonly SuiteResult[]): string[] {
  return results.flatMap(({ name, outcomes }) =>
    outcomes
      .filter(({ firstTry }) => firstTry !== undefined)
      .map(({ title, firstTry }) => `${name}: ${title} (${firstLine(firstTry)})`),
  );
}

function failures(results: readonly SuiteResult[]): string[] {
  return results.flatMap(({ name, outcomes, problem }) => [
    ...(problem?.counts === 'failed' ? [`${name}: ${problem.text}`] : []),
    ...outcomes
      .filter(({ state }) => state === 'failed')
      .map(({ title, reason }) => `${name}: ${title} (${firstLine(reason) || 'no message'})`),
  ]);
}

function list(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [[heading, ...lines.map((line) => `  ${line}`)].join('\n')];
}

function firstLine(text: string | undefined): string {
  return text?.trim().split('\n')[0] ?? '';
}
