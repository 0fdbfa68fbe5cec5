import type { SessionView } from '@werkraum/protocol';
import { useT } from '../../i18n/i18n.ts';
import { handedNotes } from './notes.model.ts';
import styles from './notes.module.css';
import { RichTextView } from './rich-text-view.tsx';

/** What tables have handed over, to be read by everybody. */
export function HandedNotes({ session }: { session: SessionView }) {
  const t = useT('notes');
  const all = handedNotes(session);
  if (all.length === 0) return null;
  return (
    <section class={styles.handed} aria-label={t('handed')}>
      <h3>{t('handed')}</h3>
      {all.map(({ phaseId, label, by, text }) => (
        <details key={`${phaseId} ${label}`} class={styles.handedText}>
          <summary>
            {t('table', { label })} · {session.agenda.phases[phaseId]?.title ?? ''}
          </summary>
          <RichTextView text={text} />
          <p class={styles.about}>{t('handedBy', { name: session.people[by]?.name ?? t('someone') })}</p>
        </details>
      ))}
    </section>
  );
}
