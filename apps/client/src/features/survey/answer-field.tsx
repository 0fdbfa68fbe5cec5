import { MOST_LETTERS, type SurveyAnswer, type SurveyQuestion } from '@werkraum/protocol';
import { useId } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import styles from './answer-field.module.css';
import { figuresOf, toggled } from './survey.model.ts';

interface AnswerFieldProps<Question extends SurveyQuestion = SurveyQuestion> {
  question: Question;
  number: number;
  of: number;
  answer: SurveyAnswer | undefined;
  set(answer: SurveyAnswer | undefined): void;
}

/** One question with what it is answered with. None has to be answered. */
export function AnswerField(props: AnswerFieldProps) {
  const t = useT('survey');
  const { question, number, of } = props;
  return (
    <li class={styles.question}>
      <p class={styles.number}>{t('number', { number, of })}</p>
      {question.kind === 'text' && <Words {...props} question={question} />}
      {question.kind === 'scale' && <Scale {...props} question={question} />}
      {(question.kind === 'single' || question.kind === 'multiple') && <Options {...props} question={question} />}
    </li>
  );
}

type Of<Kind extends SurveyQuestion['kind']> = AnswerFieldProps<Extract<SurveyQuestion, { kind: Kind }>>;

function Words({ question, answer, set }: Of<'text'>) {
  const t = useT('survey');
  return (
    <TextArea
      label={question.prompt}
      hint={t('wordsHint')}
      rows={4}
      maxLength={MOST_LETTERS}
      value={typeof answer === 'string' ? answer : ''}
      onValue={set}
    />
  );
}

function Options({ question, answer, set }: Of<'single' | 'multiple'>) {
  const t = useT('survey');
  const name = useId();
  const many = question.kind === 'multiple';
  const isOn = (index: number) => (Array.isArray(answer) ? answer.includes(index) : answer === index);
  return (
    <fieldset class={styles.group}>
      <legend>{question.prompt}</legend>
      {many && <p class={styles.hint}>{t('severalHint')}</p>}
      {question.options.map((option, index) => (
        <label key={index} class={styles.option} data-on={isOn(index)}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            checked={isOn(index)}
            onChange={() => set(many ? toggled(answer, index) : index)}
          />
          {option}
        </label>
      ))}
      {!many && <Clear answer={answer} set={set} />}
    </fieldset>
  );
}

function Scale({ question, answer, set }: Of<'scale'>) {
  const name = useId();
  const figures = figuresOf(question);
  const { from, to, labels } = question;
  const meaning = (figure: number) => (figure === from ? labels?.from : figure === to ? labels?.to : undefined);
  return (
    <fieldset class={styles.group}>
      <legend>{question.prompt}</legend>
      <div class={styles.figures} style={{ '--figures': figures.length }}>
        {figures.map((figure) => (
          <label key={figure} class={styles.figure} data-on={figure === answer}>
            <input
              type="radio"
              name={name}
              checked={figure === answer}
              aria-label={[figure, meaning(figure)].filter((part) => part !== undefined).join(', ')}
              onChange={() => set(figure)}
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
      <Clear answer={answer} set={set} />
    </fieldset>
  );
}

/** Radio buttons cannot be unpressed, so there is another way back. */
function Clear({ answer, set }: Pick<AnswerFieldProps, 'answer' | 'set'>) {
  const t = useT('survey');
  if (answer === undefined) return null;
  return (
    <Button kind="plain" onClick={() => set(undefined)}>
      {t('clear')}
    </Button>
  );
}
