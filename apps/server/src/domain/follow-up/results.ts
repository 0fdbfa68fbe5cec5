import type { CardId, PhasePlan, RoomId, SeatId } from '@werkraum/protocol';
import type { Card, HandedCard } from '../board/board.ts';
import { roomsOf } from '../breakouts/view.ts';
import { hasHandedNotes } from '../notes/view.ts';
import { withAuthors } from '../notes/written.ts';
import { type ById, entries, ids } from '../records.ts';
import type { Session } from '../session.ts';
import type { BroughtTable, FollowUpFact } from './brought.ts';

type Now = (seatId: SeatId) => SeatId;

/** What the tables of a session handed over, for the session that follows it; nothing when they handed over nothing. */
export function resultsBrought(session: Session, seatNow: Now): FollowUpFact[] {
  const tables = session.agenda.phases.flatMap((phase) => tablesOf(session, phase, seatNow));
  if (tables.length === 0) return [];
  const [startedAt] = session.agenda.past.map((past) => past.startedAt);
  return [{ type: 'results-brought', title: session.title, ...(startedAt !== undefined && { startedAt }), tables }];
}

function tablesOf(session: Session, { id: phaseId, title }: PhasePlan, seatNow: Now): BroughtTable[] {
  const round = session.breakouts.rounds[phaseId];
  if (!round) return [];
  const { rooms } = roomsOf(session.agenda.phases, round);
  return round.tables.flatMap(({ roomId, label }) => {
    const handed = handedBy(session, roomId, seatNow);
    if (ids(handed.cards).length === 0 && !handed.notes) return [];
    return [{ roomId, round: title, label, topic: rooms[roomId]?.topic ?? '', ...handed }];
  });
}

function handedBy({ board, notes }: Session, roomId: RoomId, seatNow: Now): Pick<BroughtTable, 'cards' | 'notes'> {
  const text = hasHandedNotes(notes.handed, roomId) ? notes.handed[roomId]?.text : undefined;
  return { cards: cardsOf(board.wall[roomId] ?? {}, seatNow), ...(text && { notes: withAuthors(text, seatNow) }) };
}

const cardsOf = (handed: ById<CardId, HandedCard>, seatNow: Now): ById<CardId, HandedCard> =>
  Object.fromEntries(
    entries(handed).map(([cardId, each]) => [
      cardId,
      { ...each, by: seatNow(each.by), card: cardOf(each.card, seatNow) },
    ]),
  );

// Where it came from then is a table of that workshop, which nobody here knows.
function cardOf({ from: _from, merged, ...card }: Card, seatNow: Now): Card {
  const parts = merged && entries(merged).map(([cardId, part]) => [cardId, cardOf(part, seatNow)] as const);
  return { ...card, by: seatNow(card.by), ...(parts && { merged: Object.fromEntries(parts) }) };
}
