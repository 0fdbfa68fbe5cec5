import {
  type DeckView,
  type FileId,
  modelWorkshop,
  type PrepAnswer,
  type PreparationView,
  type SeatId,
  type SessionId,
} from '@werkraum/protocol';
import { createStore } from 'zustand/vanilla';
import { literalContribution } from '../../features/keeping/literal-contribution.ts';
import { DeckPreview } from '../../features/slides/parts.ts';
import { literalShelf } from '../../features/slides/slides-samples.ts';
import { DeckShelfContext } from '../../features/slides/use-deck.tsx';
import type { Exhibit } from '../../gallery/registry.ts';
import { STARTED_AT } from '../../gallery/scene.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { Page } from '../../ui/page.tsx';
import type { DecksDesk, DecksState } from './decks-desk.ts';
import { DoorCardView } from './door-card.tsx';
import type { PreparingState, PrepDesk, PrepState } from './prep-desk.ts';
import { PrepareView } from './prepare-view.tsx';

const text = (words: string): PrepAnswer => ({ kind: 'text', text: words });

const WORDS = {
  en: [
    'Climate office of a town of 30,000, part of the mayor’s department.',
    'A shared map of all roofs that could carry solar panels, made with open data. Two offices feed it, and neither had the time alone.',
  ],
  de: [
    'Klimaschutzstelle einer Stadt mit 30.000 Menschen, angesiedelt beim Bürgermeisteramt.',
    'Ein gemeinsames Dachkataster mit offenen Daten. Zwei Ämter pflegen es, und keines hätte allein die Zeit gehabt.',
  ],
};

const page = (change: Partial<PreparationView>): PreparationView => {
  const language = currentLanguage();
  const { title, phases, questions = [] } = modelWorkshop(language).plan;
  return {
    ...{ name: 'Ada Lovelace', role: 'participant', title, language, status: 'draft', startsAt: STARTED_AT },
    phases: phases.map(({ kind, title: name, plannedMs }) => ({ kind, title: name, plannedMs })),
    questions,
    ...{ answers: {}, decks: {}, ready: false, shared: false, open: true },
    ...{ keepDays: 30, keptUntil: STARTED_AT + 30 * 86_400_000 },
    ...change,
  };
};

const preparing = (change: Partial<PreparingState> = {}, view: Partial<PreparationView> = {}): PreparingState => ({
  ...{ at: 'ready', view: page(view), answers: {}, saving: 'saved', refused: {}, savedAt: undefined, busy: false },
  ...change,
});

const some = (): PreparingState['answers'] => ({
  'question-1': text(WORDS[currentLanguage()][0] ?? ''),
  'question-2': text(WORDS[currentLanguage()][1] ?? ''),
  'question-3': { kind: 'choice', option: 1 },
  'question-6': { kind: 'scale', figure: 4 },
});
const all = (): PreparingState['answers'] => ({ ...some(), 'question-4': text('QGIS.'), 'question-5': text('Alle.') });

const deck = (name: string, pages: number, kind: DeckView['kind'] = 'pdf'): DeckView => ({
  ...{ name, kind, pages, bytes: 4_000_000 },
  files: [name as FileId],
});
const savedAt = STARTED_AT - 3 * 86_400_000;

const nothing = async () => undefined;
const desk: PrepDesk = {
  store: createStore<PrepState>(() => ({ at: 'loading' })),
  ...{ refresh: nothing, answer: () => {}, settle: () => {}, setReady: nothing, share: nothing },
  ...{ part: () => {}, close: () => {} },
};
const decksDesk = (state: DecksState): DecksDesk => ({
  store: createStore<DecksState>(() => state),
  ...{ upload: async () => true, addImages: async () => 0, stop: () => {}, remove: async () => true },
});

