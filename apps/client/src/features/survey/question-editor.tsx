import type { SurveyQuestion } from '@werkraum/protocol';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { asKind } from './survey.model.ts';
import styles from './survey.module.css';

const KINDS: readonly SurveyQuestion['kind'][] = ['scale', 'single', 'multiple', 'text'];

interface QuestionEditorProps {
  question: SurveyQuestion;
  index: number;
  count: number;
  set(question: SurveyQuestion): void;
  move(by: 1 | -1): void;
  remove(): void;
}

/** One question being written. */
export function QuestionEditor({ question, index, count, set, move, remove }: QuestionEditorProps) {
  const t = useT('survey');
  const number = index + 1;
  return (
    <li class={styles.question}>
      <header class={styles.questionHead}>
        <h2>{t('number', { number, of: count })}</h2>
        <span>
          <IconButton
            icon={ArrowUp}
            label={t('editor.earlier', { number })}
            disabled={index === 0}
            onClick={() => move(-1)}
          />
          <IconButton
            icon={ArrowDown}
            label={t('editor.after', { number })}
            disabled={index === count - 1}
            onClick={() => move(1)}
          />
          <IconButton icon={Trash2} label={t('editor.remove', { number })} tip="above-end" onClick={remove} />
        </span>
      </header>
      <TextArea
        label={t('editor.prompt')}
        rows={2}
        maxLength={400}
        value={question.prompt}
        onValue={(prompt) => set({ ...question, prompt })}
      />
      <SelectField
        label={t('editor.kind')}
        value={question.kind}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onValue={(kind) => set(asKind(question, kind))}
      />
      {'options' in question && (
        <TextArea
          label={t('editor.options')}
          hint={t('editor.optionsHint')}
          rows={4}
          value={question.options.join('\n')}
          onValue={(text) => set({ ...question, options: text.split('\n').slice(0, 12) })}
        />
      )}
      {question.kind === 'scale' && <Ends question={question} set={set} />}
    </li>
  );
}

function Ends({
  question,
  set,
}: {
  question: Extract<SurveyQuestion, { kind: 'scale' }>;
  set: QuestionEditorProps['set'];
}) {
  const t = useT('survey');
  const { labels = {}, from, to } = question;
  const label = (end: 'from' | 'to', text: string) => {
    const { [end]: _before, ...other } = labels;
    set({ ...question, labels: text === '' ? other : { ...other, [end]: text } });
  };
  return (
    <div class={styles.pair}>
      <TextField
        label={t('editor.meaning', { figure: from })}
        maxLength={80}
        value={labels.from ?? ''}
        onValue={(text) => label('from', text)}
      />
      <TextField
        label={t('editor.meaning', { figure: to })}
        maxLength={80}
        value={labels.to ?? ''}
        onValue={(text) => label('to', text)}
      />
    </div>
  );
}
