import type { SeatId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Fact } from '../session.ts';
import { ownPart } from './own-part.ts';

const [ADA, BEN] = ['ada', 'ben'] as SeatId[] as [SeatId, SeatId];
const fact = (given: object): Fact => given as Fact;
const card = (by: SeatId, text: string, more: object = {}) => ({ card: { by, text, tags: ['roof'], ...more } });

test('[KE-23] a fact is its author’s; one without an author is told to whom it is about', () => {
  const said = fact({ type: 'message-said', text: 'Hello', by: ADA });
  expect([ownPart(said, ADA), ownPart(said, BEN)]).toEqual([said, undefined]);
  const seated = fact({ type: 'seat-assigned', seatId: ADA });
  expect([ownPart(seated, ADA), ownPart(seated, BEN)]).toEqual([seated, undefined]);
  const removed = fact({ type: 'seat-removed', seatId: ADA, by: BEN });
  expect(ownPart(removed, ADA)).toBeUndefined();
});

test('[KE-23] of links nothing is told but that there were some', () => {
  const invited = fact({ type: 'seat-invited', seatId: ADA, name: 'Ada', linkHash: 'secret' });
  expect(ownPart(invited, ADA)).toEqual({ type: 'seat-invited', seatId: ADA, name: 'Ada' });
});

test('[KE-23] of speaking times everybody gets their own', () => {
  const kept = fact({ type: 'speaking-times-kept', from: 1, seats: { ada: 5, ben: 7 } });
  expect(ownPart(kept, ADA)).toEqual({ type: 'speaking-times-kept', from: 1, seats: { ada: 5 } });
  expect(ownPart(kept, 'cem' as SeatId)).toBeUndefined();
});

test('[KE-23] of notes that were handed over everybody gets their own words', () => {
  const runs = [
    { text: 'Mine, ', by: ADA },
    { text: 'theirs', by: BEN },
    { text: ', mine.', by: ADA },
  ];
  const handed = fact({ type: 'notes-handed-over', roomId: 'r', text: [{ kind: 'paragraph', runs }] });
  expect(ownPart(handed, ADA)).toMatchObject({ text: [{ runs: [{ text: 'Mine, … , mine.' }] }] });
  expect(ownPart(handed, 'cem' as SeatId)).toBeUndefined();
});

test('[KE-23] of what came along from an earlier workshop everybody gets their own, merged cards included', () => {
  const merged = { x: card(ADA, 'Within').card };
  const cards = { one: card(ADA, 'Hers'), two: card(BEN, 'His', { merged }) };
  const notes = [{ kind: 'paragraph', runs: [{ text: 'His, too', by: BEN }] }];
  const table = { roomId: 'r', round: 'Round 1', label: 'A', topic: 'Roofs', cards, notes };
  const brought = fact({ type: 'results-brought', title: 'Before', tables: [table] });
  const own = [
    { text: 'Hers', tags: ['roof'] },
    { text: 'Within', tags: ['roof'] },
  ];
  const type = 'results-brought';
  expect(ownPart(brought, ADA)).toEqual({
    type,
    title: 'Before',
    tables: [{ roomId: 'r', label: 'A', cards: own, notes: [] }],
  });
  expect(ownPart(brought, 'cem' as SeatId)).toBeUndefined();
});

test('[KE-23] whoever handed cards over is told which, and not how others called their columns', () => {
  const handed = fact({ type: 'cards-handed-over', by: ADA, cards: [{ cardId: 'c', column: { label: 'Theirs' } }] });
  expect(ownPart(handed, ADA)).toEqual({ type: 'cards-handed-over', by: ADA, cards: [{ cardId: 'c' }] });
});
