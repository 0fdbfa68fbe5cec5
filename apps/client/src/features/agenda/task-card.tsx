import { useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { type TaskCardModel, taskCard } from './task-card.model.ts';
import styles from './task-card.module.css';

/** The task of the running phase, always one glance away. */
export function TaskCard() {
  const session = useSession();
  const you = useYou();
  const model = session && taskCard(session, you?.place ?? 'plenary');
  return model ? <TaskCardView {...model} /> : null;
}

function TaskCardView({ title, kind, topic, question, instructions, bringBack }: TaskCardModel) {
  const t = useT('agenda');
  const empty = !question && !instructions && !bringBack;
  return (
    <article class={styles.card} data-phase={kind}>
      <p class={styles.kicker}>{title}</p>
      {topic && <h3 class={styles.topic}>{topic}</h3>}
      {question && (
        <div>
          <h4 class={styles.label}>{t('question')}</h4>
          <p class={styles.question}>{question}</p>
        </div>
      )}
      {instructions && <p class={styles.prose}>{instructions}</p>}
      {bringBack && (
        <div class={styles.bring}>
          <h4 class={styles.label}>{t('bringBack')}</h4>
          <p class={styles.prose}>{bringBack}</p>
        </div>
      )}
      {empty && <p class={styles.prose}>{t('noTask')}</p>}
    </article>
  );
}
