/**
 * Measures Werkraum beside what it is compared with, in one run on one machine.
 * Usage: npm run bench [-- PART… [--json FILE]]; without parts, all but the long ones. Ends with 1 only when something could not be measured.
 */
import { writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Line, Part } from './lines.ts';
import { commandsPart } from './parts/commands.ts';
import { fanOutPart } from './parts/fan-out.ts';
import { historyPart } from './parts/history.ts';
import { memoryPart } from './parts/memory.ts';
import { movePart } from './parts/move.ts';
import { pagePart } from './parts/page.ts';
import { reconnectPart } from './parts/reconnect.ts';
import { sessionsPart } from './parts/sessions.ts';
import { slowDiskPart } from './parts/slow-disk.ts';
import { soakPart } from './parts/soak.ts';
import { switchingPart } from './parts/switching.ts';
import { tableOf } from './table.ts';

const PARTS: readonly Part[] = [
  fanOutPart,
  commandsPart,
  sessionsPart,
  slowDiskPart,
  historyPart,
  reconnectPart,
  movePart,
  memoryPart,
  pagePart,
  switchingPart,
  soakPart,
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });

interface Measured {
  part: string;
  title: string;
  seconds: number;
  lines: Line[];
  /** Why it could not be measured. */
  failed?: string;
}

const machine = () => ({
  ...{ cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), node: process.version },
  ...{ gib: Math.round(totalmem() / 2 ** 30), system: `${platform()} ${arch()}`, load: loadavg()[0] },
});

function chosen(): readonly Part[] {
  const unknown = positionals.filter((name) => !PARTS.some((part) => part.name === name));
  if (unknown.length > 0) {
    const known = PARTS.map(({ name, title }) => `  ${name.padEnd(12)} ${title}`);
    process.stderr.write(`no part is called ${unknown.join(', ')}; there are\n${known.join('\n')}\n`);
    process.exit(2);
  }
  return positionals.length === 0
    ? PARTS.filter(({ long }) => !long)
    : PARTS.filter(({ name }) => positionals.includes(name));
}

async function measure(part: Part): Promise<Measured> {
  const began = performance.now();
  const say = (text: string) => process.stderr.write(`  ${part.name}: ${text}\n`);
  const outcome = await part.run(say).then(
    (lines) => ({ lines }),
    (error: unknown) => ({ lines: [], failed: error instanceof Error ? error.message : String(error) }),
  );
  return { part: part.name, title: part.title, seconds: (performance.now() - began) / 1_000, ...outcome };
}

function print({ part, title, seconds, lines, failed }: Measured): void {
  const body = failed ? `Not measured: ${failed}` : tableOf(lines);
  process.stdout.write(`\n### ${part}: ${title} (${Math.round(seconds)} s)\n\n${body}\n`);
  for (const note of new Set(lines.flatMap(({ what, note: text }) => (text ? [`- ${what}: ${text}`] : [])))) {
    process.stdout.write(`${note}\n`);
  }
}

const before = machine();
process.stdout.write(
  `${before.cpu}, ${before.cores} cores, ${before.gib} GiB, ${before.system}, Node ${before.node}\n`,
);
const results: Measured[] = [];
for (const part of chosen()) {
  const measured = await measure(part);
  print(measured);
  results.push(measured);
}
if (values.json) {
  const all = { at: new Date().toISOString(), machine: before, results };
  writeFileSync(values.json, `${JSON.stringify(all, null, 2)}\n`);
}
process.exitCode = results.some(({ failed }) => failed) ? 1 : 0;
