import { BookOpen, CloudOff, Hourglass, Link2Off, LoaderCircle } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { BookletState } from './booklet-desk.ts';

/** Why there is no booklet to read, and what to do next. */
export function BookletNotice({ state, again }: { state: Exclude<BookletState, { at: 'ready' }>; again: () => void }) {
  const t = useT('booklet');
  const home = <ButtonLink href="/">{t('home')}</ButtonLink>;
  const retry = (
    <Button kind="primary" onClick={again}>
      {t('again')}
    </Button>
  );
  if (state.at === 'loading') return <Notice icon={LoaderCircle} title={t('loading')} />;
  if (state.at === 'no-link')
    return (
      <Notice icon={Link2Off} title={t('noLink.title')} actions={home}>
        <p>{t('noLink.text')}</p>
      </Notice>
    );
  if (state.at === 'not-yet')
    return (
      <Notice icon={Hourglass} title={t('notYet.title')} actions={retry}>
        <p>{t('notYet.text')}</p>
      </Notice>
    );
  const removed = state.why === 'removed';
  const icon = state.why === 'unreachable' ? CloudOff : BookOpen;
  return (
    <Notice icon={icon} tone="warn" title={t(`failing.${state.why}.title`)} actions={removed ? home : retry}>
      <p>{t(`failing.${state.why}.text`)}</p>
    </Notice>
  );
}
