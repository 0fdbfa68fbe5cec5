import type { ReadinessList, SessionList } from '@werkraum/protocol';
import { ChevronRight, Eraser, KeyRound } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { type Readiness, type ReadinessLine, readinessOf } from '../../features/prep/readiness.model.ts';
import { ReadinessMark, RemindButton } from '../../features/prep/readiness-list.tsx';
import { reminder } from '../../features/prep/reminder.ts';
import { useT } from '../../i18n/i18n.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { IconButton } from '../../ui/button.tsx';
import type { HostDesk } from './host-desk.ts';
import styles from './session-list.module.css';

type Session = SessionList[number];
type Seat = Session['seats'][number];

interface SessionPeopleProps {
  desk: Pick<HostDesk, 'readiness'>;
  session: Session;
  relink(seat: Seat): void;
  erase(seat: Seat): void;
}

/** Who belongs to a workshop, a new link for each, and until it begins how far they are with their preparation. */
export function SessionPeople({ desk, session, relink, erase }: SessionPeopleProps) {
  const t = useT('host');
  const prep = useT('prep');
  const [asked, setAsked] = useState<{ readiness: ReadinessList | undefined }>();
  const { seats, status, sessionId } = session;
  const isAhead = status === 'draft' || status === 'open';
  const look = async () => {
    if (isAhead) setAsked({ readiness: await desk.readiness(sessionId) });
  };
  const readiness = readinessOf(Object.fromEntries(seats.map((seat) => [seat.seatId, seat])), asked?.readiness);
  return (
    <details class={styles.people} onToggle={(event) => event.currentTarget.open && void look()}>
      <summary>
        <ChevronRight size={20} aria-hidden="true" />
        {t('list.people', { count: seats.length })}
      </summary>
      {readiness && <Summary {...readiness} />}
      {asked && !asked.readiness && <p role="alert">{prep('readiness.failed')}</p>}
      <ul class={styles.seats}>
        {seats.map((seat) => (
          <SeatRow
            key={seat.seatId}
            seat={seat}
            session={session}
            line={readiness?.lines.find(({ seatId }) => seatId === seat.seatId)}
            relink={() => relink(seat)}
            erase={() => erase(seat)}
          />
        ))}
      </ul>
    </details>
  );
}

function Summary({ ready, lines }: Readiness) {
  const t = useT('prep');
  return (
    <p class={styles.readiness}>
      {t('readiness.title')}: {t('readiness.count', { ready, of: lines.length })}. {t('readiness.noWords')}
    </p>
  );
}

interface SeatRowProps {
  seat: Seat;
  session: Session;
  line: ReadinessLine | undefined;
  relink(): void;
  erase(): void;
}

function SeatRow({ seat, session, line, relink, erase }: SeatRowProps) {
  const t = useT('host');
  const words = useT('common');
  return (
    <li>
      <Avatar name={seat.name} size="small" />
      <span class={styles.who}>
        {seat.name}
        <span class={styles.role}>{words(`roles.${seat.role}`)}</span>
      </span>
      <span class={styles.seatDoings}>
        {line && session.status === 'draft' && <RemindButton line={line} text={reminder(seat.name, session)} />}
        <IconButton icon={KeyRound} label={t('relink.for', { name: seat.name })} tip="above-end" onClick={relink} />
        <IconButton icon={Eraser} label={t('erase.named', { name: seat.name })} tip="above-end" onClick={erase} />
      </span>
      {line && (
        <span class={styles.how}>
          <ReadinessMark line={line} />
        </span>
      )}
    </li>
  );
}
