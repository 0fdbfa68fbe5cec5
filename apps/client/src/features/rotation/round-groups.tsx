import type { Command, Grouping, TableSizes } from '@werkraum/protocol';
import { Minus, Plus, Repeat, Shuffle } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { randomSeed } from './made-here.ts';
import styles from './rotation.module.css';
import { RoundSizes } from './round-sizes.tsx';
import type { SeatingModel } from './seating.model.ts';

const GROUPINGS: readonly Grouping[] = ['new', 'same', 'choose', 'by-hand'];

interface RoundGroupsProps {
  round: SeatingModel;
  people: number;
  send(command: Command): void;
}

/** How the groups of one round come about: by what, at how many tables, how large; and at once, where a machine deals them. */
export function RoundGroups({ round, people, send }: RoundGroupsProps) {
  const t = useT('rotation');
  const { setGroups, groups, sizes, newGroups, sameAsBefore, planned } = round;
  const choices = GROUPINGS.filter((each) => each !== 'same' || sameAsBefore || groups === 'same');
  return (
    <div class={styles.groups}>
      <div class={styles.dealing}>
        {setGroups && (
          <SelectField
            label={t('groups')}
            value={groups}
            options={choices.map((value) => ({ value, label: t(`group.${value}`) }))}
            onValue={(next) => send(setGroups(next, sizes))}
          />
        )}
        <TableCount round={round} send={send} />
        {newGroups && groups === 'new' && (
          <Button icon={Shuffle} onClick={() => send(newGroups(randomSeed()))}>
            {t(planned ? 'newGroupsAgain' : 'newGroups')}
          </Button>
        )}
        {sameAsBefore && groups === 'same' && (
          <Button icon={Repeat} onClick={() => send(sameAsBefore)}>
            {t('showSame')}
          </Button>
        )}
      </div>
      {setGroups && groups !== 'new' && <p class={styles.note}>{t(`groupHint.${groups}`)}</p>}
      {setGroups && (groups === 'new' || groups === 'choose') && (
        <RoundSizes
          sizes={sizes}
          people={people}
          onSizes={(next: TableSizes | undefined) => send(setGroups(groups, next))}
        />
      )}
    </div>
  );
}

function TableCount({ round, send }: Omit<RoundGroupsProps, 'people'>) {
  const t = useT('rotation');
  const { setTables, tables } = round;
  const count = tables.length - 1; // the last one is "at no table"
  if (!setTables) return null;
  return (
    <div class={styles.tables}>
      <IconButton
        icon={Minus}
        label={t('fewer')}
        tip="above-end"
        disabled={count <= 1}
        onClick={() => send(setTables(count - 1))}
      />
      <span class="figures">
        {count} {t('tables')}
      </span>
      <IconButton
        icon={Plus}
        label={t('more')}
        tip="above-end"
        disabled={count >= 60}
        onClick={() => send(setTables(count + 1))}
      />
    </div>
  );
}
