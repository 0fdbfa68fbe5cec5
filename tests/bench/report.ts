import { readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';
import type { Line } from './lines.ts';
import { tableOf } from './table.ts';

/** What came of one part. */
export interface Measured {
  part: string;
  title: string;
  seconds: number;
  lines: readonly Line[];
  /** Why it could not be measured. */
  failed?: string;
}

export interface Machine {
  cpu: string;
  cores: number;
  gib: number;
  system: string;
  node: string;
  /** Processes that were ready to run in the last minute before the run. */
  load: number;
}

export const thisMachine = (): Machine => ({
  ...{ cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), gib: Math.round(totalmem() / 2 ** 30) },
  ...{ system: `${platform()} ${arch()}`, node: process.version, load: loadavg()[0] ?? 0 },
});

export const inWords = ({ cpu, cores, gib, system, node, load }: Machine): string =>
  `${cpu}, ${cores} cores, ${gib} GiB, ${system}, Node ${node}, load before the run ${load.toFixed(1)}`;

/** One part as Markdown: its table, and what must be known to read it. */
export function sectionOf({ part, title, seconds, lines, failed }: Measured): string {
  const notes = new Set(lines.flatMap(({ what, note }) => (note ? [`- ${what}: ${note}`] : [])));
  const body = failed
    ? `Not measured: ${failed}`
    : [tableOf(lines), ...(notes.size > 0 ? ['', ...notes] : [])].join('\n');
  return `### ${part}: ${title} (${Math.round(seconds)} s)\n\n${body}\n`;
}

const BEGIN = '<!-- bench: begin -->';
const END = '<!-- bench: end -->';

/** Puts the text between the two marks of a page. @throws when the page has no marks; nothing is written then. */
export function writeInto(file: string, text: string): void {
  const page = readFileSync(file, 'utf8');
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for the table (${BEGIN} … ${END})`);
  writeFileSync(file, `${page.slice(0, from + BEGIN.length)}\n\n${text}\n${page.slice(to)}`);
}
