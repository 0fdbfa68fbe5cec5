import { Rejection } from '@werkraum/protocol';
import { useT } from '../../i18n/i18n.ts';

/** What went wrong, in words; undefined while nothing has. */
export function useTroubleText(trouble: string | undefined): string | undefined {
  const t = useT('booklet');
  const refused = useT('rejections');
  if (trouble === undefined) return undefined;
  if (trouble === 'file') return t('trouble.file');
  const rejection = Rejection.safeParse(trouble);
  return rejection.success ? refused(`rejection.${rejection.data}`) : t('trouble.unreachable');
}
