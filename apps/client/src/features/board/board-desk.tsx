import type { Command } from '@werkraum/protocol';
import { Eye, EyeOff, Megaphone } from 'lucide-preact';
import { useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { ReportSteps } from './report-steps.tsx';
import { wallModel } from './wall.model.ts';
import styles from './wall.module.css';

const FEWEST_TO_MOST = ['0', '1', '2', '3', '5', '8', '10'];

/** What a facilitator does with boards from the run sheet: all tables at once, and one report after another. */
export function BoardDesk() {
  const t = useT('board');
  const session = useSession();
  const you = useYou();
  const send = useSend();
  if (!session || !you) return null;
  const { tables, board, report } = session;
  const inRound = tables !== undefined && you.may.includes('set-all-writing');
  const model = wallModel({ session, you });
  const first = report ? undefined : model.tables.find((table) => table.report && table.cards.length > 0);
  const phaseId = inRound ? tables.phaseId : board?.phaseId;
  if (!inRound && !first && !model.end && !phaseId) return null;
  const all = (mode: 'alone' | 'together'): Command | undefined =>
    inRound ? { type: 'set-all-writing', phaseId: tables.phaseId, mode } : undefined;
  return (
    <section class={styles.desk} aria-label={t('deskTitle')}>
      <h3 class={styles.deskTitle}>{t('deskTitle')}</h3>
      {first?.report && (
        <Button icon={Megaphone} wide onClick={() => first.report && void send(first.report)}>
          {t('reportTable', { round: first.round, label: first.label })}
        </Button>
      )}
      {model.end && <ReportSteps model={model} />}
      {inRound && (
        <div class={styles.steps}>
          <Sending command={all('alone')} icon={EyeOff} label={t('allAlone')} />
          <Sending command={all('together')} icon={Eye} label={t('allShow')} />
        </div>
      )}
      {phaseId && you.may.includes('set-dots') && (
        <SelectField
          label={t('dotsEach')}
          value={String(board?.phaseId === phaseId ? board.dots : '3')}
          options={FEWEST_TO_MOST.map((value) => ({ value, label: value }))}
          onValue={(value) => void send({ type: 'set-dots', phaseId, each: Number(value) })}
        />
      )}
    </section>
  );
}

function Sending({ command, icon, label }: { command: Command | undefined; icon: typeof Eye; label: string }) {
  const send = useSend();
  if (!command) return null;
  return (
    <Button icon={icon} onClick={() => void send(command)}>
      {label}
    </Button>
  );
}
