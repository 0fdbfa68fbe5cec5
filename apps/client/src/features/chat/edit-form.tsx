import type { ChatChannel, MessageId } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import { useSend } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { MOST_CHARACTERS } from './chat.model.ts';
import styles from './chat.module.css';
import { WritingArea } from './writing-area.tsx';

interface EditFormProps {
  id: MessageId;
  channel: ChatChannel;
  text: string;
  done(): void;
}

/** An own message in the place where it stands, to be worded anew. Enter saves, Escape leaves it as it was. */
export function EditForm({ id, channel, text, done }: EditFormProps) {
  const t = useT('chat');
  const send = useSend();
  const [draft, setDraft] = useState(text);
  const said = draft.trim();
  const save = async () => {
    if (said === '') return;
    const reply =
      said === text ? { ok: true } : await send({ type: 'edit-message', messageId: id, channel, text: said });
    if (reply.ok) done();
  };
  return (
    <form
      class={styles.edit}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        done();
      }}
    >
      <WritingArea
        label={t('editLabel')}
        maxLength={MOST_CHARACTERS}
        autoFocus
        value={draft}
        onValue={setDraft}
        onEnter={() => void save()}
      />
      <div class={styles.row}>
        <Button type="submit" kind="primary" disabled={said === ''}>
          {t('save')}
        </Button>
        <Button kind="plain" onClick={done}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
