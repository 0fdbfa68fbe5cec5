import { useT } from '../../i18n/i18n.ts';
import type { HostProblem } from './host-api.ts';

/** Says a problem between this page and the server in the person's language. */
export function useProblemText(): (problem: HostProblem) => string {
  const t = useT('host');
  const words = useT('rejections');
  return (problem) => {
    if (problem === 'wrong-key') return t('key.wrongText');
    if (problem === 'unreachable') return t('failing.text');
    return problem === 'gone' ? t('failing.gone') : words(`rejection.${problem}`);
  };
}
