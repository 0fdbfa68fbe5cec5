import type { Command } from '@werkraum/protocol';
import { Eye, EyeOff, Megaphone } from 'lucide-preact';
import { useFacilitators, useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { dotsChoice, roundAtWork } from './board-desk.model.ts';
import { ReportSteps } from './report-steps.tsx';
import { wallModel } from './wall.model.ts';
import styles from './wall.module.css';

/** What a facilitator does with boards from the run sheet: all tables at once, and one report after another. */
export function BoardDesk() {
  const t = useT('board');
  const session = useSession();
  const you = useYou();
  const facilitators = useFacilitators();
  const send = useSend();
  if (!session || !you) return null;
  const { report } = session;
  const round = roundAtWork(session, you);
  const dots = dotsChoice(session, you, facilitators);
  const model = wallModel({ session, you });
  const first = report ? undefined : model.tables.find((table) => table.report && table.cards.length > 0);
  if (!round && !first && !model.end && !dots) return null;
  const all = (mode: 'alone' | 'together'): Command | undefined =>
    round && { type: 'set-all-writing', phaseId: round, mode };
  return (
    <section class={styles.desk} aria-label={t('deskTitle')}>
      <h3 class={styles.deskTitle}>{t('deskTitle')}</h3>
      {first?.report && (
        <Button icon={Megaphone} wide onClick={() => first.report && void send(first.report)}>
          {t('reportTable', { round: first.round, label: first.label })}
        </Button>
      )}
      {model.end && <ReportSteps model={model} />}
      {round && (
        <div class={styles.steps}>
          <Sending command={all('alone')} icon={EyeOff} label={t('allAlone')} />
          <Sending command={all('together')} icon={Eye} label={t('allShow')} />
        </div>
      )}
      {dots && (
        <SelectField
          label={t('dotsEach')}
          value={String(dots.each)}
          options={dots.choices.map(String).map((value) => ({ value, label: value }))}
          onValue={(value) => void send(dots.give(Number(value)))}
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
