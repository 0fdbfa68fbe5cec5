import type { SessionId } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Switch } from '../../ui/switch.tsx';
import { recallConsent, rememberConsent } from './choices.ts';

/** Asked once, at the door. Not agreeing costs nothing: the answer is handed in by whoever goes in. */
export function ConsentQuestion({ sessionId }: { sessionId: SessionId }) {
  const t = useT('balance');
  const [mayKeep, setMayKeep] = useState(() => recallConsent(sessionId) ?? false);
  const answer = (yes: boolean) => {
    rememberConsent(sessionId, yes);
    setMayKeep(yes);
  };
  return <Switch label={t('consent')} hint={t('consentHint')} on={mayKeep} set={answer} />;
}
