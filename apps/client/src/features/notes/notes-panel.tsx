import type { SeatView, SessionView } from '@werkraum/protocol';
import { Expand, History } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EditorBox } from './editor-box.tsx';
import { HandOver } from './hand-over.tsx';
import { HandedNotes } from './handed-notes.tsx';
import { LateNotes } from './late-notes.tsx';
import { notesPlaceOf, tableLabelOf } from './notes.model.ts';
import styles from './notes.module.css';
import { NotesLine } from './notes-line.tsx';
import { useNotes } from './open-notes.ts';
import { VersionsDialog } from './versions-dialog.tsx';

/** What the people at this place write together. */
export function NotesPanel() {
  const session = useSession();
  const you = useYou();
  return session && you ? <Notes session={session} you={you} /> : null;
}

function Notes({ session, you }: { session: SessionView; you: SeatView }) {
  const t = useT('notes');
  const place = notesPlaceOf(you) ?? 'plenary';
  const used = useNotes(place);
  const { notes, state } = used;
  const [shown, setShown] = useState<'large' | 'versions'>();
  const [length, setLength] = useState(0);
  const label = tableLabelOf(session, notes.place);
  const title = label === undefined ? t('plenary') : t('table', { label });
  if (state.phase === 'late') return <LateNotes notes={notes} putAway={used.putAway} />;
  const box = <EditorBox key={`${notes.place} ${state.edition}`} {...{ notes, state, title }} onLength={setLength} />;
  return (
    <div class={styles.notes}>
      <p class={styles.about}>{label === undefined ? t('aboutPlenary') : t('aboutTable')}</p>
      {shown === 'large' ? <p class={styles.about}>{t('isLarge')}</p> : box}
      <NotesLine state={state} />
      <div class={styles.row}>
        <Button kind="plain" icon={Expand} onClick={() => setShown('large')}>
          {t('enlarge')}
        </Button>
        <Button kind="plain" icon={History} onClick={() => setShown('versions')}>
          {t('versions')}
        </Button>
      </div>
      <HandOver {...{ session, you, length }} />
      <HandedNotes session={session} />
      {shown === 'large' && (
        <Dialog title={title} size="large" onClose={() => setShown(undefined)}>
          <div class={styles.large}>
            {box}
            <NotesLine state={state} />
          </div>
        </Dialog>
      )}
      {shown === 'versions' && (
        <VersionsDialog place={notes.place} mayWrite={state.mayWrite} onClose={() => setShown(undefined)} />
      )}
    </div>
  );
}
