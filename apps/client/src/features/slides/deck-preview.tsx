import type { DeckView } from '@werkraum/protocol';
import { ChevronLeft, ChevronRight } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { DeckContent } from './deck-content.tsx';
import preview from './deck-preview.module.css';
import styles from './slides.module.css';
import { useDeck } from './use-deck.tsx';
import { useSwipe } from './use-swipe.ts';

/** An own presentation to look at, page by page, outside of any showing [PR-15]. */
export function DeckPreview({ deck }: { deck: DeckView }) {
  const t = useT('slides');
  const { name, pages } = deck;
  const opened = useDeck(deck);
  const [chosen, choose] = useState(1);
  const page = Math.min(chosen, pages);
  const back = page > 1 ? () => choose(page - 1) : undefined;
  const on = page < pages ? () => choose(page + 1) : undefined;
  const swipe = useSwipe(back, on);
  const keys = (event: KeyboardEvent) => {
    const first = () => choose(1);
    const last = () => choose(pages);
    const acts = { ArrowLeft: back, ArrowRight: on, PageUp: back, PageDown: on, Home: first, End: last };
    const act = acts[event.key as keyof typeof acts];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <section class={preview.preview} aria-label={t('label', { name })}>
      <section
        class={styles.sheetPlace}
        aria-label={t('page', { page, pages })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the page itself is turned by keyboard, as on the stage
        tabIndex={0}
        onKeyDown={keys}
        {...swipe}
      >
        <DeckContent opened={opened} page={page} pages={pages} />
      </section>
      <div class={preview.steps}>
        <IconButton icon={ChevronLeft} label={t('previous')} onClick={back} disabled={!back} />
        <span role="status">{t('page', { page, pages })}</span>
        <IconButton icon={ChevronRight} label={t('following')} onClick={on} disabled={!on} />
      </div>
    </section>
  );
}
