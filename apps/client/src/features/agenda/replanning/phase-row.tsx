import type { Command, PhaseId } from '@werkraum/protocol';
import {
  ArrowDown,
  ArrowUp,
  Ellipsis,
  GripVertical,
  Lock,
  LockOpen,
  Minus,
  PencilLine,
  Plus,
  Scissors,
} from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { formatTime } from '../../../i18n/format.ts';
import { useLanguage, useT } from '../../../i18n/i18n.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import type { DeskModel, DeskRow } from './desk.model.ts';
import styles from './phase-row.module.css';
import { useLength } from './use-length.ts';
import { usePhaseDrag } from './use-phase-drag.ts';

interface PhaseRowProps {
  row: DeskRow;
  desk: Pick<DeskModel, 'putOn' | 'comesFromAbove'>;
  act(command: Command, row?: DeskRow): Promise<void>;
  edit(): void;
}

/** One phase at the desk: what it is, when it begins, and what can be done about it. */
export function PhaseRow({ row, desk, act, edit }: PhaseRowProps) {
  const { title, kind, state, number, canChange } = row;
  const line = useRef<HTMLLIElement>(null);
  const put = (phaseId: PhaseId) => void act(desk.putOn(phaseId, row.id));
  const { dragging, over } = usePhaseDrag(line, row.id, canChange, put);
  const place = over && (desk.comesFromAbove(over, row.id) ? 'after' : 'before');
  return (
    <li
      ref={line}
      class={styles.row}
      data-phase={kind}
      data-state={state}
      data-dragging={dragging}
      data-put={place}
      aria-current={state === 'now' ? 'step' : undefined}
    >
      {canChange ? (
        <GripVertical size={18} class={styles.grip} aria-hidden="true" />
      ) : (
        <span class={`${styles.number} figures`} aria-hidden="true">
          {number}
        </span>
      )}
      <div class={styles.words}>
        <h3 class={styles.title}>{title}</h3>
        <Notes row={row} />
      </div>
      <Length row={row} act={act} />
      {canChange && <Actions row={row} act={act} edit={edit} />}
    </li>
  );
}

function Notes({ row }: { row: DeskRow }) {
  const t = useT('replanning');
  const common = useT('common');
  const language = useLanguage();
  const length = useLength();
  const { kind, state, startsAt, tookMs, plannedMs, originalMs, added, minMs, locked } = row;
  const notes = [
    common(`phaseKinds.${kind}`),
    startsAt !== undefined && state === 'ahead' && t('desk.from', { time: formatTime(startsAt, language) }),
    state === 'now' && t('desk.now'),
    tookMs !== undefined && t('desk.done', { planned: length(originalMs ?? plannedMs) }),
    added && t('desk.added'),
    state === 'ahead' && originalMs !== undefined && t('desk.was', { length: length(originalMs) }),
    state === 'ahead' && minMs > 0 && minMs < plannedMs && t('desk.least', { length: length(minMs) }),
    locked && t('desk.locked'),
  ].filter((note) => note !== false);
  return <p class={styles.notes}>{notes.join(' · ')}</p>;
}

function Length({ row, act }: Pick<PhaseRowProps, 'row' | 'act'>) {
  const t = useT('replanning');
  const length = useLength();
  const { title, stepMs, shorter, longer, plannedMs, tookMs, canChange } = row;
  const step = length(stepMs);
  return (
    <div class={styles.length}>
      {canChange && (
        <IconButton
          icon={Minus}
          label={t('desk.shorter', { title, step })}
          disabled={!shorter}
          onClick={() => shorter && void act(shorter, row)}
        />
      )}
      <strong class="figures">{length(tookMs ?? plannedMs)}</strong>
      {canChange && (
        <IconButton
          icon={Plus}
          label={t('desk.longer', { title, step })}
          disabled={!longer}
          onClick={() => longer && void act(longer, row)}
        />
      )}
    </div>
  );
}

function Actions({ row, act, edit }: Omit<PhaseRowProps, 'desk'>) {
  const t = useT('replanning');
  const { title, up, down, lock, locked, drop } = row;
  const items: MenuItem[] = [
    { id: 'edit', label: t('desk.edit'), icon: PencilLine, onSelect: edit },
    ...(drop
      ? [{ id: 'drop', label: t('desk.drop'), icon: Scissors, onSelect: () => void act(drop, row) } as const]
      : []),
  ];
  const doing = (command: Command | undefined) => () => command && void act(command, row);
  return (
    <div class={styles.actions}>
      <IconButton icon={ArrowUp} label={t('desk.up', { title })} disabled={!up} onClick={doing(up)} />
      <IconButton icon={ArrowDown} label={t('desk.down', { title })} disabled={!down} onClick={doing(down)} />
      <IconButton
        icon={locked ? Lock : LockOpen}
        label={t(locked ? 'desk.unlock' : 'desk.lock', { title })}
        tip="above-end"
        onClick={doing(lock)}
      />
      <Menu label={t('desk.more', { title })} icon={Ellipsis} items={items} />
    </div>
  );
}
