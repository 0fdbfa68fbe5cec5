import { useT } from '../../../i18n/i18n.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import styles from './plan-strip.module.css';
import type { Segment, Strip } from './plans.model.ts';
import { useChange, useLength } from './use-length.ts';

interface PlanStripProps {
  strip: Strip;
  /** Where everything should be over, on the scale of all strips. */
  untilShare: number;
  /** What the list is called for who cannot see it. */
  label: string;
}

const percent = (share: number): string => `${Math.round(share * 1_000) / 10}%`;

/** An agenda from now on, proportional; changed phases say what they were and become. */
export function PlanStrip({ strip, untilShare, label }: PlanStripProps) {
  return (
    <div class={styles.whole}>
      <ol class={styles.strip} aria-label={label} style={{ '--share': percent(strip.share) }}>
        {strip.segments.map((segment) => (
          <StripSegment key={segment.id} {...segment} />
        ))}
      </ol>
      <span class={styles.until} style={{ insetInlineStart: percent(untilShare) }} aria-hidden="true" />
    </div>
  );
}

function StripSegment({ title, kind, ms, wasMs, state }: Segment) {
  const t = useT('replanning');
  const length = useLength();
  const change = useChange();
  const words =
    wasMs === undefined
      ? t(`strip.${state}`, { title, length: length(ms) })
      : t('strip.changed', { title, from: length(wasMs), to: length(ms) });
  return (
    <li
      class={styles.segment}
      data-phase={kind}
      data-state={state}
      data-changed={wasMs !== undefined}
      style={{ flexGrow: Math.max(1, ms) }}
      title={words}
    >
      <span class={styles.title} aria-hidden="true">
        {title}
      </span>
      <span class={`${styles.length} figures`} aria-hidden="true">
        {wasMs === undefined ? length(ms) : change(wasMs, ms)}
      </span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </li>
  );
}
