import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Hearer } from './slides.model.ts';
import styles from './slides.module.css';

/** Whom the pages are handed to. */
export function HandSlidesDialog({ hearers, onClose }: { hearers: readonly Hearer[]; onClose: () => void }) {
  const t = useT('slides');
  const choose = (hand: () => void) => () => {
    hand();
    onClose();
  };
  return (
    <Dialog title={t('handTo')} onClose={onClose}>
      <p>{t('handExplained')}</p>
      <ul class={styles.hearers}>
        {hearers.map(({ name, hand }) => (
          <li key={name}>
            <Button wide onClick={choose(hand)}>
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
