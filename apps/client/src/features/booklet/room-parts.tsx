import { BookOpen } from 'lucide-preact';
import { useSend, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './room-parts.module.css';

/** Whether one's name may stand in the booklet; nothing for somebody who cannot answer. */
export function NamingSetting() {
  const t = useT('booklet');
  const send = useSend();
  const you = useYou();
  if (!you?.booklet || !you.may.includes('agree-to-be-named')) return null;
  const answer = (listed: boolean) => void send({ type: 'agree-to-be-named', listed });
  return <Switch label={t('naming')} hint={t('namingHint')} on={you.booklet.listed} set={answer} />;
}

/** After the end: the way to the booklet as soon as one may read it, and the question about one's name. */
export function BookletCard() {
  const t = useT('booklet');
  const you = useYou();
  const readable = you?.booklet?.readable ?? false;
  const edits = you?.may.includes('edit-booklet') ?? false;
  return (
    <section class={styles.card} aria-label={t('bar')}>
      {readable ? (
        <>
          <p>{t(edits ? 'editNote' : 'openNote')}</p>
          <ButtonLink href="/booklet" kind="primary" icon={BookOpen}>
            {t(edits ? 'editOpen' : 'open')}
          </ButtonLink>
        </>
      ) : (
        <p>{t('later')}</p>
      )}
      <NamingSetting />
    </section>
  );
}
