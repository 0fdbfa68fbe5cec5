import { Send as HandIcon } from 'lucide-preact';
import { useFormerTable, useRoomSlice, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import styles from './board.module.css';
import { nothingHanded } from './wall.model.ts';

/** While a table closes, and afterwards in the plenary: nothing of what it wrote has been handed over. */
export function HandOverNotice({ look }: { look: (() => void) | undefined }) {
  const t = useT('board');
  const session = useSession();
  const you = useYou();
  const room = useRoomSlice();
  const former = useFormerTable();
  if (!session || !you) return null;
  const closing = room?.board !== undefined && session.tables?.state === 'closing';
  const board = closing ? room?.board : room ? undefined : former?.board;
  if (!board || !nothingHanded({ session, you }, board.cards)) return null;
  return (
    <div class={styles.notice} role="status">
      <p>{closing ? t('closingNotice') : t('formerNotice')}</p>
      {look && (
        <Button icon={HandIcon} onClick={look}>
          {t('chooseCards')}
        </Button>
      )}
    </div>
  );
}
