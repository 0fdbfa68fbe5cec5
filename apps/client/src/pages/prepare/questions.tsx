import { type Key, useT } from '../../i18n/i18n.ts';
import { Switch } from '../../ui/switch.tsx';
import { notify } from '../../ui/toast-store.ts';
import { Card } from './card.tsx';
import { progressOf } from './prepare.model.ts';
import type { ReadyProps } from './prepare-view.tsx';
import { QuestionField } from './question-field.tsx';
import styles from './questions.module.css';

/** The questions and what is answered, with how far it has come. */
export function Questions({ state, desk }: ReadyProps) {
  const t = useT('prepare');
  const refusalText = useRefusalText();
  const { view, answers, refused } = state;
  const { done, of } = progressOf(state);
  const share = async (shared: boolean) => {
    if (await desk.share(shared)) notify({ kind: 'problem', text: t('ready.failed') });
  };
  return (
    <section class={styles.questions} aria-label={t('questions.title')}>
      <div class={styles.head}>
        <h2>{t('questions.title')}</h2>
        <p class="figures">{t('questions.progress', { done, of })}</p>
        <progress class={styles.bar} max={of} value={done} aria-label={t('questions.progress', { done, of })} />
      </div>
      <p class={styles.who}>{t('questions.who')}</p>
      <ol class={styles.list}>
        {view.questions.map((question, index) => (
          <QuestionField
            key={question.id}
            question={question}
            number={index + 1}
            of={of}
            answer={answers[question.id]}
            error={refusalText(refused[question.id])}
            set={view.open ? (answer) => desk.answer(question, answer) : undefined}
            settle={desk.settle}
          />
        ))}
      </ol>
      {view.open && (
        <Card title={t('share.title')}>
          <Switch label={t('share.label')} hint={t('share.hint')} on={view.shared} set={(on) => void share(on)} />
        </Card>
      )}
    </section>
  );
}

const KNOWN = new Set(['answer-does-not-fit', 'no-such-question', 'session-already-ended', 'too-large']);

function useRefusalText() {
  const t = useT('prepare');
  const words = useT('rejections');
  return (code: string | undefined): string | undefined => {
    if (code === undefined) return undefined;
    return KNOWN.has(code) ? words(`rejection.${code}` as Key<'rejections'>) : t('questions.refused');
  };
}
