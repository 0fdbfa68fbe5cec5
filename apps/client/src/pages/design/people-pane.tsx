import { Role } from '@werkraum/protocol';
import { ClipboardPaste, Plus, Trash2 } from 'lucide-preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { drawnWhenChanged } from '../../ui/drawn-when-changed.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { Check } from './checks/check.ts';
import { CheckList } from './checks-pane.tsx';
import { type Draft, type DraftPerson, MAX_PEOPLE } from './draft.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { withNewPerson, withoutPerson, withPerson } from './people-edits.ts';
import styles from './people-pane.module.css';
import { Spotted } from './spot.tsx';
import { useCheckText } from './use-check-text.ts';

interface PeoplePaneProps {
  draft: Draft;
  change(draft: Draft, edit?: string): void;
  checks: readonly Check[];
  /** Somebody tried to go on: empty names are problems now. */
  asked: boolean;
}

/** Who comes, in which role, and where their mail goes. */
export function PeoplePane({ draft, change, checks, asked }: PeoplePaneProps) {
  const t = useT('design');
  const [pasting, setPasting] = useState(false);
  const [focused, setFocused] = useState<string>();
  const doings = useRowDoings(draft, change);
  const own = checks.filter(({ at }) => at.pane === 'people');
  const whole = own.filter(({ at }) => at.pane === 'people' && at.personId === undefined);
  const problems = useProblems(own, asked);
  const add = () => {
    const { draft: next, id } = withNewPerson(draft);
    setFocused(id);
    change(next);
  };
  return (
    <section class={styles.people} aria-labelledby="people-title">
      <header class={styles.head}>
        <h2 id="people-title">{t('people.title', { count: draft.people.length })}</h2>
        <Button icon={ClipboardPaste} onClick={() => setPasting(true)}>
          {t('people.paste')}
        </Button>
      </header>
      <p class={styles.privacy}>{t('people.privacy')}</p>
      {whole.length > 0 && <CheckList checks={whole} />}
      <ul class={styles.list}>
        {draft.people.map((person, index) => (
          <Row
            key={person.id}
            person={person}
            number={index + 1}
            focused={person.id === focused}
            nameProblem={problems.get(`${person.id}/name`)}
            addressProblem={problems.get(`${person.id}/address`)}
            doings={doings}
          />
        ))}
      </ul>
      <div class={styles.add}>
        <Button icon={Plus} onClick={add} disabled={draft.people.length >= MAX_PEOPLE}>
          {t('people.add')}
        </Button>
      </div>
      {pasting && <PasteDialog draft={draft} change={change} close={() => setPasting(false)} />}
    </section>
  );
}

/** What is wrong with single rows, by person and field. */
function useProblems(checks: readonly Check[], asked: boolean): ReadonlyMap<string, string> {
  const say = useCheckText();
  return new Map(
    checks.flatMap((each) => {
      const { at, code } = each;
      if (at.pane !== 'people' || at.personId === undefined || (code === 'no-name' && !asked)) return [];
      return [[`${at.personId}/${at.field}`, say(each)] as const];
    }),
  );
}

interface RowDoings {
  edit(id: string, change: Partial<Omit<DraftPerson, 'id'>>, edit?: string): void;
  remove(id: string): void;
}

/** The same functions for every drawing, so that one of five hundred rows is drawn when one changes. */
function useRowDoings(draft: Draft, change: PeoplePaneProps['change']): RowDoings {
  const newest = useRef({ draft, change });
  newest.current = { draft, change };
  return {
    edit: useCallback((id, part, edit) => {
      newest.current.change(withPerson(newest.current.draft, id, part), edit && `${edit}/${id}`);
    }, []),
    remove: useCallback((id) => newest.current.change(withoutPerson(newest.current.draft, id)), []),
  };
}

interface RowProps {
  person: DraftPerson;
  number: number;
  focused: boolean;
  nameProblem: string | undefined;
  addressProblem: string | undefined;
  doings: RowDoings;
}

const Row = drawnWhenChanged(function Row({ person, number, focused, nameProblem, addressProblem, doings }: RowProps) {
  const t = useT('design');
  const words = useT('common');
  const { id, name, role, address } = person;
  const called = name || String(number);
  return (
    <li class={styles.row} data-spot={`people/${id}`}>
      <Spotted at={{ pane: 'people', personId: id, field: 'name' }}>
        <TextField
          hideLabel
          label={t('people.nameOf', { number })}
          placeholder={t('people.name')}
          value={name}
          maxLength={80}
          autoComplete="off"
          autoFocus={focused}
          error={nameProblem}
          onValue={(text) => doings.edit(id, { name: text }, 'name')}
        />
      </Spotted>
      <Spotted at={{ pane: 'people', personId: id, field: 'address' }}>
        <TextField
          hideLabel
          label={t('people.addressOf', { name: called })}
          placeholder={t('people.address')}
          value={address}
          maxLength={254}
          autoComplete="off"
          inputMode="email"
          spellcheck={false}
          error={addressProblem}
          onValue={(text) => doings.edit(id, { address: text }, 'address')}
        />
      </Spotted>
      <SelectField
        hideLabel
        label={t('people.roleOf', { name: called })}
        value={role}
        options={Role.options.map((value) => ({ value, label: words(`roles.${value}`) }))}
        onValue={(value) => doings.edit(id, { role: value })}
      />
      <IconButton
        icon={Trash2}
        label={t('people.remove', { name: called })}
        tip="above-end"
        onClick={() => doings.remove(id)}
      />
    </li>
  );
});
