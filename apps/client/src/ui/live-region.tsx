import { announcements } from './announcer.ts';
import { useStore } from './use-store.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

const whole = <T,>(state: T): T => state;

/** The one place announcements are spoken from. Two lines take turns, so that a repeated sentence is a change. */
export function LiveRegion() {
  const { text, turn } = useStore(announcements, whole);
  return (
    <VisuallyHidden>
      <span aria-live="polite">{turn % 2 === 0 ? text : ''}</span>
      <span aria-live="polite">{turn % 2 === 1 ? text : ''}</span>
    </VisuallyHidden>
  );
}
