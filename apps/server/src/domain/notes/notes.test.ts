import type { RoomId } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { type AnyCommand, accept, reject, type Session } from '../session.ts';
import { slices } from '../slices.ts';
import { arrivedAt, assembled, drafted, HOUSE, idOf, minutes, phase, seat, seatedAt } from '../testing/workshop.ts';
import { notesAccess } from './access.ts';
import { eraseNotes } from './erase.ts';
import type { WrittenText } from './notes.ts';
import { withoutAuthors, withoutSeat } from './written.ts';

const tables = () => seatedAt('round-1');
const NOW = minutes(2);

/** A participant at each of two tables. */
function twoTables({ breakouts }: Session) {
  const seats = Object.entries(breakouts.rounds[phase('round-1')]?.seats ?? {});
  const [first] = seats;
  const second = seats.find(([, roomId]) => roomId !== first?.[1]);
  if (!first?.[1] || !second?.[1]) throw new Error('needs two tables');
  return { ada: first[0], a: first[1], ben: second[0], b: second[1] };
}

const handOver = (roomId: RoomId): AnyCommand => ({ type: 'hand-over-notes', roomId });
const written: WrittenText = [
  { kind: 'heading', level: 2, runs: [{ text: 'Ideas', by: idOf('Ada') }] },
  {
    kind: 'paragraph',
    runs: [
      { text: 'Fewer ', by: idOf('Ada') },
      { text: 'cars', by: idOf('Ben') },
    ],
  },
  { kind: 'list', ordered: false, items: [{ depth: 0, runs: [{ text: 'trams', bold: true, by: idOf('Ben') }] }] },
];
const keep = (roomId: RoomId, text?: WrittenText, askedAt = NOW): AnyCommand => ({
  ...{ type: 'keep-handed-notes', roomId, askedAt },
  ...(text && { text }),
});

describe('handing over', () => {
  test('[NO-12] who is at the table asks for it, the house reads it, and everybody sees it', () => {
    const { a, ada } = twoTables(tables().session);
    const asked = tables().doing(handOver(a), seat(ada), NOW);
    expect(slices(asked.session).documents.get('session')).not.toHaveProperty('handedNotes');
    const kept = asked.doing(keep(a, written), HOUSE, NOW);
    expect(slices(kept.session).documents.get('session')).toMatchObject({
      handedNotes: { [a]: { phaseId: 'round-1', label: 'A', by: ada, at: NOW } },
    });
  });

  test('[NO-12] what is not asked for, or asked for twice, changes nothing', () => {
    const { a, ada } = twoTables(tables().session);
    const asked = tables().doing(handOver(a), seat(ada), NOW);
    expect(asked.when(handOver(a), seat(ada), NOW + 1)).toEqual(accept());
    expect(tables().when(keep(a, written), HOUSE, NOW)).toEqual(accept());
    expect(asked.when(keep(a, written, NOW - 1), HOUSE, NOW)).toEqual(accept());
  });

  test('[NO-12] from elsewhere, of a table that is none, or while only moving is tried, it is refused', () => {
    const { a, ada, ben } = twoTables(tables().session);
    expect(tables().when(handOver(a), seat(ben), NOW)).toEqual(reject('not-at-a-table'));
    expect(tables().when(handOver('round-9-z' as RoomId), seat(ada), NOW)).toEqual(reject('no-such-table'));
    expect(arrivedAt('talk').when(handOver(a), seat(ada), NOW)).toEqual(reject('tables-not-open'));
    const trial = arrivedAt('intro').doing({ type: 'start-practice', phaseId: phase('intro') }, seat('Frieda'), 0);
    const place = trial.session.breakouts.open?.practice?.tables[0]?.roomId;
    expect(trial.when(handOver(place as RoomId), seat(ada), 1)).toEqual(reject('tables-not-open'));
  });

  test('[NO-13] an empty text is not handed over; a new one takes the place of the one before', () => {
    const { a, ada } = twoTables(tables().session);
    const asked = tables().doing(handOver(a), seat(ada), NOW);
    const dropped = { type: 'notes-handing-dropped', roomId: a } as const;
    expect(asked.when(keep(a), HOUSE, NOW)).toEqual(accept(dropped));
    expect(asked.when(keep(a, [{ kind: 'paragraph', runs: [{ text: ' ' }] }]), HOUSE, NOW)).toEqual(accept(dropped));
    const again = asked.doing(keep(a, written), HOUSE, NOW).doing(handOver(a), seat(ada), NOW + 5);
    const kept = again.doing(keep(a, written.slice(0, 1), NOW + 5), HOUSE, NOW + 6);
    expect(slices(kept.session).documents.get('session')).toMatchObject({
      handedNotes: { [a]: { at: NOW + 5, text: [{ kind: 'heading', level: 2, runs: [{ text: 'Ideas' }] }] } },
    });
  });

  test('[NO-14] nobody is told who wrote which words', () => {
    expect(withoutAuthors(written)).toEqual([
      { kind: 'heading', level: 2, runs: [{ text: 'Ideas' }] },
      { kind: 'paragraph', runs: [{ text: 'Fewer cars' }] },
      { kind: 'list', ordered: false, items: [{ depth: 0, runs: [{ text: 'trams', bold: true }] }] },
    ]);
  });

  test('[NO-15] erasing a person takes their words out of what was handed over, and nobody else’s', () => {
    const fact = { type: 'notes-handed-over', roomId: 'round-1-a' as RoomId, text: written } as const;
    expect(eraseNotes(fact, idOf('Ben'))).toEqual({
      ...fact,
      text: [
        { kind: 'heading', level: 2, runs: [{ text: 'Ideas', by: 'ada' }] },
        { kind: 'paragraph', runs: [{ text: 'Fewer ', by: 'ada' }] },
      ],
    });
    expect(eraseNotes(fact, idOf('Cem'))).toBe(fact);
    expect(withoutSeat(written, idOf('Cem'))).toBe(written);
  });
});

