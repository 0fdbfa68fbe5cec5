import { useT } from '../../i18n/i18n.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './room-frame.module.css';

/** How many things wait in a panel. */
export function Badge({ count }: { count: number | undefined }) {
  const t = useT('room');
  if (count === undefined) return null;
  return (
    <span class={styles.badge}>
      <span aria-hidden="true">{count}</span>
      <VisuallyHidden>{t('badge', { count })}</VisuallyHidden>
    </span>
  );
}
