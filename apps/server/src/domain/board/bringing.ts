import type { BringCards, BroughtCard } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { indexOfPhase } from '../seats.ts';
import { accept, type Decision, reject, type Session } from '../session.ts';
import type { Brought } from './board.ts';
import { layBrought } from './laying.ts';

/**
 * Takes handed-over cards into a round that is to come or runs [BO-18]. The list is the whole one for that round; once it
 * has begun, what lies on its tables stays there.
 */
export function bringCards(session: Session, { phaseId, cards }: BringCards, { id: by }: Seat, now: number): Decision {
  const index = indexOfPhase(session, phaseId);
  const phase = session.agenda.phases[index];
  if (phase?.kind !== 'breakout-round') return reject(phase ? 'not-a-round' : 'no-such-phase');
  const { running } = session.agenda;
  if (running && index < running.index) return reject('round-already-begun');
  if (running?.index === index && !session.breakouts.open) return reject('round-already-begun');
  const wall = session.board.wall;
  if (cards.some(({ from, cardId }) => !wall[from]?.[cardId])) return reject('card-not-handed-over');
  const tables = session.breakouts.rounds[phaseId]?.tables ?? [];
  if (cards.some(({ to }) => to !== undefined && !tables.some(({ roomId }) => roomId === to)))
    return reject('no-such-table');
  const before = session.board.brought[phaseId] ?? [];
  const brought = unlike(cards);
  if (sameList(before, brought)) return accept();
  const isOpen = session.breakouts.open?.phaseId === phaseId;
  const fact = { type: 'cards-brought', phaseId, cards: brought, by, at: now } as const;
  return accept(fact, ...(isOpen ? layBrought(session, phase, brought) : []));
}

const keyOf = ({ from, cardId, to = '' as never }: Brought): string => `${from} ${cardId} ${to}`;

const unlike = (cards: readonly BroughtCard[]): Brought[] => [
  ...new Map(
    cards.map(({ from, cardId, to }): [string, Brought] => {
      const one = { from, cardId, ...(to !== undefined && { to }) };
      return [keyOf(one), one];
    }),
  ).values(),
];

const sameList = (one: readonly Brought[], other: readonly Brought[]): boolean =>
  one.map(keyOf).toSorted().join() === other.map(keyOf).toSorted().join();
