import type { Instant, PhaseId, PhasePlan } from '@werkraum/protocol';
import { CircleAlert, GripVertical, Lock, TriangleAlert } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { drawnWhenChanged } from '../../ui/drawn-when-changed.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { LONGEST_MS, SHORTEST_MS } from './edits.ts';
import { hoursAndMinutes } from './lengths.ts';
import { MinutesField } from './minutes-field.tsx';
import styles from './timeline.module.css';
import { useLengthText } from './use-length-text.ts';
import { usePhaseDrag } from './use-phase-drag.ts';

/** What can be done to a block. */
export interface BlockDoings {
  choose(id: PhaseId): void;
  resize(id: PhaseId, ms: number): void;
  /** Earlier (−1) or later (+1). */
  step(id: PhaseId, by: 1 | -1): void;
  /** Another block was put down at this one. */
  land(id: PhaseId, at: PhaseId, edge: 'before' | 'after'): void;
}

interface BlockProps {
  phase: PhasePlan;
  position: number;
  /** From the beginning, and by the clock when the start is known. */
  beginsAt: { offset: number; instant?: Instant };
  chosen: boolean;
  worst: 'error' | 'hint' | undefined;
  doings: BlockDoings;
}

const MINUTE = 60_000;
/** As tall as it is long, by the rule of the style sheet. */
const lengthOf = (ms: number) => ({ '--minutes': String(Math.round(ms / MINUTE)) });

/** One phase of the timeline. */
export const TimelineBlock = drawnWhenChanged(function Block(props: BlockProps) {
  const { phase, beginsAt, chosen, doings } = props;
  const t = useT('design');
  const row = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLSpanElement>(null);
  const { lifted, edge } = usePhaseDrag({
    ...{ row, handle: grip, phaseId: phase.id },
    land: (id, at) => doings.land(id, phase.id, at),
  });
  return (
    <li
      ref={row}
      class={styles.item}
      data-phase={phase.kind}
      data-chosen={chosen}
      data-lifted={lifted}
      data-edge={edge}
      style={lengthOf(phase.plannedMs)}
    >
      <BeginsAt {...beginsAt} />
      <div class={styles.block}>
        <span ref={grip} class={styles.grip} title={t('timeline.drag')} aria-hidden="true">
          <GripVertical size={20} />
        </span>
        <BlockButton {...props} />
        <MinutesField
          hideLabel
          label={t('timeline.minutesOf', { title: phase.title })}
          value={phase.plannedMs}
          least={SHORTEST_MS}
          most={LONGEST_MS}
          onValue={(ms) => doings.resize(phase.id, ms)}
        />
        <ResizeEdge phase={phase} resize={doings.resize} />
      </div>
    </li>
  );
});

function BeginsAt({ offset, instant }: BlockProps['beginsAt']) {
  const language = useLanguage();
  const { hours, minutes } = hoursAndMinutes(offset);
  const since = `${hours}:${String(minutes).padStart(2, '0')}`;
  return <span class={styles.time}>{instant === undefined ? since : formatTime(instant, language)}</span>;
}

function BlockButton({ phase, position, chosen, worst, doings }: BlockProps) {
  const t = useT('design');
  const words = useT('common');
  const length = useLengthText();
  const { id, kind, title, plannedMs } = phase;
  const detail = (phase.kind === 'breakout-round' && phase.round.topic.trim()) || words(`phaseKinds.${kind}`);
  const onKeyDown = (event: KeyboardEvent) => {
    const run = keyed(event, phase, doings);
    if (!run) return;
    event.preventDefault();
    const resized = run();
    if (resized !== undefined) announce(t('timeline.resized', { title, length: length(resized) }));
  };
  return (
    <button
      type="button"
      class={styles.name}
      data-block={id}
      data-spot={`programme/${id}`}
      aria-pressed={chosen}
      aria-describedby="timeline-keys"
      onClick={() => doings.choose(id)}
      onKeyDown={onKeyDown}
    >
      <span class={styles.title}>
        <VisuallyHidden>{position}. </VisuallyHidden>
        {title.trim() || t('timeline.untitled')}
        {phase.locked && <Lock size={16} aria-label={t('phase.locked')} />}
        {worst === 'error' && <CircleAlert size={18} class={styles.error} aria-label={t('levels.error')} />}
        {worst === 'hint' && <TriangleAlert size={18} class={styles.hint} aria-label={t('levels.hint')} />}
      </span>
      {detail !== title && <span class={styles.detail}>{detail}</span>}
      <VisuallyHidden>, {length(plannedMs)}</VisuallyHidden>
    </button>
  );
}

/** What a key does to a block: moves it, resizes it (and answers with the new length), or goes to the next one. */
function keyed(
  event: KeyboardEvent,
  { id, plannedMs }: PhasePlan,
  doings: BlockDoings,
): (() => number | undefined) | undefined {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) return undefined;
  const arrow = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : undefined;
  if (arrow !== undefined && altKey) return () => void doings.step(id, arrow);
  if (arrow !== undefined) return () => void neighbour(event.currentTarget as HTMLElement, arrow)?.focus();
  const by = key === '+' ? MINUTE : key === '-' ? -MINUTE : undefined;
  if (by === undefined || altKey) return undefined;
  return () => {
    const next = Math.min(LONGEST_MS, Math.max(MINUTE, plannedMs + by));
    doings.resize(id, next);
    return next;
  };
}

function neighbour(block: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const all = [...(block.closest('ol')?.querySelectorAll<HTMLElement>('[data-block]') ?? [])];
  return all[all.indexOf(block) + by];
}

/** The lower edge: pulled down it makes the phase longer, a minute every few pixels. Keys and the field do the same. */
function ResizeEdge({ phase, resize }: { phase: PhasePlan; resize: BlockDoings['resize'] }) {
  const t = useT('design');
  const from = useRef<{ y: number; ms: number } | undefined>(undefined);
  const onMove = ({ clientY }: PointerEvent) => {
    if (!from.current) return;
    const minutes = Math.round((clientY - from.current.y) / PIXELS_PER_MINUTE);
    resize(phase.id, Math.max(MINUTE, Math.round(from.current.ms / MINUTE + minutes) * MINUTE));
  };
  return (
    <span
      class={styles.edge}
      title={t('timeline.resize')}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { y: event.clientY, ms: phase.plannedMs };
      }}
      onPointerMove={onMove}
      onPointerUp={() => {
        from.current = undefined;
      }}
      onPointerCancel={() => {
        from.current = undefined;
      }}
    />
  );
}

const PIXELS_PER_MINUTE = 4;
