import { type NewSeat, type ParkedId, type ReferenceId, readAs, type SeatId } from '@werkraum/protocol';
import { entries } from '../records.ts';
import type { Fact, Session } from '../session.ts';
import { resultsBrought } from './results.ts';

/** What a follow-up takes along: facts of its own beginning, in the words of those who wrote them. */
export type BroughtAlong = readonly Extract<Fact, { type: 'parked' | 'reference-added' | 'results-brought' }>[];

/**
 * What is still open in a session and goes along into the next: the parking lot with its owners, questions nobody has answered,
 * references, and what the tables handed over [KE-25]. People are found again by their names; what belonged to somebody who is not invited, and what was asked without
 * a name, falls to the first facilitator [KE-24].
 */
export function broughtAlong(session: Session, seats: readonly NewSeat[], at: number): BroughtAlong {
  const facilitator = seats.find(({ role }) => role === 'facilitator');
  if (!facilitator) return [];
  const now = new Map(seats.map(({ name, seatId }) => [readAs(name), seatId]));
  const seatNow = (seatId: SeatId): SeatId =>
    now.get(readAs(session.people.seats[seatId]?.name ?? '')) ?? facilitator.seatId;
  const parked = entries(session.parking.items)
    .filter(([, { settled }]) => !settled)
    .map(([parkedId, { text, by, owner }]) => park(parkedId, text, seatNow(by), seatNow(owner), at));
  const questions = entries(session.asking.asked)
    .filter(([, { answeredAt, hidden }]) => answeredAt === undefined && !hidden)
    .map(([askedId, { text, by, anonymous }]) => {
      const asker = anonymous ? facilitator.seatId : seatNow(by);
      return park(askedId as string as ParkedId, text, asker, asker, at);
    });
  const references = entries(session.references.items).map(
    ([referenceId, { number: _number, by, ...item }]) =>
      ({ type: 'reference-added', referenceId: referenceId as ReferenceId, ...item, by: seatNow(by), at }) as const,
  );
  return [...parked, ...questions, ...references, ...resultsBrought(session, seatNow)];
}

const park = (parkedId: ParkedId, text: string, by: SeatId, owner: SeatId, at: number) =>
  ({ type: 'parked', parkedId, text, by, owner, at }) as const;
