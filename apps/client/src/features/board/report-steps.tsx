import { ChevronLeft, ChevronRight, Square } from 'lucide-preact';
import { useNow, useSend } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { clockFace } from '../../ui/clock-face.ts';
import type { WallModel, WallTable } from './wall.model.ts';
import styles from './wall.module.css';

/** How long the table reports, and for a facilitator the steps from one to the next. */
export function ReportSteps({ model: { reporting, end } }: { model: WallModel }) {
  const t = useT('board');
  const send = useSend();
  const now = useNow(reporting !== undefined);
  if (!reporting) return null;
  const step = (table: WallTable | undefined, Icon: typeof ChevronLeft) =>
    table?.report && (
      <Button icon={Icon} onClick={() => table.report && void send(table.report)}>
        {t('roundTable', { round: table.round, label: table.label })}
      </Button>
    );
  return (
    <div class={styles.steps}>
      <p class="figures">{t('reportsSince', { time: clockFace(Math.max(0, now - reporting.at)).text })}</p>
      {step(reporting.before, ChevronLeft)}
      {step(reporting.after, ChevronRight)}
      {end && (
        <Button kind="plain" icon={Square} onClick={() => void send(end)}>
          {t('endReport')}
        </Button>
      )}
    </div>
  );
}