describe('[NO-2] who may read and write', () => {
  const access = (session: Session, name: string, place: 'plenary' | RoomId) => notesAccess(session, idOf(name), place);

  test('at a table those who are there, nobody else, staff neither', () => {
    const { session } = tables();
    const { a, b, ada, ben } = twoTables(session);
    expect(access(session, ada, a)).toBe('write');
    for (const name of [ben, 'Frieda', 'Theo', 'Salma', 'Nobody']) expect(access(session, name, a)).toBe('none');
    expect(access(session, ada, b)).toBe('none');
    expect(access(session, ada, 'plenary')).toBe('none');
    expect(access(session, 'Frieda', 'plenary')).toBe('write');
  });

  test('a facilitator while visibly visiting', () => {
    const { a } = twoTables(tables().session);
    const phaseId = phase('round-1');
    const visiting = tables().doing({ type: 'visit-table', phaseId, roomId: a }, seat('Frieda'), NOW);
    expect(access(visiting.session, 'Frieda', a)).toBe('write');
    expect(access(visiting.session, 'Frieda', 'plenary')).toBe('none');
    const back = visiting.doing({ type: 'leave-table', phaseId }, seat('Frieda'), NOW + 1);
    expect(access(back.session, 'Frieda', a)).toBe('none');
  });

  test('a removed person nowhere, from that moment on', () => {
    const { a, ada } = twoTables(tables().session);
    const { session } = tables().doing({ type: 'remove-person', seatId: idOf(ada) }, seat('Frieda'), NOW);
    expect([access(session, ada, a), access(session, ada, 'plenary')]).toEqual(['none', 'none']);
  });

  test('a table that is closed, nobody; before the doors open, nobody; after the end everybody reads what was the plenary’s', () => {
    const { a, ada } = twoTables(tables().session);
    const { session: closed } = arrivedAt('round-2');
    expect([access(closed, ada, a), access(closed, ada, 'plenary')]).toEqual(['none', 'write']);
    expect(access(drafted().session, 'Frieda', 'plenary')).toBe('none');
    expect(access(assembled().session, 'Ada', 'plenary')).toBe('write');
    const { session: ended } = arrivedAt('reflection').doing({ type: 'end-session' }, seat('Frieda'), 9);
    expect([access(ended, ada, 'plenary'), access(ended, ada, a)]).toEqual(['read', 'none']);
  });
});
