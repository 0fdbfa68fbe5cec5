import type { PhaseId } from '@werkraum/protocol';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import type { Check } from './checks/check.ts';
import { CheckList } from './checks-pane.tsx';
import type { Draft } from './draft.ts';
import { PhaseForm } from './phase-form.tsx';
import styles from './programme-pane.module.css';
import { Timeline } from './timeline.tsx';

interface ProgrammePaneProps {
  draft: Draft;
  change(draft: Draft, edit?: string): void;
  checks: readonly Check[];
  chosen: PhaseId | undefined;
  choose(id: PhaseId | undefined): void;
}

/** The timeline, and beside it (on a phone: instead of it) the phase that is chosen. */
export function ProgrammePane({ draft, change, checks, chosen, choose }: ProgrammePaneProps) {
  const t = useT('design');
  const phase = draft.plan.phases.find(({ id }) => id === chosen);
  const whole = checks.filter(({ at }) => at.pane === 'programme' && at.phaseId === undefined);
  const pane = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // On a phone the form takes the list's place, so the focus follows; elsewhere it stays where it was.
    const alone = pane.current && getComputedStyle(pane.current).getPropertyValue('--one-pane').trim() === '1';
    const to = chosen === undefined ? undefined : document.getElementById('phase-form-title');
    if (alone && to && !pane.current?.contains(document.activeElement?.closest('form') ?? null)) to.focus();
  }, [chosen]);
  return (
    <div ref={pane} class={styles.pane} data-open={phase !== undefined}>
      <div class={styles.list} data-spot="programme">
        {whole.length > 0 && <CheckList checks={whole} />}
        <Timeline draft={draft} change={change} checks={checks} chosen={chosen} choose={choose} />
      </div>
      {phase ? (
        <PhaseForm key={phase.id} draft={draft} phase={phase} change={change} checks={checks} choose={choose} />
      ) : (
        <p class={styles.nothing}>{t('phase.choose')}</p>
      )}
    </div>
  );
}
