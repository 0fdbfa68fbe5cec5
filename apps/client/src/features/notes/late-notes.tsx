import { X } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EditorBox } from './editor-box.tsx';
import styles from './notes.module.css';
import type { SharedNotes } from './shared-notes.ts';

/** One was brought elsewhere before everything could be sent: the text stays here to be read and copied. */
export function LateNotes({ notes, putAway }: { notes: SharedNotes; putAway(): void }) {
  const t = useT('notes');
  const text = notes
    .doc()
    .getXmlFragment('default')
    .toString()
    .replaceAll(/<\/(paragraph|heading)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '');
  return (
    <div class={styles.notes}>
      <p class={styles.refused} role="alert">
        {t('line.late')}
      </p>
      <EditorBox notes={notes} state={notes.store.getState()} title={t('lateTitle')} onLength={() => {}} />
      <div class={styles.row}>
        <CopyButton text={text} label={t('copy')} words={t('copy')} />
        <Button kind="plain" icon={X} onClick={putAway}>
          {t('putAway')}
        </Button>
      </div>
    </div>
  );
}
