import { useEffect, useState } from 'preact/hooks';

/** How long after a change a press still counts as meant for what stood there before. */
export const SETTLING_MS = 700;

/**
 * Whether what `of` names has been shown long enough to be meant by a press: keeps the second half of a double click
 * from hitting the next turn.
 */
export function useSettled(of: string): boolean {
  const [settled, settle] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => settle(of), SETTLING_MS);
    return () => clearTimeout(timer);
  }, [of]);
  return settled === of;
}
