import { runGates } from './check/gates.ts';
import { sayToTerminal as say } from './lib/progress.ts';
import { announce } from './test/announce.ts';
import { runSuite, SCENARIOS, UNIT } from './test/suites.ts';
import { summarize } from './test/summary.ts';

const results = [await runGates(say)];
for (const suite of [UNIT, SCENARIOS]) {
  const result = await runSuite(suite, suite.limitMs, say);
  announce(result, say);
  results.push(result);
}
const { text, failed } = summarize(results);
process.stdout.write(`\n${text}`);
process.exitCode = failed ? 1 : 0;
