import { join } from 'node:path';
import { buildClient } from '../build.ts';
import { type Say, withLimit } from '../lib/progress.ts';
import { ROOT } from '../lib/root.ts';
import { runCommand } from '../lib/run-command.ts';
import { checkReplaces } from '../livekit/check-replaces.ts';
import type { TestOutcome } from '../test/report.ts';
import type { SuiteResult } from '../test/summary.ts';
import { FIRST_LOAD_LIMIT_BYTES, roomFirstLoad } from './first-load.ts';
import { brokenRules } from './rules.ts';
import { findMachineTraces, longFiles, trackedFiles } from './tracked-files.ts';

interface Verdict {
  state: TestOutcome['state'];
  /** One line for the summary. */
  reason?: string;
  /** More, printed below the gate's line. */
  details?: string;
}

interface Gate {
  name: string;
  run(say: Say): Promise<Verdict>;
}

const GATE_LIMIT_MS = 4 * 60_000;

const GATES: readonly Gate[] = [
  { name: 'format and lint', run: program('@biomejs/biome/bin/biome', ['ci', '--colors=off', '.']) },
  { name: 'types', run: program('typescript/bin/tsc', ['-b']) },
  { name: 'dead code', run: program('knip/bin/knip.js', ['--no-progress']) },
  { name: 'client build', run: clientBuild },
  { name: 'first load of the room', run: firstLoad },
  { name: "LiveKit's replace lines", run: replaceLines },
  { name: 'rules and their tests', run: rules },
  { name: 'nothing of one machine', run: machineTraces },
  { name: 'file sizes (advice)', run: fileSizes },
];

/** Runs every gate, also after one has failed; prints one line each, and below it what is wrong. */
export async function runGates(say: Say): Promise<SuiteResult> {
  const startedAt = Date.now();
  const outcomes: TestOutcome[] = [];
  for (const gate of GATES) {
    const began = Date.now();
    const { state, reason, details } = await gate.run(say).catch(failed);
    say(gateLine(gate.name, state, Date.now() - began));
    if (details) say(details.replace(/^/gm, '    '));
    outcomes.push({ title: gate.name, state, reason: reason ?? 'see its output above' });
  }
  return { name: 'gates', outcomes, ms: Date.now() - startedAt };
}

const MARKS = { passed: '✓', failed: '✗', skipped: '–' };

function gateLine(name: string, state: TestOutcome['state'], ms: number): string {
  return `${MARKS[state]} ${name.padEnd(26)} ${`${(ms / 1000).toFixed(1)} s`.padStart(8)}`;
}

/** A program of node_modules that must end with code 0. */
function program(file: string, args: readonly string[]): Gate['run'] {
  return async (say) => {
    const command = [join(ROOT, 'node_modules', file), ...args];
    const { code, tail } = await withLimit({ label: file, limitMs: GATE_LIMIT_MS, say }, (signal) =>
      runCommand(process.execPath, command, { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' }, signal }),
    );
    return code === 0 ? { state: 'passed' } : { state: 'failed', details: tail.trim() };
  };
}

async function clientBuild(say: Say): Promise<Verdict> {
  await buildClient(say);
  return { state: 'passed' };
}

/** Reads what the gate before it has built. */
async function firstLoad(): Promise<Verdict> {
  const bytes = roomFirstLoad(join(ROOT, 'apps/client/dist'));
  if (bytes <= FIRST_LOAD_LIMIT_BYTES) return { state: 'passed' };
  return {
    state: 'failed',
    details: `${bytes} bytes of ${FIRST_LOAD_LIMIT_BYTES}: what is not seen on entering can come later (ui/later.tsx)`,
  };
}

async function replaceLines(): Promise<Verdict> {
  const problems = checkReplaces();
  if (problems === undefined) return { state: 'skipped', reason: "the module cache does not hold the server's go.mod" };
  return problems.length === 0 ? { state: 'passed' } : { state: 'failed', details: problems.join('\n') };
}

async function rules(): Promise<Verdict> {
  const files = trackedFiles(ROOT);
  if (files === undefined) return { state: 'skipped', reason: 'this is no Git clone' };
  const broken = brokenRules(ROOT, files);
  return broken.length === 0 ? { state: 'passed' } : { state: 'failed', details: broken.join('\n') };
}

async function machineTraces(): Promise<Verdict> {
  const files = trackedFiles(ROOT);
  if (files === undefined) return { state: 'skipped', reason: 'this is no Git clone' };
  const traces = findMachineTraces(ROOT, files);
  return traces.length === 0 ? { state: 'passed' } : { state: 'failed', details: traces.join('\n') };
}

async function fileSizes(): Promise<Verdict> {
  const long = longFiles(ROOT, trackedFiles(ROOT) ?? []);
  return { state: 'passed', details: long.join('\n') };
}

function failed(error: unknown): Verdict {
  return { state: 'failed', details: error instanceof Error ? error.message : String(error) };
}
