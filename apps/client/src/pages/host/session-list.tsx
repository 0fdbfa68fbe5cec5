import type { SessionList as Sessions } from '@werkraum/protocol';
import { LayoutDashboard, Plus } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { HostDesk } from './host-desk.ts';
import { SessionCard } from './session-card.tsx';
import styles from './session-list.module.css';

interface SessionListProps {
  desk: HostDesk;
  sessions: Sessions;
}

/** All workshops of this house, newest first. */
export function SessionList({ desk, sessions }: SessionListProps) {
  const t = useT('host');
  const create = (
    <ButtonLink href="/design" kind="primary" icon={Plus}>
      {t('list.new')}
    </ButtonLink>
  );
  if (sessions.length === 0) {
    return (
      <Notice icon={LayoutDashboard} title={t('list.emptyTitle')} actions={create}>
        <p>{t('list.emptyText')}</p>
      </Notice>
    );
  }
  return (
    <>
      <header class={styles.head}>
        <h1>{t('list.title')}</h1>
        {create}
      </header>
      <ul class={styles.list}>
        {sessions.map((session) => (
          <SessionCard key={session.sessionId} desk={desk} session={session} />
        ))}
      </ul>
    </>
  );
}
