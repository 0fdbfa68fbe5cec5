import { Check, Minus, Plus, Undo2 } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import { useSend } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { type BallotDraft, dotsLeft, draftOf, voteOf, withChoice, withDot } from './ballot.model.ts';
import type { BallotModel } from './polls.model.ts';
import styles from './polls.module.css';

/** The open poll: the question, what the answer is for, and the answer itself. */
export function Ballot({ pollId, poll, voted, own }: BallotModel) {
  const t = useT('polls');
  const send = useSend();
  const [draft, setDraft] = useState<BallotDraft>(() => draftOf(poll, own));
  const [busy, setBusy] = useState(false);
  const vote = voteOf(poll, draft);
  const isSent = JSON.stringify(vote) === JSON.stringify(own);
  const cast = async (event: Event) => {
    event.preventDefault();
    if (!vote || busy) return;
    setBusy(true);
    await send({ type: 'cast-vote', pollId, vote });
    setBusy(false);
  };
  const takeBack = () => {
    setDraft(draftOf(poll, undefined));
    void send({ type: 'cast-vote', pollId });
  };
  return (
    <form class={styles.ballot} onSubmit={(event) => void cast(event)} aria-label={t('open')}>
      <p class={styles.question}>{poll.question}</p>
      <p class={styles.about}>{t(poll.anonymous ? 'anonymous' : 'named')}</p>
      <Answer poll={poll} draft={draft} change={setDraft} />
      <div class={styles.actions}>
        <Button type="submit" kind="primary" icon={Check} busy={busy} disabled={!vote || isSent}>
          {t(own ? 'change' : 'send')}
        </Button>
        {own && (
          <Button kind="plain" icon={Undo2} onClick={takeBack}>
            {t('takeBack')}
          </Button>
        )}
      </div>
      <p class={styles.about} role="status">
        {own && isSent ? t('sent') : ''} {t('voted', { count: voted })}
      </p>
    </form>
  );
}

interface AnswerProps {
  poll: BallotModel['poll'];
  draft: BallotDraft;
  change(draft: BallotDraft): void;
}

function Answer({ poll, draft, change }: AnswerProps) {
  if (poll.kind === 'dots') return <Dots poll={poll} draft={draft} change={change} />;
  if (poll.kind === 'words') return <Words poll={poll} draft={draft} change={change} />;
  return <Choices poll={poll} draft={draft} change={change} />;
}

function Choices({ poll, draft, change }: AnswerProps) {
  const name = useId();
  const type = poll.kind === 'multiple' ? 'checkbox' : 'radio';
  return (
    <fieldset class={poll.kind === 'scale' ? styles.scale : styles.choices}>
      <legend class={styles.legend}>{poll.question}</legend>
      {choicesOf(poll).map(({ value, label, hint }) => (
        <label key={value} class={styles.choice} data-on={draft.chosen.includes(value)}>
          <input
            type={type}
            name={name}
            checked={draft.chosen.includes(value)}
            onChange={() => change(withChoice(poll, draft, value))}
          />
          <span>
            {label}
            {hint && <span class={styles.hint}> {hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function choicesOf(poll: BallotModel['poll']): { value: number; label: string; hint?: string | undefined }[] {
  if (poll.kind === 'scale') {
    const { from, to, labels } = poll;
    return Array.from({ length: to - from + 1 }, (_, at) => from + at).map((value) => ({
      ...{ value, label: String(value) },
      hint: value === from ? labels?.from : value === to ? labels?.to : undefined,
    }));
  }
  return 'options' in poll ? poll.options.map((label, value) => ({ value, label })) : [];
}

function Dots({ poll, draft, change }: AnswerProps) {
  const t = useT('polls');
  const left = dotsLeft(poll, draft);
  const options = 'options' in poll ? poll.options : [];
  return (
    <div class={styles.choices}>
      <p class={styles.about} role="status">
        {t('dotsLeft', { count: left })}
      </p>
      {options.map((option, at) => {
        const count = draft.dots[at] ?? 0;
        return (
          <fieldset key={option} class={styles.dots} aria-label={option}>
            <span class={styles.option}>{option}</span>
            <IconButton
              icon={Minus}
              label={t('dotLess', { option })}
              tip="above-end"
              disabled={count === 0}
              onClick={() => change(withDot(poll, draft, at, -1))}
            />
            <span class={`${styles.count} figures`} role="img" aria-label={t('dots', { count })}>
              {count}
            </span>
            <IconButton
              icon={Plus}
              label={t('dotMore', { option })}
              tip="above-end"
              disabled={left === 0}
              onClick={() => change(withDot(poll, draft, at, 1))}
            />
          </fieldset>
        );
      })}
    </div>
  );
}

/** The longest word or phrase. */
const MOST_CHARACTERS = 40;

function Words({ draft, change }: AnswerProps) {
  const t = useT('polls');
  return (
    <div class={styles.choices}>
      {draft.words.map((word, at) => (
        <TextField
          key={at}
          label={t('word', { number: at + 1 })}
          maxLength={MOST_CHARACTERS}
          value={word}
          onValue={(said) => change({ ...draft, words: draft.words.with(at, said) })}
        />
      ))}
    </div>
  );
}
