import type { SeatId } from '@werkraum/protocol';
import type { NotesFact } from './notes.ts';
import { withoutSeat } from './written.ts';

/** The fact without what this person wrote; what others wrote into the same notes stays. The same fact when nothing was theirs. */
export function eraseNotes(fact: NotesFact, seatId: SeatId): NotesFact {
  if (fact.type !== 'notes-handed-over') return fact;
  const text = withoutSeat(fact.text, seatId);
  return text === fact.text ? fact : { ...fact, text };
}
