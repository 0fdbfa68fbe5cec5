import type { HandedNotesView } from '@werkraum/protocol';
import { NotebookPen } from 'lucide-preact';
import { useSession } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { RichTextView } from '../notes/rich-text-view.tsx';
import styles from './wall.module.css';

interface NotesOnWallProps {
  notes: HandedNotesView;
  /** The table reports: its notes stand open. */
  large: boolean;
}

/** What a table wrote together, beside its cards. Folded on the wall, where many tables stand next to each other. */
export function NotesOnWall({ notes: { by, text }, large }: NotesOnWallProps) {
  const t = useT('board');
  const name = useSession()?.people[by]?.name;
  return (
    <details class={styles.notes} open={large}>
      <summary>
        <NotebookPen size={16} aria-hidden="true" /> {t('notesOfTable')}
      </summary>
      <div class={styles.notesText}>
        <RichTextView text={text} under={3} />
      </div>
      <p class={styles.topic}>{t('notesBy', { name: name ?? t('someone') })}</p>
    </details>
  );
}
