import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Say, withLimit } from '../lib/progress.ts';
import { ROOT } from '../lib/root.ts';
import { runCommand } from '../lib/run-command.ts';
import { type PlaywrightReport, playwrightOutcomes, type TestOutcome } from './report.ts';
import type { SuiteResult } from './summary.ts';

export interface Suite {
  name: string;
  limitMs: number;
  runner: { kind: 'vitest'; projects: readonly string[] } | { kind: 'playwright' };
}

const minutes = (count: number) => count * 60_000;

export const UNIT: Suite = {
  name: 'unit',
  limitMs: minutes(8),
  runner: { kind: 'vitest', projects: ['protocol', 'planning', 'server', 'client', 'tools'] },
};
export const SCENARIOS: Suite = vitestSuite('scenarios', 5);
export const INTEGRATION: Suite = vitestSuite('integration', 10);
export const BROWSERS: Suite = { name: 'e2e', limitMs: minutes(30), runner: { kind: 'playwright' } };
export const FAULTS: Suite = vitestSuite('faults', 14);

const LOG_FOLDER = join(ROOT, 'test-results');
const HEARTBEAT_MS = 30_000;
const TAIL_LINES = 40;

function vitestSuite(name: string, limit: number): Suite {
  return { name, limitMs: minutes(limit), runner: { kind: 'vitest', projects: [name] } };
}

/** Runs one suite in a process of its own; whatever happens to it becomes a result. */
export async function runSuite(suite: Suite, limitMs: number, say: Say): Promise<SuiteResult> {
  mkdirSync(LOG_FOLDER, { recursive: true });
  const report = join(LOG_FOLDER, `${suite.name}.json`);
  const logFile = join(LOG_FOLDER, `${suite.name}.log`);
  rmSync(report, { force: true });
  const startedAt = Date.now();
  const limited = {
    label: suite.name,
    limitMs: Math.max(1_000, Math.min(limitMs, suite.limitMs)),
    say,
    heartbeatMs: HEARTBEAT_MS,
  };
  let ended: { code: number; tail: string };
  try {
    ended = await withLimit(limited, (signal) =>
      runCommand(process.execPath, commandOf(suite), { cwd: ROOT, env: environment(report), signal, logFile }),
    );
  } catch (error) {
    ended = { code: 128, tail: error instanceof Error ? error.message : String(error) };
  }
  return judge(suite, ended, report, Date.now() - startedAt);
}

function judge(suite: Suite, ended: { code: number; tail: string }, report: string, ms: number): SuiteResult {
  const outcomes = readOutcomes(suite, report);
  const anyFailed = outcomes.some(({ state }) => state === 'failed');
  const text = problemOf(outcomes, ended, anyFailed);
  const bad = anyFailed || text !== undefined;
  return {
    name: suite.name,
    outcomes,
    ms,
    problem: text === undefined ? undefined : { text, counts: 'failed' },
    tail: bad ? ended.tail.trim().split('\n').slice(-TAIL_LINES).join('\n') : undefined,
  };
}

function problemOf(
  outcomes: readonly TestOutcome[],
  { code, tail }: { code: number; tail: string },
  anyFailed: boolean,
) {
  if (outcomes.length === 0) return code === 128 ? tail.trim().split('\n').at(-1) : 'ran no test';
  if (code !== 0 && !anyFailed) return `ended with code ${code} although no test failed`;
  return undefined;
}

function commandOf({ runner }: Suite): string[] {
  if (runner.kind === 'playwright') {
    return [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'tests/playwright.config.ts',
      '--reporter=list,json',
    ];
  }
  const projects = runner.projects.flatMap((name) => ['--project', name]);
  const reporters = ['--reporter=default', '--reporter=./tools/test/vitest-reporter.ts'];
  return ['node_modules/vitest/vitest.mjs', 'run', ...projects, ...reporters];
}

function environment(report: string): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...env } = process.env;
  return { ...env, NO_COLOR: '1', WERKRAUM_REPORT: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
}

function readOutcomes({ runner }: Suite, report: string): TestOutcome[] {
  if (!existsSync(report)) return [];
  const content: unknown = JSON.parse(readFileSync(report, 'utf8'));
  return runner.kind === 'playwright' ? playwrightOutcomes(content as PlaywrightReport) : (content as TestOutcome[]);
}
