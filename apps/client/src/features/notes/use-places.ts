import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * For how many buttons an element has room in one row, all as wide as its first one, followed while that changes. Infinitely many until
 * it is known.
 */
export function usePlaces(element: { current: HTMLElement | null }): number {
  const [places, setPlaces] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const width = current.querySelector('button')?.offsetWidth;
      if (entry && width) setPlaces(Math.floor(entry.contentRect.width / width));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return places;
}
