import { expect, test } from 'vitest';
import { alone, atLeast, atMost, compared, isMet } from '../bench/lines.ts';
import { colyseusMessage } from '../bench/parts/fan-out.ts';
import { HANDS, TO_AND_FRO, TWO_PARTS } from '../bench/support/agendas.ts';
import { inFolder } from '../bench/support/folder.ts';
import { layersOf } from '../bench/support/layers.ts';
import { everybody, roomVisitor, seatVisitor } from '../bench/support/people.ts';
import { among, colyseus, rawWs, type Subject, socketIo, werkraum } from '../bench/support/subjects.ts';
import { tableOf } from '../bench/table.ts';

// The bench is only as true as its load: these check that what it counts has happened, never how long it took.

const PEOPLE = 5;
const IN_FLIGHT = 4;

test('ratios are taken pair by pair, and aims are looked at in the right direction', () => {
  const line = compared(
    'work',
    'ms',
    'other',
    [
      [1, 2],
      [30, 10],
      [4, 4],
    ],
    { aim: atMost(1) },
  );
  expect(line).toMatchObject({ ours: { median: 4, low: 1, high: 30 }, ratio: { median: 1, low: 0.5, high: 3 } });
  expect(isMet(line)).toBe(true);
  expect(isMet(alone('rate', '/s', [3, 9, 6], { aim: atLeast(7, 'ours') }))).toBe(false);
  expect(isMet(alone('rate', '/s', [3]))).toBeUndefined();
  expect(tableOf([line])).toContain(
    '| work | 4.00 ms [1.00–30.0] | other 4.00 ms [2.00–10.0] | 1.00× | ≤ 1.00× | met |',
  );
});

test('everybody is reached by every change, whatever the server', { timeout: 60_000 }, () =>
  inFolder(async (fileIn) => {
    const phases = TWO_PARTS;
    const own = werkraum({ store: fileIn('own'), sessions: 1, people: PEOPLE, role: 'participant', phases });
    const [raw, stock, peer] = [rawWs(), socketIo(), colyseus()];
    await among([own, raw, stock, peer], async () => {
      await own.gather(everybody(1, PEOPLE, seatVisitor));
      await raw.gather(everybody(1, PEOPLE, () => ({ path: '/' })));
      await stock.gather(everybody(1, PEOPLE, roomVisitor));
      await peer.gather((await peer.server.call('reserve', PEOPLE)).map((path) => ({ path })));
      expect((await own.changes({ messages: TO_AND_FRO, rounds: 4 })).bytes).toBeGreaterThan(200);
      expect((await raw.changes({ messages: ['300'], rounds: 4 })).bytes).toBe(300);
      expect((await stock.changes({ messages: ['421["command",300]'], rounds: 4 })).bytes).toBe(300);
      const { bytes } = await peer.changes({ messages: [colyseusMessage(300)], kind: 'binary', rounds: 4 });
      expect(bytes).toBeGreaterThanOrEqual(300);
      expect(bytes).toBeLessThan(310);
    });
  }),
);

test('commands are accepted, kept and seen by everybody in their session', { timeout: 60_000 }, () =>
  inFolder(async (fileIn) => {
    const options = { sessions: 2, people: PEOPLE, role: 'participant', phases: TWO_PARTS } as const;
    const own: Subject<{ port: () => number; commits: () => { entries: number } }> = werkraum({
      ...{ ...options, store: fileIn('own'), publish: 'each' },
    });
    await among([own], async () => {
      await own.gather(everybody(2, PEOPLE, seatVisitor));
      await own.server.call('commits');
      await own.server.call('startProfile');
      const done = await own.commands({ inFlight: IN_FLIGHT, ms: 200, commands: HANDS });
      const layers = layersOf(await own.server.call('stopProfile'));
      expect(done.refused).toBe(0);
      // The last ones may still be on their way to the others when their senders have the answer.
      const onTheirWay = done.count * PEOPLE - done.delivered;
      expect(onTheirWay).toBeGreaterThanOrEqual(0);
      expect(onTheirWay).toBeLessThan(IN_FLIGHT * PEOPLE);
      expect((await own.server.call('commits')).entries).toBe(done.count);
      expect(layers.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1);
      expect(layers.map(([layer]) => layer)).toEqual(expect.arrayContaining(['emit', 'store', 'slices']));
    });
  }),
);
