import { UserRound } from 'lucide-preact';
import { useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import styles from './notices.module.css';
import { lonely } from './table-actions.model.ts';

/** For staff: who sits alone, with company one click away. */
export function LonelyNotices() {
  const t = useT('breakouts');
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  const send = useSend();
  if (!session || !you) return null;
  return (
    <>
      {lonely(session, you, staff).map(({ seatId, name, label, move }) => (
        <div key={seatId} class={styles.notice} data-tone="warn" role="status">
          <UserRound size={20} aria-hidden="true" />
          <p>{t('lonely', { name, label })}</p>
          {move && <Button onClick={() => void send(move.command)}>{t('lonelyMove', { label: move.label })}</Button>}
        </div>
      ))}
    </>
  );
}
