import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast-store.ts';
import { createEditor } from './editor.ts';
import styles from './notes.module.css';
import type { NotesState, SharedNotes } from './shared-notes.ts';
import { Toolbar } from './toolbar.tsx';

interface EditorBoxProps {
  notes: SharedNotes;
  state: NotesState;
  title: string;
  onLength(length: number): void;
}

/** The editor with its tools. The text lives in the shared document: the box may come and go. */
export function EditorBox({ notes, state, title, onLength }: EditorBoxProps) {
  const t = useT('notes');
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor>();
  const [, redraw] = useState(0);
  const isEditable = state.mayWrite && state.phase !== 'cut';

  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const made = createEditor({
      ...{ element, notes, editable: isEditable, label: title, placeholder: t('placeholder') },
      onChange: () => redraw((times) => times + 1),
      onTooMuch: () => notify({ kind: 'problem', text: t('tooMuch') }),
    });
    setEditor(made);
    return () => made.destroy();
  }, [notes]);
  useEffect(() => void editor?.setEditable(isEditable), [editor, isEditable]);
  const length = editor?.state.doc.textContent.trim().length ?? 0;
  useEffect(() => onLength(length), [length]);

  return (
    <div class={styles.box}>
      {editor && isEditable && <Toolbar editor={editor} />}
      <div ref={host} class={styles.paper} data-opening={state.phase === 'opening' ? '' : undefined} />
    </div>
  );
}
