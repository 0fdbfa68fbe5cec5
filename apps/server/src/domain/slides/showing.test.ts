import type { DeckId, Place, RoomId, ShowingId, TurnId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { evolve } from '../evolve.ts';
import type { Fact, Session } from '../session.ts';
import { accept, reject } from '../session.ts';
import { afterDoing, asked, DECK, showing, shownAt, tableOf, withDecks } from '../testing/slides-steps.ts';
import { arrivedAt, assembled, idOf, phase, seatedAt } from '../testing/workshop.ts';

const talk = () => withDecks(arrivedAt('talk').session);
const round = () => withDecks(seatedAt('round-1').session);

function turnOf(session: Session, name: string): { roomId: RoomId; turnId: TurnId } {
  const roomId = tableOf(session, name);
  const turns = Object.values(session.turns.queues[roomId]?.turns ?? {});
  const turnId = turns.find((turn) => turn?.seatId === idOf(name))?.id;
  if (!turnId) throw new Error(`${name} has no turn`);
  return { roomId, turnId };
}

const started = (session: Session, name: string): Session =>
  afterDoing(session, ['Theo', { type: 'start-turn', ...turnOf(session, name) }]);

/** Somebody else at the same table. */
function neighbourOf(session: Session, name: string): string {
  const found = ['Ada', 'Ben', 'Cem', 'Dora', 'Emil', 'Finja', 'Greta', 'Hakan', 'Ines'].find(
    (other) => other !== name && tableOf(session, other) === tableOf(session, name),
  );
  if (!found) throw new Error('nobody else sits there');
  return found;
}

test('[SL-1] everybody at the place is on the page that is shown, at most one deck at a place', () => {
  const session = afterDoing(talk(), ['Salma', showing(talk(), 'Salma', 2)]);
  expect(shownAt(session, 'plenary')).toMatchObject({ name: 'Slides of Salma', presenter: 'salma', page: 2, pages: 3 });
  const other = afterDoing(session, ['Frieda', showing(session, 'Frieda', 1, 'other')]);
  expect(Object.values(other.slides.showings)).toHaveLength(1);
  expect(shownAt(other, 'plenary')?.presenter).toBe('frieda');
});

test('[SL-2] in the plenary facilitators show slides, and whoever may share a screen there', () => {
  const may = ['Frieda', 'Salma', 'Theo', 'Ada'].filter((name) => asked(talk(), name, showing(talk(), name)).ok);
  expect(may).toEqual(['Frieda', 'Salma']);
  const withWord = afterDoing(talk(), ['Frieda', { type: 'give-word', seatId: idOf('Ada') }]);
  expect(asked(withWord, 'Ada', showing(withWord, 'Ada')).ok).toBe(true);
  const pause = withDecks(arrivedAt('intro', 0).session);
  expect(asked(pause, 'Ada', showing(pause, 'Ada'))).toEqual(reject('may-not-show'));
});

test('[SL-2] slides can be tried out before the start', () => {
  const doors = withDecks(assembled().session);
  expect(asked(doors, 'Salma', showing(doors, 'Salma')).ok).toBe(true);
});

test('[SL-2] a late click does not show slides in the next phase, nor where the sender no longer is', () => {
  const late = { ...showing(talk(), 'Salma'), phaseId: phase('intro') };
  expect(asked(talk(), 'Salma', late)).toEqual(reject('phase-already-ended'));
  const elsewhere = { ...showing(talk(), 'Salma'), place: 'round-1-a' as Place };
  expect(asked(talk(), 'Salma', elsewhere)).toEqual(reject('may-not-show'));
});

test('[SL-2] nobody shows what they do not have, or a page that is not there', () => {
  const unknown = { ...showing(talk(), 'Salma'), deckId: 'none' as DeckId };
  expect(asked(talk(), 'Salma', unknown)).toEqual(reject('no-such-deck'));
  expect(asked(talk(), 'Salma', showing(talk(), 'Salma', 4))).toEqual(reject('no-such-page'));
});

test('[SL-3] at a table whoever sits there shows slides while no turn runs, and a visitor does not', () => {
  const session = round();
  expect(asked(session, 'Ada', showing(session, 'Ada')).ok).toBe(true);
  const roomId = tableOf(session, 'Ada');
  const visited = afterDoing(session, ['Frieda', { type: 'visit-table', phaseId: phase('round-1'), roomId }]);
  expect(asked(visited, 'Frieda', showing(visited, 'Frieda'))).toEqual(reject('may-not-show'));
});

test('[SL-3] while a turn runs at the table nobody but its speaker shows slides', () => {
  const session = started(round(), 'Ada');
  const other = neighbourOf(session, 'Ada');
  expect(asked(session, other, showing(session, other))).toEqual(reject('may-not-show'));
  expect(asked(session, 'Ada', showing(session, 'Ada')).ok).toBe(true);
});

test('[SL-4] a facilitator shows in the plenary what a speaker brought, and the speaker is the presenter', () => {
  const theirs = { ...showing(talk(), 'Frieda'), seatId: idOf('Salma') };
  const session = afterDoing(talk(), ['Frieda', theirs]);
  expect(shownAt(session, 'plenary')).toMatchObject({ presenter: 'salma', turner: 'salma' });
  expect(asked(session, 'Salma', { type: 'turn-page', showingId: theirs.showingId, page: 2 }).ok).toBe(true);
});

test('[SL-4] nobody shows what a participant brought but they themselves', () => {
  for (const name of ['Frieda', 'Salma']) {
    const theirs = { ...showing(talk(), name), seatId: idOf('Ada') };
    expect(asked(talk(), name, theirs)).toEqual(reject('no-such-deck'));
  }
});

test('[SL-5] slides are replaced by their presenter or a facilitator, not by others', () => {
  const session = afterDoing(round(), ['Ada', showing(round(), 'Ada')]);
  const other = neighbourOf(session, 'Ada');
  expect(asked(session, other, showing(session, other))).toEqual(reject('slides-in-use'));
  expect(asked(session, 'Ada', showing(session, 'Ada', 2, 'again')).ok).toBe(true);
  expect(asked(session, 'Ada', showing(session, 'Ada', 3))).toEqual(accept());
});

test('[SL-5] slides of somebody who is not there are in nobody’s way', () => {
  const session = afterDoing(round(), ['Ada', showing(round(), 'Ada')]);
  const other = neighbourOf(session, 'Ada');
  const away = afterDoing(session, ['house', { type: 'leave', seatId: idOf('Ada') }]);
  expect(asked(away, other, showing(away, other)).ok).toBe(true);
  expect(asked(away, other, { type: 'hide-deck', showingId: 'Ada-shows' as ShowingId }).ok).toBe(true);
});

const salmaShows = () => afterDoing(talk(), ['Salma', showing(talk(), 'Salma')]);
const SALMAS = 'Salma-shows' as ShowingId;
const turning = (page: number, showingId = SALMAS) => ({ type: 'turn-page', showingId, page }) as const;

test('[SL-6] the presenter turns the pages, and nobody else', () => {
  expect(asked(salmaShows(), 'Salma', turning(3))).toEqual(
    accept({ type: 'page-turned', place: 'plenary', showingId: SALMAS, page: 3 }),
  );
  for (const name of ['Frieda', 'Theo', 'Ada'])
    expect(asked(salmaShows(), name, turning(3))).toEqual(reject('not-your-slides'));
});

test('[SL-6] pages are absolute: the page of now changes nothing, one beyond the last is refused', () => {
  expect(asked(salmaShows(), 'Salma', turning(1))).toEqual(accept());
  expect(asked(salmaShows(), 'Salma', turning(4))).toEqual(reject('no-such-page'));
});

test('[SL-6] a late page does not turn the slides of somebody else', () => {
  const after = afterDoing(salmaShows(), ['Frieda', showing(talk(), 'Frieda', 1, 'next')]);
  expect(asked(after, 'Salma', turning(2))).toEqual(reject('slides-not-shown'));
});

test('[SL-7] slides are hidden by their presenter or a facilitator; hidden ones stay hidden', () => {
  const hide = { type: 'hide-deck', showingId: SALMAS } as const;
  for (const name of ['Salma', 'Frieda']) expect(asked(salmaShows(), name, hide).ok).toBe(true);
  for (const name of ['Ada', 'Theo']) expect(asked(salmaShows(), name, hide)).toEqual(reject('not-your-slides'));
  expect(asked(talk(), 'Salma', hide)).toEqual(accept());
});

test('[SL-8] the pages are handed to somebody who is here, and the presenter keeps the right', () => {
  const hand = (name: string) => ({ type: 'hand-slides', showingId: SALMAS, seatId: idOf(name) }) as const;
  const handed = afterDoing(salmaShows(), ['Salma', hand('Ada')]);
  for (const name of ['Ada', 'Salma']) expect(asked(handed, name, turning(2)).ok).toBe(true);
  expect(asked(handed, 'Ben', hand('Ben'))).toEqual(reject('not-your-slides'));
  expect(asked(handed, 'Frieda', hand('Ada'))).toEqual(accept());
  const gone = afterDoing(salmaShows(), ['house', { type: 'leave', seatId: idOf('Ada') }]);
  expect(asked(gone, 'Frieda', hand('Ada'))).toEqual(reject('person-not-here'));
});

test('[SL-9] what is shown in the plenary ends with the phase, and when a phase is undone', () => {
  for (const type of ['advance-phase', 'undo-phase'] as const) {
    const after = afterDoing(salmaShows(), ['Frieda', { type, phaseId: phase('talk') }]);
    expect(after.slides.showings).toEqual({});
  }
});

test('[SL-9] who loses the word no longer shows slides', () => {
  const word = afterDoing(talk(), ['Frieda', { type: 'give-word', seatId: idOf('Ada') }]);
  const shown = afterDoing(word, ['Ada', showing(word, 'Ada')]);
  expect(shownAt(shown, 'plenary')?.presenter).toBe('ada');
  const taken = afterDoing(shown, ['Frieda', { type: 'take-word', seatId: idOf('Ada') }]);
  expect(shownAt(taken, 'plenary')).toBeUndefined();
});

test('[SL-9] what is shown at a table ends with the table', () => {
  const shown = afterDoing(round(), ['Ada', showing(round(), 'Ada')]);
  const next = afterDoing(shown, ['Frieda', { type: 'advance-phase', phaseId: phase('round-1') }]);
  expect(next.slides.showings).toEqual({});
});

test('[SL-9] with the turn its slides end, and a pause leaves them', () => {
  const session = started(round(), 'Ada');
  const turn = turnOf(session, 'Ada');
  const shown = afterDoing(session, ['Ada', showing(session, 'Ada')]);
  expect(shownAt(afterDoing(shown, ['Theo', { type: 'pause-turn', ...turn }]), turn.roomId)?.presenter).toBe('ada');
  expect(shownAt(afterDoing(shown, ['Theo', { type: 'end-turn', ...turn }]), turn.roomId)).toBeUndefined();
});

test('[SL-9] who showed slides already goes on when their own turn begins, and ends with that of another', () => {
  const early = afterDoing(round(), ['Ada', showing(round(), 'Ada')]);
  const roomId = tableOf(early, 'Ada');
  expect(shownAt(started(early, 'Ada'), roomId)?.presenter).toBe('ada');
  expect(shownAt(started(early, neighbourOf(early, 'Ada')), roomId)).toBeUndefined();
});

test('[SL-10] a broken line changes nothing: the slides stay, and so does the right to turn them', () => {
  const away = afterDoing(salmaShows(), ['house', { type: 'leave', seatId: idOf('Salma') }]);
  expect(shownAt(away, 'plenary')?.presenter).toBe('salma');
  const back = afterDoing(away, ['house', { type: 'arrive', seatId: idOf('Salma') }]);
  expect(asked(back, 'Salma', turning(2)).ok).toBe(true);
});

test('[SL-11] what somebody showed who is removed ends; pages handed to them go back', () => {
  const removed = (session: Session, name: string) =>
    afterDoing(session, ['Frieda', { type: 'remove-person', seatId: idOf(name) }]);
  expect(removed(salmaShows(), 'Salma').slides.showings).toEqual({});
  const hand = { type: 'hand-slides', showingId: SALMAS, seatId: idOf('Ada') } as const;
  const handed = afterDoing(salmaShows(), ['Salma', hand]);
  expect(shownAt(removed(handed, 'Ada'), 'plenary')?.turner).toBe('salma');
});

test('[SL-12] a deck that is removed is no longer shown', () => {
  const gone: Fact = { type: 'deck-removed', deckId: DECK, by: idOf('Salma') };
  const session = evolve(salmaShows(), gone);
  expect(session.slides.showings).toEqual({});
  expect(session.slides.decks[idOf('Salma')]).toBeUndefined();
});

test('[SL-14] a deck remembers the page that was shown last', () => {
  const turned = afterDoing(salmaShows(), ['Salma', turning(3)]);
  const hidden = afterDoing(turned, ['Salma', { type: 'hide-deck', showingId: SALMAS }]);
  expect(hidden.slides.decks[idOf('Salma')]?.[DECK]?.lastPage).toBe(3);
});
