import { Role } from '@werkraum/protocol';
import { ClipboardPaste, Plus, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import {
  type Draft,
  type DraftPerson,
  type DraftProblems,
  type RowProblem,
  withNewPerson,
  withoutPerson,
  withPasted,
  withPerson,
} from './draft.model.ts';
import styles from './people-editor.module.css';

interface PeopleEditorProps {
  draft: Draft;
  change(draft: Draft): void;
  problems: DraftProblems;
  /** The person has tried to go on: empty rows are problems now. */
  asked: boolean;
}

/** Who comes, and in which role. */
export function PeopleEditor({ draft, change, problems, asked }: PeopleEditorProps) {
  const t = useT('host');
  const [pasting, setPasting] = useState(false);
  const [focused, setFocused] = useState<string>();
  const add = () => {
    const next = withNewPerson(draft);
    setFocused(next.people.at(-1)?.id);
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
      {problems.whole.includes('no-facilitator') && <p class={styles.problem}>{t('people.noFacilitator')}</p>}
      {problems.whole.includes('too-many') && <p class={styles.problem}>{t('people.tooMany')}</p>}
      <ul class={styles.list}>
        {draft.people.map((person, index) => (
          <Row
            key={person.id}
            person={person}
            number={index + 1}
            focused={person.id === focused}
            problem={shownProblem(problems.rows[person.id], asked)}
            rename={(name) => change(withPerson(draft, person.id, { name }))}
            cast={(role) => change(withPerson(draft, person.id, { role }))}
            remove={() => change(withoutPerson(draft, person.id))}
          />
        ))}
      </ul>
      <Button icon={Plus} class={styles.add ?? ''} onClick={add}>
        {t('people.add')}
      </Button>
      {pasting && <PasteDialog paste={(text) => change(withPasted(draft, text))} close={() => setPasting(false)} />}
    </section>
  );
}

const shownProblem = (problem: RowProblem | undefined, asked: boolean): RowProblem | undefined =>
  problem === 'no-name' && !asked ? undefined : problem;

interface RowProps {
  person: DraftPerson;
  number: number;
  focused: boolean;
  problem: RowProblem | undefined;
  rename(name: string): void;
  cast(role: Role): void;
  remove(): void;
}

function Row({ person, number, focused, problem, rename, cast, remove }: RowProps) {
  const t = useT('host');
  const words = useT('common');
  return (
    <li class={styles.row}>
      <TextField
        hideLabel
        label={t('people.nameOf', { number })}
        placeholder={t('people.name')}
        value={person.name}
        maxLength={80}
        autoComplete="off"
        autoFocus={focused}
        error={problem && t(`people.problems.${problem}`)}
        onValue={rename}
      />
      <SelectField
        hideLabel
        label={t('people.roleOf', { name: person.name || String(number) })}
        value={person.role}
        options={Role.options.map((value) => ({ value, label: words(`roles.${value}`) }))}
        onValue={cast}
      />
      <IconButton
        icon={Trash2}
        label={t('people.remove', { name: person.name || String(number) })}
        tip="above-end"
        onClick={remove}
      />
    </li>
  );
}

function PasteDialog({ paste, close }: { paste(text: string): void; close(): void }) {
  const t = useT('host');
  const words = useT('common');
  const [text, setText] = useState('');
  const use = () => {
    paste(text);
    close();
  };
  return (
    <Dialog
      title={t('people.paste')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words('cancel')}</Button>
          <Button kind="primary" disabled={text.trim() === ''} onClick={use}>
            {t('people.pasteUse')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('people.pasteLabel')}
        hint={t('people.pasteHint')}
        rows={8}
        value={text}
        onValue={setText}
        autoFocus
      />
    </Dialog>
  );
}
