import { fileURLToPath } from 'node:url';
import { spawnDoomed } from '../../faults/doomed.ts';
import type { Pair } from '../lines.ts';
import { inFolder } from '../support/folder.ts';
import { buildFullHouse, type FullHouse } from './full-house.ts';

const SERVER = fileURLToPath(new URL('../../faults/server-process.ts', import.meta.url));
const HOST_KEY = 'the-organiser-of-a-thousand-sessions';

/** Milliseconds from the start of the process until it answers that it is ready. */
async function untilReady(file: string): Promise<number> {
  const began = performance.now();
  const server = spawnDoomed(SERVER, file, HOST_KEY);
  await server.flowing;
  const answer = await fetch(`http://127.0.0.1:${server.said().trim()}/readyz`);
  const ms = performance.now() - began;
  if (!answer.ok) throw new Error(`not ready: ${answer.status}`);
  await server.killAfter(0);
  return ms;
}

/** Starts the server over a house full of running sessions, and over an empty one, again and again. */
export async function measureRestarts(
  house: FullHouse,
  times: number,
  say: (text: string) => void,
): Promise<readonly Pair[]> {
  return inFolder(async (fileIn) => {
    const [full, empty] = [fileIn('full.sqlite'), fileIn('empty.sqlite')];
    say(`writing ${house.sessions} sessions of ${house.facts} facts`);
    buildFullHouse(full, house);
    const pairs: Pair[] = [];
    for (let time = 1; time <= times; time++) {
      say(`restart ${time} of ${times}`);
      pairs.push([await untilReady(full), await untilReady(empty)]);
    }
    return pairs;
  });
}
