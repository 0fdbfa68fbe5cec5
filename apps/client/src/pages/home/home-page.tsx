import { useT } from '../../i18n/i18n.ts';

/** What this is, and the way in for somebody who only has the address. */
export function HomePage() {
  const t = useT('common');
  return (
    <main>
      <h1>{t('app')}</h1>
    </main>
  );
}
