import type { DeckId, FileId, SeatView } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { eraseFrom } from '../erase.ts';
import { accept, reject, type Session } from '../session.ts';
import { mayRead, slices } from '../slices.ts';
import { arrivedAt, drafted, fold, HOUSE, idOf, seat, type Workshop } from '../testing/workshop.ts';
import type { KeptFile } from './decks.ts';

const deckId = 'deck' as DeckId;
const MB = 1_024 * 1_024;
type Sent = Partial<Omit<KeptFile, 'id'>> & { deck?: string; page?: number; id?: string };
const PDF = { kind: 'pdf', pages: 12 } as const;
const add = (name: string, { deck = 'deck', page = 1, id = 'f', ...rest }: Sent = {}) => {
  const file = { id: id as FileId, kind: 'images', bytes: 1 * MB, pages: 1, ...rest } as const;
  return { type: 'add-deck-file', deckId: deck as DeckId, seatId: idOf(name), name: 'Our roof', page, file } as const;
};
const remove = { type: 'remove-deck', deckId } as const;
const own = (session: Session, name: string) =>
  (slices(session).documents.get(`seat:${idOf(name)}`) as SeatView).decks ?? {};

describe('decks of slides', () => {
  test('[FI-2] somebody invited has slides weeks before, and only they are told of them', () => {
    const with_ = drafted().doing(add('Ada', PDF), HOUSE, 5).session;
    expect(own(with_, 'Ada')).toMatchObject({ deck: { name: 'Our roof', kind: 'pdf', pages: 12, files: ['f'] } });
    const told = [...slices(with_).documents].filter(([, doc]) => JSON.stringify(doc).includes('Our roof'));
    expect(told.map(([audience]) => audience)).toEqual(['seat:ada']);
  });

  test('[FI-3] images make one deck, page by page; the same page again changes nothing', () => {
    const first = drafted().doing(add('Ada'), HOUSE, 1);
    expect(first.when(add('Ada', { id: 'again' }), HOUSE, 2)).toEqual(accept());
    expect(first.when(add('Ada', { page: 3, id: 'g' }), HOUSE, 2)).toEqual(reject('page-added-meanwhile'));
    const second = first.doing(add('Ada', { page: 2, id: 'g' }), HOUSE, 2).session;
    expect(own(second, 'Ada')).toMatchObject({ deck: { kind: 'images', pages: 2, files: ['f', 'g'], bytes: 2 * MB } });
    expect(drafted().when(add('Ada', { page: 2 }), HOUSE, 1)).toEqual(reject('no-such-deck'));
    const whole = drafted().doing(add('Ada', PDF), HOUSE, 1);
    expect(whole.when(add('Ada', { page: 13 }), HOUSE, 2)).toEqual(reject('page-added-meanwhile'));
  });

  test('[FI-3] a deck is of one person', () => {
    const hers = drafted().doing(add('Ada'), HOUSE, 1);
    expect(hers.when(add('Ben', { page: 2 }), HOUSE, 2)).toEqual(reject('no-such-deck'));
    const both = hers.doing(add('Ben', { id: 'his' }), HOUSE, 2).session;
    expect([own(both, 'Ada'), own(both, 'Ben')]).toMatchObject([
      { deck: { files: ['f'] } },
      { deck: { files: ['his'] } },
    ]);
  });

  test('[FI-4] three decks, 40 MB for one person and 500 MB for all are what there is room for', () => {
    const three = ['a', 'b', 'c'].reduce<Workshop>(
      (before, deck) => before.doing(add('Ada', { deck, id: deck }), HOUSE, 1),
      drafted(),
    );
    expect(three.when(add('Ada', { deck: 'd' }), HOUSE, 2)).toEqual(reject('too-many-decks'));
    const full = drafted()
      .doing(add('Ada', { bytes: 20 * MB }), HOUSE, 1)
      .doing(add('Ada', { bytes: 20 * MB, page: 2, id: 'g' }), HOUSE, 1);
    expect(full.when(add('Ada', { page: 3, bytes: 1 }), HOUSE, 2)).toEqual(reject('own-space-full'));
    const names = ['Ada', 'Ben', 'Cem', 'Dora', 'Emil', 'Finja', 'Greta', 'Hakan', 'Ines', 'Frieda', 'Theo', 'Salma'];
    const crowd = names.reduce<Workshop>(
      (before, name) => before.doing(add(name, { deck: name, bytes: 40 * MB, id: name }), HOUSE, 1),
      drafted(),
    );
    const { session } = crowd.doing({ type: 'issue-link', ...zoe }, HOUSE, 2);
    expect(session.slides.decks).toHaveProperty('salma');
    const guest = crowd.doing({ type: 'issue-link', ...zoe }, HOUSE, 2);
    expect(guest.when(add('Zoe', { deck: 'z', bytes: 20 * MB }), HOUSE, 3).ok).toBe(true);
    expect(guest.when(add('Zoe', { deck: 'z', bytes: 21 * MB }), HOUSE, 3)).toEqual(reject('session-space-full'));
  });

  test('[FI-10] whoever knocked has no slides before they are let in, whoever was removed none any more', () => {
    const knocked = drafted().doing({ type: 'knock', seatId: idOf('Zoe'), name: 'Zoe', linkHash: 'z' }, HOUSE, 1);
    expect(knocked.when(add('Zoe'), HOUSE, 2)).toEqual(reject('not-admitted'));
    const gone = arrivedAt('intro').doing({ type: 'remove-person', seatId: idOf('Ada') }, seat('Frieda'), 1);
    expect(gone.when(add('Ada'), HOUSE, 2)).toEqual(reject('person-removed'));
  });

  test('[FI-7] the owner and facilitators take a deck away, nobody else', () => {
    const kept = arrivedAt('intro').doing(add('Ada'), HOUSE, 1);
    const hers = { ...remove, seatId: idOf('Ada') };
    expect(kept.when(hers, seat('Ben'), 2)).toEqual(reject('not-your-deck'));
    expect(kept.when(hers, seat('Theo'), 2)).toEqual(reject('not-your-deck'));
    expect(kept.when(remove, seat('Ben'), 2)).toEqual(accept());
    for (const [name, command] of [
      ['Ada', remove],
      ['Frieda', hers],
    ] as const) {
      const after = kept.doing(command, seat(name), 2);
      expect(after.session.slides.decks).toEqual({});
      expect(own(after.session, 'Ada')).toEqual({});
      expect(after.when(command, seat(name), 3)).toEqual(accept());
    }
  });

  test('[FI-9] a file may be read by its owner, and by nobody who was not shown it', () => {
    const { session } = arrivedAt('intro').doing(add('Ada'), HOUSE, 1);
    const readers = Object.keys(session.people.seats).filter((id) => mayRead(session, idOf(id), 'f' as FileId));
    expect(readers).toEqual(['ada']);
    expect(mayRead(session, idOf('Ada'), 'other' as FileId)).toBeUndefined();
    const removed = arrivedAt('intro')
      .doing(add('Ada'), HOUSE, 1)
      .doing({ type: 'remove-person', seatId: idOf('Ada') }, seat('Frieda'), 2);
    expect(mayRead(removed.session, idOf('Ada'), 'f' as FileId)).toBeUndefined();
  });

  test('[KE-20] the name of a deck is its owner’s, and goes with them', () => {
    const { facts } = arrivedAt('intro').doing(add('Ada'), HOUSE, 1).doing(remove, seat('Ada'), 2);
    const erased = facts.map((fact) => eraseFrom(fact, idOf('Ada'))).filter((fact) => fact !== undefined);
    expect(JSON.stringify(erased)).not.toContain('Our roof');
    expect(JSON.stringify(erased)).not.toContain('Ada');
    expect(fold(erased)?.slides).toMatchObject({ decks: {} });
  });
});

const zoe = { seatId: idOf('Zoe'), name: 'Zoe', role: 'participant', linkHash: 'zoe-hash' } as const;
