import { useState } from 'preact/hooks';
import { useStore } from '../../ui/use-store.ts';
import type { BookletDesk, BookletState } from './booklet-desk.ts';
import { DeskBar } from './desk-bar.tsx';
import { BookletNotice } from './desk-notice.tsx';
import { DocumentView } from './document-view.tsx';
import { EditingProvider } from './editing.ts';

const all = (state: BookletState) => state;

/** The booklet with everything that can be done with it, in whatever state it is. */
export function BookletDeskView({ desk, startsEditing = false }: { desk: BookletDesk; startsEditing?: boolean }) {
  const state = useStore(desk.store, all);
  const [isEditing, setEditing] = useState(startsEditing);
  if (state.at !== 'ready') return <BookletNotice state={state} again={() => void desk.refresh()} />;
  const edits = isEditing && state.answer.revision !== undefined;
  return (
    <>
      <DeskBar desk={desk} ready={state} isEditing={edits} setEditing={setEditing} />
      <EditingProvider value={edits ? desk : undefined}>
        <DocumentView booklet={state.answer.booklet} />
      </EditingProvider>
    </>
  );
}
