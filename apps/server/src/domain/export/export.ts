import type { SeatExport, SeatId } from '@werkraum/protocol';
import type { Fact, Session } from '../session.ts';
import { ownPart } from './own-part.ts';

/** What happened, with its instant. */
export interface Happened {
  fact: Fact;
  at: number;
}

/** What stands beside the facts: under which names, within the archive. */
export type Enclosed = Pick<SeatExport, 'notes' | 'decks'>;

/**
 * Everything one person contributed, and what is known about them alone [KE-23]: each fact that names them as its author, and
 * each that is about their seat and has no other author. Of their links only the fact that there were some.
 */
export function exportOf(session: Session, facts: readonly Happened[], seatId: SeatId, enclosed: Enclosed): SeatExport {
  const seat = session.people.seats[seatId];
  return {
    format: 'werkraum-export-1',
    session: { sessionId: session.id, title: session.title, language: session.language },
    person: { seatId, name: seat?.name ?? '', role: seat?.role ?? 'participant' },
    contributions: facts.flatMap(({ fact, at }) => {
      const own = ownPart(fact, seatId);
      return own ? [{ at, ...own }] : [];
    }),
    ...enclosed,
  };
}
