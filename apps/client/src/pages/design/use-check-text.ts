import { type Key, useT } from '../../i18n/i18n.ts';
import type { Check } from './checks/check.ts';

/** Says a check in the person's language. */
export function useCheckText(): (check: Check) => string {
  const t = useT('design');
  return ({ code, values }) => t(`checks.${code}` as Key<'design'>, values);
}
