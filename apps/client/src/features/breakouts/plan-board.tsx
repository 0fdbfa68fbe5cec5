import type { RoomId, SeatId } from '@werkraum/protocol';
import { useCallback, useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import type { AreaId, PlanArea } from './floor-plan.model.ts';
import { MoveBar } from './move-bar.tsx';
import { PlanAreaView } from './plan-area.tsx';
import styles from './plan-board.module.css';
import { useGlide } from './use-glide.ts';

/** More areas than this stand as rows where plans are small. */
const MOST_COMPACT = 4;

/** What can be done about one seat's lock. */
export interface SeatLock {
  label: string;
  locked: boolean;
  toggle(): void;
}

export interface PlanBoardProps {
  areas: readonly PlanArea[];
  /** Undefined: the plan is only looked at. */
  move?: ((seatId: SeatId, to: AreaId) => void) | undefined;
  /** A facilitator sits down at a table. */
  visit?: ((roomId: RoomId) => void) | undefined;
  /** Locks the seat of somebody where it is, or unlocks it; undefined where that is not possible. */
  lock?: ((seatId: SeatId) => SeatLock | undefined) | undefined;
  /** Small, for several plans beside each other. */
  compact?: boolean;
  label: string;
}

/** The workshop drawn as a room with tables. Whoever may, moves seats by dragging or by choosing one and then a table. */
export function PlanBoard({ areas, move, lock, visit, compact, label }: PlanBoardProps) {
  const t = useT('breakouts');
  const board = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<SeatId>();
  useGlide(board, areas.map(({ id, seats }) => `${id}:${seats.map(({ seatId }) => seatId).join()}`).join(' '));
  const put = useMove(areas, move);
  const from = chosen && areas.find(({ seats }) => seats.some(({ seatId }) => seatId === chosen));
  const done = () => {
    setChosen(undefined);
    board.current?.querySelector<HTMLElement>(`[data-seat="${chosen}"] button`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of places, not a set of form fields
    <div role="group" class={styles.board} aria-label={label} data-compact={compact}>
      {put && !compact && <p class={styles.hint}>{t('dragHint')}</p>}
      <div class={styles.areas} data-alone={areas.length === 1} ref={board}>
        {areas.map((area) => (
          <PlanAreaView
            key={area.id}
            area={area}
            shape={compact && areas.length > MOST_COMPACT ? 'row' : shapeOf(area, areas)}
            put={put}
            choose={put && setChosen}
            chosen={chosen}
            visit={visit}
          />
        ))}
      </div>
      {put && chosen && from && (
        <MoveBar
          seat={from.seats.find(({ seatId }) => seatId === chosen)}
          from={from.id}
          areas={areas}
          put={put}
          lock={lock?.(chosen)}
          close={done}
        />
      )}
    </div>
  );
}

/** Announces a move, as the seat's glide does for those who see it. */
function useMove(areas: readonly PlanArea[], move: PlanBoardProps['move']): PlanBoardProps['move'] {
  const t = useT('breakouts');
  const newest = useRef({ areas, move, t });
  newest.current = { areas, move, t };
  const put = useCallback((seatId: SeatId, to: AreaId) => {
    const seats = newest.current.areas.flatMap((area) => area.seats);
    const name = seats.find((seat) => seat.seatId === seatId)?.name ?? '';
    const label = newest.current.areas.find(({ id }) => id === to)?.label;
    newest.current.move?.(seatId, to);
    announce(
      label === undefined ? newest.current.t('movedToNone', { name }) : newest.current.t('moved', { name, label }),
    );
  }, []);
  return move && put;
}

const shapeOf = ({ id }: PlanArea, areas: readonly PlanArea[]): 'table' | 'circle' | 'row' => {
  if (id !== 'plenary' && id !== 'nowhere') return 'table';
  return areas.length === 1 ? 'circle' : 'row';
};
