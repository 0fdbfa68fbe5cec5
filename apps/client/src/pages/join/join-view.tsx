import type { LinkTicket } from '@werkraum/protocol';
import { KeyRound } from 'lucide-preact';
import type { SeatTicket } from '../../connection/provider.tsx';
import { useT } from '../../i18n/i18n.ts';
import { later } from '../../ui/later.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PasteLink } from '../home/paste-link.tsx';
import type { Door } from './door.model.ts';
import { DoorStep } from './door-step.tsx';
import { TurnedAway } from './turned-away.tsx';
import { WaitingRoom } from './waiting-room.tsx';

/** Only guests knock, and what they say is checked with more code than the rest of the door takes. */
const GuestDoor = later(() => import('./guest-door.tsx').then((part) => part.GuestDoor));

export interface JoinViewProps {
  door: Door;
  /** The guest link, when that is what one came with. */
  guest: LinkTicket | undefined;
  /** The person's name, if this tab has been inside before. */
  known: string | undefined;
  enter(takeOver?: boolean): void;
  admitGuest(seat: SeatTicket): void;
  anotherLink(): void;
}

/** The door in each of its states. */
export function JoinView(props: JoinViewProps) {
  const { door } = props;
  return (
    <Page width={door.at === 'waiting' || door.at === 'door' || door.at === 'entering' ? 'wide' : 'narrow'}>
      <State {...props} />
    </Page>
  );
}

function State({ door, guest, known, enter, admitGuest, anotherLink }: JoinViewProps) {
  const t = useT('join');
  switch (door.at) {
    case 'no-link':
      return (
        <Notice icon={KeyRound} title={t('noLink.title')}>
          <p>{t('noLink.text')}</p>
          <PasteLink onTicket={anotherLink} />
        </Notice>
      );
    case 'guest':
      return guest ? <GuestDoor guest={guest} admitGuest={admitGuest} /> : null;
    case 'door':
    case 'entering':
      return (
        <DoorStep
          ticket={guest && guest.seatId !== 'guest' ? (guest as SeatTicket) : undefined}
          known={known}
          entering={door.at === 'entering'}
          busy={door.at === 'entering' && door.busy}
          enter={() => enter()}
        />
      );
    case 'waiting':
      return <WaitingRoom sessionId={guest?.sessionId} you={door.you} lobby={door.lobby} quiet={door.quiet} />;
    case 'turned-away':
      return <TurnedAway link={door.link} enter={enter} anotherLink={anotherLink} />;
    case 'inside':
      return null; // on the way into the room
  }
}
