import { useEffect, useMemo } from 'preact/hooks';
import { Page } from '../../ui/page.tsx';
import { saveBytes } from '../../ui/save-file.ts';
import { createHostApi } from './host-api.ts';
import { createHostDesk } from './host-desk.ts';
import { HostView } from './host-view.tsx';
import { KeyForm } from './key-form.tsx';
import { useHostKey } from './use-host-key.ts';

/** The organiser's page, opened by the host link. */
export function HostPage() {
  const [key, setKey] = useHostKey();
  const desk = useMemo(() => (key === undefined ? undefined : createHostDesk(createHostApi(key), saveBytes)), [key]);
  useEffect(() => void desk?.refresh(), [desk]);
  return <Page width="wide">{desk ? <HostView desk={desk} changeKey={setKey} /> : <KeyForm onKey={setKey} />}</Page>;
}
