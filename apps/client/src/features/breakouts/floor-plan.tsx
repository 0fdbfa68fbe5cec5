import { useBalance, useNow, useRoomSlice, useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { floorPlan, timedInput } from './floor-plan.model.ts';
import styles from './floor-plan.module.css';
import { PlanBoard } from './plan-board.tsx';
import { tableActions } from './table-actions.model.ts';

/** The workshop as a room with tables: everybody looks at it, a facilitator works on it. */
export function FloorPlan() {
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
