import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';
import type { TestOutcome } from './report.ts';

/** Writes a list of outcomes to the file named by WERKRAUM_REPORT; unlike the JSON reporter it keeps the reasons of skips. */
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const outcomes = [
      ...modules.flatMap((module) => [...module.children.allTests()].map(ofTest)),
      ...modules.flatMap((module) => module.errors().map((error) => failure(module.relativeModuleId, error))),
      ...unhandled.map((error) => failure('outside of any test', error)),
    ];
    const file = process.env.WERKRAUM_REPORT;
    if (file) writeFileSync(file, JSON.stringify(outcomes));
  }
}

function ofTest(test: TestCase): TestOutcome {
  const title = `${test.module.relativeModuleId} › ${test.fullName}`;
  const result = test.result();
  if (result.state === 'failed') return { title, state: 'failed', reason: result.errors[0]?.message };
  if (result.state === 'passed') return { title, state: 'passed' };
  if (result.state === 'skipped') return { title, state: 'skipped', reason: result.note };
  return { title, state: 'failed', reason: 'never ended' };
}

function failure(title: string, { message }: SerializedError): TestOutcome {
  return { title, state: 'failed', reason: message };
}
