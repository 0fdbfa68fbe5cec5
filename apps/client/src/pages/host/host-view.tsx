import { CircleAlert } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStore } from '../../ui/use-store.ts';
import type { DeskState, HostDesk } from './host-desk.ts';
import { KeyForm } from './key-form.tsx';
import { LinkSheetView } from './link-sheet.tsx';
import type { LinkSheet } from './links.model.ts';
import { NewWorkshop } from './new-workshop.tsx';
import { SessionList } from './session-list.tsx';

interface HostViewProps {
  desk: HostDesk;
  changeKey(key: string): void;
}

const whole = (state: DeskState): DeskState => state;

/** The desk in each of its states: the list, a new workshop, its links. */
export function HostView({ desk, changeKey }: HostViewProps) {
  const t = useT('host');
  const state = useStore(desk.store, whole);
  const [sheet, setSheet] = useState<LinkSheet>();
  const [planning, setPlanning] = useState(false);
  if (sheet) return <LinkSheetView sheet={sheet} done={() => setSheet(undefined)} />;
  if (state.at === 'loading') {
    return (
      <>
        <h1>{t('list.title')}</h1>
        <p role="status">{t('loading')}</p>
      </>
    );
  }
  if (state.at === 'wrong-key') return <KeyForm wrong onKey={changeKey} />;
  if (state.at === 'failing') return <Failing retry={() => void desk.refresh()} />;
  const created = (links: LinkSheet) => {
    setPlanning(false);
    setSheet(links);
    scrollTo(0, 0);
  };
  if (planning) return <NewWorkshop desk={desk} created={created} cancel={() => setPlanning(false)} />;
  return <SessionList desk={desk} sessions={state.sessions} plan={() => setPlanning(true)} />;
}

function Failing({ retry }: { retry(): void }) {
  const t = useT('host');
  const words = useT('common');
  return (
    <Notice
      icon={CircleAlert}
      tone="warn"
      title={t('failing.title')}
      actions={
        <Button kind="primary" onClick={retry}>
          {words('retry')}
        </Button>
      }
    >
      <p>{t('failing.text')}</p>
    </Notice>
  );
}
