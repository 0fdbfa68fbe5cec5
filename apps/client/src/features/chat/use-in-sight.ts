import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Tells whether an element is before the person's eyes: in a part of the page that is shown, scrolled to, in a window
 * that is looked at. Says so again when `what` changes.
 */
export function useInSight(element: RefObject<Element | null>, what: unknown, tell: (inSight: boolean) => void): void {
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    let near = false;
    const say = () => latest.current(near && document.visibilityState === 'visible');
    const observer = new IntersectionObserver((entries) => {
      near = entries.at(-1)?.isIntersecting ?? false;
      say();
    });
    observer.observe(watched);
    document.addEventListener('visibilitychange', say);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', say);
    };
  }, [element, what]);
}
