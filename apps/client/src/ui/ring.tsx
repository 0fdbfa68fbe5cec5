import type { ComponentChildren } from 'preact';
import type { ClockTone } from './clock-face.ts';
import styles from './ring.module.css';

export interface RingProps {
  /** How much of the ring is drawn: 0 to 1. */
  value: number;
  tone?: ClockTone;
  /** Thickness as a share of the ring's size. */
  weight?: number;
  /** What stands inside. */
  children?: ComponentChildren;
  class?: string;
}

const RADIUS = 50;

/** A ring that fills or empties. It says nothing by itself: figures or words beside it do. */
export function Ring({ value, tone = 'calm', weight = 0.08, children, class: extra }: RingProps) {
  const width = weight * 100;
  const radius = RADIUS - width / 2;
  const round = 2 * Math.PI * radius;
  const shown = Math.min(1, Math.max(0, value));
  return (
    <span class={`${styles.ring} ${extra ?? ''}`} data-tone={tone}>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle class={styles.track} cx="50" cy="50" r={radius} stroke-width={width} />
        <circle
          class={styles.arc}
          cx="50"
          cy="50"
          r={radius}
          stroke-width={width}
          stroke-dasharray={`${round}`}
          stroke-dashoffset={`${round * (1 - shown)}`}
          visibility={shown === 0 ? 'hidden' : undefined}
        />
      </svg>
      {children !== undefined && <span class={styles.inside}>{children}</span>}
    </span>
  );
}
