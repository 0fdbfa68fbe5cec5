import type { LinkTicket, SeatView } from '@werkraum/protocol';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Link } from '../../connection/hooks.ts';
import { useLink, useYou } from '../../connection/hooks.ts';
import { connect, disconnect, type SeatTicket, useOpenConnection } from '../../connection/provider.tsx';
import { heldTicket, holdTicket, ticketFromAddress } from '../../connection/tab.ts';
import { suggestLanguage } from '../../i18n/i18n.ts';
import { recall, remember } from '../../ui/memory.ts';
import { type Door, doorOf } from './door.model.ts';
import { JoinView } from './join-view.tsx';

/** The door: opens with the ticket in the address, or the one this tab came with. */
export function JoinPage() {
  const [ticket, setTicket] = useTicket();
  const connection = useOpenConnection();
  const visit = { ticket, setTicket };
  return connection ? <Entering {...visit} /> : <Visit {...visit} link={undefined} you={undefined} />;
}

interface VisitProps {
  ticket: LinkTicket | undefined;
  setTicket(ticket: LinkTicket | undefined): void;
}

function Entering(visit: VisitProps) {
  return <Visit {...visit} link={useLink()} you={useYou()} />;
}

function Visit({ ticket, setTicket, link, you }: VisitProps & { link: Link | undefined; you: SeatView | undefined }) {
  const door = doorOf(ticket, link, you);
  const { route } = useLocation();
  useWelcome(door, you, () => route('/room', true));
  const enter = (takeOver?: boolean) => {
    if (ticket && ticket.seatId !== 'guest') connect(ticket as SeatTicket, takeOver);
  };
  const admitGuest = (seat: SeatTicket) => {
    holdTicket(seat);
    setTicket(seat);
    connect(seat);
  };
  const anotherLink = () => {
    disconnect();
    setTicket(heldTicket());
  };
  return (
    <JoinView
      door={door}
      guest={ticket}
      known={recall('session', 'name')}
      enter={enter}
      admitGuest={admitGuest}
      anotherLink={anotherLink}
    />
  );
}

/** What happens by itself once the server has said who one is. */
function useWelcome(door: Door, you: SeatView | undefined, goIn: () => void): void {
  const inside = door.at === 'inside';
  const language = you?.lobby?.language;
  useLayoutEffect(() => {
    if (inside) goIn();
  }, [inside]);
  useEffect(() => {
    if (language) void suggestLanguage(language);
  }, [language]);
  useEffect(() => {
    if (you) remember('session', 'name', you.name);
  }, [you?.name]);
}

/** The ticket this tab holds; a new link opened in the same tab takes its place. */
function useTicket() {
  const [ticket, setTicket] = useState(ticketFromAddress);
  useEffect(() => {
    const onHash = () => {
      if (location.hash.length <= 1) return;
      disconnect();
      remember('session', 'name', undefined);
      setTicket(ticketFromAddress());
    };
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  return [ticket, setTicket] as const;
}
