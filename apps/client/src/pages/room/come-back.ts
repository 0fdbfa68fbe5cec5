import { connect, type SeatTicket } from '../../connection/provider.tsx';
import { heldTicket } from '../../connection/tab.ts';

/** Opens the line again with the ticket this tab came with. False when it holds none: then the door asks for it. */
export function comeBack(takeOver = false): boolean {
  const ticket = heldTicket();
  if (!ticket || ticket.seatId === 'guest') return false;
  connect(ticket as SeatTicket, takeOver);
  return true;
}
