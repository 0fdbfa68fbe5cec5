import { type Instant, MOST_PHASES, type PhaseId, PhaseKind, type PhasePlan } from '@werkraum/protocol';
import { Plus } from 'lucide-preact';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Menu } from '../../ui/menu.tsx';
import type { Check } from './checks/check.ts';
import type { Draft } from './draft.ts';
import { withLength, withMoved, withNewPhase } from './edits.ts';
import styles from './timeline.module.css';
import { type BlockDoings, TimelineBlock } from './timeline-block.tsx';
import { offsetsOf } from './totals.ts';

interface TimelineProps {
  draft: Draft;
  change(draft: Draft, edit?: string): void;
  checks: readonly Check[];
  chosen: PhaseId | undefined;
  choose(id: PhaseId): void;
}

/** The agenda from top to bottom: blocks as tall as they are long, to be dragged, stretched, typed into and chosen. */
export function Timeline({ draft, change, checks, chosen, choose }: TimelineProps) {
  const t = useT('design');
  const list = useRef<HTMLOListElement>(null);
  const doings = useDoings(draft, change, choose, list);
  const offsets = offsetsOf(draft.plan);
  const { phases, startsAt } = draft.plan;
  const add = (kind: PhaseKind) => {
    const { draft: next, id } = withNewPhase(draft, kind, chosen);
    change(next);
    choose(id);
  };
  return (
    <section class={styles.timeline} aria-label={t('timeline.title')}>
      <p class={styles.keys} id="timeline-keys">
        {t('timeline.keys')}
      </p>
      <ol ref={list} class={styles.list} aria-label={t('timeline.title')}>
        {phases.map((phase, index) => (
          <TimelineBlock
            key={phase.id}
            phase={phase}
            position={index + 1}
            beginsAt={timeOf(startsAt, offsets.get(phase.id) ?? 0)}
            chosen={phase.id === chosen}
            worst={worstOf(checks, phase.id)}
            doings={doings}
          />
        ))}
      </ol>
      {phases.length < MOST_PHASES ? (
        <AddPhase add={add} />
      ) : (
        <p class={styles.keys}>{t('timeline.full', { most: MOST_PHASES })}</p>
      )}
    </section>
  );
}

const timeOf = (startsAt: Instant | undefined, offset: number) =>
  startsAt === undefined ? { offset } : { offset, instant: startsAt + offset };

function worstOf(checks: readonly Check[], id: PhaseId): 'error' | 'hint' | undefined {
  const levels = checks.filter(({ at }) => at.pane === 'programme' && at.phaseId === id).map(({ level }) => level);
  return levels.includes('error') ? 'error' : levels.includes('hint') ? 'hint' : undefined;
}

function AddPhase({ add }: { add(kind: PhaseKind): void }) {
  const t = useT('design');
  const words = useT('common');
  const items = PhaseKind.options.map((kind) => ({
    id: kind,
    label: words(`phaseKinds.${kind}`),
    onSelect: () => add(kind),
  }));
  return <Menu label={t('timeline.add')} icon={Plus} show="words" align="start" up items={items} />;
}

/** What can be done to a block. The functions stay the same ones, so that only blocks that changed are drawn anew. */
function useDoings(
  draft: Draft,
  change: TimelineProps['change'],
  choose: TimelineProps['choose'],
  list: { readonly current: HTMLElement | null },
): BlockDoings {
  const t = useT('design');
  const newest = useRef({ draft, change, choose, t });
  newest.current = { draft, change, choose, t };
  const focused = useRef<PhaseId | undefined>(undefined);
  useLayoutEffect(() => {
    // A row that is moved in the document loses the focus on the way.
    if (focused.current) list.current?.querySelector<HTMLElement>(`[data-block="${focused.current}"]`)?.focus();
    focused.current = undefined;
  });
  const move = (id: PhaseId, to: number, refocus: boolean) => {
    const { phases } = newest.current.draft.plan;
    const next = withMoved(newest.current.draft, id, to);
    if (next === newest.current.draft) return;
    if (refocus) focused.current = id;
    newest.current.change(next);
    const place = next.plan.phases.findIndex((phase) => phase.id === id) + 1;
    announce(newest.current.t('timeline.moved', { title: titleOf(phases, id), place, of: phases.length }));
  };
  return {
    choose: useCallback((id) => newest.current.choose(id), []),
    resize: useCallback(
      (id, ms) => newest.current.change(withLength(newest.current.draft, id, ms), `length/${id}`),
      [],
    ),
    step: useCallback((id, by) => {
      const at = newest.current.draft.plan.phases.findIndex((phase) => phase.id === id);
      move(id, at + by, true);
    }, []),
    land: useCallback((id, at, edge) => {
      const others = newest.current.draft.plan.phases.filter((phase) => phase.id !== id);
      const place = others.findIndex((phase) => phase.id === at);
      move(id, edge === 'before' ? place : place + 1, false);
    }, []),
  };
}

const titleOf = (phases: readonly PhasePlan[], id: PhaseId): string =>
  phases.find((phase) => phase.id === id)?.title ?? '';
