import type { BroughtFrom, RoomId } from '@werkraum/protocol';
import type { BroughtTable } from '../follow-up/brought.ts';
import { values } from '../records.ts';
import type { Session } from '../session.ts';
import type { Brought, HandedCard } from './board.ts';

type Sources = Pick<Session, 'agenda' | 'board' | 'breakouts' | 'brought'>;
type Of = Pick<Brought, 'from' | 'before'>;

const tableBefore = ({ brought }: Pick<Session, 'brought'>, from: RoomId): BroughtTable | undefined =>
  brought?.tables.find(({ roomId }) => roomId === from);

/** A card that can be taken into a round: one on the wall, or one that came along from the workshop before [BO-18]. */
export const handedCard = (
  session: Pick<Session, 'board' | 'brought'>,
  { from, cardId, before }: Pick<Brought, 'from' | 'cardId' | 'before'>,
): HandedCard | undefined => (before ? tableBefore(session, from)?.cards[cardId] : session.board.wall[from]?.[cardId]);

/** Tells the round and the table a card was brought from. */
export function originsIn(session: Sources): (of: Of) => BroughtFrom | undefined {
  const numbered = session.agenda.phases.filter(({ kind }) => kind === 'breakout-round').map(({ id }) => id);
  return ({ from: roomId, before }) => {
    if (before) {
      const table = tableBefore(session, roomId);
      return table && { roomId, label: table.label, before: table.round };
    }
    for (const round of values(session.breakouts.rounds)) {
      const table = round?.tables.find((each) => each.roomId === roomId);
      if (!round || !table) continue;
      return { phaseId: round.phaseId, roomId, label: table.label, round: numbered.indexOf(round.phaseId) + 1 };
    }
    return undefined;
  };
}
