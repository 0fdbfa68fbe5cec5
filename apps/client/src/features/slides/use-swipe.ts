import { useRef } from 'preact/hooks';
import type { Action } from './slides.model.ts';

/** A finger that moves this far sideways turns a page, in CSS pixels. */
const FAR = 48;

/** Turns pages by swiping: to the left for the next one. Two fingers zoom and do nothing here. */
export function useSwipe(back: Action | undefined, on: Action | undefined) {
  const from = useRef<{ x: number; y: number } | undefined>(undefined);
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const [finger] = touches;
      from.current = touches.length === 1 && finger ? { x: finger.clientX, y: finger.clientY } : undefined;
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const [finger] = changedTouches;
      if (!from.current || !finger) return;
      const [dx, dy] = [finger.clientX - from.current.x, finger.clientY - from.current.y];
      from.current = undefined;
      if (Math.abs(dx) < FAR || Math.abs(dx) < 1.5 * Math.abs(dy)) return;
      (dx > 0 ? back : on)?.();
    },
  };
}
