import { formatList } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { StepPreview, TablePreview } from './run-sheet.model.ts';
import styles from './step-preview.module.css';

interface StepPreviewProps {
  preview: StepPreview;
  onSeating: (() => void) | undefined;
}

/** What the next step will look like before it is taken: length, task, and who sits where. */
export function StepPreviewCard({ preview, onSeating }: StepPreviewProps) {
  const t = useT('agenda');
  const { title, kind, plannedMs, instructions, tables, unplanned } = preview;
  return (
    <section class={styles.card} data-phase={kind}>
      <h3 class={styles.head}>
        <span class={styles.kicker}>{t('preview')}</span>
        {title}
        <span class={styles.minutes}>{t('minutes', { minutes: Math.round(plannedMs / 60_000) })}</span>
      </h3>
      {instructions && !tables && <p class={styles.text}>{instructions}</p>}
      {tables && !unplanned && (
        <ul class={styles.tables}>
          {tables.map((table) => (
            <TableLine key={table.roomId} {...table} />
          ))}
        </ul>
      )}
      {unplanned && <p class={styles.text}>{t('previewUnplanned')}</p>}
      {tables && onSeating && <Button onClick={onSeating}>{t('lookAtSeating')}</Button>}
    </section>
  );
}

function TableLine({ label, names }: TablePreview) {
  const t = useT('agenda');
  const tables = useT('breakouts');
  const language = useLanguage();
  return (
    <li>
      <strong>{tables('table', { label })}</strong> {names.length > 0 ? formatList(names, language) : t('previewEmpty')}
    </li>
  );
}
