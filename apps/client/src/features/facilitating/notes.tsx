import { useFacilitators, useSession } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import styles from './desk.module.css';
import { type NotedPhase, notedPhases } from './notes.model.ts';
import { type Notes, useNotes } from './use-notes.ts';

const MOST_CHARACTERS = 2_000;

/** Private notes on the phase that runs and the next one, written where they are read. */
export function PrivateNotes() {
  const t = useT('facilitating');
  const session = useSession();
  if (!session || !useFacilitators()) return null;
  return (
    <section class={styles.part}>
      <h3>{t('notes.title')}</h3>
      {notedPhases(session).map((phase) => (
        <PhaseNotes key={phase.phaseId} {...phase} />
      ))}
    </section>
  );
}

function PhaseNotes({ phaseId, title, when }: NotedPhase) {
  const t = useT('facilitating');
  const notes = useNotes(phaseId, useFacilitators()?.notes[phaseId]);
  if (!notes) return null;
  return (
    <div class={styles.notes}>
      <TextArea
        label={t(`notes.${when}`, { title })}
        placeholder={t('notes.placeholder')}
        rows={3}
        maxLength={MOST_CHARACTERS}
        value={notes.text}
        onValue={notes.write}
        onBlur={() => notes.save()}
      />
      <NotesState {...notes} />
    </div>
  );
}

function NotesState({ text, state, theirs, changedBy, save, takeTheirs }: Notes) {
  const t = useT('facilitating');
  if (state === 'conflict' && theirs) {
    return (
      <div class={styles.conflict} role="alert">
        <p>{t('notes.conflict', { name: theirs.by ?? t('notes.somebody') })}</p>
        <blockquote>{theirs.text}</blockquote>
        <span class={styles.buttons}>
          <Button onClick={takeTheirs}>{t('notes.takeTheirs')}</Button>
          <Button kind="primary" onClick={() => save(true)}>
            {t('notes.keepMine')}
          </Button>
        </span>
      </div>
    );
  }
  if (state === 'failed') {
    return (
      <p class={styles.soft} role="alert">
        {t('notes.failed')} <Button onClick={() => save()}>{t('notes.again')}</Button>
      </p>
    );
  }
  const kept = text === '' ? '' : t('notes.saved');
  const saved = changedBy === undefined ? kept : t('notes.savedBy', { name: changedBy });
  return (
    <p class={styles.soft} role="status">
      {state === 'saved' ? saved : t(state === 'saving' ? 'notes.saving' : 'notes.unsaved')}
    </p>
  );
}
