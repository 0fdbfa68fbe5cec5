import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSend } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import type { BoardCard } from './board.model.ts';
import styles from './board.module.css';

interface FormProps {
  card: BoardCard;
  close(): void;
}

/** Words an own card anew, in its place. */
export function EditCard({ card, close }: FormProps) {
  const t = useT('board');
  const send = useSend();
  const [text, setText] = useState(card.text);
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => area.current?.focus(), []);
  const save = async () => {
    if (text.trim() === '' || !card.edit) return;
    const { ok } = text.trim() === card.text ? { ok: true } : await send(card.edit(text.trim()));
    if (ok) close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void save();
  };
  return (
    <div class={styles.editing}>
      <textarea
        ref={area}
        rows={3}
        maxLength={280}
        aria-label={t('edit')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div class={styles.row}>
        <Button kind="primary" onClick={() => void save()}>
          {t('save')}
        </Button>
        <Button kind="plain" onClick={close}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}

const MOST = 5;
const LONGEST = 24;

/** The tags of a text as typed: separated by commas, each once. */
export const tagsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

/** Says what a card is about. */
export function TagCard({ card, close }: FormProps) {
  const t = useT('board');
  const send = useSend();
  const [text, setText] = useState(card.tags.join(', '));
  const tags = tagsIn(text);
  const fits = tags.length <= MOST && tags.every((tag) => tag.length <= LONGEST);
  const save = async () => {
    if (!fits || !card.tag) return;
    const { ok } = await send(card.tag(tags));
    if (ok) close();
  };
  return (
    <Dialog
      title={t('tagTitle')}
      onClose={close}
      actions={
        <Button kind="primary" disabled={!fits} onClick={() => void save()}>
          {t('save')}
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('tags')}
          hint={t('tagHint')}
          error={fits ? undefined : t('tagTooMuch')}
          value={text}
          onValue={setText}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
