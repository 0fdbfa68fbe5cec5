import { useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Switch } from '../../ui/switch.tsx';
import { useStore } from '../../ui/use-store.ts';
import { balanceSetting, rememberConsent, showBalance } from './choices.ts';

const isShown = ({ shown }: { shown: boolean }) => shown;

/** Whether one sees how speaking time is spread, and whether one agrees that it is kept. */
export function BalanceSettings() {
  const t = useT('balance');
  const send = useSend();
  const you = useYou();
  const sessionId = useSession()?.sessionId;
  const shown = useStore(balanceSetting, isShown);
  const agree = (keepSpeakingTimes: boolean) => {
    if (sessionId) rememberConsent(sessionId, keepSpeakingTimes);
    void send({ type: 'answer-consent', keepSpeakingTimes });
  };
  return (
    <>
      <Switch label={t('show')} hint={t('showHint')} on={shown} set={showBalance} />
      {you?.may.includes('answer-consent') && (
        <Switch label={t('consent')} hint={t('consentHint')} on={you.speech?.mayKeep ?? false} set={agree} />
      )}
    </>
  );
}
