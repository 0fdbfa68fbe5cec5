import type { RoomId } from '@werkraum/protocol';
import { useId } from 'preact/hooks';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { clockFace } from '../../ui/clock-face.ts';
import { clockWords } from './clock-words.ts';
import styles from './table-overview.module.css';
import { quietWords } from './table-words.ts';
import type { TableClockModel } from './timekeeper.model.ts';

interface TableOverviewProps {
  tables: readonly TableClockModel[];
  chosen: RoomId | undefined;
  choose(roomId: RoomId): void;
}

/** The clocks of all tables, small: one of them is shown large. Radio buttons, so that arrows walk along them. */
export function TableOverview({ tables, chosen, choose }: TableOverviewProps) {
  const t = useT('timekeeping');
  const name = useId();
  return (
    <fieldset class={styles.overview}>
      <legend class={styles.legend}>{t('overview')}</legend>
      {tables.map((table) => (
        <Tile key={table.roomId} table={table} group={name} on={table.roomId === chosen} choose={choose} />
      ))}
    </fieldset>
  );
}

interface TileProps {
  table: TableClockModel;
  group: string;
  on: boolean;
  choose(roomId: RoomId): void;
}

function Tile({ table, group, on, choose }: TileProps) {
  const t = useT('timekeeping');
  const turns = useT('turns');
  const { roomId, label, queue } = table;
  const speaking = queue?.speaking;
  const words = tileWords(t, turns, table);
  return (
    <label
      class={styles.tile}
      data-on={on}
      data-tone={speaking?.clock.tone}
      data-state={speaking ? (speaking.clock.paused ? 'paused' : 'speaking') : (queue?.state ?? 'none')}
    >
      <input
        type="radio"
        name={group}
        checked={on}
        onChange={() => choose(roomId)}
        aria-label={t('tile.table', { label, words })}
      />
      <span class={styles.label}>{label}</span>
      <span class={styles.figure}>
        {speaking ? clockFace(speaking.clock.leftMs).text : queue?.state === 'finished' ? '✓' : '–'}
      </span>
      <span class={styles.name}>{speaking ? (speaking.name ?? turns('somebody')) : quietWords(t, queue)}</span>
    </label>
  );
}

function tileWords(t: Translate<'timekeeping'>, turns: Translate<'turns'>, { queue }: TableClockModel): string {
  const speaking = queue?.speaking;
  if (!speaking) return quietWords(t, queue);
  return t('tile.speaks', { name: speaking.name ?? turns('somebody'), words: clockWords(turns, speaking.clock) });
}
