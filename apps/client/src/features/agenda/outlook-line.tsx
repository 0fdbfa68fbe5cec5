import { Clock3, TriangleAlert } from 'lucide-preact';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import type { OutlookModel } from './outlook.model.ts';
import styles from './outlook-line.module.css';

/** Ahead or behind, as one sentence. */
export function OutlookLine({ pace, minutes, endsAt, pastHardEnd }: OutlookModel) {
  const t = useT('agenda');
  const language = useLanguage();
  const values = { minutes, past: pastHardEnd, end: formatTime(endsAt, language) };
  const late = pastHardEnd > 0;
  const Icon = late ? TriangleAlert : Clock3;
  return (
    <p class={styles.line} data-late={late}>
      <Icon size={20} aria-hidden="true" />
      <span>{t(late ? `outlook.${pace}-past` : `outlook.${pace}`, values)}</span>
    </p>
  );
}
