import { useState } from 'preact/hooks';
import { useBalance, useNow, useRoomSlice, useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Segmented } from '../../ui/choice.tsx';
import { floorPlan, timedInput } from './floor-plan.model.ts';
import styles from './floor-plan.module.css';
import { PlanBoard } from './plan-board.tsx';
import { tableActions } from './table-actions.model.ts';
import { TableTiles } from './table-tiles-part.ts';

type Shown = 'tiles' | 'plan';

/** The workshop as a room with tables: everybody looks at it, a facilitator works on it, at each table or on the whole plan. */
export function FloorPlan() {
  const t = useT('breakouts');
  const atWork = useSession()?.tables !== undefined && useYou()?.role === 'facilitator';
  const [shown, show] = useState<Shown>('tiles');
  if (!atWork) return <WholePlan />;
  return (
    <div class={styles.work}>
      <Segmented<Shown>
        label={t('view')}
        value={shown}
        options={[
          { value: 'tiles', label: t('tables') },
          { value: 'plan', label: t('asPlan') },
        ]}
        onValue={(value) => show(value)}
      />
      {shown === 'tiles' ? <TableTiles /> : <WholePlan />}
    </div>
  );
}

function WholePlan() {
  const t = useT('breakouts');
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  const room = useRoomSlice();
  const balance = useBalance();
  const now = useNow(timedInput(staff, room));
  const send = useSend();
  if (!session || !you) return null;
  const { move, visit } = tableActions(session, you);
  const kind = session.agenda.clock && session.agenda.phases[session.agenda.clock.phaseId]?.kind;
  return (
    <div class={styles.plan} data-phase={kind}>
      <PlanBoard
        label={t('plan')}
        areas={floorPlan({ session, you, staff, room, balance }, now)}
        move={move && ((seatId, to) => void send(move(seatId, to === 'plenary' || to === 'nowhere' ? undefined : to)))}
        visit={visit && ((roomId) => void send(visit(roomId)))}
      />
    </div>
  );
}
