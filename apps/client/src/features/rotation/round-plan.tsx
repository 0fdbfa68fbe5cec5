import type { Command, SeatId } from '@werkraum/protocol';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import type { PlanArea, PlanSeat } from '../breakouts/floor-plan.model.ts';
import { PlanBoard } from '../breakouts/plan-board.tsx';
import { newRuleId } from './made-here.ts';
import styles from './rotation.module.css';
import { RoundGroups } from './round-groups.tsx';
import type { SeatingModel, SeatingTable } from './seating.model.ts';

interface RoundPlanProps {
  round: SeatingModel;
  compact: boolean;
  /** How many people take part. */
  people: number;
  send(command: Command): void;
}

/** One round's seating as a plan, with everything its groups are made by. */
export function RoundPlan({ round, compact, people, send }: RoundPlanProps) {
  const t = useT('rotation');
  const { title, tables, assign, planned, state } = round;
  const topic = tables[0]?.topic;
  return (
    <section class={styles.round} data-phase="breakout-round" aria-label={`${t('seating')}: ${title}`}>
      <header class={styles.head}>
        <h3>{title}</h3>
        {topic && <p class={styles.topic}>{topic}</p>}
      </header>
      <RoundGroups round={round} people={people} send={send} />
      <Encounters {...round} />
      {state === 'ahead' && !planned && round.groups === 'new' && <p class={styles.note}>{t('unplanned')}</p>}
      {state === 'now' && <p class={styles.note}>{t('running')}</p>}
      {state === 'held' && <p class={styles.note}>{t('held')}</p>}
      <PlanBoard
        label={title}
        compact={compact}
        areas={tables.filter((table) => isShown(table, state)).map(asArea)}
        move={assign && ((seatId, to) => send(assign(seatId, to === 'nowhere' || to === 'plenary' ? undefined : to)))}
        lock={useLocking(round, send)}
      />
    </section>
  );
}

// Of a round that is over nobody asks who sat nowhere.
const isShown = ({ roomId, seats }: SeatingTable, state: SeatingModel['state']): boolean =>
  roomId !== undefined || (state !== 'held' && seats.length > 0);

function useLocking({ lock, tables }: SeatingModel, send: RoundPlanProps['send']) {
  const t = useT('rotation');
  if (!lock) return undefined;
  return (seatId: SeatId) => {
    const seat = tables.flatMap(({ seats }) => seats).find((each) => each.seatId === seatId);
    const command = lock(seatId, newRuleId());
    if (!seat || !command) return undefined;
    const { locked, name } = seat;
    return {
      label: t(locked ? 'unlock' : 'lock'),
      locked,
      toggle() {
        send(command);
        announce(t(locked ? 'unlockedNow' : 'lockedNow', { name }));
      },
    };
  };
}

function Encounters({ encounters }: SeatingModel) {
  const t = useT('rotation');
  if (!encounters) return null;
  const { fresh, again } = encounters;
  return (
    <p class={styles.encounters}>
      {t('encounters', { count: fresh })}
      {again > 0 && <> · {t('encountersAgain', { count: again })}</>}
    </p>
  );
}

/** A table of a round to come, drawn like one that runs. */
function asArea({ roomId, label, seats }: SeatingTable): PlanArea {
  return { id: roomId ?? 'nowhere', label, topic: undefined, seats: seats.map(asSeat), own: false, lonely: false };
}

const asSeat = ({ seatId, name, role, presence, locked }: SeatingTable['seats'][number]): PlanSeat => ({
  ...{ seatId, name, role, presence },
  own: false,
  visiting: false,
  ...(locked && { locked }),
});
