import { useT } from '../../i18n/i18n.ts';
import styles from './survey.module.css';

/** A moment's patience. */
export function LoadingNote() {
  const t = useT('survey');
  return (
    <p class={styles.about} role="status">
      {t('fetching')}
    </p>
  );
}
