import { useT } from '../../i18n/i18n.ts';
import { duration } from './clock-words.ts';
import styles from './share-bars.module.css';
import type { Share } from './shares.model.ts';

/** Who was granted and used how much: a signal for fairness, not a score. Draws nothing until somebody has begun. */
export function ShareBars({ label, shares }: { label: string; shares: readonly Share[] }) {
  const t = useT('turns');
  if (shares.length === 0) return null;
  return (
    <details class={styles.shares} open>
      <summary>{t('keeper.sharesTitle')}</summary>
      <ul class={styles.list} aria-label={t('keeper.shares', { label })}>
        {shares.map((share) => (
          <ShareBar key={share.seatId} {...share} />
        ))}
      </ul>
    </details>
  );
}

function ShareBar({ name, speaking, slotMs, usedMs, slotPart, usedPart, overPart }: Share) {
  const t = useT('turns');
  const [used, slot, over] = [duration(usedMs), duration(slotMs), duration(usedMs - slotMs)];
  const isOver = usedMs >= slotMs + 1_000;
  return (
    <li class={styles.line} data-speaking={speaking}>
      <span class={styles.name}>{name ?? t('somebody')}</span>
      <span class={styles.bar} aria-hidden="true">
        <span class={styles.slot} style={{ width: percent(slotPart) }} />
        <span class={styles.used} style={{ width: percent(usedPart) }} />
        {isOver && <span class={styles.over} style={{ left: percent(slotPart), width: percent(overPart) }} />}
      </span>
      <span class={styles.figures}>
        {slotMs === 0 ? '–' : isOver ? t('usedOver', { used, slot, over }) : t('used', { used, slot })}
      </span>
    </li>
  );
}

const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;
