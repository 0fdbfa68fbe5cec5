// The whole server over a SQLite file, without video, until it is killed. Usage: node server-process.ts FILE HOST_KEY
// Prints its port once it listens.
import { writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createPrintingThread } from '@werkraum/server/src/adapters/booklet/thread.ts';
import { createMemoryBallotBox } from '@werkraum/server/src/adapters/memory/ballot-box.ts';
import { openNotesThread } from '@werkraum/server/src/adapters/notes/thread.ts';
import { createPlanningThread } from '@werkraum/server/src/adapters/planning/thread.ts';
import { openSqliteEventStore } from '@werkraum/server/src/adapters/sqlite/event-store.ts';
import { createSystemClock } from '@werkraum/server/src/adapters/system-clock/system-clock.ts';
import { noVideo } from '@werkraum/server/src/application/no-video.ts';
import { startServer } from '@werkraum/server/src/server.ts';
import { createMetrics } from '@werkraum/server/src/transport/metrics.ts';
import { slidesKept } from '../support/slides-kept.ts';
import { say } from './say.ts';

const [file = '', hostKey = ''] = process.argv.slice(2);
const report = (error: unknown) => writeSync(2, `${error}\n`);

const server = await startServer({
  ...slidesKept(),
  settings: {
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://127.0.0.1',
    hostKey,
    trustProxy: 0,
    clientFolder: import.meta.dirname,
  },
  store: await openSqliteEventStore({ file, report }),
  clock: createSystemClock(),
  keeper: noVideo(),
  planner: createPlanningThread(),
  notes: await openNotesThread({ file: join(dirname(file), 'notes.sqlite'), report }),
  printer: createPrintingThread(createSystemClock()),
  ballots: createMemoryBallotBox(),
  metrics: createMetrics(),
  report,
});
say(String(server.port));
