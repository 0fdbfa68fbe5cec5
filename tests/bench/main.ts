/**
 * Measures Werkraum beside what it is compared with, in one run on one machine.
 * Usage: npm run bench [-- PART… [--json FILE] [--page FILE]]; without parts, all but the long ones. `--page` puts the tables
 * between the marks of a Markdown page. Ends with 1 only when something could not be measured.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Part } from './lines.ts';
import { commandsPart } from './parts/commands.ts';
import { fanOutPart } from './parts/fan-out.ts';
import { historyPart } from './parts/history.ts';
import { memoryPart } from './parts/memory.ts';
import { movePart } from './parts/move.ts';
import { pagePart } from './parts/page.ts';
import { reconnectPart } from './parts/reconnect.ts';
import { rotationPart } from './parts/rotation.ts';
import { sessionsPart } from './parts/sessions.ts';
import { slowDiskPart } from './parts/slow-disk.ts';
import { soakPart } from './parts/soak.ts';
import { switchingPart } from './parts/switching.ts';
import { inWords, type Measured, sectionOf, thisMachine, writeInto } from './report.ts';

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
  rotationPart,
  soakPart,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, page: { type: 'string' } },
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

const parts = chosen();
const machine = thisMachine();
const at = new Date().toISOString();
process.stdout.write(`${inWords(machine)}\n`);
const results: Measured[] = [];
for (const part of parts) {
  const measured = await measure(part);
  process.stdout.write(`\n${sectionOf(measured)}`);
  results.push(measured);
}
const command = ['npm run bench', ...(positionals.length > 0 ? ['--', ...positionals] : [])].join(' ');
if (values.json) writeFileSync(values.json, `${JSON.stringify({ at, command, machine, results }, null, 2)}\n`);
if (values.page) {
  const head = `\`${command}\`, ${at.slice(0, 10)}: ${inWords(machine)}\n`;
  writeInto(values.page, [head, ...results.map(sectionOf)].join('\n'));
}
process.exitCode = results.some(({ failed }) => failed) ? 1 : 0;
