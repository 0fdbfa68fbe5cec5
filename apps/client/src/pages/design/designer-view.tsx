import type { Instant, PhaseId } from '@werkraum/protocol';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { saveFile } from '../../ui/save-file.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { notify } from '../../ui/toast-store.ts';
import { useStore } from '../../ui/use-store.ts';
import { useProblemText } from '../host/use-problem-text.ts';
import type { Check, Pane, Spot } from './checks/check.ts';
import { countOf, designChecks } from './checks/design-checks.ts';
import { ChecksPane } from './checks-pane.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { DesignFoot } from './design-foot.tsx';
import { DesignHead } from './design-head.tsx';
import type { Designer, DesignState } from './designer.ts';
import { completePlan, toFile } from './draft.ts';
import { FileProblems } from './file-problems.tsx';
import { FitDialog } from './fit-dialog.tsx';
import { PeoplePane } from './people-pane.tsx';
import { ProgrammePane } from './programme-pane.tsx';
import { QuestionsPane } from './questions-pane.tsx';
import { SettingsPane } from './settings-pane.tsx';
import { useLeading } from './spot.tsx';
import { type Created, type Desk, useCreating } from './use-creating.ts';
import { useHistoryKeys } from './use-history-keys.ts';
import { type FileProblem, readWorkshopFile, textOf } from './workshop-file.ts';

export interface DesignerViewProps {
  designer: Designer;
  desk: Desk;
  now: Instant;
  created(created: Created): void;
  leave(): void;
  /** Where the page opens; for the gallery. */
  open?: { pane?: Pane; phaseId?: PhaseId };
}

const whole = (state: DesignState): DesignState => state;

/** A workshop on the table: five panes, and what is there all the time above and below them. */
export function DesignerView({ designer, desk, now, created, leave, open = {} }: DesignerViewProps) {
  const state = useStore(designer.store, whole);
  const draft = state.history.now;
  const checks = designChecks(draft, now);
  const [pane, setPane] = useState<Pane>(open.pane ?? 'programme');
  const [chosen, choose] = useState<PhaseId | undefined>(open.phaseId);
  const [leading, lead] = useLead(setPane, choose);
  const [fitting, setFitting] = useState(false);
  const file = useFile(designer);
  const problemText = useProblemText();
  const t = useT('design');
  const creating = useCreating({ designer, desk, checks, created, mend: () => setPane('checks') });
  useLeading(leading, () => lead(undefined));
  useHistoryKeys(designer);
  useEffect(() => designer.stop, [designer]);
  const problem = creating.problem
    ? problemText(creating.problem)
    : creating.asked && countOf(checks, 'error') > 0
      ? t('foot.mend', { count: countOf(checks, 'error') })
      : '';
  return (
    <>
      <DesignHead
        {...{ designer, state, leave }}
        exportFile={() => file.write(() => setPane('checks'))}
        importFile={(chosenFile) => void file.read(chosenFile)}
        untitled={creating.asked && draft.plan.title.trim() === ''}
      />
      {state.saving.at === 'changed' && <ConflictNotice designer={designer} other={state.saving.other} />}
      <Tabs label={t('head.panes')} value={pane} tabs={useTabs(state, checks)} onValue={(next) => setPane(next)}>
        {pane === 'programme' && (
          <ProgrammePane draft={draft} change={designer.change} checks={checks} chosen={chosen} choose={choose} />
        )}
        {pane === 'people' && (
          <PeoplePane draft={draft} change={designer.change} checks={checks} asked={creating.asked} />
        )}
        {pane === 'questions' && <QuestionsPane draft={draft} change={designer.change} />}
        {pane === 'settings' && <SettingsPane draft={draft} template={designer.template} change={designer.change} />}
        {pane === 'checks' && <ChecksPane checks={checks} lead={lead} />}
      </Tabs>
      <DesignFoot
        {...{ draft, chosen, problem, busy: creating.busy, create: creating.create }}
        choose={(phaseId) => {
          setPane('programme');
          choose(phaseId);
        }}
        fit={() => setFitting(true)}
      />
      {fitting && <FitDialog draft={draft} change={designer.change} close={() => setFitting(false)} />}
      {file.problems && <FileProblems problems={file.problems} close={file.close} />}
    </>
  );
}

/** Leads to a spot: opens its pane and phase first. */
function useLead(setPane: (pane: Pane) => void, choose: (id: PhaseId) => void) {
  const [leading, setLeading] = useState<Spot>();
  const lead = (spot: Spot | undefined) => {
    setLeading(spot);
    if (!spot) return;
    // The title stands above all panes.
    if (spot.pane !== 'settings' || spot.field !== 'title') setPane(spot.pane);
    if (spot.pane === 'programme' && spot.phaseId) choose(spot.phaseId);
  };
  return [leading, lead] as const;
}

function useTabs({ history }: DesignState, checks: readonly Check[]) {
  const t = useT('design');
  const { plan, people } = history.now;
  const [errors, hints] = [countOf(checks, 'error'), countOf(checks, 'hint')];
  return [
    { value: 'programme' as const, label: t('panes.programme') },
    { value: 'people' as const, label: t('panes.people'), badge: String(people.length) },
    { value: 'questions' as const, label: t('panes.questions'), badge: String(plan.questions?.length ?? 0) },
    { value: 'settings' as const, label: t('panes.settings') },
    {
      ...{ value: 'checks' as const, label: t('panes.checks'), alarm: errors > 0 },
      badge: errors + hints > 0 ? String(errors + hints) : undefined,
    },
  ];
}

/** The draft as a file, and files as the draft. */
function useFile(designer: Designer) {
  const t = useT('design');
  const [problems, setProblems] = useState<readonly FileProblem[]>();
  const write = (mend: () => void) => {
    const draft = designer.store.getState().history.now;
    const file = toFile(draft, location.origin);
    const named = draft.people.every(({ name }) => name.trim() !== '');
    if (completePlan(draft) && named && readWorkshopFile(JSON.stringify(file)).ok) {
      saveFile(`${file.plan.title}.werkraum.json`, 'application/json', `${JSON.stringify(file, undefined, 2)}\n`);
      return;
    }
    mend();
    notify({ kind: 'problem', text: t('file.unfinished') });
  };
  const read = async (chosen: File) => {
    const text = await textOf(chosen);
    const answer = typeof text === 'string' ? readWorkshopFile(text) : ({ ok: false, problems: [text] } as const);
    if (!answer.ok) return setProblems(answer.problems);
    designer.change(answer.draft);
    notify({ text: t('file.taken') });
  };
  return { problems, write, read, close: () => setProblems(undefined) };
}
