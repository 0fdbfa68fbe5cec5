import type { RoomView, SeatView, SessionView, ShowingView } from '@werkraum/protocol';

/** What is shown at the place where somebody is. */
export const showingHere = (
  session: SessionView | undefined,
  you: SeatView | undefined,
  room: RoomView | undefined,
): ShowingView | undefined => (you?.place === 'plenary' ? session?.slides : room?.slides);
