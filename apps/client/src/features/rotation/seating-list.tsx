import type { Command, RoomId, SeatId } from '@werkraum/protocol';
import { useT } from '../../i18n/i18n.ts';
import { byName } from '../../ui/by-name.ts';
import { SelectField } from '../../ui/field.tsx';
import styles from './rotation.module.css';
import type { SeatingModel } from './seating.model.ts';

interface SeatingListProps {
  rounds: readonly SeatingModel[];
  send(command: Command): void;
}

/** The same seating as a table of people with a choice per round: for keyboards, screen readers and long lists. */
export function SeatingList({ rounds, send }: SeatingListProps) {
  const t = useT('rotation');
  return (
    <div class={styles.scroll}>
      <table class={styles.list}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            {rounds.map(({ phaseId, title }) => (
              <th key={phaseId} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people(rounds).map(({ seatId, name }) => (
            <tr key={seatId}>
              <th scope="row">{name}</th>
              {rounds.map((round) => (
                <td key={round.phaseId}>
                  <TableChoice round={round} seatId={seatId} name={name} send={send} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const NOWHERE = 'nowhere';

interface TableChoiceProps {
  round: SeatingModel;
  seatId: SeatId;
  name: string;
  send(command: Command): void;
}

function TableChoice({ round, seatId, name, send }: TableChoiceProps) {
  const t = useT('rotation');
  const tables = useT('breakouts');
  const at = round.tables.find(({ seats }) => seats.some((seat) => seat.seatId === seatId));
  const options = round.tables.map(({ roomId, label }) => ({
    value: roomId ?? NOWHERE,
    label: label === undefined ? tables('noTable') : tables('table', { label }),
  }));
  const choose = (value: string) => {
    if (round.assign) send(round.assign(seatId, value === NOWHERE ? undefined : (value as RoomId)));
  };
  return (
    <SelectField
      label={`${t('tableOf', { name })}, ${round.title}`}
      hideLabel
      value={at?.roomId ?? NOWHERE}
      options={options}
      disabled={!round.assign}
      onValue={choose}
    />
  );
}

/** Everybody who appears in any round, by name. */
function people(rounds: readonly SeatingModel[]): readonly { seatId: SeatId; name: string }[] {
  const seats = rounds.flatMap(({ tables }) => tables.flatMap((table) => table.seats));
  const byId = new Map(seats.map(({ seatId, name }) => [seatId, { seatId, name }]));
  return [...byId.values()].sort((a, b) => byName(a.name, b.name));
}