const show =
  (state: () => PrepState, decks: DecksState = {}, shelf: Parameters<typeof literalShelf>[0] = 'there') =>
  () => {
    const made = state();
    return (
      <Page width={made.at === 'ready' ? 'wide' : 'narrow'}>
        <DeckShelfContext.Provider value={literalShelf(shelf)}>
          <PrepareView
            state={made}
            desk={desk}
            decks={decksDesk(decks)}
            contribution={literalContribution()}
            erased={() => undefined}
            ticket={{ sessionId: 'session' as SessionId, seatId: 'ada' as SeatId }}
            link="https://werkraum.example/join#session.ada.secret"
          />
        </DeckShelfContext.Provider>
      </Page>
    );
  };

const LONG = 'Zukunftswerkstatt-Stadtentwicklungsgesellschaft-Abschlussbericht-2026-endgültig-v17.pdf';

// An exhibit is looked at as soon as it is drawn.
await DeckPreview.fetch();

export const exhibits: readonly Exhibit[] = [
  { name: 'prepare / loading', render: show(() => ({ at: 'loading' })) },
  { name: 'prepare / nothing written yet', render: show(() => preparing()) },
  { name: 'prepare / some answers, saved', render: show(() => preparing({ answers: some(), savedAt })) },
  { name: 'prepare / saving', render: show(() => preparing({ answers: some(), saving: 'saving', savedAt })) },
  { name: 'prepare / offline', render: show(() => preparing({ answers: some(), saving: 'waiting', savedAt })) },
  {
    name: 'prepare / an answer refused',
    render: show(() =>
      preparing({ answers: some(), refused: { 'question-2': 'malformed', 'question-3': 'answer-does-not-fit' } }),
    ),
  },
  {
    name: 'prepare / text nearly full',
    render: show(() => preparing({ answers: { 'question-1': text('x '.repeat(960)) }, savedAt })),
  },
  {
    name: 'prepare / everything answered, ready, shared, slides',
    render: show(() =>
      preparing({ answers: all(), savedAt }, { ready: true, shared: true, decks: { one: deck(LONG, 7) } }),
    ),
  },
  {
    name: 'prepare / three presentations, one of images',
    render: show(() =>
      preparing({}, { decks: { one: deck(LONG, 7), two: deck('b.pdf', 1), three: deck('foto.jpg', 3, 'images') } }),
    ),
  },
  {
    name: 'prepare / presentation not loaded',
    render: show(() => preparing({}, { decks: { one: deck('slides.pdf', 4) } }), {}, 'unreachable'),
  },
  {
    name: 'prepare / no room for another image',
    render: show(() => preparing({}, { decks: { one: deck('foto.jpg', 3, 'images') } }), {
      problem: { kind: 'refused', code: 'own-space-full' },
    }),
  },
  {
    name: 'prepare / uploading',
    render: show(() => preparing({ answers: some() }), { uploading: { name: LONG, part: 0.42 } }),
  },
  {
    name: 'prepare / upload being checked',
    render: show(() => preparing(), { uploading: { name: 'slides.pdf', part: 1 } }),
  },
  {
    name: 'prepare / upload too large',
    render: show(() => preparing(), { problem: { kind: 'too-large' } }),
  },
  {
    name: 'prepare / upload refused',
    render: show(() => preparing(), { problem: { kind: 'refused', code: 'file-locked' } }),
  },
  {
    name: 'prepare / no date, no questions',
    render: show(() => {
      const { startsAt: _none, ...view } = page({ questions: [] });
      return { ...preparing(), view };
    }),
  },
  { name: 'prepare / doors open', render: show(() => preparing({ answers: some(), savedAt }, { status: 'open' })) },
  {
    name: 'prepare / ended',
    render: show(() =>
      preparing({ answers: all() }, { status: 'ended', open: false, decks: { one: deck('slides.pdf', 1) } }),
    ),
  },
  { name: 'prepare / unknown link', render: show(() => ({ at: 'closed', problem: 'unknown-link' })) },
  { name: 'prepare / removed', render: show(() => ({ at: 'closed', problem: 'removed' })) },
  { name: 'prepare / server does not answer', render: show(() => ({ at: 'closed', problem: 'unreachable' })) },
  { name: 'prepared / door card', render: () => <DoorCardView startsAt={STARTED_AT} /> },
];
