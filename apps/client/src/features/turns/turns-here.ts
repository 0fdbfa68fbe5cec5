import type { RoomView, SeatView, SessionView, TurnsView } from '@werkraum/protocol';

/** Whose turn it is where somebody is now: at their table, or in the plenary while voices go round. */
export const turnsHere = (
  { voices }: Pick<SessionView, 'voices'>,
  you: Pick<SeatView, 'place'>,
  room: RoomView | undefined,
): TurnsView | undefined => (you.place === 'plenary' ? voices : room?.turns);
