import type { DeckId, FileId, Place, RoomId, SeatId, ShowDeck, ShowingId, ShowingView } from '@werkraum/protocol';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { placeOf } from '../places.ts';
import { runningPhase, seatsOf, tableOf as tableOfSeat } from '../seats.ts';
import type { Actor, AnyCommand, Decision, Fact, Session } from '../session.ts';
import { showingAt } from '../slides/view.ts';
import { HOUSE, idOf, minutes, seat } from './workshop.ts';

/** The one deck everybody has, three pages long. */
export const DECK = 'deck' as DeckId;

/** The one file of somebody's deck. */
export const fileOf = (seatId: SeatId): FileId => `file-of-${seatId}` as FileId;

/** The session in which everybody has uploaded a deck. */
export const withDecks = (session: Session): Session =>
  seatsOf(session)
    .map(
      ({ id, name }): Fact => ({
        ...{ type: 'deck-added', deckId: DECK, by: id, name: `Slides of ${name}`, kind: 'pdf', pages: 3 },
        ...{ fileId: fileOf(id), bytes: 1_000, at: 0 },
      }),
    )
    .reduce<Session>(evolve, session);

/** Somebody's wish to show their deck where they are. */
export const showing = (session: Session, name: string, page = 1, id = `${name}-shows`): ShowDeck => {
  const phaseId = runningPhase(session)?.id;
  const place = placeOf(session, idOf(name));
  const wish = { type: 'show-deck', showingId: id as ShowingId, deckId: DECK, place, page } as const;
  return { ...wish, ...(phaseId && { phaseId }) };
};

const actorOf = (name: string): Actor => (name === 'house' ? HOUSE : seat(name));

export const asked = (session: Session, name: string, command: AnyCommand): Decision =>
  decide(session, command, { actor: actorOf(name), now: minutes(2) });

/** What comes of commands one after another; a refusal throws. */
export const afterDoing = (session: Session, ...steps: [who: string, command: AnyCommand][]): Session =>
  steps.reduce((held, [who, command]) => {
    const decision = asked(held, who, command);
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.rejection}`);
    return decision.facts.reduce<Session>(evolve, held);
  }, session);

export const shownAt = (session: Session, place: Place): ShowingView | undefined => showingAt(session, place);

export function tableOf(session: Session, name: string): RoomId {
  const roomId = tableOfSeat(session, idOf(name));
  if (!roomId) throw new Error(`${name} has no table`);
  return roomId;
}
