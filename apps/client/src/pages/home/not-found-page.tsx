import { useT } from '../../i18n/i18n.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useT('common');
  return (
    <main>
      <h1>{t('app')}</h1>
    </main>
  );
}
