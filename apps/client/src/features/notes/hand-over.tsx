import type { SeatView, SessionView } from '@werkraum/protocol';
import { Send as SendIcon } from 'lucide-preact';
import { useSend } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toast-store.ts';
import { handOverModel } from './notes.model.ts';
import styles from './notes.module.css';

/** Showing everybody what the table has written: a step one takes on purpose. */
export function HandOver({ session, you, length }: { session: SessionView; you: SeatView; length: number }) {
  const t = useT('notes');
  const { handOver, hindrance, handed } = handOverModel({ session, you }, length, useSend());
  if (!handOver && !hindrance) return null;
  const press = async (): Promise<void> => {
    if (await handOver?.()) notify({ text: t('handOver.done') });
  };
  return (
    <section class={styles.handOver}>
      <p class={styles.about}>
        {t(hindrance ? `handOver.${hindrance}` : handed ? 'handOver.again' : 'handOver.about')}
      </p>
      {handOver && (
        <Button icon={SendIcon} onClick={() => void press()}>
          {t(handed ? 'handOver.anew' : 'handOver.press')}
        </Button>
      )}
    </section>
  );
}
