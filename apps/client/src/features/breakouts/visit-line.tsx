import { Footprints } from 'lucide-preact';
import { useSend, useSession, useYou } from '../../connection/hooks.ts';
import { formatList } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import styles from './notices.module.css';
import { tableActions } from './table-actions.model.ts';
import { visitorsAt } from './visitors.model.ts';

/** Reminds a visiting facilitator where they are, and leads back; tells the others at the table who is with them [BR-28]. */
export function VisitLine() {
  const t = useT('breakouts');
  const session = useSession();
  const you = useYou();
  const send = useSend();
  const table = session && you && session.tables?.rooms[you.place];
  const leave = session && you && tableActions(session, you).leave;
  if (!table) return null;
  if (!leave) return <Visitors names={visitorsAt(session, you.place)} />;
  return (
    <div class={styles.notice}>
      <Footprints size={20} aria-hidden="true" />
      <p>{t('visiting', { label: table.label })}</p>
      <Button onClick={() => void send(leave)}>{t('leave')}</Button>
    </div>
  );
}

function Visitors({ names }: { names: readonly string[] }) {
  const t = useT('breakouts');
  const language = useLanguage();
  return (
    // There before anybody comes, so that a screen reader says who does.
    <div role="status">
      {names.length > 0 && (
        <div class={styles.notice}>
          <Footprints size={20} aria-hidden="true" />
          <p>{t('visitors', { names: formatList(names, language) })}</p>
        </div>
      )}
    </div>
  );
}
