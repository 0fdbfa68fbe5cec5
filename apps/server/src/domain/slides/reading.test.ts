import type { FacilitatorsView, SeatId, ShowingId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { placeOf } from '../places.ts';
import { values } from '../records.ts';
import { seatOf } from '../seats.ts';
import type { Session } from '../session.ts';
import { audiencesOf, mayRead, type Slices, slices } from '../slices.ts';
import { holds } from '../testing/anything.ts';
import { afterDoing, fileOf, showing, tableOf, withDecks } from '../testing/slides-steps.ts';
import { arrivedAt, idOf, phase, seatedAt } from '../testing/workshop.ts';

const NAMES = ['Frieda', 'Theo', 'Salma', 'Ada', 'Ben', 'Cem', 'Dora', 'Emil', 'Finja', 'Greta', 'Hakan', 'Ines'];
const readers = (session: Session, of: string) =>
  NAMES.filter((name) => mayRead(session, idOf(name), fileOf(idOf(of))) !== undefined);

const talk = () => withDecks(arrivedAt('talk').session);
const round = () => withDecks(seatedAt('round-1').session);

/** Everything one seat is told. */
const told = (session: Session, seatId: SeatId, { documents }: Slices = slices(session)): string =>
  JSON.stringify(audiencesOf(session, seatId).map((audience) => documents.get(audience)));

test('[SL-13] before it is shown a deck is read by its owner and by nobody else, facilitators included', () => {
  for (const name of NAMES) expect(readers(talk(), name)).toEqual([name]);
});

test('[SL-13] what is shown in the plenary is read by everybody there, until it is hidden', () => {
  const shown = afterDoing(talk(), ['Salma', showing(talk(), 'Salma')]);
  expect(readers(shown, 'Salma')).toEqual(NAMES);
  expect(readers(shown, 'Frieda')).toEqual(['Frieda']);
  const hidden = afterDoing(shown, ['Salma', { type: 'hide-deck', showingId: 'Salma-shows' as ShowingId }]);
  expect(readers(hidden, 'Salma')).toEqual(['Salma']);
});

test('[SL-13] what is shown at a table is read at that table, and by a facilitator while visiting', () => {
  const shown = afterDoing(round(), ['Ada', showing(round(), 'Ada')]);
  const roomId = tableOf(shown, 'Ada');
  const there = NAMES.filter((name) => placeOf(shown, idOf(name)) === roomId);
  expect(there.length).toBeLessThan(NAMES.length);
  expect(readers(shown, 'Ada')).toEqual(there);
  const visited = afterDoing(shown, ['Frieda', { type: 'visit-table', phaseId: phase('round-1'), roomId }]);
  expect(readers(visited, 'Ada')).toEqual(['Frieda', ...there]);
});

test('[SL-13] who is removed reads nothing any more, not even their own', () => {
  const shown = afterDoing(talk(), ['Salma', showing(talk(), 'Salma')]);
  const removed = afterDoing(shown, ['Frieda', { type: 'remove-person', seatId: idOf('Ada') }]);
  expect(mayRead(removed, idOf('Ada'), fileOf(idOf('Salma')))).toBeUndefined();
  expect(mayRead(removed, idOf('Ada'), fileOf(idOf('Ada')))).toBeUndefined();
  expect(mayRead(removed, 'nobody' as SeatId, fileOf(idOf('Salma')))).toBeUndefined();
});

test('[SL-13] [SL-15] whatever people press, files and names of a deck reach its owner, and others only where it is shown', () => {
  holds((_before, _facts, after) => {
    const all = slices(after);
    for (const { id: seatId } of values(after.people.seats)) {
      const text = told(after, seatId, all);
      const place = placeOf(after, seatId);
      for (const deck of values(after.slides.decks).flatMap((decks) => values(decks))) {
        const shown = values(after.slides.showings).filter(({ presenter }) => presenter === deck.by);
        const isShown = shown.some((it) => it.place === place || it.place === 'plenary');
        const own = deck.by === seatId;
        const isReader = seatOf(after, seatId)?.admission !== 'removed' && own;
        const [fileId] = deck.files;
        if (!fileId) throw new Error('a deck without files');
        expect(text.includes(fileId) && !isReader && !isShown).toBe(false);
        expect(
          mayRead(after, seatId, fileId) !== undefined && !isReader && !shown.some((it) => it.place === place),
        ).toBe(false);
      }
    }
  }, 60);
});

test('[SL-15] a table’s slides stand in its own document and nowhere else', () => {
  const shown = afterDoing(round(), ['Ada', showing(round(), 'Ada')]);
  const { documents } = slices(shown);
  const holding = [...documents]
    .filter(([, doc]) => JSON.stringify(doc).includes('Slides of Ada'))
    .map(([name]) => name);
  expect(holding.toSorted()).toEqual([`room:${tableOf(shown, 'Ada')}`, 'seat:ada']);
});

test('[SL-4] [SL-15] facilitators are told which decks the speakers brought, and no files', () => {
  const { talks } = slices(talk()).documents.get('facilitators') as FacilitatorsView;
  expect(talks).toEqual({ salma: { deck: { name: 'Slides of Salma', pages: 3 } } });
});

test('[SL-16] turning a page changes the page in one document and nothing else', () => {
  const shown = afterDoing(talk(), ['Salma', showing(talk(), 'Salma')]);
  const held = slices(shown);
  const turned = afterDoing(shown, ['Salma', { type: 'turn-page', showingId: 'Salma-shows' as ShowingId, page: 2 }]);
  const { documents } = slices(turned, held);
  const touched = [...documents.keys()].filter((audience) => documents.get(audience) !== held.documents.get(audience));
  expect(touched).toEqual(['session']);
  const [before, after] = [held.documents.get('session'), documents.get('session')] as Record<string, unknown>[];
  expect(Object.keys(after ?? {}).filter((part) => after?.[part] !== before?.[part])).toEqual(['slides']);
});
