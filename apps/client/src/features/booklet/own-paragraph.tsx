import type { BlockId } from '@werkraum/protocol';
import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { randomId } from '../../ui/random-id.ts';
import styles from './editing.module.css';
import { useEditing } from './editing.ts';

/** Puts a paragraph of one's own at the end of a section. */
export function OwnParagraph({ sectionId }: { sectionId: BlockId }) {
  const t = useT('booklet');
  const editing = useEditing();
  const [text, setText] = useState<string>();
  if (!editing) return null;
  if (text === undefined)
    return (
      <Button kind="plain" icon={Plus} onClick={() => setText('')}>
        {t('add')}
      </Button>
    );
  const add = async () => {
    const change = { kind: 'add', blockId: randomId() as BlockId, sectionId, text: text.trim() } as const;
    if (await editing.change(change)) setText(undefined);
  };
  return (
    <div class={styles.editor}>
      <TextArea label={t('addText')} value={text} onValue={setText} maxLength={4_000} autoFocus />
      <p class={styles.actions}>
        {text.trim() !== '' && (
          <Button kind="primary" onClick={() => void add()}>
            {t('save')}
          </Button>
        )}
        <Button kind="plain" onClick={() => setText(undefined)}>
          {t('cancel')}
        </Button>
      </p>
    </div>
  );
}
