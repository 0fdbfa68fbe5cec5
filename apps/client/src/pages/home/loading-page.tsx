import { useT } from '../../i18n/i18n.ts';
import styles from './loading-page.module.css';

/** Something is on its way. Appears only when it takes a moment. */
export function LoadingPage() {
  const t = useT('common');
  return (
    <main class={styles.page}>
      <h1 class={styles.words}>{t('loading')}</h1>
    </main>
  );
}
