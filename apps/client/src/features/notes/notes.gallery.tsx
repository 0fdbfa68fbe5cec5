import type { Command, NotesPlace } from '@werkraum/protocol';
import type { ComponentChildren } from 'preact';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { type Documents, modelSession, roomIdOf, type Scene } from '../../gallery/model-session.ts';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { later } from '../../ui/later.tsx';
import { literalHandedNotes } from '../board/literal-boards.ts';
import { type LiteralNotes, literalNotes } from './literal-notes.ts';
import type { NotesState } from './shared-notes.ts';

const NotesPanel = later(() => import('./notes-panel.tsx').then((part) => part.NotesPanel), ['notes']);
const NotesInState = later(() => import('./notes-in-state.tsx').then((part) => part.NotesInState), ['notes']);
const VersionsDialog = later(() => import('./versions-dialog.tsx').then((part) => part.VersionsDialog), ['notes']);

const TABLE: NotesPlace = roomIdOf('round-1', 'A');
const MINUTE = 60_000;
const words = (de: string, en: string) => (currentLanguage() === 'de' ? de : en);
const written = (): string[] => [
  words('# Strategien, die zusammenpassen', '# Strategies that fit together'),
  words(
    'Die Digitalstrategie nennt Klimaziele, der Klimaplan nennt keine Daten.',
    'The digital strategy names climate goals, the climate plan names no data.',
  ),
  words('Ein gemeinsames Steuerungsteam wäre der erste Schritt.', 'One steering team would be the first step.'),
];
const long = (): string[] => [
  ...Array.from({ length: 40 }, () => written()).flat(),
  `Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen${'x'.repeat(90)}`,
];

interface Shown extends LiteralNotes, Scene {
  may?: Command['type'][];
  change?: (documents: Documents) => Documents;
  /** The line goes down as soon as the notes are open. */
  breaks?: boolean;
}

const show = (name: string, shown: () => Shown, view: ComponentChildren = <NotesPanel />): Exhibit => ({
  name: `notes / ${name}`,
  render: () => {
    const {
      may = [],
      change = (documents) => documents,
      breaks = false,
      moment,
      you: seat = 'ada',
      ...notes
    } = shown();
    const { you, ...documents } = change(modelSession({ moment, you: seat, language: currentLanguage() }));
    const line = literalNotes(notes);
    const connection = literalConnection({ ...documents, you: { ...you, may }, notes: line });
    if (breaks)
      line.hear = () => {
        const timer = setTimeout(() => connection.store.setState({ link: { state: 'reconnecting' } }), 300);
        return () => clearTimeout(timer);
      };
    return <ConnectionProvider connection={connection}>{view}</ConnectionProvider>;
  },
});

const inState = (name: string, state: Partial<NotesState>, unsent = false): Exhibit =>
  show(
    name,
    () => ({ moment: 'inputs', paragraphs: written() }),
    <NotesInState place={TABLE} change={state} late={unsent} />,
  );

const handed = ({ session, ...documents }: Documents): Documents => ({
  ...documents,
  session: { ...session, handedNotes: literalHandedNotes() },
});
const AT_TABLE: Command['type'][] = ['hand-over-notes'];
const versions = () =>
  Array.from({ length: 24 }, (_, at) => ({
    at: Date.UTC(2026, 5, 16, 9) - at * 7 * MINUTE,
    characters: 1900 - at * 70,
  }));

/** Writing together, in every state of it. */
export const exhibits: readonly Exhibit[] = [
  show('table, empty', () => ({ moment: 'inputs', may: AT_TABLE })),
  show('table, others write too', () => ({
    ...{ moment: 'inputs', may: AT_TABLE, paragraphs: written(), carets: { ben: 1, cem: 2 } },
  })),
  show('table, long text', () => ({ moment: 'inputs', may: AT_TABLE, paragraphs: long() })),
  show('table, handed over', () => ({ moment: 'inputs', may: AT_TABLE, paragraphs: written(), change: handed })),
  show('table, the line is down', () => ({ moment: 'inputs', may: AT_TABLE, paragraphs: written(), breaks: true })),
  show('plenary, empty', () => ({ moment: 'intro' })),
  show('plenary, what tables handed over', () => ({ moment: 'reflection', paragraphs: written(), change: handed })),
  show('after the end, to be read', () => ({ moment: 'ended', paragraphs: written(), mayWrite: false })),
  inState('opening', { phase: 'opening', mayWrite: false }),
  inState('saving', { unsaved: true }),
  inState('a change that was too large', { refused: 'too-large' }),
  inState('full', { refused: 'full' }),
  inState('cut off', { phase: 'cut', mayWrite: false }),
  inState('cut off with something unsent', { phase: 'late', mayWrite: false }, true),
  show(
    'earlier versions',
    () => ({ moment: 'inputs', paragraphs: written(), versions: versions() }),
    <VersionsDialog place={TABLE} mayWrite onClose={() => {}} />,
  ),
  show(
    'earlier versions, none yet',
    () => ({ moment: 'inputs' }),
    <VersionsDialog place={TABLE} mayWrite onClose={() => {}} />,
  ),
];
