import { Eraser } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** In place of a page whose person has had everything erased. */
export function ErasedNotice() {
  const t = useT('keeping');
  const home = (
    <ButtonLink href="/" kind="primary">
      {t('erased.home')}
    </ButtonLink>
  );
  return (
    <Notice icon={Eraser} title={t('erased.title')} actions={home}>
      <p>{t('erased.text')}</p>
    </Notice>
  );
}
