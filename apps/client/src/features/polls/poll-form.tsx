import type { Poll, PollKind } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { MOST_OPTIONS, MOST_QUESTION, ofKind, POLL_KINDS, type PollDraft, pollFrom } from './poll-desk.model.ts';
import styles from './polls.module.css';

interface PollFormProps {
  start: PollDraft;
  /** Resolves to whether it was taken. `open`: put it to everybody at once. */
  save(poll: Poll, open: boolean): Promise<boolean>;
  /** It can be put to everybody at once. */
  mayOpen: boolean;
  cancel(): void;
}

/** Where a facilitator makes a poll, beforehand or on the spot. */
export function PollForm({ start, save, mayOpen, cancel }: PollFormProps) {
  const t = useT('polls');
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const made = pollFrom(draft);
  const problem = tried && 'problem' in made ? made.problem : undefined;
  const change = (part: Partial<PollDraft>) => setDraft({ ...draft, ...part });
  const submit = async (open: boolean) => {
    setTried(true);
    if (!('poll' in made) || busy) return;
    setBusy(true);
    await save(made.poll, open);
    setBusy(false);
  };
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(false);
      }}
    >
      <TextField
        label={t('form.question')}
        autoFocus
        maxLength={MOST_QUESTION}
        value={draft.question}
        error={problem === 'no-question' ? t('form.no-question') : undefined}
        onValue={(question) => change({ question })}
      />
      <SelectField<PollKind>
        label={t('form.kind')}
        value={draft.kind}
        options={POLL_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onValue={(kind) => setDraft(ofKind(draft, kind))}
      />
      {draft.kind !== 'scale' && draft.kind !== 'words' && (
        <TextArea
          label={t('form.options')}
          hint={t('form.optionsHint', { most: MOST_OPTIONS })}
          rows={4}
          value={draft.options}
          error={problem && problem !== 'no-question' ? t(`form.${problem}`, { most: MOST_OPTIONS }) : undefined}
          onValue={(options) => change({ options })}
        />
      )}
      <KindFields draft={draft} change={change} />
      <CheckField
        label={t('form.anonymous')}
        hint={t(draft.anonymous ? 'anonymous' : 'named')}
        checked={draft.anonymous}
        onValue={(anonymous) => change({ anonymous })}
      />
      <div class={styles.actions}>
        {mayOpen && (
          <Button kind="primary" busy={busy} onClick={() => void submit(true)}>
            {t('form.openNow')}
          </Button>
        )}
        <Button type="submit" busy={busy}>
          {t('form.keep')}
        </Button>
        <Button kind="plain" onClick={cancel}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}

function KindFields({ draft, change }: { draft: PollDraft; change(part: Partial<PollDraft>): void }) {
  const t = useT('polls');
  if (draft.kind === 'scale') {
    return (
      <div class={styles.pair}>
        <TextField label={t('form.from')} maxLength={60} value={draft.from} onValue={(from) => change({ from })} />
        <TextField label={t('form.to')} maxLength={60} value={draft.to} onValue={(to) => change({ to })} />
      </div>
    );
  }
  if (draft.kind !== 'dots' && draft.kind !== 'words') return null;
  const most = draft.kind === 'dots' ? 10 : 5;
  return (
    <SelectField<string>
      label={t(draft.kind === 'dots' ? 'form.dots' : 'form.words')}
      value={String(draft.each)}
      options={Array.from({ length: most }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))}
      onValue={(each) => change({ each: Number(each) })}
    />
  );
}
