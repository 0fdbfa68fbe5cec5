import { BellRing, CircleCheck, CircleDashed, type LucideIcon, PencilLine } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { ReadinessLine, ReadyState } from './readiness.model.ts';
import styles from './readiness.module.css';

const SIGNS: Record<ReadyState, LucideIcon> = { ready: CircleCheck, working: PencilLine, unopened: CircleDashed };

/** How far one person is, as a sign and in words. */
export function ReadinessMark({ line }: { line: Omit<ReadinessLine, 'seatId' | 'name'> }) {
  const t = useT('prep');
  const Sign = SIGNS[line.state];
  return (
    <span class={styles.mark} data-state={line.state}>
      <Sign size={18} aria-hidden="true" />
      <span>{markWords(t, line)}</span>
    </span>
  );
}

function markWords(t: Translate<'prep'>, { state, answered, of, slides }: Omit<ReadinessLine, 'seatId' | 'name'>) {
  const parts = [t(`readiness.state.${state}`), state !== 'unopened' && t('readiness.answered', { answered, of })];
  return [...parts, slides && t('readiness.slides')].filter(Boolean).join(' · ');
}

/** Copies a reminder for one person; nothing for those who are ready. */
export function RemindButton({ line, text }: { line: ReadinessLine; text: string }): ComponentChildren {
  const t = useT('prep');
  if (line.state === 'ready') return null;
  return <CopyButton text={text} icon={BellRing} label={t('readiness.remindFor', { name: line.name })} />;
}
