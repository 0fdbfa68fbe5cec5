import type { SeatId } from '@werkraum/protocol';
import { Lock, LockOpen, X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import type { AreaId, PlanArea, PlanSeat } from './floor-plan.model.ts';
import styles from './plan-board.module.css';
import type { SeatLock } from './plan-board.tsx';

interface MoveBarProps {
  seat: PlanSeat | undefined;
  from: AreaId;
  areas: readonly PlanArea[];
  put(seatId: SeatId, to: AreaId): void;
  /** Locks or unlocks the seat; undefined where that is not possible. */
  lock?: SeatLock | undefined;
  close(): void;
}

/** Where the chosen seat can go: the same as dragging, for keyboards, fingers and everybody else. */
export function MoveBar({ seat, from, areas, put, lock, close }: MoveBarProps) {
  const t = useT('breakouts');
  const common = useT('common');
  const bar = useRef<HTMLDivElement>(null);
  const seatId = seat?.seatId;
  useEffect(() => bar.current?.querySelector('button')?.focus(), [seatId]);
  if (!seat) return null;
  const toggle = (seatLock: SeatLock) => {
    seatLock.toggle();
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'l' && lock) toggle(lock);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  const label = t('move', { name: seat.name });
  return (
    <div class={styles.move} ref={bar} role="toolbar" aria-label={label} onKeyDown={onKeyDown} tabIndex={-1}>
      <strong>{label}</strong>
      {tablesFirst(areas)
        .filter(({ id }) => id !== from)
        .map(({ id, label: table }) => (
          <Button
            key={id}
            onClick={() => {
              put(seat.seatId, id);
              close();
            }}
          >
            {table === undefined ? t('moveToNone') : t('moveTo', { label: table })}
          </Button>
        ))}
      {lock && (
        <Button icon={lock.locked ? LockOpen : Lock} aria-keyshortcuts="l" onClick={() => toggle(lock)}>
          {lock.label}
        </Button>
      )}
      <IconButton icon={X} label={common('cancel')} tip="above-end" onClick={close} />
    </div>
  );
}

const tablesFirst = (areas: readonly PlanArea[]): readonly PlanArea[] =>
  [...areas].sort((a, b) => Number(a.label === undefined) - Number(b.label === undefined));
