import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import type { Box, Deck } from './deck.ts';
import { createPages } from './pages.ts';
import styles from './slides.module.css';

/** More than this on the longer side looks no better and costs a lot of memory. */
const MOST_PIXELS = 2_560;

interface SlidePageProps {
  deck: Deck;
  page: number;
  /** Drawn ahead, so that it is there at once. */
  next?: number | undefined;
  /** Whether its words can be read and selected; a preview is a picture only. */
  words?: boolean;
}

/** One page of a deck, as large as its place, as sharp as the screen. The page before stays until the new one is drawn. */
export function SlidePage({ deck, page, next, words = false }: SlidePageProps) {
  const t = useT('slides');
  const place = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const pages = useMemo(() => createPages(deck), [deck]);
  const [failed, setFailed] = useState<number>();

  useEffect(() => {
    if (!size) return undefined;
    const abort = new AbortController();
    const box = inDevicePixels(size);
    pages.keep([page - 1, page, next ?? page + 1], box);
    pages
      .get(page, box)
      .then(async (canvas) => {
        if (abort.signal.aborted) return;
        setFailed(undefined);
        const width = show(canvas, size, sheet.current);
        if (next !== undefined) pages.get(next, box).catch(() => undefined); // asked for again when it is shown
        text.current?.replaceChildren();
        if (words && text.current) await deck.lay?.(page, text.current, width, abort.signal);
      })
      .catch(() => abort.signal.aborted || setFailed(page));
    return () => abort.abort();
  }, [pages, deck, page, next, size, words]);

  useEffect(() => () => pages.keep([], { width: 0, height: 0 }), [pages]);

  return (
    <div class={styles.place} ref={place}>
      <div class={styles.sheet} ref={sheet} hidden={failed === page}>
        {words && <div class={styles.text} ref={text} />}
      </div>
      {failed === page && <p class={styles.said}>{t('pageBroken')}</p>}
    </div>
  );
}

/** Puts a picture on the sheet in its size; returns its width in CSS pixels. */
function show(canvas: HTMLCanvasElement, size: Box, sheet: HTMLElement | null): number {
  const scale = Math.min(size.width / canvas.width, size.height / canvas.height);
  const width = canvas.width * scale;
  if (!sheet) return width;
  sheet.style.width = `${width}px`;
  sheet.style.height = `${canvas.height * scale}px`;
  canvas.setAttribute('aria-hidden', 'true');
  for (const old of sheet.querySelectorAll('canvas')) if (old !== canvas) old.remove();
  sheet.prepend(canvas);
  return width;
}

function inDevicePixels({ width, height }: Box): Box {
  const scale = Math.min(devicePixelRatio || 1, MOST_PIXELS / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** The size of an element in CSS pixels, followed while it changes; undefined while it takes no room. */
function useSize(element: { current: HTMLElement | null }): Box | undefined {
  const [size, setSize] = useState<Box>();
  useLayoutEffect(() => {
    const { current } = element;
    if (!current || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize(width > 8 && height > 8 ? { width: Math.floor(width), height: Math.floor(height) } : undefined);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
