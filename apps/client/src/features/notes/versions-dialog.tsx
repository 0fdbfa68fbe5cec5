import type { NotesPlace, NotesVersionsReply, RichText } from '@werkraum/protocol';
import { useEffect, useState } from 'preact/hooks';
import { useConnection } from '../../connection/hooks.ts';
import { formatTime } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/toast-store.ts';
import styles from './notes.module.css';
import { RichTextView } from './rich-text-view.tsx';

interface VersionsDialogProps {
  place: NotesPlace;
  mayWrite: boolean;
  onClose(): void;
}

type Versions = Extract<NotesVersionsReply, { ok: true }>['versions'];

/** Earlier versions of the notes: to look at, and to go on from. */
export function VersionsDialog({ place, mayWrite, onClose }: VersionsDialogProps) {
  const t = useT('notes');
  const { notes } = useConnection();
  const [versions, setVersions] = useState<Versions | 'missing'>();
  const [chosen, setChosen] = useState<{ version: number; text?: RichText }>();

  useEffect(() => {
    void notes.versions(place).then((reply) => setVersions(reply.ok ? reply.versions : 'missing'));
  }, [place]);

  async function look(version: number): Promise<void> {
    setChosen({ version });
    const reply = await notes.version({ place, version });
    if (reply.ok) setChosen({ version, text: reply.text });
    else notify({ kind: 'problem', text: t('versionMissing') });
  }

  async function restore(version: number): Promise<void> {
    const reply = await notes.restore({ place, version });
    notify(reply.ok ? { text: t('restored') } : { kind: 'problem', text: t('versionMissing') });
    if (reply.ok) onClose();
  }

  const actions = chosen?.text && mayWrite && (
    <Button kind="primary" onClick={() => void restore(chosen.version)}>
      {t('restore')}
    </Button>
  );
  return (
    <Dialog title={t('versions')} size="large" onClose={onClose} actions={actions}>
      {versions === 'missing' && <p role="alert">{t('versionMissing')}</p>}
      {versions !== 'missing' && versions?.length === 0 && <p>{t('noVersions')}</p>}
      {Array.isArray(versions) && versions.length > 0 && (
        <ul class={styles.versions} aria-label={t('versions')}>
          {versions.map(({ version, at, characters }) => (
            <li key={version}>
              <button
                type="button"
                aria-pressed={chosen?.version === version}
                class={styles.version}
                onClick={() => void look(version)}
              >
                <span>{formatTime(at, currentLanguage())}</span>
                <span>{t('characters', { count: characters })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen?.text && (
        <section class={styles.preview} aria-label={t('preview')}>
          <RichTextView text={chosen.text} under={2} />
        </section>
      )}
    </Dialog>
  );
}
