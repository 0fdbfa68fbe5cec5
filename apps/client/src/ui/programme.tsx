import type { PhaseKind } from '@werkraum/protocol';
import { useT } from '../i18n/i18n.ts';
import styles from './programme.module.css';

export interface ProgrammeItem {
  kind: PhaseKind;
  title: string;
  plannedMs: number;
  /** A line below the title: the topic of a round. */
  detail?: string;
}

/** The programme as a list one reads before it begins: each phase with its length and its colour. */
export function Programme({ phases }: { phases: readonly ProgrammeItem[] }) {
  const t = useT('common');
  const minutes = (ms: number) => t('minutesShort', { count: Math.round(ms / 60_000) });
  return (
    <ol class={styles.list}>
      {phases.map(({ kind, title, plannedMs, detail }, index) => (
        <li key={index} class={styles.item} data-phase={kind}>
          <span class={styles.mark} />
          <span class={styles.words}>
            <span class={styles.title}>{title}</span>
            {below(detail ?? t(`phaseKinds.${kind}`), title)}
          </span>
          <span class={styles.length}>{minutes(plannedMs)}</span>
        </li>
      ))}
    </ol>
  );
}

// A phase that is called what it is does not say so twice.
const below = (detail: string, title: string) =>
  detail === title ? null : <span class={styles.detail}>{detail}</span>;
