import { CircleAlert } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** A page broke. The way out is to load it again: the state lives on the server. */
export function Crashed() {
  const t = useT('common');
  const reload = (
    <Button kind="primary" onClick={() => location.reload()}>
      {t('reload')}
    </Button>
  );
  return (
    <main>
      <Notice icon={CircleAlert} tone="danger" title={t('crash.title')} actions={reload}>
        <p>{t('crash.text')}</p>
      </Notice>
    </main>
  );
}
