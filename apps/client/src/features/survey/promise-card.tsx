import { useT } from '../../i18n/i18n.ts';
import styles from './survey.module.css';

/** What is promised to those who answer, and what is not. */
export function PromiseCard() {
  const t = useT('survey');
  return (
    <section class={styles.promise}>
      <p>{t('promise.short')}</p>
      <details>
        <summary>{t('promise.more')}</summary>
        <ul>
          <li>{t('promise.ballot')}</li>
          <li>{t('promise.kept')}</li>
          <li>{t('promise.five')}</li>
          <li>{t('promise.limits')}</li>
          <li>{t('promise.words')}</li>
        </ul>
      </details>
    </section>
  );
}
