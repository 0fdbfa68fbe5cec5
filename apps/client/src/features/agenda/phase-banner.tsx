import { NotebookPen, Pause } from 'lucide-preact';
import { useNow, useSession, useYou } from '../../connection/hooks.ts';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { type PhaseBannerModel, phaseBanner } from './phase-banner.model.ts';
import styles from './phase-banner.module.css';

/** The line above the stage: where am I, what are we doing, until when. */
export function PhaseBanner() {
  const session = useSession();
  const you = useYou();
  const now = useNow();
  return session && you ? <PhaseBannerView {...phaseBanner(session, you, now)} /> : null;
}

function PhaseBannerView(model: PhaseBannerModel) {
  const { kind, title, topic, tableLabel, until, paused, harvest } = model;
  const t = useT('agenda');
  const tables = useT('breakouts');
  const language = useLanguage();
  return (
    <div class={styles.banner} data-phase={kind}>
      <h2 class={styles.title}>
        {title}
        {tableLabel && <span class={styles.table}>{tables('table', { label: tableLabel })}</span>}
      </h2>
      {topic && <p class={styles.topic}>{topic}</p>}
      {until !== undefined && (
        <p class={`${styles.until} figures`}>{t('until', { time: formatTime(until, language) })}</p>
      )}
      {paused && (
        <p class={styles.chip} data-tone="warn">
          <Pause size={16} aria-hidden="true" /> {t('paused')}
        </p>
      )}
      {harvest && (
        <p class={styles.chip}>
          <NotebookPen size={16} aria-hidden="true" /> {t('harvest')}
        </p>
      )}
    </div>
  );
}
