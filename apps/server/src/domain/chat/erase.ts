import type { SeatId } from '@werkraum/protocol';
import type { ChatFact } from './chat.ts';

/** The fact without what this person wrote. That something was said stays: numbers must not move. */
export function eraseChat(fact: ChatFact, seatId: SeatId): ChatFact {
  const wrote = (fact.type === 'message-said' || fact.type === 'message-edited') && fact.by === seatId;
  return wrote ? { ...fact, text: '' } : fact;
}
