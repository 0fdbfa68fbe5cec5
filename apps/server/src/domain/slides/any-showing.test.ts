import type { Place, ShowingId } from '@werkraum/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evolve } from '../evolve.ts';
import { placeOf } from '../places.ts';
import { entries, values } from '../records.ts';
import { runningPhase, seatsOf } from '../seats.ts';
import type { AnyCommand, Session } from '../session.ts';
import { mayRead, slices } from '../slices.ts';
import { asked, showing, withDecks } from '../testing/slides-steps.ts';
import { arrivedAt, idOf, seatedAt } from '../testing/workshop.ts';

const NAMES = ['Frieda', 'Salma', 'Ada', 'Ben', 'Cem', 'Dora'];
const WISHES = ['show', 'show', 'show', 'turn', 'hide', 'hand', 'take-word', 'give-word'] as const;
const TURNS = ['start-turn', 'end-turn', 'skip-turn', 'leave', 'arrive', 'visit', 'remove', 'advance'] as const;
const BASES = [withDecks(arrivedAt('talk').session), withDecks(seatedAt('round-1').session)];

interface Step {
  who: string;
  what: (typeof WISHES)[number] | (typeof TURNS)[number];
  whom: string;
  page: number;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(...NAMES),
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...WISHES) },
    { weight: 1, arbitrary: fc.constantFrom(...TURNS) },
  ),
  whom: fc.constantFrom(...NAMES),
  page: fc.integer({ min: 1, max: 4 }),
});

function commandOf(session: Session, { who, what, whom, page }: Step): [by: string, command: AnyCommand] {
  const place = placeOf(session, idOf(who));
  const showingId = session.slides.showings[place]?.id ?? ('none' as ShowingId);
  const queue = place === 'plenary' || place === 'lobby' ? undefined : session.turns.queues[place];
  const turnId = (what === 'start-turn' ? queue?.order[page] : queue?.running?.turnId) ?? ('none' as never);
  const phaseId = runningPhase(session)?.id ?? ('none' as never);
  const seatId = idOf(whom);
  switch (what) {
    case 'show':
      return [who, { ...showing(session, who, page, `${who}-${page}`), ...(who === 'Frieda' && { seatId }) }];
    case 'turn':
      return [who, { type: 'turn-page', showingId, page }];
    case 'hide':
      return [who, { type: 'hide-deck', showingId }];
    case 'hand':
      return [who, { type: 'hand-slides', showingId, seatId }];
    case 'give-word':
    case 'take-word':
      return ['Frieda', { type: what, seatId }];
    case 'start-turn':
    case 'end-turn':
    case 'skip-turn':
      return ['Theo', { type: what, roomId: place as never, turnId }];
    case 'leave':
    case 'arrive':
      return ['house', { type: what, seatId }];
    case 'visit':
      return ['Frieda', { type: 'visit-table', phaseId, roomId: placeOf(session, seatId) as never }];
    case 'remove':
      return ['Frieda', { type: 'remove-person', seatId }];
    default:
      return ['Frieda', { type: 'advance-phase', phaseId }];
  }
}

/** Plays steps one after another and shows every state. */
function play(base: Session, steps: readonly Step[], check: (session: Session) => void): void {
  let session = base;
  for (const step of steps) {
    const decision = asked(session, ...commandOf(session, step));
    if (!decision.ok) continue;
    session = decision.facts.reduce<Session>(evolve, session);
    check(session);
  }
}

const holds = (check: (session: Session) => void, numRuns = 100) =>
  fc.assert(
    fc.property(fc.constantFrom(...BASES), fc.array(anyStep, { maxLength: 40, size: 'max' }), (base, steps) =>
      play(base, steps, check),
    ),
    { numRuns },
  );

test('[SL-1] whatever people press, what is shown exists, and so does its page', () => {
  const places = new Set<Place>();
  holds(({ slides: { showings, decks } }) => {
    for (const [place, shown] of entries(showings)) {
      places.add(place);
      expect(shown.place).toBe(place);
      expect(shown.page).toBeLessThanOrEqual(decks[shown.presenter]?.[shown.deckId]?.pages ?? 0);
    }
  });
  expect(places.size).toBeGreaterThan(2);
});

test('[SL-9] [SL-11] whatever people press, nothing is shown at closed tables, in the turns of others, or by who is removed', () => {
  holds((session) => {
    const { slides, turns, people, breakouts } = session;
    for (const { place, presenter, turner } of values(slides.showings)) {
      expect([people.seats[presenter]?.admission, people.seats[turner]?.admission]).toEqual(['admitted', 'admitted']);
      if (place === 'plenary' || place === 'lobby') continue;
      expect(breakouts.open).toBeDefined();
      const queue = turns.queues[place];
      const speaker = queue?.running && queue.turns[queue.running.turnId]?.seatId;
      expect(speaker ?? presenter).toBe(presenter);
    }
  });
});

test('[SL-13] whatever people press, who is told which files are shown at a place may read them, and nobody else', () => {
  holds((session) => {
    for (const { id } of seatsOf(session)) {
      const place = placeOf(session, id);
      const shown = session.slides.showings[place];
      const readable = values(session.slides.decks).flatMap((decks) =>
        values(decks).filter(({ files: [fileId] }) => fileId && mayRead(session, id, fileId)),
      );
      const others = readable.filter(({ by }) => by !== id).map(({ by }) => by);
      expect(others).toEqual(shown && shown.presenter !== id ? [shown.presenter] : []);
    }
  });
});

test('[SL-15] whatever people press, documents made from those before say what documents made anew say', () => {
  let held = BASES.map((base) => slices(base)).at(-1);
  holds((session) => {
    held = slices(session, held);
    expect(held.documents).toStrictEqual(slices(session).documents);
  }, 12);
});
