import type { RoomId } from '@werkraum/protocol';
import { useEffect, useRef } from 'preact/hooks';
import { useNow, useStaff, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { clockWords } from './clock-words.ts';
import { fairShare, type KeeperModel, nudgedAgoMs } from './keeper.model.ts';
import { KeeperButtons } from './keeper-buttons.tsx';
import { type KeeperControls, keeperControls, useKeeperKeys } from './keeper-controls.ts';
import { TableClock } from './table-clock.tsx';
import { quietWords } from './table-words.ts';
import type { TableClockModel } from './timekeeper.model.ts';
import { useSettled } from './use-settled.ts';

interface LargeTableProps {
  table: TableClockModel;
  tables: readonly TableClockModel[];
  keeper: KeeperModel;
  choose(next: (from: RoomId | undefined) => RoomId | undefined): void;
}

/** One table with everything about it, its buttons and its keys. */
export function LargeTable({ table, tables, keeper, choose }: LargeTableProps) {
  const [staff, now, you] = [useStaff(), useNow(), useYou()];
  const t = useT('timekeeping');
  const turns = useT('turns');
  const { queue, roomId, label } = table;
  const speaking = queue?.speaking;
  const settled = useSettled(speaking?.turnId ?? '');
  const beatSettled = useSettled(String(keeper.beat?.number));
  const go = useNeighbours(table, tables, choose);
  const ownsPlus = you?.role === 'timekeeper';
  const controls: KeeperControls = {
    ...keeperControls({ queue, beat: keeper.beat, settled, beatSettled, ownsPlus, t, turns }),
    ...go,
  };
  useKeeperKeys(controls);
  const nudgedMs = staff && nudgedAgoMs(staff, roomId, now);
  useNudgedWords(
    roomId,
    staff?.progress[roomId]?.nudgedAt,
    t('nudgedNow', { name: speaking?.name ?? turns('somebody') }),
  );
  const group = speaking ? turns('actions.group', { name: speaking.name ?? turns('somebody') }) : t('table', { label });
  return (
    <TableClock {...table} nudgedMs={nudgedMs} fair={fairShare(table, staff?.progress[roomId]?.turns)}>
      <KeeperButtons group={group} {...controls} />
    </TableClock>
  );
}

/** The ways to the tables beside this one, round and round; what is there is said, since nothing has the focus there. */
function useNeighbours(
  { roomId, label, queue }: TableClockModel,
  tables: readonly TableClockModel[],
  choose: LargeTableProps['choose'],
): Pick<KeeperControls, 'previous' | 'following'> {
  const t = useT('timekeeping');
  const turns = useT('turns');
  const stepped = useRef(false);
  useEffect(() => {
    if (!stepped.current) return;
    stepped.current = false;
    const { name = turns('somebody'), clock } = queue?.speaking ?? {};
    const words = clock ? t('tile.speaks', { name, words: clockWords(turns, clock) }) : quietWords(t, queue);
    announce(t('tile.table', { label, words }));
  }, [roomId]);
  if (tables.length < 2) return { previous: undefined, following: undefined };
  const step = (by: number) => () => {
    stepped.current = true;
    // From wherever the press before this one led, drawn or not.
    choose((from = roomId) => neighbour(tables, from, by));
  };
  return { previous: step(-1), following: step(1) };
}

function neighbour(tables: readonly TableClockModel[], from: RoomId, by: number): RoomId | undefined {
  const at = tables.findIndex((table) => table.roomId === from);
  return tables[(at + by + tables.length) % tables.length]?.roomId;
}

/** Confirms a nudge to those who listen, whoever of staff gave it. */
function useNudgedWords(roomId: RoomId, nudgedAt: number | undefined, words: string): void {
  const before = useRef({ roomId, nudgedAt });
  useEffect(() => {
    const { current } = before;
    if (nudgedAt !== undefined && current.roomId === roomId && current.nudgedAt !== nudgedAt) announce(words);
    before.current = { roomId, nudgedAt };
  }, [roomId, nudgedAt]);
}
