import type { SeatView, SessionId } from '@werkraum/protocol';
import { useEffect } from 'preact/hooks';
import { formatDateTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Programme } from '../../ui/programme.tsx';
import { Devices } from './devices.tsx';
import styles from './waiting-room.module.css';

interface WaitingRoomProps {
  sessionId: SessionId | undefined;
  you: SeatView;
  lobby: NonNullable<SeatView['lobby']>;
  /** The line to the server is interrupted. */
  quiet: boolean;
}

/** Waiting to be let in: who one is, what it is about, what the day will bring. */
export function WaitingRoom({ sessionId, you, lobby, quiet }: WaitingRoomProps) {
  const t = useT('join');
  const language = useLanguage();
  const { status } = lobby;
  const when = t(`waiting.${status === 'ended' ? 'ended' : status === 'draft' ? 'doorsShut' : 'knocked'}`);
  useEffect(() => announce(when), [when]);
  const total = lobby.phases.reduce((sum, { plannedMs }) => sum + plannedMs, 0);
  return (
    <div class={styles.room}>
      <header class={styles.head}>
        <p class={styles.you}>
          <Avatar name={you.name} />
          {t('waiting.hello', { name: you.name })}
        </p>
        <h1>{lobby.title}</h1>
        {status === 'draft' && lobby.startsAt !== undefined && (
          <p>{t('waiting.starts', { when: formatDateTime(lobby.startsAt, language) })}</p>
        )}
        <p class={styles.when} data-quiet={quiet}>
          {quiet ? t('waiting.reconnecting') : when}
        </p>
        {status === 'draft' && you.may.includes('answer-question') && (
          <p>
            <ButtonLink href="/prepare">{t('waiting.prepare')}</ButtonLink>
          </p>
        )}
      </header>
      <section class={styles.card} aria-labelledby="programme">
        <div class={styles.cardHead}>
          <h2 id="programme">{t('waiting.programme')}</h2>
          <span class="figures">{t('waiting.total', { minutes: Math.round(total / 60_000) })}</span>
        </div>
        <Programme phases={lobby.phases} />
      </section>
      <Devices sessionId={sessionId} />
    </div>
  );
}
