import { setTimeout as pause } from 'node:timers/promises';
import { alone, atMost, compared, type Line, type Pair, type Part } from '../lines.ts';
import { TO_AND_FRO, TWO_PARTS, twoRounds } from '../support/agendas.ts';
import { inFolder } from '../support/folder.ts';
import { everybody, roomVisitor, seatVisitor, type Visitor } from '../support/people.ts';
import { type AnySubject, among, socketIo, werkraum } from '../support/subjects.ts';

const REPETITIONS = 3;
const PEOPLE = 12;
const KB = 1_024;
const STUCK = 20;
const WATCHERS = 100;
/** Enough to fill what the system holds for a connection, and much more. */
const FLOOD = 1_000;
/** A connection that takes nothing is closed after 15 s. */
const CUT_WITHIN_MS = 30_000;

async function perConnection(subject: AnySubject, visitors: readonly Visitor[]): Promise<number> {
  return among([subject], async () => {
    const before = await subject.server.call('memory');
    await subject.gather(visitors);
    const after = await subject.server.call('memory');
    return (after.rss - before.rss) / visitors.length / KB;
  });
}

async function connections(sessions: number, aim: number, fileIn: (name: string) => string) {
  const options = { sessions, people: PEOPLE, role: 'participant', phases: TWO_PARTS } as const;
  const pairs: Pair[] = [];
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const own = werkraum({ ...options, store: fileIn(`connections-${sessions}`) });
    const ours = await perConnection(own, everybody(sessions, PEOPLE, seatVisitor));
    pairs.push([ours, await perConnection(socketIo(), everybody(sessions, PEOPLE, roomVisitor))]);
  }
  const what = `memory per connection, ${(sessions * PEOPLE).toLocaleString('en')} connections`;
  return compared(what, 'kB', 'stock Socket.IO', pairs, {
    aim: atMost(aim, 'ours'),
    note: 'resident memory after a collection, the documents of the sessions included',
  });
}

async function stuckReaders(file: string): Promise<Line[]> {
  const people = WATCHERS + STUCK;
  const own = werkraum({ store: file, sessions: 1, people, role: 'speaker', phases: twoRounds(40) });
  return among([own], async () => {
    await own.gather(everybody(1, people, seatVisitor));
    // The same work with everybody reading, so that only what the readers cost is left.
    await own.changes({ messages: TO_AND_FRO, rounds: FLOOD });
    const before = await own.server.call('memory');
    await own.stopReading(STUCK);
    await own.changes({ messages: TO_AND_FRO, rounds: FLOOD, receivers: WATCHERS });
    const after = await own.server.call('memory');
    if ((await own.connected()) < people) throw new Error('a reader was cut before its memory could be measured');
    const closed = await untilCut(own, people - STUCK);
    return [
      alone('memory per reader that stopped', 'kB', [(after.heap - before.heap) / STUCK / KB], {
        aim: atMost(KB, 'ours'),
        note: `heap and buffers; ${FLOOD.toLocaleString('en')} changes of 10 kB were sent to ${WATCHERS} others meanwhile`,
      }),
      alone('the same, resident', 'kB', [(after.rss - before.rss) / STUCK / KB]),
      alone('readers that stopped and were cut', `of ${STUCK}`, [closed]),
    ];
  });
}

/** How many were closed by the server in the end. */
async function untilCut(own: AnySubject, left: number): Promise<number> {
  const until = performance.now() + CUT_WITHIN_MS;
  while (performance.now() < until && (await own.connected()) > left) await pause(250);
  return STUCK + left - (await own.connected());
}

/** What connections cost while nothing happens, and what one costs that takes nothing. */
export const memoryPart: Part = {
  name: 'memory',
  title: 'memory per connection, and of readers that stop reading',
  run: (say) =>
    inFolder(async (fileIn) => {
      say('1,000 connections');
      const few = await connections(84, 45, fileIn);
      say('12,000 connections');
      const many = await connections(1_000, 22, fileIn);
      say('readers that stop');
      return [few, many, ...(await stuckReaders(fileIn('stuck')))];
    }),
};
