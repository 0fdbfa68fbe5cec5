import type { Command } from '@werkraum/protocol';
import { type Key, useT } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast-store.ts';
import type { SurveyDesk } from './survey-desk.ts';

const KNOWN = /^survey-/;

/** Steers the survey; what could not be done is said. */
export function useSteer(desk: Pick<SurveyDesk, 'steer'>): (command: Command) => Promise<void> {
  const t = useT('survey');
  const words = useT('rejections');
  return async (command) => {
    const refused = await desk.steer(command);
    if (!refused) return;
    const known = KNOWN.test(refused.code);
    notify({ kind: 'problem', text: known ? words(`rejection.${refused.code}` as Key<'rejections'>) : t('notNow') });
  };
}
