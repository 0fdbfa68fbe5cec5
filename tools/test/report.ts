/** What one suite did, however its runner reports it. */
export interface TestOutcome {
  title: string;
  state: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped, or what went wrong. */
  reason?: string | undefined;
  /** What went wrong at the first try of a test that passed at the second. */
  firstTry?: string | undefined;
}

interface PlaywrightSuite {
  title: string;
  specs?: readonly PlaywrightSpec[];
  suites?: readonly PlaywrightSuite[];
}

interface PlaywrightSpec {
  title: string;
  tests: readonly {
    status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
    annotations: readonly { type: string; description?: string }[];
    results: readonly { error?: { message?: string } }[];
  }[];
}

/** The part of Playwright's JSON report that is read here. */
export interface PlaywrightReport {
  suites: readonly PlaywrightSuite[];
  /** Errors outside of any test, such as a file that cannot be loaded. */
  errors: readonly { message?: string }[];
}

/** One outcome per test, and one per error outside of any test. What passed only at the second try says so. */
export function playwrightOutcomes({ suites, errors }: PlaywrightReport): TestOutcome[] {
  return [
    ...suites.flatMap((suite) => ofSuite(suite, [])),
    ...errors.map(({ message }): TestOutcome => ({ title: 'outside of any test', state: 'failed', reason: message })),
  ];
}

function ofSuite({ title, specs = [], suites = [] }: PlaywrightSuite, parents: readonly string[]): TestOutcome[] {
  const path = [...parents, title];
  return [...specs.flatMap((spec) => ofSpec(spec, path)), ...suites.flatMap((suite) => ofSuite(suite, path))];
}

function ofSpec({ title, tests }: PlaywrightSpec, path: readonly string[]): TestOutcome[] {
  return tests.map(({ status, annotations, results }) => {
    const name = [...path, title].join(' › ');
    if (status === 'expected') return { title: name, state: 'passed' };
    if (status === 'flaky')
      return { title: name, state: 'passed', firstTry: results[0]?.error?.message ?? 'no message' };
    if (status !== 'skipped') return { title: name, state: 'failed', reason: results.at(-1)?.error?.message };
    const why = annotations.find(({ type }) => type === 'skip' || type === 'fixme');
    return { title: name, state: 'skipped', reason: why?.description };
  });
}
