import { Footprints } from 'lucide-preact';
import { useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import styles from './notices.module.css';
import { tableActions } from './table-actions.model.ts';

/** Reminds a visiting facilitator where they are, and leads back. */
export function VisitLine() {
  const t = useT('breakouts');
  const session = useSession();
  const you = useYou();
  const send = useSend();
  const table = session && you && session.tables?.rooms[you.place];
  const leave = session && you && tableActions(session, you).leave;
  if (!table || !leave) return null;
  return (
    <div class={styles.notice}>
      <Footprints size={20} aria-hidden="true" />
      <p>{t('visiting', { label: table.label })}</p>
      <Button onClick={() => void send(leave)}>{t('leave')}</Button>
    </div>
  );
}
