import { ANSWER_MAX, type PrepAnswer, type PrepQuestion } from '@werkraum/protocol';
import { useT } from '../../i18n/i18n.ts';
import { OptionsField, QuestionCard, ScaleField } from '../../ui/answering.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
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
    <QuestionCard number={t('questions.number', { number, of })}>
      {question.kind === 'text' && <TextQuestion {...props} question={question} />}
      {question.kind === 'choice' && <ChoiceQuestion {...props} question={question} />}
      {question.kind === 'scale' && <ScaleQuestion {...props} question={question} />}
    </QuestionCard>
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
  const chosen = answer?.kind === 'choice' ? answer.option : undefined;
  return (
    <OptionsField
      prompt={question.prompt}
      options={question.options}
      isOn={(index) => index === chosen}
      onOption={(option) => set?.({ kind: 'choice', option })}
      disabled={!set}
    >
      <Below chosen={chosen !== undefined} error={error} set={set} />
    </OptionsField>
  );
}

function ScaleQuestion({ question, answer, error, set }: Of<'scale'>) {
  const { prompt, from, to, labels } = question;
  const chosen = answer?.kind === 'scale' ? answer.figure : undefined;
  return (
    <ScaleField
      {...{ prompt, from, to, labels, chosen }}
      onFigure={(figure) => set?.({ kind: 'scale', figure })}
      disabled={!set}
    >
      <Below chosen={chosen !== undefined} error={error} set={set} />
    </ScaleField>
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
