import type { PhaseId } from '@werkraum/protocol';
import { Scaling } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import styles from './design-foot.module.css';
import type { Draft } from './draft.ts';
import { PlanStrip } from './plan-strip.tsx';
import { totalsOf } from './totals.ts';
import { useLengthText } from './use-length-text.ts';

interface DesignFootProps {
  draft: Draft;
  chosen: PhaseId | undefined;
  choose(id: PhaseId): void;
  fit(): void;
  create(): void;
  busy: boolean;
  /** Why no workshop was made, in words; empty while nobody tried. */
  problem: string;
}

/** What is there all the time: the agenda as a strip, its length against the time there is, and the way on. */
export function DesignFoot({ draft, chosen, choose, fit, create, busy, problem }: DesignFootProps) {
  const t = useT('design');
  const parts = draft.plan.phases.map(({ id, kind, title, plannedMs }) => ({
    ...{ id, kind, title, ms: plannedMs, marked: id === chosen },
  }));
  return (
    <footer class={styles.foot}>
      <PlanStrip parts={parts} availableMs={draft.plan.hardEndMs} choose={(id) => choose(id as PhaseId)} />
      <div class={styles.line}>
        <TotalsLine draft={draft} />
        <p role="alert" class={styles.problem}>
          {problem}
        </p>
        <div class={styles.buttons}>
          <Button icon={Scaling} onClick={fit}>
            {t('foot.fit')}
          </Button>
          <Button kind="primary" busy={busy} onClick={create}>
            {t('foot.create')}
          </Button>
        </div>
      </div>
    </footer>
  );
}

function TotalsLine({ draft }: { draft: Draft }) {
  const t = useT('design');
  const length = useLengthText();
  const { plannedMs, availableMs, freeMs } = totalsOf(draft.plan);
  const planned = length(plannedMs);
  if (availableMs === undefined || freeMs === undefined)
    return <p class={styles.totals}>{t('foot.open', { planned })}</p>;
  const values = { planned, available: length(availableMs), rest: length(freeMs) };
  const state = freeMs < 0 ? 'over' : freeMs > 0 ? 'free' : 'exact';
  return (
    <p class={styles.totals} data-state={state}>
      {t(`foot.${state}`, values)}
    </p>
  );
}
