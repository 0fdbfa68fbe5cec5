import type { Audience, SeatView } from '@werkraum/protocol';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { values } from './records.ts';
import type { Session } from './session.ts';
import { audiencesOf, type Slices, slices } from './slices.ts';
import { happenings, holds, play } from './testing/anything.ts';
import { arrivedAt, assembled, HOUSE, idOf, phase, seat, seatedAt, type Workshop } from './testing/workshop.ts';

// Hundreds of random workshops take longer than a test usually may, when the machine has other work.
vi.setConfig({ testTimeout: 60_000 });

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    isTree(part) && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted()) : part,
  );

/** Paths of parts that say the same as before and are nevertheless new objects. */
function copies(before: unknown, after: unknown, path = ''): string[] {
  if (before === after || !isTree(before) || !isTree(after)) return [];
  const below = Object.keys(after).flatMap((key) => copies(before[key], after[key], `${path}/${key}`));
  return text(before) === text(after) ? [path, ...below] : below;
}

const copiesIn = (before: Slices, after: Slices): string[] =>
  [...after.documents].flatMap(([audience, doc]) => copies(before.documents.get(audience), doc, audience));

test('[WI-26] documents made from those before say what documents made anew say', () => {
  let held: Slices | undefined;
  holds((before, _facts, after) => {
    held = slices(after, held?.session === before ? held : slices(before));
    expect(held.documents).toStrictEqual(slices(after).documents);
  });
});

test('[WI-26] what says the same as before is the same object, down to every part', () => {
  holds((before, _facts, after) => {
    const held = slices(before);
    expect(copiesIn(held, slices(after, held))).toEqual([]);
  });
});

test('[WI-26] it makes no difference which documents they are made from', () => {
  fc.assert(
    fc.property(happenings(60), fc.nat(), fc.nat(), (all, one, other) => {
      const states: Session[] = [assembled(undefined, ['Ada', 'Ida']).session];
      play(all, (_before, _facts, after) => states.push(after));
      const [from, to] = [states[one % states.length], states[other % states.length]];
      if (!from || !to) throw new Error('no states');
      expect(slices(to, slices(from)).documents).toStrictEqual(slices(to).documents);
    }),
    { numRuns: 200 },
  );
});

test('[WI-26] whoever has the same document belongs to the same audiences', () => {
  holds((before, _facts, after) => {
    const held = slices(before);
    const { documents } = slices(after, held);
    for (const { id } of values(before.people.seats)) {
      const audience: Audience = `seat:${id}`;
      if (documents.get(audience) === held.documents.get(audience))
        expect(audiencesOf(after, id)).toEqual(audiencesOf(before, id));
    }
  });
});

test('[WI-26] nothing is made anew of a state that is the same', () => {
  const held = slices(seatedAt('round-1').session);
  expect(slices(held.session, held)).toBe(held);
});

/** Audiences whose document is another one after a step. */
function touched(workshop: Workshop, step: (workshop: Workshop) => Workshop): Audience[] {
  const held = slices(workshop.session);
  const { documents } = slices(step(workshop).session, held);
  return [...documents.keys()].filter((audience) => documents.get(audience) !== held.documents.get(audience));
}

test('[WI-26] a raised hand concerns everybody in the plenary and no single seat', () => {
  expect(touched(arrivedAt('intro'), (it) => it.doing({ type: 'raise-hand' }, seat('Ada'), 9))).toEqual(['session']);
});

test('[WI-26] a hand at a table concerns that table and staff', () => {
  const round = seatedAt('round-1');
  const table = round.session.breakouts.rounds[phase('round-1')]?.seats[idOf('Ada')];
  const hand = touched(round, (it) => it.doing({ type: 'raise-hand' }, seat('Ada'), 99_000));
  expect(hand.toSorted()).toEqual([`room:${table}`, 'staff']);
});

test('[WI-26] somebody who drops out changes what everybody sees of them, not what others see of themselves', () => {
  const left = touched(arrivedAt('intro'), (it) => it.doing({ type: 'leave', seatId: idOf('Ada') }, HOUSE, 9));
  expect(left.toSorted()).toEqual(['session', 'staff']);
});

test('[PE-8] seats in the same situation share one list of what they may try', () => {
  const { documents } = slices(arrivedAt('intro').session);
  const may = (name: string) => (documents.get(`seat:${idOf(name)}`) as SeatView).may;
  expect(may('Ada')).toBe(may('Ben'));
  expect(may('Ada')).not.toEqual(may('Frieda'));
});
