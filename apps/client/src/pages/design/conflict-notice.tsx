import { TriangleAlert } from 'lucide-preact';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import styles from './conflict-notice.module.css';
import type { Designer } from './designer.ts';
import type { KeptDraft } from './drafts.ts';

/** Another tab changed the draft, or took it away: whose is it to be? */
export function ConflictNotice({ designer, other }: { designer: Designer; other: KeptDraft | undefined }) {
  const t = useT('design');
  const language = useLanguage();
  return (
    <section class={styles.notice} role="alert">
      <TriangleAlert size={22} aria-hidden="true" />
      <p>{other ? t('conflict.changed', { when: formatTime(other.changedAt, language) }) : t('conflict.dropped')}</p>
      <div class={styles.buttons}>
        {other && <Button onClick={designer.takeOther}>{t('conflict.take')}</Button>}
        <Button onClick={designer.keepMine}>{t('conflict.keep')}</Button>
      </div>
    </section>
  );
}
