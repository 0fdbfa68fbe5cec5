import { useState } from 'preact/hooks';
import { useFormerTable, useRoomSlice, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Segmented } from '../../ui/choice.tsx';
import styles from './board.module.css';
import { Board } from './board.tsx';
import { HandOverNotice } from './hand-over-notice.tsx';
import { Wall } from './wall.tsx';

type Part = 'table' | 'plenary' | 'wall' | 'former';

/** The centre of the room that shows what people write: the table's board, the plenary's, the wall, one's last table. */
export function BoardCentre() {
  const t = useT('board');
  const { parts, show } = useParts();
  const [chosen, choose] = useState<Part>();
  const part = chosen && parts.includes(chosen) ? chosen : parts[0];
  if (!part) return <p class={styles.none}>{t('nothing')}</p>;
  return (
    <div class={styles.centre}>
      {parts.length > 1 && (
        <Segmented
          label={t('which')}
          value={part}
          options={parts.map((value) => ({ value, label: t(`part.${value}`) }))}
          onValue={(value) => choose(value)}
        />
      )}
      {part !== 'former' && <HandOverNotice look={parts.includes('former') ? () => choose('former') : undefined} />}
      {show(part)}
    </div>
  );
}

function useParts() {
  const t = useT('board');
  const session = useSession();
  const you = useYou();
  const room = useRoomSlice();
  const former = useFormerTable();
  const { board, wall, brought, report, tables } = session ?? {};
  const label = tables?.rooms[you?.place ?? '']?.label ?? '';
  const last = former && wall?.tables[former.roomId];
  const there: (Part | false | undefined)[] = [
    room?.board && 'table',
    report && 'wall',
    board && 'plenary',
    (wall || brought) && !report && 'wall',
    former && !room?.board && 'former',
  ];
  const show = (part: Part) => {
    if (part === 'table' && room?.board)
      return <Board board={room.board} kind="table" title={t('tableBoard', { label })} />;
    if (part === 'plenary' && board) return <Board board={board} kind="plenary" title={t('plenaryBoard')} />;
    if (part === 'former' && former)
      return <Board board={former.board} kind="former" title={t('formerBoard', { label: last?.label ?? '' })} />;
    return <Wall />;
  };
  return { parts: there.filter((part) => typeof part === 'string'), show };
}
