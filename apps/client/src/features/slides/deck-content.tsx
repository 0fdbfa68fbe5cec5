import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { SlidePage } from './slide-page.tsx';
import styles from './slides.module.css';
import type { DeckState } from './use-deck.tsx';

/** A page of a deck, or what there is to say while it comes and when it cannot be had. */
export function DeckContent({ opened, page, pages }: { opened: DeckState; page: number; pages: number }) {
  const t = useT('slides');
  if (opened.state === 'there') {
    return <SlidePage deck={opened.deck} page={page} next={page < pages ? page + 1 : undefined} words />;
  }
  if (opened.state === 'coming') {
    return (
      <p class={styles.said} role="status">
        {opened.share === undefined ? t('coming') : t('comingShare', { percent: Math.round(opened.share * 100) })}
      </p>
    );
  }
  return (
    <div class={styles.said} role="alert">
      <p>{t(`missing.${opened.problem}`)}</p>
      {opened.problem !== 'broken' && <Button onClick={opened.retry}>{t('retry')}</Button>}
    </div>
  );
}
