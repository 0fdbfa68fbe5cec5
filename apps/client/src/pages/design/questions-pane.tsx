import { modelWorkshop, type PrepQuestion, type QuestionId } from '@werkraum/protocol';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { ParsedField, wholeNumber } from '../../ui/parsed-field.tsx';
import fields from './design-fields.module.css';
import type { Draft } from './draft.ts';
import { withPlan } from './edits.ts';
import { asQuestion, MAX_QUESTIONS, newQuestion, QUESTION_KINDS } from './questions.ts';
import styles from './questions-pane.module.css';
import { Spotted } from './spot.tsx';

interface QuestionsPaneProps {
  draft: Draft;
  change(draft: Draft, edit?: string): void;
}

/** What everybody is asked before the workshop. */
export function QuestionsPane({ draft, change }: QuestionsPaneProps) {
  const t = useT('design');
  const { questions = [], language } = draft.plan;
  const put = (next: readonly PrepQuestion[], edit?: string) => change(withPlan(draft, { questions: [...next] }), edit);
  const add = (
    <Button
      icon={Plus}
      disabled={questions.length >= MAX_QUESTIONS}
      onClick={() => put([...questions, newQuestion(questions)])}
    >
      {t('questions.add')}
    </Button>
  );
  if (questions.length === 0) {
    const model = modelWorkshop(language).plan.questions ?? [];
    return (
      <section class={styles.empty} aria-labelledby="questions-title">
        <h2 id="questions-title">{t('questions.emptyTitle')}</h2>
        <p>{t('questions.emptyText')}</p>
        <div class={styles.buttons}>
          {add}
          <Button onClick={() => put(model)}>{t('questions.useModel', { count: model.length })}</Button>
        </div>
      </section>
    );
  }
  return (
    <section class={styles.pane} aria-labelledby="questions-title">
      <h2 id="questions-title">{t('questions.title', { count: questions.length })}</h2>
      <p class={fields.line}>{t('questions.text')}</p>
      <ol class={styles.list}>
        {questions.map((question, index) => (
          <Question
            key={question.id}
            question={question}
            index={index}
            count={questions.length}
            set={(next, edit) => put(questions.with(index, next), edit && `${edit}/${question.id}`)}
            move={(by) => put(questions.toSpliced(index, 1).toSpliced(index + by, 0, question))}
            remove={() => put(questions.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <div>{add}</div>
    </section>
  );
}

interface QuestionProps {
  question: PrepQuestion;
  index: number;
  count: number;
  set(question: PrepQuestion, edit?: string): void;
  move(by: 1 | -1): void;
  remove(): void;
}

const spot = (questionId: QuestionId, field: string) => ({ pane: 'questions', questionId, field }) as const;

function Question({ question, index, count, set, move, remove }: QuestionProps) {
  const t = useT('design');
  const number = index + 1;
  return (
    <li class={styles.question}>
      <header class={styles.head}>
        <h3>{t('questions.number', { number })}</h3>
        <span class={styles.doings}>
          <IconButton
            icon={ArrowUp}
            label={t('questions.earlier', { number })}
            disabled={index === 0}
            onClick={() => move(-1)}
          />
          <IconButton
            icon={ArrowDown}
            label={t('questions.later', { number })}
            disabled={index === count - 1}
            onClick={() => move(1)}
          />
          <IconButton icon={Trash2} label={t('questions.remove', { number })} tip="above-end" onClick={remove} />
        </span>
      </header>
      <Spotted at={spot(question.id, 'prompt')}>
        <TextArea
          label={t('questions.prompt')}
          rows={2}
          maxLength={400}
          value={question.prompt}
          onValue={(prompt) => set({ ...question, prompt }, 'prompt')}
        />
      </Spotted>
      <div class={fields.pair}>
        <SelectField
          label={t('questions.kind')}
          value={question.kind}
          options={QUESTION_KINDS.map((value) => ({ value, label: t(`questions.kinds.${value}`) }))}
          onValue={(kind) => set(asQuestion(question, kind))}
        />
      </div>
      {question.kind === 'choice' && <Options question={question} set={set} />}
      {question.kind === 'scale' && <Scale question={question} set={set} />}
    </li>
  );
}

type Kind<K extends PrepQuestion['kind']> = Extract<PrepQuestion, { kind: K }>;

function Options({ question, set }: { question: Kind<'choice'>; set: QuestionProps['set'] }) {
  const t = useT('design');
  return (
    <Spotted at={spot(question.id, 'options')}>
      <TextArea
        label={t('questions.options')}
        hint={t('questions.optionsHint')}
        rows={4}
        value={question.options.join('\n')}
        onValue={(text) => set({ ...question, options: text.split('\n').slice(0, 12) }, 'options')}
      />
    </Spotted>
  );
}

function Scale({ question, set }: { question: Kind<'scale'>; set: QuestionProps['set'] }) {
  const t = useT('design');
  const { from, to, labels = {} } = question;
  const label = (end: 'from' | 'to', text: string) => {
    const { [end]: _, ...other } = labels;
    set({ ...question, labels: text.trim() === '' ? other : { ...other, [end]: text } }, `label-${end}`);
  };
  return (
    <div class={fields.pair}>
      <ParsedField
        label={t('questions.from')}
        value={from}
        read={wholeNumber(0, 1)}
        write={String}
        onValue={(figure) => set({ ...question, from: figure }, 'from')}
        problem={t('questions.badFrom')}
      />
      <TextField
        label={t('questions.fromLabel')}
        value={labels.from ?? ''}
        maxLength={80}
        onValue={(text) => label('from', text)}
      />
      <ParsedField
        label={t('questions.to')}
        value={to}
        read={wholeNumber(2, 10)}
        write={String}
        onValue={(figure) => set({ ...question, to: figure }, 'to')}
        problem={t('questions.badTo')}
      />
      <TextField
        label={t('questions.toLabel')}
        value={labels.to ?? ''}
        maxLength={80}
        onValue={(text) => label('to', text)}
      />
    </div>
  );
}
