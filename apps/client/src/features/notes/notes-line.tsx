import { useEffect } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { type NotesLineKind, notesLineKind } from './notes.model.ts';
import styles from './notes.module.css';
import type { NotesState } from './shared-notes.ts';

/** What is worth being read out: not every keystroke that was saved. */
const TOLD: ReadonlySet<NotesLineKind> = new Set<NotesLineKind>(['offline', 'reading', 'cut']);

/** One quiet line: whether what one writes is kept. */
export function NotesLine({ state }: { state: NotesState }) {
  const t = useT('notes');
  const kind = notesLineKind(state);
  const text = t(`line.${kind}`);
  const refused = state.refused && t(`refused.${state.refused}`);
  useEffect(() => {
    if (TOLD.has(kind)) announce(text);
  }, [kind]);
  return (
    <div>
      {refused && (
        <p class={styles.refused} role="alert">
          {refused}
        </p>
      )}
      <p class={styles.line} data-kind={kind}>
        {text}
      </p>
    </div>
  );
}
