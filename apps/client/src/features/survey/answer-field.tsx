import { MOST_LETTERS, type SurveyAnswer, type SurveyQuestion } from '@werkraum/protocol';
import { useT } from '../../i18n/i18n.ts';
import { OptionsField, QuestionCard, ScaleField } from '../../ui/answering.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { toggled } from './survey.model.ts';

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
    <QuestionCard number={t('number', { number, of })}>
      {question.kind === 'text' && <Words {...props} question={question} />}
      {question.kind === 'scale' && <Scale {...props} question={question} />}
      {(question.kind === 'single' || question.kind === 'multiple') && <Options {...props} question={question} />}
    </QuestionCard>
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
  const { prompt, options } = question;
  const many = question.kind === 'multiple';
  return (
    <OptionsField
      {...{ prompt, options, many }}
      {...(many && { hint: t('severalHint') })}
      isOn={(index) => (Array.isArray(answer) ? answer.includes(index) : answer === index)}
      onOption={(index) => set(many ? toggled(answer, index) : index)}
    >
      {!many && <Clear answer={answer} set={set} />}
    </OptionsField>
  );
}

function Scale({ question, answer, set }: Of<'scale'>) {
  const { prompt, from, to, labels } = question;
  const chosen = typeof answer === 'number' ? answer : undefined;
  return (
    <ScaleField {...{ prompt, from, to, labels, chosen }} onFigure={set}>
      <Clear answer={answer} set={set} />
    </ScaleField>
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
