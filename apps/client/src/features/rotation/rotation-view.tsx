import type { Command } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import { useFacilitators, useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { Segmented } from '../../ui/choice.tsx';
import { EncounterTable } from './encounter-table.tsx';
import { FiguresLine } from './figures-line.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { type RotationModel, rotationModel } from './rotation.model.ts';
import styles from './rotation.module.css';
import { RotationActions } from './rotation-actions.tsx';
import { RoundPlan } from './round-plan.tsx';
import { RulesEditor } from './rules-editor.tsx';
import type { SeatingModel } from './seating.model.ts';
import { SeatingList } from './seating-list.tsx';

const ALL = 'all';
type View = 'plan' | 'list' | 'matrix';

/** Who sits where in all rounds: as plans to drag on, as a list, or as who meets whom; with rules and proposals. */
export function RotationView() {
  const t = useT('rotation');
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  const facilitators = useFacilitators();
  const send = useSend();
  if (!session || !you || !staff) return null;
  const model = rotationModel(session, you, staff, facilitators);
  if (model.rounds.length === 0) return <p class={styles.empty}>{t('noRounds')}</p>;
  return <RotationWork model={model} send={(command) => void send(command)} />;
}

interface RotationWorkProps {
  model: RotationModel;
  send(command: Command): void;
}

function RotationWork({ model, send }: RotationWorkProps) {
  const t = useT('rotation');
  const { rounds, proposal, tour, rules } = model;
  const [view, setView] = useState<View>('plan');
  const [chosen, setChosen] = useState<string | undefined>(() => (rounds.length > 1 && isWide() ? ALL : undefined));
  const shown = rounds.find(({ phaseId }) => phaseId === chosen) ?? rounds.find(({ state }) => state !== 'held');
  const all = chosen === ALL || !shown;
  return (
    <div class={styles.editor}>
      {proposal && <ProposalCard proposal={proposal} send={send} />}
      <div class={styles.top}>
        <FiguresLine figures={model.figures} unplanned={model.unplanned} />
        <RotationActions model={model} send={send} />
      </div>
      <div class={styles.choices}>
        <Segmented label={t('view')} value={view} options={viewOptions(t)} onValue={(next) => setView(next)} />
        {view === 'plan' && rounds.length > 1 && (
          <Segmented
            label={t('rounds')}
            value={all ? ALL : shown.phaseId}
            options={[...rounds.map((round) => roundOption(round, t)), { value: ALL, label: t('allRounds') }]}
            onValue={setChosen}
          />
        )}
      </div>
      {view === 'list' && <SeatingList rounds={rounds} send={send} />}
      {view === 'matrix' && <EncounterTable tour={tour} />}
      {view === 'plan' && (
        <div class={styles.rounds} data-all={all}>
          {(all ? rounds : [shown]).map((round) => (
            <RoundPlan key={round.phaseId} round={round} compact={all} people={tour.guests.length} send={send} />
          ))}
        </div>
      )}
      <RulesEditor model={rules} send={send} />
    </div>
  );
}

/** Whether there is room for several plans beside each other. */
const isWide = (): boolean => matchMedia('(min-width: 64rem)').matches;

const viewOptions = (t: Translate<'rotation'>): { value: View; label: string }[] => [
  { value: 'plan', label: t('asPlan') },
  { value: 'list', label: t('asList') },
  { value: 'matrix', label: t('matrix') },
];

const roundOption = ({ phaseId, number, state, title }: SeatingModel, t: Translate<'rotation'>) => ({
  value: phaseId as string,
  label:
    state === 'ahead'
      ? t('seatingRound', { number })
      : state === 'now'
        ? t('seatingNow', { title })
        : t('seatingHeld', { title }),
});
