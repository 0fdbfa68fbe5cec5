import type { AgendaView, PhaseId, PhaseView, SeatId } from '@werkraum/protocol';
import type { ComponentChildren } from 'preact';
import { literalConnection } from '../../../connection/literal.ts';
import { ConnectionProvider } from '../../../connection/provider.tsx';
import { type Documents, modelSession, roomIdOf, type Scene } from '../../../gallery/model-session.ts';
import type { Exhibit } from '../../../gallery/registry.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { ReplanningParts } from './parts.ts';
import { PhaseDialog } from './phase-dialog.tsx';
import { openReplanning } from './replanning-door.ts';
import { AgendaDesk, ExtendLine, MoreTimeOffer, ReplanLine, ReplanSheet } from './screens.ts';

const MINUTE = 60_000;

interface Shown extends Scene {
  change?: (documents: Documents) => Documents;
}

const show =
  (view: ComponentChildren, { change = (documents) => documents, ...scene }: Shown, before = () => {}) =>
  () => {
    const documents = change(modelSession({ language: currentLanguage(), you: 'frieda', ...scene }));
    before();
    return (
      <ConnectionProvider connection={literalConnection(documents)}>
        <main style={{ padding: '0.5rem', maxWidth: '60rem' }}>{view}</main>
      </ConnectionProvider>
    );
  };

/** Changes phases of the agenda. */
const phases =
  (changes: { [id: string]: Partial<PhaseView> }, more: Partial<AgendaView> = {}) =>
  (documents: Documents): Documents => {
    const { agenda } = documents.session;
    const changed = Object.entries(agenda.phases).map(([id, phase]) => [id, { ...phase, ...changes[id] }] as const);
    const session = {
      ...documents.session,
      agenda: { ...agenda, phases: Object.fromEntries(changed), ...more },
    };
    const may: string[] = [...documents.you.may, 'restore-phase'];
    return { ...documents, session, you: { ...documents.you, may } };
  };

const LONG =
  'Reflexion im Plenum mit allen Ergebnissen der Tische, den offenen Fragen und einem gemeinsamen Ausblick auf das Folgetreffen';

/** Locked, shortened, put in, taken out, and a very long name. */
const worked = phases(
  {
    'round-2': { plannedMs: 21 * MINUTE, locked: true },
    'round-3': { plannedMs: 12 * MINUTE, minMs: 12 * MINUTE },
    reflection: { title: LONG, plannedMs: 30_000, minMs: 0 },
  },
  {
    dropped: [
      { phaseId: 'pause' as PhaseId, kind: 'break', title: 'Pause', plannedMs: 10 * MINUTE },
      { phaseId: 'vote' as PhaseId, kind: 'plenary-reflection', title: LONG, plannedMs: 5 * MINUTE },
    ],
  },
);

const replanned =
  (by: string) =>
  (documents: Documents): Documents => ({
    ...documents,
    you: { ...documents.you, may: [...documents.you.may, 'undo-replan'] },
    ...(documents.facilitators && {
      facilitators: { ...documents.facilitators, replanned: { number: 1, at: documents.now, by: by as SeatId } },
    }),
  });

const signals = (documents: Documents): Documents => {
  const { staff } = documents;
  const [a, b] = [roomIdOf('round-1', 'A'), roomIdOf('round-1', 'B')];
  const [ready, more] = [staff?.progress[a], staff?.progress[b]];
  if (!staff || !ready || !more) return documents;
  const progress = {
    ...staff.progress,
    [a]: { ...ready, signal: 'ready' as const },
    [b]: { ...more, signal: 'more-time' as const },
  };
  return { ...documents, staff: { ...staff, progress } };
};

const open = (moreMs?: number) => () => openReplanning(moreMs);
const locked = { 'round-2': { locked: true }, 'round-3': { locked: true }, reflection: { locked: true } };
const dialog = (documents: Scene, mode: Parameters<typeof PhaseDialog>[0]['open']) => () => {
  const { session } = modelSession({ language: currentLanguage(), you: 'frieda', ...documents });
  return show(<PhaseDialog open={mode} agenda={session.agenda} close={() => {}} />, documents)();
};

const lines = (
  <div style={{ display: 'grid', gap: '1rem', maxWidth: '22rem' }}>
    <ReplanLine />
    <ExtendLine />
  </div>
);

export const exhibits: readonly Exhibit[] = [
  { name: 'replanning / sheet, four minutes behind', render: show(<ReplanSheet />, { moment: 'inputs' }, open()) },
  {
    name: 'replanning / sheet, five minutes more',
    render: show(<ReplanSheet />, { moment: 'inputs' }, open(5 * MINUTE)),
  },
  {
    name: 'replanning / sheet, nothing fits',
    render: show(<ReplanSheet />, { moment: 'inputs', elapsedMs: 55 * MINUTE }, open()),
  },
  {
    name: 'replanning / sheet, everything locked',
    render: show(<ReplanSheet />, { moment: 'inputs', change: phases(locked) }, open()),
  },
  {
    name: 'replanning / sheet, inputs no longer fit',
    render: show(
      <ReplanSheet />,
      { moment: 'inputs', elapsedMs: 40 * MINUTE, change: phases({ 'round-2': { minMs: 5 * MINUTE } }) },
      open(),
    ),
  },
  { name: 'replanning / sheet, on time', render: show(<ReplanSheet />, { moment: 'intro' }, open()) },
  {
    name: 'replanning / sheet, time to give back',
    render: show(
      <ReplanSheet />,
      { moment: 'intro', change: phases({ 'round-2': { plannedMs: 15 * MINUTE } }) },
      open(),
    ),
  },
  { name: 'replanning / sheet, last phase', render: show(<ReplanSheet />, { moment: 'reflection' }, open()) },
  { name: 'replanning / desk', render: show(<AgendaDesk />, { moment: 'inputs' }) },
  { name: 'replanning / desk, before the start', render: show(<AgendaDesk />, { moment: 'doors-closed' }) },
  { name: 'replanning / desk, much changed', render: show(<AgendaDesk />, { moment: 'inputs', change: worked }) },
  { name: 'replanning / desk, everything begun', render: show(<AgendaDesk />, { moment: 'reflection' }) },
  { name: 'replanning / desk, a new break', render: dialog({ moment: 'inputs' }, { mode: 'add', kind: 'break' }) },
  {
    name: 'replanning / desk, a new round',
    render: dialog({ moment: 'inputs' }, { mode: 'add', kind: 'breakout-round' }),
  },
  {
    name: 'replanning / desk, a round is changed',
    render: dialog({ moment: 'inputs' }, { mode: 'edit', id: 'round-3' as PhaseId }),
  },
  { name: 'replanning / lines, behind', render: show(lines, { moment: 'inputs' }) },
  {
    name: 'replanning / lines, you re-planned',
    render: show(lines, { moment: 'inputs', change: replanned('frieda') }),
  },
  { name: 'replanning / lines, nothing fits', render: show(lines, { moment: 'inputs', elapsedMs: 55 * MINUTE }) },
  { name: 'replanning / more time, closing', render: show(<MoreTimeOffer />, { moment: 'closing', change: signals }) },
  {
    name: 'replanning / more time, nothing can give',
    render: show(<MoreTimeOffer />, { moment: 'closing', change: phases(locked) }),
  },
];

// An exhibit is looked at as soon as it is drawn.
await ReplanningParts.fetch();
