import type { Editor } from '@tiptap/core';
import { isSafeLink } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import styles from './notes.module.css';

/** A web or mail address as people type it, made complete; undefined when it is none. */
function linkFrom(typed: string): string | undefined {
  const text = typed.trim();
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text)
    ? text.replace(/^http:/i, 'https:')
    : text.includes('@')
      ? `mailto:${text}`
      : `https://${text}`;
  return text !== '' && isSafeLink(full) ? full : undefined;
}

/** Asks where a link leads. With nothing selected the address itself is written. */
export function LinkForm({ editor, onDone }: { editor: Editor; onDone(): void }) {
  const t = useT('notes');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);

  function submit(event: Event): void {
    event.preventDefault();
    const href = linkFrom(typed);
    if (!href) {
      setWrong(true);
      return;
    }
    const mark = { type: 'link', attrs: { href } };
    if (editor.state.selection.empty)
      editor
        .chain()
        .focus()
        .insertContent({ type: 'text', text: typed.trim(), marks: [mark] })
        .run();
    else editor.chain().focus().setMark('link', { href }).run();
    onDone();
  }

  return (
    <form class={styles.linkForm} onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <TextField
        label={t('address')}
        value={typed}
        onValue={setTyped}
        autoFocus
        error={wrong ? t('wrongAddress') : undefined}
      />
      <div class={styles.row}>
        <Button type="submit" kind="primary">
          {t('setLink')}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
