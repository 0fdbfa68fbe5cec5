import type { SeatId, TurnId } from '@werkraum/protocol';
import { GripVertical } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import styles from './keeper-queue.module.css';
import { ShareBar } from './share-bar.tsx';
import type { Share } from './shares.model.ts';
import type { TurnActions } from './turn-actions.ts';
import { TurnOrder, TurnQueueLine } from './turn-queue.tsx';
import type { TurnLine } from './turns.model.ts';
import { useTurnDrag } from './use-turn-drag.ts';

interface KeeperQueueProps {
  lines: readonly TurnLine[];
  shares: ReadonlyMap<SeatId, Share>;
}

/** The speaking order with everybody's share. Those who wait can be moved: dragged, or with arrows on the grip. */
export function KeeperQueue({ lines, shares }: KeeperQueueProps) {
  const waiting = lines.filter(({ state }) => state === 'waiting').map(({ turnId }) => turnId);
  return (
    <TurnOrder lines={lines}>
      {lines.map((line) => (
        <Line key={line.turnId} line={line} waiting={waiting} share={shares.get(line.seatId)} />
      ))}
    </TurnOrder>
  );
}

interface LineProps {
  line: TurnLine;
  /** The turns that wait, in order. */
  waiting: readonly TurnId[];
  share: Share | undefined;
}

function Line({ line, waiting, share }: LineProps) {
  const t = useT('timekeeping');
  const name = line.name ?? useT('turns')('somebody');
  const element = useRef<HTMLLIElement>(null);
  const { actions, turnId } = line;
  const drop = useTurnDrag(element, turnId, waiting, actions.moveBefore);
  const place = waiting.indexOf(turnId) + 1;
  const moved = (by: number) => announce(t('moved', { name, place: place + by, count: waiting.length }));
  return (
    <TurnQueueLine
      {...line}
      share={share && <ShareBar {...share} />}
      element={element}
      drop={drop}
      {...(actions.moveBefore && {
        grip: <Grip label={t('grip', { name })} actions={actions} moved={moved} />,
      })}
    />
  );
}

interface GripProps {
  label: string;
  actions: TurnActions;
  moved(by: number): void;
}

function Grip({ label, actions: { up, down }, moved }: GripProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const move = by < 0 ? up : down;
    if (by === 0) return;
    event.preventDefault();
    if (!move) return;
    move();
    moved(by);
  };
  return (
    <button type="button" class={styles.grip} aria-label={label} title={label} onKeyDown={onKeyDown}>
      <GripVertical size={18} aria-hidden="true" />
    </button>
  );
}
