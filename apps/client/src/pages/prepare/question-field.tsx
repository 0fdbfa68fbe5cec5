import { ANSWER_MAX, type PrepAnswer, type PrepQuestion } from '@werkraum/protocol';
import { useId } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { figuresOf } from './prepare.model.ts';
import styles from './question-field.module.css';

export interface QuestionFieldProps<Question extends PrepQuestion = PrepQuestion> {
  question: Question;
  number: number;
  of: number;
  answer: PrepAnswer | null | undefined;
  /** Why the answer was not taken, in words. */
  error: string | undefined;
  /** Absent: nothing can be changed any more. */
  set: ((answer: PrepAnswer | null) => void) | undefined;
  settle(): void;
}

/** One question, with what it is answered with. */
export function QuestionField(props: QuestionFieldProps) {
  const t = useT('prepare');
  const { question, number, of } = props;
  return (
    <li class={styles.question}>
      <p class={styles.number}>{t('questions.number', { number, of })}</p>
      {question.kind === 'text' && <TextQuestion {...props} question={question} />}
      {question.kind === 'choice' && <ChoiceQuestion {...props} question={question} />}
      {question.kind === 'scale' && <ScaleQuestion {...props} question={question} />}
    </li>
  );
}

type Of<Kind extends PrepQuestion['kind']> = QuestionFieldProps<Extract<PrepQuestion, { kind: Kind }>>;

/** The count is told when the end comes near. */
const NEAR = 200;

function TextQuestion({ question, answer, error, set, settle }: Of<'text'>) {
  const t = useT('prepare');
  const text = answer?.kind === 'text' ? answer.text : '';
  const left = ANSWER_MAX - text.length;
  return (
    <div class={styles.text}>
      <TextArea
        label={question.prompt}
        rows={5}
        maxLength={ANSWER_MAX}
        error={error}
        disabled={!set}
        value={text}
        onValue={(value) => set?.(value === '' ? null : { kind: 'text', text: value })}
        onBlur={settle}
      />
      {left <= NEAR && <p class={styles.left}>{t('questions.left', { count: left })}</p>}
    </div>
  );
}

function ChoiceQuestion({ question, answer, error, set }: Of<'choice'>) {
  const name = useId();
  const chosen = answer?.kind === 'choice' ? answer.option : undefined;
  return (
    <fieldset class={styles.group} disabled={!set}>
      <legend>{question.prompt}</legend>
      <div class={styles.options}>
        {question.options.map((option, index) => (
          <label key={index} class={styles.option} data-on={index === chosen}>
            <input
              type="radio"
              name={name}
              checked={index === chosen}
              onChange={() => set?.({ kind: 'choice', option: index })}
            />
            {option}
          </label>
        ))}
      </div>
      <Below chosen={chosen !== undefined} error={error} set={set} />
    </fieldset>
  );
}

function ScaleQuestion({ question, answer, error, set }: Of<'scale'>) {
  const name = useId();
  const chosen = answer?.kind === 'scale' ? answer.figure : undefined;
  const { labels } = question;
  const figures = figuresOf(question);
  const meaning = (figure: number) =>
    figure === question.from ? labels?.from : figure === question.to ? labels?.to : undefined;
  return (
    <fieldset class={styles.group} disabled={!set}>
      <legend>{question.prompt}</legend>
      <div class={styles.figures} style={{ '--figures': figures.length }}>
        {figures.map((figure) => (
          <label key={figure} class={styles.figure} data-on={figure === chosen}>
            <input
              type="radio"
              name={name}
              checked={figure === chosen}
              aria-label={[figure, meaning(figure)].filter((part) => part !== undefined).join(', ')}
              onChange={() => set?.({ kind: 'scale', figure })}
            />
            <span aria-hidden="true">{figure}</span>
          </label>
        ))}
      </div>
      {labels && (
        <p class={styles.ends} style={{ '--figures': figures.length }} aria-hidden="true">
          <span>{labels.from}</span>
          <span>{labels.to}</span>
        </p>
      )}
      <Below chosen={chosen !== undefined} error={error} set={set} />
    </fieldset>
  );
}

/** Radio buttons cannot be unpressed, so there is another way back. */
function Below({ chosen, error, set }: Pick<QuestionFieldProps, 'error' | 'set'> & { chosen: boolean }) {
  const t = useT('prepare');
  return (
    <>
      {error && <p class={styles.error}>{error}</p>}
      {chosen && set && (
        <Button kind="plain" onClick={() => set(null)}>
          {t('questions.clear')}
        </Button>
      )}
    </>
  );
}
