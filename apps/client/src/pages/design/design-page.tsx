import type { SessionId, TemplateId } from '@werkraum/protocol';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useT } from '../../i18n/i18n.ts';
import { Page } from '../../ui/page.tsx';
import { createHostApi, type HostApi } from '../host/host-api.ts';
import { KeyForm } from '../host/key-form.tsx';
import { LinkSheetView } from '../host/link-sheet.tsx';
import { useHostKey } from '../host/use-host-key.ts';
import { Chooser } from './chooser.tsx';
import { createDesigner, newDraft } from './designer.ts';
import { DesignerView } from './designer-view.tsx';
import type { Draft } from './draft.ts';
import { type DraftShelf, type KeptDraft, localDrafts } from './drafts.ts';
import { Duplicate } from './duplicate.tsx';
import type { Created } from './use-creating.ts';

/** Where a workshop is written down before anybody is invited. `?draft=` opens one, `?from=` begins with a workshop there is, `&follow` as its follow-up. */
export function DesignPage() {
  const [key, setKey] = useHostKey();
  const api = useMemo(() => (key === undefined ? undefined : createHostApi(key)), [key]);
  const shelf = useMemo(localDrafts, []);
  return <Page width="wide">{api ? <Doors api={api} shelf={shelf} /> : <KeyForm onKey={setKey} />}</Page>;
}

/** The page behind the key: what to begin with, one draft, or the links of what was made of it. */
function Doors({ api, shelf }: { api: HostApi; shelf: DraftShelf }) {
  const t = useT('design');
  const { query, route } = useLocation();
  const [made, setMade] = useState<Created>();
  const [fresh, setFresh] = useState<KeptDraft>();
  const [, redraw] = useState(0);
  const { draft: id, from, follow } = query;
  const begin = (draft: Draft, template?: TemplateId) => {
    const kept = newDraft(draft, Date.now(), template);
    shelf.write(kept, true); // where nothing can be kept, the page says so with the first edit
    setFresh(kept);
    route(`/design?draft=${kept.id}`, from !== undefined);
    scrollTo(0, 0);
  };
  if (made) return <LinkSheetView sheet={made.sheet} plan={made.plan} done={() => route('/host')} />;
  if (from !== undefined)
    return <Duplicate api={api} sessionId={from as SessionId} follow={follow !== undefined} begin={begin} />;
  const kept = id === undefined ? undefined : fresh?.id === id ? fresh : shelf.read(id);
  if (kept) return <Draftsman key={kept.id} kept={kept} shelf={shelf} api={api} made={setMade} />;
  return (
    <Chooser
      drafts={shelf.list()}
      begin={begin}
      resume={(chosen) => route(`/design?draft=${chosen}`)}
      drop={(dropped) => {
        shelf.drop(dropped);
        redraw((count) => count + 1);
      }}
      leave={() => route('/host')}
      missing={id === undefined ? undefined : t('chooser.missing')}
    />
  );
}

interface DraftsmanProps {
  kept: KeptDraft;
  shelf: DraftShelf;
  api: HostApi;
  made(created: Created): void;
}

function Draftsman({ kept, shelf, api, made }: DraftsmanProps) {
  const { route } = useLocation();
  const designer = useMemo(() => createDesigner(shelf, kept, Date.now), []);
  const leave = () => {
    designer.putAway();
    route('/design');
  };
  const created = (what: Created) => {
    made(what);
    scrollTo(0, 0);
  };
  return <DesignerView designer={designer} desk={api} now={Date.now()} created={created} leave={leave} />;
}
