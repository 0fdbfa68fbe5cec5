import { useT } from '../../i18n/i18n.ts';

/** The organiser’s page. */
export function HostPage() {
  const t = useT('common');
  return (
    <main>
      <h1>{t('app')}</h1>
    </main>
  );
}
