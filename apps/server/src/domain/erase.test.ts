import type { SeatId } from '@werkraum/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eraserOf } from './erase.ts';
import { evolve } from './evolve.ts';
import { values } from './records.ts';
import type { Fact, Session } from './session.ts';
import { slices } from './slices.ts';
import { happenings, play } from './testing/anything.ts';

const foldAll = (facts: readonly Fact[]): Session | undefined => facts.reduce<Session | undefined>(evolve, undefined);
const without = (facts: readonly Fact[], seatId: SeatId): readonly Fact[] => {
  const erase = eraserOf(seatId);
  return facts.flatMap((fact) => erase(fact) ?? []);
};

test('[KE-20] whatever happened, the log folds without anybody, and everybody still sees a workshop', () => {
  fc.assert(
    fc.property(happenings(80), (all) => {
      const { facts, session } = play(all, () => {});
      for (const { id, name } of values(session.people.seats)) {
        const erased = without(facts, id);
        expect(erased).toHaveLength(facts.length);
        expect(without(erased, id)).toEqual(erased);
        const after = foldAll(erased);
        expect(after?.people.seats[id]?.name).not.toBe(name);
        expect(after && slices(after).documents.get('session')).toBeDefined();
      }
    }),
    { numRuns: 60 },
  );
});

test('[KE-20] what one person wrote goes, and of what others wrote nothing', () => {
  fc.assert(
    fc.property(happenings(80), (all) => {
      const { facts, session } = play(all, () => {});
      const nobody = 'nobody' as SeatId;
      expect(without(facts, nobody)).toEqual(facts);
      for (const { id } of values(session.people.seats)) {
        const erase = eraserOf(id);
        for (const fact of facts) if ('by' in fact && fact.by !== id) expect(erase(fact)).toEqual(fact);
      }
    }),
    { numRuns: 30 },
  );
});

const by = 'erased' as SeatId;
const columns = [{ id: 'mine', kind: 'idea', label: 'Secret column' }];
const round = {
  topic: 'Secret topic',
  question: 'Secret question',
  tableTopics: ['Secret'],
  tables: 2,
  groups: 'new',
  columns,
};
const length = { plannedMs: 60_000, minMs: 0, onTimeUp: 'hold' };
const words = { title: 'Secret title', task: { instructions: 'Secret task' } };
const question = { id: 'q', prompt: 'Secret prompt' };

test('[KE-20] words in the agenda, in names of columns, and in questions of the survey go with whoever wrote them', () => {
  const told = [
    {
      type: 'phase-added',
      phase: { id: 'p', ...length, ...words, notes: 'Secret', kind: 'breakout-round', round },
      by,
      at: 0,
    },
    { type: 'phase-added', phase: { id: 'r', ...length, ...words, kind: 'plenary-reflection', columns }, by, at: 0 },
    {
      type: 'phase-changed',
      phaseId: 'x',
      change: { ...words, topic: 'Secret', question: 'Secret', columns, plannedMs: 5 },
      by,
      at: 0,
    },
    {
      ...{ type: 'survey-set', revision: 1, by, at: 0 },
      questions: [
        { ...question, kind: 'text' },
        { ...question, kind: 'scale', from: 1, to: 5, labels: { from: 'Secret' } },
        { ...question, kind: 'single', options: ['Secret', 'Secret too'] },
      ],
    },
    {
      ...{ type: 'cards-handed-over', boardId: 'b', by: 'other', at: 0 },
      cards: [
        { cardId: 'c', column: columns[0] },
        { cardId: 'd', column: { id: 'theirs', kind: 'idea', label: 'Column of others' } },
      ],
    },
  ] as unknown as Fact[];
  const left = without(told, by);
  expect(JSON.stringify(left)).not.toContain('Secret');
  expect(left).toMatchObject([
    { phase: { title: '–', round: { topic: '–', columns: [{ id: 'mine', kind: 'idea' }] } } },
    { phase: { columns: [{ id: 'mine' }] } },
    { change: { plannedMs: 5, columns: [{ id: 'mine' }] } },
    { questions: [{ prompt: '–' }, { from: 1, to: 5 }, { options: ['– 1', '– 2'] }] },
    { cards: [{ column: { id: 'mine' } }, { column: { label: 'Column of others' } }] },
  ]);
});
