import type { AskedId, AskedView, PhaseId, SeatId } from '@werkraum/protocol';
import type { ComponentChildren } from 'preact';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { type Documents, modelSession, type Scene } from '../../gallery/model-session.ts';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { later } from '../../ui/later.tsx';
import { EMPTY_DRAFT, type QuestionDraft, questionDraft } from './draft.ts';

const parts = () => import('./parts.ts');
const QuestionsPanel = later(() => parts().then((part) => part.QuestionsPanel), ['questions']);
const QuestionNow = later(() => parts().then((part) => part.QuestionNow), ['questions']);

type Change = (documents: Documents) => Documents;
const words = (de: string, en: string) => (currentLanguage() === 'de' ? de : en);
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikant '.repeat(8).trim();

const asked = (number: number, text: string, votes: number, more: Partial<AskedView> = {}): AskedView => ({
  ...{ number, text, votes, phaseId: 'talk' as PhaseId },
  ...more,
});

const some = (): Record<string, AskedView> => ({
  a: asked(1, words('Wie lange dauert die Auswertung der Daten?', 'How long does it take to evaluate the data?'), 3, {
    by: 'ben' as SeatId,
  }),
  b: asked(2, words('Wer entscheidet am Ende, was gebaut wird?', 'Who decides in the end what is built?'), 7),
  c: asked(
    3,
    words('Gibt es dazu einen Leitfaden? https://example.org', 'Is there a guideline? https://example.org'),
    1,
    {
      by: 'ada' as SeatId,
    },
  ),
  d: asked(4, words('Was kostet das?', 'What does it cost?'), 12, { by: 'cem' as SeatId, answeredAt: 5 }),
  e: asked(5, LONG, 0, { by: 'dora' as SeatId }),
});

const filled =
  (now?: string): Change =>
  (documents) => ({
    ...documents,
    session: { ...documents.session, questions: { asked: some(), ...(now && { now: now as AskedId }) } },
    you: {
      ...documents.you,
      ...(documents.you.seatId === 'ada' && { questions: { asked: { c: {} }, votes: { b: true as const } } }),
    },
  });

const hidden: Change = (documents) => ({
  ...filled()(documents),
  you: {
    ...documents.you,
    questions: { asked: { f: { hidden: words('Zu spitz gefragt', 'Asked too sharply') } }, votes: {} },
  },
  ...(documents.facilitators && {
    facilitators: {
      ...documents.facilitators,
      hiddenQuestions: { f: asked(6, words('Zu spitz gefragt', 'Asked too sharply'), 2) },
    },
  }),
});

const shown =
  (
    scene: Scene,
    view: ComponentChildren,
    change: Change = (documents) => documents,
    draft: QuestionDraft = EMPTY_DRAFT,
  ) =>
  () => {
    questionDraft.setState(draft);
    const documents = change(modelSession({ language: currentLanguage(), ...scene }));
    return (
      <ConnectionProvider connection={literalConnection(documents)}>
        <div data-phase="input-talk" style={{ maxInlineSize: '25rem', padding: '1rem' }}>
          {view}
        </div>
      </ConnectionProvider>
    );
  };

const as = (you: string): Scene => ({ moment: 'talk', you });
const panel = <QuestionsPanel />;

export const exhibits: readonly Exhibit[] = [
  { name: 'questions / none', render: shown(as('ada'), panel) },
  { name: 'questions / participant', render: shown(as('ada'), panel, filled('b')) },
  {
    name: 'questions / without a name',
    render: shown(as('ada'), panel, filled(), {
      text: words('Ist das wirklich freiwillig?', 'Is that really voluntary?'),
      anonymous: true,
    }),
  },
  { name: 'questions / speaker', render: shown(as('salma'), panel, filled('b')) },
  { name: 'questions / facilitator', render: shown(as('frieda'), panel, hidden) },
  { name: 'questions / taken from the list', render: shown(as('ada'), panel, hidden) },
  { name: 'questions / at a table', render: shown({ moment: 'inputs', you: 'ada' }, panel, filled()) },
  { name: 'questions / on the stage', render: shown(as('ada'), <QuestionNow />, filled('b')) },
  { name: 'questions / on the stage, speaker', render: shown(as('salma'), <QuestionNow />, filled('e')) },
  { name: 'questions / on the stage, facilitator', render: shown(as('frieda'), <QuestionNow />, filled('a')) },
];
