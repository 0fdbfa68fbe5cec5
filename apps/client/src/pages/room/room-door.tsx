import { useLayoutEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useLink, useYou } from '../../connection/hooks.ts';
import { connect, type SeatTicket, useOpenConnection } from '../../connection/provider.tsx';
import { heldTicket } from '../../connection/tab.ts';
import { LoadingPage } from '../home/loading-page.tsx';
import { RoomPage } from './room-page.tsx';

/** Lets those in who hold a ticket, also after a reload; everybody else is shown to the door. */
export function RoomDoor() {
  const connection = useOpenConnection();
  const { route } = useLocation();
  useLayoutEffect(() => {
    if (connection) return;
    const ticket = heldTicket();
    if (ticket && ticket.seatId !== 'guest') connect(ticket as SeatTicket);
    else route('/join', true);
  }, [connection]);
  return connection ? <Inside /> : <LoadingPage />;
}

/** Whoever has not been let in waits at the door, where the programme hangs. Whoever was refused is told why. */
function Inside() {
  const { route } = useLocation();
  const waits = useYou()?.place === 'lobby';
  const refused = useLink().state === 'refused';
  const away = waits || refused;
  useLayoutEffect(() => {
    if (away) route('/join', true);
  }, [away]);
  return away ? <LoadingPage /> : <RoomPage />;
}
