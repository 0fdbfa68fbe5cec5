import { Signpost } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useT('home');
  return (
    <Page>
      <Notice
        icon={Signpost}
        title={t('notFound.title')}
        actions={<ButtonLink href="/">{t('notFound.home')}</ButtonLink>}
      >
        <p>{t('notFound.text')}</p>
      </Notice>
    </Page>
  );
}
