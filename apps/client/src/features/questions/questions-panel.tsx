import { useFacilitators, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { AskForm } from './ask-form.tsx';
import { QuestionItem } from './question-item.tsx';
import { questionsModel } from './questions.model.ts';
import styles from './questions.module.css';

/** What people ask the speaker and everybody: ask, vote, and for those who lead through it, take one after the other. */
export function QuestionsPanel() {
  const t = useT('questions');
  const session = useSession();
  const you = useYou();
  const facilitators = useFacilitators();
  if (!session || !you) return null;
  const { lines, hidden, mayAsk } = questionsModel({ session, you, facilitators });
  return (
    <div class={styles.panel}>
      {mayAsk && <AskForm />}
      {lines.length === 0 && <p class={styles.quiet}>{t('none')}</p>}
      <ol class={styles.list} aria-label={t('list')}>
        {lines.map((line) => (
          <QuestionItem key={line.id} line={line} />
        ))}
      </ol>
      {hidden.length > 0 && (
        <section class={styles.panel}>
          <h3 class={styles.subtitle}>{t('hidden')}</h3>
          <ol class={styles.list}>
            {hidden.map((line) => (
              <QuestionItem key={line.id} line={line} />
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
