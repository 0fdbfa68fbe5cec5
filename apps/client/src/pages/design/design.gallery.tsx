import { type Instant, MOST_PHASES, type SessionId, TEMPLATES } from '@werkraum/protocol';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { Page } from '../../ui/page.tsx';
import type { Pane } from './checks/check.ts';
import { Chooser } from './chooser.tsx';
import { createDesigner, type Designer, newDraft } from './designer.ts';
import { DesignerView } from './designer-view.tsx';
import { type Draft, draftPerson, fromNothing, fromTemplate } from './draft.ts';
import { createDraftShelf, type DraftShelf } from './drafts.ts';
import { withLength, withNewPhase, withPhase, withPlan, withRound } from './edits.ts';
import { FileProblems } from './file-problems.tsx';
import { FitDialog } from './fit-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';

const NOW: Instant = Date.UTC(2027, 3, 12, 9, 5);
const TENTH_OF_MAY: Instant = Date.UTC(2027, 4, 10, 8, 30);
const nothing = () => undefined;

/** A shelf that forgets, so that looking changes nothing in this browser. */
const deskShelf = (change: Partial<DraftShelf> = {}): DraftShelf => ({
  ...createDraftShelf(undefined),
  write: () => 'kept',
  ...change,
});

const model = (): Draft => fromTemplate(TEMPLATES.model(currentLanguage()));
const LONG =
  'Zusammenarbeit zwischen Digitalisierungsbeauftragten, Klimaschutzmanagement und Nachhaltigkeitsrat in Mittelstädten';

/** Everything that can be wrong at once. */
const broken = (): Draft => {
  const [intro, , first, second] = model().plan.phases;
  let draft = withPlan(model(), { title: '', hardEndMs: 100 * 60_000 });
  if (intro) draft = withPhase(draft, intro.id, { title: '' });
  if (first) draft = withRound(draft, first.id, { topic: '', question: '', tables: 7 });
  if (second) draft = withLength(draft, second.id, 10 * 60_000);
  return { ...draft, people: [...draft.people.slice(1), draftPerson('', 'participant', 'not an address')] };
};

const long = (): Draft => {
  let draft = model();
  while (draft.plan.phases.length < MOST_PHASES) draft = withNewPhase(draft, 'breakout-round').draft;
  const phases = draft.plan.phases.map((phase, at) => (at % 9 === 3 ? { ...phase, title: LONG, locked: true } : phase));
  return withPlan(draft, { phases, title: LONG, startsAt: TENTH_OF_MAY, hardEndMs: undefined });
};

const crowd = (): Draft => ({
  ...model(),
  people: [
    draftPerson('Frieda', 'facilitator', 'frieda@example.org'),
    ...Array.from({ length: 499 }, (_, at) => draftPerson(`Person ${at + 1}`, 'participant', `p${at + 1}@example.org`)),
  ],
});

interface Look {
  pane?: Pane;
  /** Position of the phase that is chosen. */
  at?: number;
  shelf?: DraftShelf;
  now?: Instant;
  prepare?: (designer: Designer) => void;
}

const show = (draft: () => Draft, { pane, at, shelf = deskShelf(), prepare }: Look = {}) =>
  function Shown() {
    const designer = createDesigner(shelf, newDraft(draft(), NOW, 'model'), () => NOW);
    prepare?.(designer);
    const phase = at === undefined ? undefined : designer.store.getState().history.now.plan.phases[at];
    return (
      <Page width="wide">
        <DesignerView
          designer={designer}
          desk={{ create: async () => ({ ok: false, problem: 'not-saving' }) }}
          now={NOW}
          created={nothing}
          leave={nothing}
          open={{ ...(pane && { pane }), ...(phase && { phaseId: phase.id }) }}
        />
      </Page>
    );
  };

const chooser = (drafts: readonly Draft[], missing?: string) => () => (
  <Page width="wide">
    <Chooser
      drafts={drafts.map((draft, at) => ({
        ...newDraft(draft, NOW - at * 86_400_000),
        ...(at > 0 && { createdAt: NOW }),
      }))}
      begin={nothing}
      resume={nothing}
      drop={nothing}
      leave={nothing}
      missing={missing}
    />
  </Page>
);

const edited = ({ change }: Designer) => change(withPlan(model(), { title: 'Our day' }));

export const exhibits: readonly Exhibit[] = [
  { name: 'design / templates', render: () => chooser([])() },
  { name: 'design / templates and drafts', render: () => chooser([model(), { ...fromNothing('en') }])() },
  {
    name: 'design / a draft that is missing',
    render: () => chooser([], 'This draft is not in this browser, or not any more.')(),
  },
  { name: 'design / programme', render: show(model) },
  { name: 'design / a follow-up', render: show(() => ({ ...model(), followsUp: 'earlier' as SessionId })) },
  { name: 'design / a phase', render: show(model, { at: 0 }) },
  { name: 'design / a round', render: show(() => withPlan(model(), { startsAt: TENTH_OF_MAY }), { at: 2 }) },
  { name: 'design / things to mend', render: show(broken, { at: 2 }) },
  { name: 'design / checks', render: show(broken, { pane: 'checks' }) },
  { name: 'design / next to nothing', render: show(() => fromNothing(currentLanguage())) },
  { name: 'design / sixty phases', render: show(long, { at: 3 }) },
  { name: 'design / people', render: show(model, { pane: 'people' }) },
  { name: 'design / people to mend', render: show(broken, { pane: 'people' }) },
  { name: 'design / five hundred people', render: show(crowd, { pane: 'people' }) },
  { name: 'design / questions', render: show(model, { pane: 'questions' }) },
  { name: 'design / no questions', render: show(() => withPlan(model(), { questions: [] }), { pane: 'questions' }) },
  { name: 'design / frame', render: show(() => withPlan(model(), { startsAt: TENTH_OF_MAY }), { pane: 'settings' }) },
  {
    name: 'design / storage is full',
    render: show(model, { shelf: deskShelf({ write: () => 'full' }), prepare: edited }),
  },
  {
    name: 'design / changed in another tab',
    render: show(model, {
      shelf: deskShelf({ write: () => 'changed', read: () => newDraft(model(), NOW) }),
      prepare: edited,
    }),
  },
  {
    name: 'design / fit to a length',
    render: () => (
      <Page width="wide">
        <FitDialog draft={withPlan(model(), { hardEndMs: 90 * 60_000 })} change={nothing} close={nothing} />
      </Page>
    ),
  },
  {
    name: 'design / a length nothing fits',
    render: () => (
      <Page width="wide">
        <FitDialog draft={withPlan(model(), { hardEndMs: 40 * 60_000 })} change={nothing} close={nothing} />
      </Page>
    ),
  },
  {
    name: 'design / paste a list',
    render: () => (
      <Page width="wide">
        <PasteDialog draft={model()} change={nothing} close={nothing} />
      </Page>
    ),
  },
  {
    name: 'design / a file that was not taken',
    render: () => (
      <Page width="wide">
        <FileProblems
          problems={[
            { code: 'unknown-entry', path: ['plan'], entry: 'onload' },
            { code: 'too-short', path: ['plan', 'phases', 2, 'round', 'topic'] },
            { code: 'missing', path: ['people', 4, 'role'] },
          ]}
          close={nothing}
        />
      </Page>
    ),
  },
];
