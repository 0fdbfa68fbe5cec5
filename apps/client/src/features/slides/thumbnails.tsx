import { useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import type { Deck } from './deck.ts';
import { SlidePage } from './slide-page.tsx';
import type { Action } from './slides.model.ts';
import styles from './slides.module.css';

interface ThumbnailsProps {
  deck: Deck;
  page: number;
  pages: number;
  to(page: number): Action | undefined;
}

/** All pages small, to jump to one of them. Each is drawn once it comes into view. */
export function Thumbnails({ deck, page, pages, to }: ThumbnailsProps) {
  const t = useT('slides');
  return (
    <ol class={styles.thumbnails} aria-label={t('allPages')}>
      {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
        <Thumbnail key={number} deck={deck} number={number} isHere={number === page} go={to(number)} />
      ))}
    </ol>
  );
}

interface ThumbnailProps {
  deck: Deck;
  number: number;
  isHere: boolean;
  go: Action | undefined;
}

function Thumbnail({ deck, number, isHere, go }: ThumbnailProps) {
  const t = useT('slides');
  const place = useRef<HTMLLIElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current) return undefined;
    const observer = new IntersectionObserver((entries) =>
      setSeen(entries.some(({ isIntersecting }) => isIntersecting)),
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (isHere) place.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isHere]);
  return (
    <li ref={place}>
      <button
        type="button"
        class={styles.thumbnail}
        aria-label={t('toPage', { page: number })}
        aria-current={isHere ? 'page' : undefined}
        disabled={!go && !isHere}
        onClick={go}
      >
        <span class={styles.small}>{isSeen && <SlidePage deck={deck} page={number} />}</span>
        <span class={styles.number}>{number}</span>
      </button>
    </li>
  );
}
