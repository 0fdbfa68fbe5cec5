import type { Command, SeatId, SeatingRule } from '@werkraum/protocol';
import { Plus, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { SelectField } from '../../ui/field.tsx';
import { newRuleId } from './made-here.ts';
import type { RulesModel } from './rules.model.ts';
import styles from './rules.module.css';

type Kind = Exclude<SeatingRule['kind'], 'pin'>;
const KINDS: readonly Kind[] = ['together', 'apart', 'host'];
const NOBODY = '';
/** More people do not fit into one rule. */
const MOST_PEOPLE = 20;

/** A rule being put together: who, and for a host which table. Seats are locked on the plan. */
export function NewRule({ model, send }: { model: RulesModel; send(command: Command): void }) {
  const t = useT('rotation');
  const { people, tables, add } = model;
  const [kind, setKind] = useState<Kind>('together');
  const [seats, setSeats] = useState<readonly SeatId[]>([]);
  const [table, setTable] = useState('0');
  if (!add) return null;
  const chosen = seats.flatMap((seatId) => people.find((guest) => guest.seatId === seatId) ?? []);
  const most = kind === 'host' ? 1 : MOST_PEOPLE;
  const rule = ruleOf(kind, seats, Number(table));
  const choices = people.filter(({ seatId }) => !seats.includes(seatId));
  const save = (made: SeatingRule) => {
    send(add(newRuleId(), made));
    announce(t('ruleAdded'));
    setSeats([]);
  };
  const choose = (next: Kind) => {
    setKind(next);
    if (next === 'host') setSeats(seats.slice(0, 1));
  };
  return (
    <fieldset class={styles.form}>
      <legend>{t('newRule')}</legend>
      <Segmented
        label={t('kind')}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onValue={choose}
      />
      {chosen.length > 0 && (
        <ul class={styles.chosen}>
          {chosen.map(({ seatId, name }) => (
            <li key={seatId}>
              <Button
                icon={X}
                aria-label={t('removePerson', { name })}
                onClick={() => setSeats(seats.filter((id) => id !== seatId))}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div class={styles.fields}>
        {seats.length < most && (
          <SelectField
            label={t(kind === 'host' ? 'person' : 'addPerson')}
            value={NOBODY}
            options={[
              { value: NOBODY, label: t('choosePerson') },
              ...choices.map(({ seatId, name }) => ({ value: seatId as string, label: name })),
            ]}
            onValue={(seatId) => seatId !== NOBODY && setSeats([...seats, seatId as SeatId])}
          />
        )}
        {kind === 'host' && (
          <SelectField
            label={t('hostTable')}
            value={table}
            options={tables.map((label, at) => ({ value: String(at), label }))}
            onValue={setTable}
          />
        )}
        <Button icon={Plus} disabled={!rule} onClick={() => rule && save(rule)}>
          {t('addRule')}
        </Button>
      </div>
    </fieldset>
  );
}

function ruleOf(kind: Kind, seats: readonly SeatId[], table: number): SeatingRule | undefined {
  const [seatId] = seats;
  if (kind === 'host') return seatId && { kind, seatId, table };
  return seats.length < 2 ? undefined : { kind, seats: [...seats] };
}
