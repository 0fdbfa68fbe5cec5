import { useEffect, useMemo, useState } from 'preact/hooks';
import { takeFragment } from '../../connection/tab.ts';
import { recall, remember } from '../../ui/memory.ts';
import { Page } from '../../ui/page.tsx';
import { createHostApi } from './host-api.ts';
import { createHostDesk } from './host-desk.ts';
import { HostView } from './host-view.tsx';
import { KeyForm } from './key-form.tsx';

/** The organiser's page, opened by the host link. The key stays in this tab and out of the address bar. */
export function HostPage() {
  const [key, setKey] = useHostKey();
  const desk = useMemo(() => (key === undefined ? undefined : createHostDesk(createHostApi(key))), [key]);
  useEffect(() => void desk?.refresh(), [desk]);
  return <Page width="wide">{desk ? <HostView desk={desk} changeKey={setKey} /> : <KeyForm onKey={setKey} />}</Page>;
}

function useHostKey() {
  const [key, hold] = useState(() => keyFromAddress() ?? recall('session', 'host-key'));
  useEffect(() => {
    const onHash = () => hold((held) => keyFromAddress() ?? held);
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  const setKey = (next: string | undefined) => {
    remember('session', 'host-key', next);
    hold(next);
  };
  return [key, setKey] as const;
}

function keyFromAddress(): string | undefined {
  const key = takeFragment();
  if (key !== undefined) remember('session', 'host-key', key);
  return key;
}
