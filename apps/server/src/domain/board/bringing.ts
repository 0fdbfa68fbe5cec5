import type { BringCards, BroughtCard } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { indexOfPhase } from '../seats.ts';
import { accept, type Decision, reject, type Session } from '../session.ts';
import type { Brought } from './board.ts';
import { layBrought } from './laying.ts';
import { handedCard } from './origins.ts';

/**
 * Takes cards that were handed over, here or in the workshop before, into a round that is to come or runs [BO-18]. The list is the whole one for that round; once it
 * has begun, what lies on its tables stays there.
 */
export function bringCards(session: Session, { phaseId, cards }: BringCards, { id: by }: Seat, now: number): Decision {
  const index = indexOfPhase(session, phaseId);
  const phase = session.agenda.phases[index];
  if (phase?.kind !== 'breakout-round') return reject(phase ? 'not-a-round' : 'no-such-phase');
  const { running } = session.agenda;
  if (running && index < running.index) return reject('round-already-begun');
  if (running?.index === index && !session.breakouts.open) return reject('round-already-begun');
  if (cards.some((card) => !handedCard(session, card))) return reject('card-not-handed-over');
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

const keyOf = ({ from, cardId, before, to = '' as never }: Brought): string =>
  [from, before ? 'before' : 'here', cardId, to].join(' ');

const unlike = (cards: readonly BroughtCard[]): Brought[] => [
  ...new Map(
    cards.map(({ from, cardId, before, to }): [string, Brought] => {
      const one = { from, cardId, ...(before && { before }), ...(to !== undefined && { to }) };
      return [keyOf(one), one];
    }),
  ).values(),
];

const sameList = (one: readonly Brought[], other: readonly Brought[]): boolean =>
  one.map(keyOf).toSorted().join() === other.map(keyOf).toSorted().join();
