import type { NotesPlace } from '@werkraum/protocol';
import { EditorBox } from './editor-box.tsx';
import { LateNotes } from './late-notes.tsx';
import styles from './notes.module.css';
import { NotesLine } from './notes-line.tsx';
import { useNotes } from './open-notes.ts';
import type { NotesState } from './shared-notes.ts';

interface NotesInStateProps {
  place: NotesPlace;
  change: Partial<NotesState>;
  late: boolean;
}

/** For the gallery: the notes of a place as they look in a state that nobody reaches by hand. */
export function NotesInState({ place, change, late }: NotesInStateProps) {
  const { notes, state: actual } = useNotes(place);
  const state = { ...actual, phase: 'open' as const, mayWrite: true, ...change };
  if (late) return <LateNotes notes={notes} putAway={() => {}} />;
  return (
    <div class={styles.notes}>
      <EditorBox {...{ notes, state }} title={place} onLength={() => {}} />
      <NotesLine state={state} />
    </div>
  );
}
