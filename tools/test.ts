import { runGates } from './check/gates.ts';
import { sayToTerminal as say } from './lib/progress.ts';
import { findLiveKit } from './livekit/find-server.ts';
import { announce } from './test/announce.ts';
import { obtainChromium } from './test/chromium.ts';
import { BROWSERS, FAULTS, INTEGRATION, runSuite, SCENARIOS, type Suite, UNIT } from './test/suites.ts';
import { type SuiteResult, summarize } from './test/summary.ts';

/** Nothing that is tested takes this long; a run that does has hung somewhere. */
const RUN_LIMIT_MS = 40 * 60_000;
const startedAt = Date.now();

const browser = await obtainChromium(process.env, say);
const livekit = await findLiveKit({ env: { ...process.env, LIVEKIT: '', LIVEKIT_URL: '' }, say });
if (livekit.kind === 'none') say(livekit.reason);

const results: SuiteResult[] = [await runGates(say)];
for (const suite of [UNIT, SCENARIOS, INTEGRATION, BROWSERS, FAULTS]) {
  const result = await run(suite);
  announce(result, say);
  results.push(result);
}
const { text, failed } = summarize(results);
process.stdout.write(`\n${text}`);
process.exitCode = failed ? 1 : 0;

async function run(suite: Suite): Promise<SuiteResult> {
  if (suite === BROWSERS && 'missing' in browser) {
    // On a build machine a suite that cannot run is a failure: nobody would read the note.
    const counts = process.env.CI ? 'failed' : 'skipped';
    return { name: suite.name, outcomes: [], ms: 0, problem: { text: browser.missing, counts } };
  }
  return runSuite(suite, RUN_LIMIT_MS - (Date.now() - startedAt), say);
}
