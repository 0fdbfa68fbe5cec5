import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths and hosts that are true on one machine only and have no business in a repository. */
const MACHINE_ONLY = [
  { what: 'a path of one machine', pattern: /(?<![\w.~$}/])\/(?:root|home\/\w+|Users\/\w+|work|workspace|tmp\/wt)\// },
  {
    what: 'a package registry',
    pattern: /\b(?:registry\.(?:npmjs|yarnpkg)|proxy\.golang|sum\.golang|deb\.debian|pypi)\.(?:org|com)\b/,
  },
];
const BINARY = /\.(?:png|jpe?g|woff2?|ico|pdf|mp4|wav)$/;
const SOURCE = /\.(?:tsx?|mjs|css)$/;
const LONG_LINES = 300;

/** Names of all tracked files, or `undefined` outside of a Git clone. */
export function trackedFiles(root: string): string[] | undefined {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.split('\0').filter((name) => name !== '') : undefined;
}

/** One line per place where a file names something of one machine. */
export function machineTraces(file: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      MACHINE_ONLY.filter(({ pattern }) => pattern.test(line)).map(({ what }) => `${file}:${index + 1}: ${what}`),
    );
}

/** All such places in the tracked files that still exist. */
export function findMachineTraces(root: string, files: readonly string[]): string[] {
  return files.filter((file) => !BINARY.test(file)).flatMap((file) => machineTraces(file, readText(root, file)));
}

/** Advice only: sources that have grown long, with their number of lines. */
export function longFiles(root: string, files: readonly string[]): string[] {
  return files
    .filter((file) => SOURCE.test(file))
    .map((file) => ({ file, lines: readText(root, file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONG_LINES)
    .map(({ file, lines }) => `${file}: ${lines} lines`);
}

function readText(root: string, file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return ''; // Deleted but not committed yet, or a link to a folder.
  }
}
