// A process that appends as fast as the store takes it, until it is killed. Usage: node store-writer.ts FILE RUN SEED
// Each line on standard output is written at once: `ready`, then `SESSION COMMAND VERSION` for each acknowledgement.
import { writeSync } from 'node:fs';
import type { CommandId, SeatId, SessionId } from '@werkraum/protocol';
import { openSqliteEventStore } from '@werkraum/server/src/adapters/sqlite/event-store.ts';
import type { Session } from '@werkraum/server/src/domain/session.ts';
import type { EventStore } from '@werkraum/server/src/ports/event-store.ts';
import { createRandom } from './random.ts';
import { say } from './say.ts';

const SESSIONS = 4;
const IN_FLIGHT = 6;
const FORMAT = 1;

const [file = '', run = '', seed = ''] = process.argv.slice(2);
const random = createRandom(Number(seed));

function fail(why: string): never {
  writeSync(2, `${why}\n`);
  process.exit(1);
}

/** An entry whose facts say how many of them belong together. */
function entry(commandId: string) {
  const count = 1 + random.below(3);
  const padding = 'x'.repeat(random.below(25));
  const fact = (n: number) => ({ type: 'seat-arrived' as const, seatId: `${n}-of-${count}-${padding}` as SeatId });
  const facts = Array.from({ length: count }, (_, index) => fact(index + 1));
  return { facts, at: 1, by: 'house' as const, commandId: commandId as CommandId };
}

async function keepWriting(store: EventStore, session: SessionId): Promise<void> {
  const found = await store.read(session, FORMAT);
  if (found.kind === 'damaged') fail(`${session} is damaged at ${found.atVersion}`);
  let version = found.kind === 'log' ? found.log.version : 0;
  const flying = new Set<Promise<void>>();
  for (let n = 0; ; n++) {
    const asked = entry(`${run}-${session}-${n}`);
    const based = version;
    version += asked.facts.length;
    const flight = store.append(session, asked, based).then((result) => {
      flying.delete(flight);
      if (result.kind !== 'appended') fail(`${session}: ${JSON.stringify(result)}`);
      say(`${session} ${asked.commandId} ${result.version}`);
      if (n % 40 === 0)
        void store.keepSnapshot(session, {
          version: result.version,
          format: FORMAT,
          state: {} as Session,
          commandIds: [],
        });
    });
    flying.add(flight);
    if (flying.size >= IN_FLIGHT) await Promise.race(flying);
  }
}

const store = await openSqliteEventStore({ file, report: (error) => fail(String(error)) }).catch((error: Error) =>
  fail(error.message),
);
say('ready');
await Promise.all(Array.from({ length: SESSIONS }, (_, n) => keepWriting(store, `session-${n}` as SessionId)));
