import styles from './share-bar.module.css';
import type { Share } from './shares.model.ts';

/** Time used against time granted, on one scale for the whole table. The figures stand beside it, so it is not read out. */
export function ShareBar({ slotPart, usedPart, overPart }: Share) {
  return (
    <span class={styles.bar} aria-hidden="true">
      <span class={styles.slot} style={{ width: percent(slotPart) }} />
      <span class={styles.used} style={{ width: percent(usedPart) }} />
      {overPart > 0 && <span class={styles.over} style={{ left: percent(slotPart), width: percent(overPart) }} />}
    </span>
  );
}

const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;
