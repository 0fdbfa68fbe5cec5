// A process in which two people write as fast as it is kept, until it is killed. Usage: node notes-writer.ts FILE RUN
// Each line on standard output is written at once: a paragraph that was acknowledged.
import { writeSync } from 'node:fs';
import { openNotesThread } from '@werkraum/server/src/adapters/notes/thread.ts';
import { ADA, at, BEN, copyOf, TABLE_A } from '@werkraum/server/src/ports/notes.fixtures.ts';
import { say } from './say.ts';

const [file = '', run = ''] = process.argv.slice(2);
const keeper = await openNotesThread({ file, report: (error) => writeSync(2, `${error}\n`) });
const { update: before } = await keeper.open(TABLE_A, new Uint8Array());

async function keepWriting(by: typeof ADA): Promise<void> {
  const copy = copyOf(before);
  for (let n = 0; ; n += 1) {
    const text = `${run}-${by}-${n}`;
    const kept = await keeper.update(TABLE_A, { update: copy.writes(text), by, at: at(n) });
    if (kept !== 'kept') throw new Error(kept);
    say(text);
  }
}

await Promise.all([keepWriting(ADA), keepWriting(BEN)]);
