import { useT } from '../../i18n/i18n.ts';
import { clockFace } from '../../ui/clock-face.ts';
import { cx } from '../../ui/cx.ts';
import { Ring } from '../../ui/ring.tsx';
import type { TurnClock } from './turn-clock.ts';
import styles from './turn-ring.module.css';

/** The clock of one turn: a ring that empties, with the figures inside. Dashed while it is paused. */
export function TurnRing({ clock, size = 'medium' }: { clock: TurnClock; size?: 'small' | 'medium' | 'large' }) {
  const t = useT('turns');
  const { text, over } = clockFace(clock.leftMs);
  return (
    <Ring
      value={over ? 1 : clock.share}
      tone={clock.tone}
      weight={0.09}
      class={cx(styles.ring, styles[size], clock.paused && styles.paused)}
    >
      <span class={styles.figures} data-tone={clock.tone} role="timer" aria-label={t('timer')}>
        {text}
      </span>
    </Ring>
  );
}
