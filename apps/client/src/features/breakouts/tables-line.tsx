import { Undo2, Users } from 'lucide-preact';
import { useNow, useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { clockFace } from '../../ui/clock-face.ts';
import styles from './notices.module.css';
import { tablesLine } from './tables-line.model.ts';

/** For those who stay in the plenary: people are walking to their tables, or the tables are closing. */
export function TablesLine() {
  const t = useT('breakouts');
  const session = useSession();
  const you = useYou();
  const now = useNow(session?.tables !== undefined);
  const send = useSend();
  const model = session && you && tablesLine(session, you, now);
  if (!model) return null;
  const { key, leftMs, keepOpen } = model;
  return (
    <div class={styles.notice} data-phase="breakout-round">
      <Users size={20} aria-hidden="true" />
      <p class="figures">{t(key, { time: clockFace(leftMs).text })}</p>
      {keepOpen && (
        <Button icon={Undo2} onClick={() => void send(keepOpen)}>
          {t('keepOpen')}
        </Button>
      )}
    </div>
  );
}
