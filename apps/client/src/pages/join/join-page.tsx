import { useT } from '../../i18n/i18n.ts';

/** The door. */
export function JoinPage() {
  const t = useT('common');
  return (
    <main>
      <h1>{t('app')}</h1>
    </main>
  );
}
