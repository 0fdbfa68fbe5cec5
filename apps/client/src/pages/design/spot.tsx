import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Spot } from './checks/check.ts';
import styles from './spot.module.css';

/** A spot as one word, so that it can be found on the page. */
const spotKey = (spot: Spot): string =>
  Object.values({ ...spot })
    .filter((part) => part !== undefined)
    .join('/');

/** Marks where something can be mended. */
export const Spotted = ({ at, children }: { at: Spot; children: ComponentChildren }) => (
  <div data-spot={spotKey(at)} class={styles.spot}>
    {children}
  </div>
);

/** Leads to a spot once it is drawn: the control inside it, or the next larger place. */
export function useLeading(spot: Spot | undefined, done: () => void): void {
  useLayoutEffect(() => {
    if (!spot) return;
    const key = spotKey(spot);
    const steps = key.split('/').map((_, index, all) => all.slice(0, all.length - index).join('/'));
    const place = steps.map((step) => document.querySelector(`[data-spot="${CSS.escape(step)}"]`)).find(Boolean);
    const control = place?.querySelector<HTMLElement>('input, textarea, select, button') ?? undefined;
    control?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
    done();
  }, [spot]);
}
