import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import type { Draft } from './draft.ts';
import { readPeople } from './paste.ts';
import { pastePreview } from './people-edits.ts';
import styles from './people-pane.module.css';

interface PasteDialogProps {
  draft: Draft;
  change(draft: Draft): void;
  close(): void;
}

/** A list from somewhere else: what it would bring is said before it is taken. */
export function PasteDialog({ draft, change, close }: PasteDialogProps) {
  const t = useT('design');
  const words = useT('common');
  const [text, setText] = useState('');
  const [replace, setReplace] = useState(false);
  const pasted = readPeople(text);
  const { people, added, known, tooMany } = pastePreview(draft, pasted, replace);
  const addresses = pasted.filter(({ address }) => address !== '').length;
  const use = () => {
    change({ ...draft, people });
    close();
  };
  return (
    <Dialog
      title={t('people.paste')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words('cancel')}</Button>
          <Button kind="primary" disabled={pasted.length === 0} onClick={use}>
            {t('people.pasteUse')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('people.pasteLabel')}
        hint={t('people.pasteHint')}
        rows={8}
        value={text}
        onValue={setText}
        autoFocus
      />
      <CheckField label={t('people.pasteReplace')} checked={replace} onValue={setReplace} />
      <p class={styles.privacy} role="status">
        {text.trim() !== '' && t('people.pasteFound', { count: pasted.length, addresses })}
        {known > 0 && ` ${t('people.pasteKnown', { count: known })}`}
        {tooMany > 0 && ` ${t('people.pasteTooMany', { count: tooMany })}`}
        {added === 0 && known === 0 && text.trim() !== '' && ` ${t('people.pasteNobody')}`}
      </p>
    </Dialog>
  );
}
