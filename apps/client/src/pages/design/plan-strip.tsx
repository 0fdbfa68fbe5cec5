import type { PhaseKind } from '@werkraum/protocol';
import styles from './plan-strip.module.css';

export interface StripPart {
  id: string;
  kind: PhaseKind;
  title: string;
  ms: number;
  /** Stands out: chosen, or changed. */
  marked?: boolean;
}

interface PlanStripProps {
  parts: readonly StripPart[];
  /** How long it may be; what is free or too much is drawn. */
  availableMs?: number | undefined;
  choose?: (id: string) => void;
}

/** The agenda as a strip, proportional, for the eye: what it says stands in lists beside it. */
export function PlanStrip({ parts, availableMs, choose }: PlanStripProps) {
  const total = parts.reduce((sum, { ms }) => sum + ms, 0);
  const whole = Math.max(total, availableMs ?? 0, 1);
  const over = availableMs !== undefined && total > availableMs;
  return (
    <div class={styles.strip} aria-hidden="true">
      <div class={styles.parts}>
        {parts.map(({ id, kind, title, ms, marked }) => {
          const look = {
            class: styles.part,
            'data-phase': kind,
            'data-marked': marked,
            title,
            style: { flexGrow: ms },
          };
          // A short cut for pointers, out of the way of keys: the list beside it does the same.
          if (choose) return <button key={id} type="button" tabIndex={-1} {...look} onClick={() => choose(id)} />;
          return <span key={id} {...look} />;
        })}
        {availableMs !== undefined && total < availableMs && (
          <span class={styles.free} style={{ flexGrow: availableMs - total }} />
        )}
      </div>
      {over && <span class={styles.end} style={{ insetInlineStart: `${((availableMs ?? 0) / whole) * 100}%` }} />}
    </div>
  );
}
