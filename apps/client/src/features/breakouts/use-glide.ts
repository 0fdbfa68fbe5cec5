import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const GLIDE: KeyframeAnimationOptions = { duration: 200, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

/**
 * Lets the seats inside `plan` glide to where they sit now whenever `seating` changes. Seats carry `data-seat`. Where
 * they were is measured at that moment and no other, just before the page changes: measuring lays the page out.
 * Nobody glides who asked for less motion.
 */
export function useGlide(plan: RefObject<HTMLElement | null>, seating: string): void {
  const last = useRef(seating);
  const before = last.current === seating ? undefined : measure(plan.current);
  useLayoutEffect(() => {
    last.current = seating;
    if (!before || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const spots = measure(plan.current);
    for (const [seat, element] of seats(plan.current)) glide(element, before.get(seat), spots.get(seat));
  }, [seating]);
}

function seats(plan: HTMLElement | null): [string, HTMLElement][] {
  const elements = plan?.querySelectorAll<HTMLElement>('[data-seat]') ?? [];
  return [...elements].map((element) => [element.dataset.seat ?? '', element]);
}

function measure(plan: HTMLElement | null): Map<string, DOMRect> {
  const origin = plan?.getBoundingClientRect();
  return new Map(
    seats(plan).map(([seat, element]) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [seat, new DOMRect(x - (origin?.x ?? 0), y - (origin?.y ?? 0), width, height)];
    }),
  );
}

function glide(element: HTMLElement, from: DOMRect | undefined, to: DOMRect | undefined): void {
  if (!from || !to || (from.x === to.x && from.y === to.y)) return;
  // `translate` belongs to the layout of seats; the way there is added on top of it.
  element.animate({ transform: [`translate(${from.x - to.x}px, ${from.y - to.y}px)`, 'none'] }, GLIDE);
}
