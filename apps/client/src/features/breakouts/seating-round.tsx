import type { Command } from '@werkraum/protocol';
import { Minus, Plus, Repeat, Shuffle } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import type { PlanArea, PlanSeat } from './floor-plan.model.ts';
import { PlanBoard } from './plan-board.tsx';
import type { SeatingModel, SeatingTable } from './seating.model.ts';
import styles from './seating-editor.module.css';

interface SeatingRoundProps {
  round: SeatingModel;
  compact: boolean;
  send(command: Command): void;
}

/** One round's seating as a plan, with everything that deals the groups. */
export function SeatingRound({ round, compact, send }: SeatingRoundProps) {
  const t = useT('breakouts');
  const { title, tables, assign, planned, state } = round;
  const topic = tables[0]?.topic;
  return (
    <section class={styles.round} data-phase="breakout-round" aria-label={`${t('seating')}: ${title}`}>
      <header class={styles.head}>
        <h3>{title}</h3>
        {topic && <p class={styles.topic}>{topic}</p>}
      </header>
      <Dealing round={round} send={send} />
      <Encounters {...round} />
      {!planned && <p class={styles.note}>{t('unplanned')}</p>}
      {state === 'now' && <p class={styles.note}>{t('running')}</p>}
      <PlanBoard
        label={title}
        compact={compact}
        areas={tables.map(asArea)}
        move={assign && ((seatId, to) => send(assign(seatId, to === 'nowhere' || to === 'plenary' ? undefined : to)))}
      />
    </section>
  );
}

function Dealing({ round, send }: Omit<SeatingRoundProps, 'compact'>) {
  const t = useT('breakouts');
  const { setTables, newGroups, sameAsBefore, planned, tables } = round;
  const count = tables.length - 1; // the last one is "at no table"
  return (
    <div class={styles.dealing}>
      {setTables && (
        <div class={styles.tables}>
          <IconButton
            icon={Minus}
            label={t('fewer')}
            disabled={count <= 1}
            onClick={() => send(setTables(count - 1))}
          />
          <span class="figures">
            {count} {t('tables')}
          </span>
          <IconButton icon={Plus} label={t('more')} disabled={count >= 60} onClick={() => send(setTables(count + 1))} />
        </div>
      )}
      {newGroups && (
        <Button icon={Shuffle} onClick={() => send(newGroups(randomSeed()))}>
          {t(planned ? 'newGroupsAgain' : 'newGroups')}
        </Button>
      )}
      {sameAsBefore && (
        <Button icon={Repeat} onClick={() => send(sameAsBefore)}>
          {t('sameGroups')}
        </Button>
      )}
    </div>
  );
}

function Encounters({ encounters }: SeatingModel) {
  const t = useT('breakouts');
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

const asSeat = ({ seatId, name, role, presence }: SeatingTable['seats'][number]): PlanSeat => ({
  seatId,
  name,
  role,
  presence,
  own: false,
  visiting: false,
});

/** The server deals the groups; the same seed gives the same groups. */
const randomSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
