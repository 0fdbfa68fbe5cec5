import type { SessionList } from '@werkraum/protocol';
import { CopyPlus, Milestone, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { formatDate, formatDateTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Button, ButtonLink, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/toast-store.ts';
import { EraseDialog } from './erase-dialog.tsx';
import type { HostDesk } from './host-desk.ts';
import { NewLinkDialog } from './new-link-dialog.tsx';
import { SessionFiles } from './session-files.tsx';
import styles from './session-list.module.css';
import { SessionPeople } from './session-people.tsx';
import { useProblemText } from './use-problem-text.ts';

type Session = SessionList[number];
type Seat = Session['seats'][number];

/** One workshop: what it is, who belongs to it, and what can be done about it. */
export function SessionCard({ desk, session }: { desk: HostDesk; session: Session }) {
  const t = useT('host');
  const words = useT('common');
  const language = useLanguage();
  const [deleting, setDeleting] = useState(false);
  const [relinking, setRelinking] = useState<Seat>();
  const [erasing, setErasing] = useState<Seat>();
  const { title, status, createdAt, startsAt, keptUntil, seats } = session;
  const name = title || t('list.untitled');
  return (
    <li class={styles.card}>
      <div class={styles.top}>
        <div>
          <h2>{name}</h2>
          <p class={styles.facts}>
            <span class={styles.status} data-status={status}>
              {words(`statuses.${status}`)}
            </span>
            {startsAt !== undefined && <span>{t('list.starts', { when: formatDateTime(startsAt, language) })}</span>}
            {keptUntil !== undefined && <span>{t('list.keptUntil', { when: formatDate(keptUntil, language) })}</span>}
            {createdAt > 0 && <span>{t('list.created', { when: formatDateTime(createdAt, language) })}</span>}
          </p>
        </div>
        <div class={styles.doings}>
          {status === 'ended' && (
            <ButtonLink
              href={`/design?from=${session.sessionId}&follow=yes`}
              kind="plain"
              icon={Milestone}
              label={t('followUp.named', { title: name })}
            >
              {t('followUp.button')}
            </ButtonLink>
          )}
          {status !== 'damaged' && (
            <ButtonLink
              href={`/design?from=${session.sessionId}`}
              kind="plain"
              icon={CopyPlus}
              label={t('duplicate.named', { title: name })}
            >
              {t('duplicate.button')}
            </ButtonLink>
          )}
          <IconButton
            icon={Trash2}
            label={t('delete.button', { title: name })}
            tip="above-end"
            onClick={() => setDeleting(true)}
          />
        </div>
      </div>
      {status === 'damaged' && <p>{t('list.damaged')}</p>}
      {status === 'ended' && <SessionFiles desk={desk} session={session} />}
      {seats.length > 0 && <SessionPeople desk={desk} session={session} relink={setRelinking} erase={setErasing} />}
      {deleting && <DeleteDialog desk={desk} session={session} close={() => setDeleting(false)} />}
      {erasing && <EraseDialog desk={desk} session={session} seat={erasing} close={() => setErasing(undefined)} />}
      {relinking && (
        <NewLinkDialog desk={desk} session={session} seat={relinking} close={() => setRelinking(undefined)} />
      )}
    </li>
  );
}

function DeleteDialog({ desk, session, close }: { desk: HostDesk; session: Session; close(): void }) {
  const t = useT('host');
  const words = useT('common');
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    const problem = await desk.remove(session.sessionId);
    if (problem) notify({ kind: 'problem', text: problemText(problem) });
    else notify({ text: t('delete.done') });
    close();
  };
  const running = session.status === 'running' || session.status === 'open';
  return (
    <Dialog
      title={t('delete.title')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words('cancel')}</Button>
          <Button kind="danger" icon={Trash2} busy={busy} onClick={() => void remove()}>
            {t('delete.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('delete.text', { title: session.title || t('list.untitled') })}</p>
      {running && <p>{t('delete.running')}</p>}
    </Dialog>
  );
}
