import { assertNever, withEntry } from '../records.ts';
import type { Balance, BalanceFact } from './balance.ts';

export const newBalance: Balance = { handOrder: 'raised', consents: {} };

/** Folds one fact about the order of hands, or about what may be kept. */
export function evolveBalance(balance: Balance, fact: BalanceFact): Balance {
  switch (fact.type) {
    case 'hands-ordered':
      return { ...balance, handOrder: fact.by };
    case 'consent-answered':
      return { ...balance, consents: withEntry(balance.consents, fact.seatId, fact.keepSpeakingTimes) };
    case 'speaking-times-kept':
      return { ...balance, kept: { from: fact.from, seats: fact.seats } };
    default:
      return assertNever(fact);
  }
}
