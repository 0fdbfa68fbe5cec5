import { FileDown, Pencil, Printer, Undo2 } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { changedSources } from './booklet.model.ts';
import { type BookletDesk, type BookletFormat, FORMATS, type Ready } from './booklet-desk.ts';
import styles from './desk-bar.module.css';
import { useTroubleText } from './use-trouble-text.ts';

interface DeskBarProps {
  desk: BookletDesk;
  ready: Ready;
  isEditing: boolean;
  setEditing(editing: boolean): void;
}

/** What can be done with the booklet: take it home, print it; and for those who edit, edit and publish it. */
export function DeskBar({ desk, ready, isEditing, setEditing }: DeskBarProps) {
  const t = useT('booklet');
  const { answer, doing, trouble } = ready;
  const troubleText = useTroubleText(trouble);
  return (
    <aside class={styles.bar} aria-label={t('bar')}>
      {answer.revision !== undefined && <Editing {...{ desk, ready, isEditing, setEditing }} />}
      <p class={styles.row}>
        {FORMATS.map((format) => (
          <Button key={format} icon={FileDown} busy={doing === format} onClick={() => void desk.download(format)}>
            {t(`download.${format satisfies BookletFormat}`)}
          </Button>
        ))}
        <Button kind="plain" icon={Printer} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </p>
      {troubleText && (
        <p class={styles.trouble} role="alert">
          {troubleText}
        </p>
      )}
    </aside>
  );
}

function Editing({ desk, ready, isEditing, setEditing }: DeskBarProps) {
  const t = useT('booklet');
  const { publishedAt, canUndo, booklet } = ready.answer;
  const isPublished = publishedAt !== undefined;
  const changed = changedSources(booklet);
  return (
    <>
      <p class={styles.state}>{t(isPublished ? 'published' : 'unpublished')}</p>
      {changed > 0 && <p class={styles.state}>{t('changedSources', { count: changed })}</p>}
      <p class={styles.row}>
        <Button icon={Pencil} aria-pressed={isEditing} onClick={() => setEditing(!isEditing)}>
          {t(isEditing ? 'stopEditing' : 'startEditing')}
        </Button>
        {canUndo && isEditing && (
          <Button kind="plain" icon={Undo2} busy={ready.doing === 'saving'} onClick={() => void desk.undo()}>
            {t('undo')}
          </Button>
        )}
        <Button
          kind={isPublished ? 'plain' : 'primary'}
          busy={ready.doing === 'saving'}
          onClick={() => void desk.publish(!isPublished)}
        >
          {t(isPublished ? 'unpublish' : 'publish')}
        </Button>
      </p>
    </>
  );
}
