import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pinnedVersion, SERVER_MODULE, WRAPPER_FOLDER } from './pinned-version.ts';

/** What is wrong with our replace lines, one sentence each; empty when they equal those of the server's own go.mod. */
export function compareReplaces(ours: string, theirs: string): string[] {
  const [mine, wanted] = [replacesOf(ours), replacesOf(theirs)];
  return [
    ...wanted.filter((line) => !mine.includes(line)).map((line) => `missing: replace ${line}`),
    ...mine.filter((line) => !wanted.includes(line)).map((line) => `not in the server's go.mod: replace ${line}`),
  ];
}

/** The same for the pinned version, `undefined` when this machine has never fetched its go.mod. */
export function checkReplaces(env: NodeJS.ProcessEnv = process.env): string[] | undefined {
  const cache = env.GOMODCACHE || join(env.GOPATH || join(homedir(), 'go'), 'pkg', 'mod');
  const theirs = join(cache, 'cache', 'download', SERVER_MODULE, '@v', `${pinnedVersion()}.mod`);
  if (!existsSync(theirs)) return undefined;
  return compareReplaces(readFileSync(`${WRAPPER_FOLDER}go.mod`, 'utf8'), readFileSync(theirs, 'utf8'));
}

/** Both ways of writing them: `replace a => b v1` and a block in parentheses. */
function replacesOf(goMod: string): string[] {
  return goMod
    .split('\n')
    .map((line) => line.replace(/\/\/.*/, '').trim())
    .filter((line) => line.includes('=>'))
    .map((line) => line.replace(/^replace\s+/, '').replace(/\s+/g, ' '));
}
