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
  useFocusFollowing(pane, chosen);
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

/**
 * The focus never gets lost: when a phase was removed, or when on a phone the form takes the list's place, it goes to the
 * form's heading; back in the list, to the phase one came from.
 */
function useFocusFollowing(pane: { readonly current: HTMLElement | null }, chosen: PhaseId | undefined): void {
  const before = useRef(chosen);
  useLayoutEffect(() => {
    const from = before.current;
    before.current = chosen;
    if (!pane.current || from === chosen) return;
    const alone = getComputedStyle(pane.current).getPropertyValue('--one-pane').trim() === '1';
    const lost = document.activeElement === document.body;
    if (!alone && !lost) return;
    const block = pane.current.querySelector<HTMLElement>(`[data-block="${from}"]`);
    (chosen === undefined ? block : document.getElementById('phase-form-title'))?.focus();
  }, [chosen]);
}
