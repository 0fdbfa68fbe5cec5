import { CircleAlert } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStore } from '../../ui/use-store.ts';
import type { DeskState, HostDesk } from './host-desk.ts';
import { KeyForm } from './key-form.tsx';
import { SessionList } from './session-list.tsx';

interface HostViewProps {
  desk: HostDesk;
  changeKey(key: string): void;
}

const whole = (state: DeskState): DeskState => state;

/** The desk in each of its states. */
export function HostView({ desk, changeKey }: HostViewProps) {
  const t = useT('host');
  const state = useStore(desk.store, whole);
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
  return <SessionList desk={desk} sessions={state.sessions} />;
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
