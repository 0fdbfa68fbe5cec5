import type { SeatExport, SeatId } from '@werkraum/protocol';
import type { Fact, Session } from './session.ts';
import { decksOf } from './slides/decks.ts';

/** What happened, with its instant. */
export interface Happened {
  fact: Fact;
  at: number;
}

/**
 * Everything one person contributed, and what is known about them alone [KE-23]: each fact that names them as its author, and
 * each that is about their seat and has no other author. Of their links only the fact that there were some.
 */
export function exportOf(session: Session, facts: readonly Happened[], seatId: SeatId): SeatExport {
  const seat = session.people.seats[seatId];
  const decks = decksOf(session, seatId).map(({ name, files }) => ({ name, files: [...files] }));
  return {
    format: 'werkraum-export-1',
    session: { sessionId: session.id, title: session.title, language: session.language },
    person: { seatId, name: seat?.name ?? '', role: seat?.role ?? 'participant' },
    contributions: facts.filter(({ fact }) => isOf(fact, seatId)).map(({ fact, at }) => ({ at, ...told(fact) })),
    decks,
  };
}

function isOf(fact: Fact, seatId: SeatId): boolean {
  const { by, seatId: about } = fact as { by?: unknown; seatId?: unknown };
  return by === undefined ? about === seatId : by === seatId;
}

function told(fact: Fact): { type: string } & Record<string, unknown> {
  const { linkHash: _link, ...rest } = fact as Fact & { linkHash?: unknown };
  return rest;
}
