import { expect, test } from 'vitest';
import { playwrightOutcomes } from './report.ts';
import { type SuiteResult, summarize } from './summary.ts';

const passed = { title: 'a', state: 'passed' } as const;
const suite = (part: Partial<SuiteResult>): SuiteResult => ({ name: 'unit', outcomes: [passed], ms: 1_234, ...part });

test('a run in which everything passed', () => {
  expect(summarize([suite({}), suite({ name: 'e2e', ms: 61_000, outcomes: [passed, passed] })])).toEqual({
    failed: false,
    text: [
      'suite  passed  failed  skipped    time',
      'unit        1       0        0   1.2 s',
      'e2e         2       0        0  61.0 s',
      '',
      '3 passed, 0 failed',
      '',
    ].join('\n'),
  });
});

test('what was skipped is counted and named with its reason, a whole suite too', () => {
  const outcomes = [
    passed,
    { title: 'b', state: 'skipped', reason: 'needs macOS' },
    { title: 'c', state: 'skipped' },
  ] as const;
  const { text, failed } = summarize([
    suite({ outcomes }),
    suite({ name: 'e2e', outcomes: [], problem: { text: 'no browser', counts: 'skipped' } }),
  ]);
  expect(text).toContain('Skipped:\n  unit: b (needs macOS)\n  unit: c (no reason given)\n  e2e: no browser\n');
  expect(text).toMatch(/\n1 passed, 0 failed, 3 skipped\n$/);
  expect(failed).toBe(false);
});

test('a failed test and a suite that broke off both make the run fail', () => {
  const outcomes = [passed, { title: 'b', state: 'failed', reason: 'expected 1\nto be 2' }] as const;
  const { text, failed } = summarize([suite({ outcomes, problem: { text: 'given up after 5 s', counts: 'failed' } })]);
  expect(text).toContain('Failed:\n  unit: given up after 5 s\n  unit: b (expected 1)\n');
  expect(text).toMatch(/\n1 passed, 2 failed\n$/);
  expect(failed).toBe(true);
});

test('a test that passed only at the second try is named', () => {
  const { text, failed } = summarize([
    suite({ outcomes: [{ title: 'b', state: 'passed', firstTry: 'too late\nat' }] }),
  ]);
  expect(text).toContain('Passed only at the second try:\n  unit: b (too late)\n');
  expect(failed).toBe(false);
});

test('a run in which nothing passed has failed', () => {
  expect(summarize([suite({ outcomes: [{ title: 'b', state: 'skipped' }] })]).failed).toBe(true);
});

test("Playwright's report: nested suites, reasons of skips, flaky tests and errors outside of tests", () => {
  const result = (status: 'expected' | 'unexpected' | 'flaky' | 'skipped', message?: string) => ({
    status,
    annotations: status === 'skipped' ? [{ type: 'issue' }, { type: 'skip', description: 'no camera' }] : [],
    results: message === undefined ? [] : [{ error: { message: 'first try' } }, { error: { message } }],
  });
  const outcomes = playwrightOutcomes({
    suites: [
      {
        title: 'join.test.ts',
        specs: [{ title: 'enters', tests: [result('expected')] }],
        suites: [
          { title: 'late', specs: [{ title: 'knocks', tests: [result('skipped'), result('flaky', 'too late')] }] },
        ],
      },
    ],
    errors: [{ message: 'cannot be loaded' }],
  });
  expect(outcomes).toEqual([
    { title: 'join.test.ts › enters', state: 'passed' },
    { title: 'join.test.ts › late › knocks', state: 'skipped', reason: 'no camera' },
    { title: 'join.test.ts › late › knocks', state: 'passed', firstTry: 'first try' },
    { title: 'outside of any test', state: 'failed', reason: 'cannot be loaded' },
  ]);
});
