import type { Poll, PollView } from '@werkraum/protocol';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { type Documents, modelSession, type Scene } from '../../gallery/model-session.ts';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { PollNotice } from './poll-notice.tsx';
import { PollsPanel } from './polls-panel.tsx';

type Change = (documents: Documents) => Documents;
const words = (de: string, en: string) => (currentLanguage() === 'de' ? de : en);

const options = () => [
  words('Ein gemeinsames Ziel im Leitbild', 'One shared goal in the mission statement'),
  words('Eine Stelle, die beides zusammenhält', 'One office that holds both together'),
  words('Ein Budget für beides', 'One budget for both'),
];
const single = (): Poll => ({
  ...{ kind: 'single', anonymous: true, options: options() },
  question: words('Was hilft am schnellsten?', 'What helps soonest?'),
});
const dots = (): Poll => ({ ...single(), kind: 'dots', options: options(), dots: 3 });
const scale = (): Poll => ({
  ...{ kind: 'scale', anonymous: true, from: 1, to: 5 },
  question: words('Wie weit ist Ihre Stadt?', 'How far has your city come?'),
  labels: { from: words('ganz am Anfang', 'at the very beginning'), to: words('weit voraus', 'far ahead') },
});
const open = (poll: Poll): PollView => ({ number: 1, poll, state: 'open', shown: false, voted: 6 });
const closed = (number: number, poll: Poll, results: NonNullable<PollView['results']>): PollView => ({
  ...{ number, poll, results, state: 'closed', shown: true },
});

const asking =
  (poll: () => Poll): Change =>
  (documents) => ({ ...documents, session: { ...documents.session, polls: { a: open(poll()) } } });

const done = (): Record<string, PollView> => ({
  a: closed(1, single(), { votes: 9, counts: [5, 1, 3] }),
  b: closed(2, scale(), { votes: 8, counts: [1, 3, 2, 2, 0] }),
  c: closed(3, { ...single(), anonymous: true }, { votes: 3 }),
  d: closed(
    4,
    { kind: 'words', anonymous: true, words: 3, question: words('Ein Wort dazu?', 'One word about it?') },
    {
      votes: 7,
      words: [
        { word: words('Vertrauen', 'trust'), count: 4 },
        { word: words('Zeit', 'time'), count: 3 },
        { word: words('Verwaltungsmodernisierungsbeschleunigung', 'interoperability-by-default'), count: 1 },
      ],
    },
  ),
});
const showing: Change = (documents) => ({ ...documents, session: { ...documents.session, polls: done() } });

const desk: Change = (documents) => {
  const { facilitators } = documents;
  if (!facilitators) return documents;
  const prepared: PollView = { number: 5, poll: dots(), state: 'prepared', shown: false };
  const polls = { ...done(), e: prepared, f: { ...open(single()), number: 6 } };
  const pulse = { slower: 3, good: 5, faster: 0, at: documents.now };
  return { ...documents, facilitators: { ...facilitators, polls, pulse } };
};

const shown =
  (scene: Scene, change: Change = (documents) => documents) =>
  () => {
    const documents = change(modelSession({ language: currentLanguage(), ...scene }));
    return (
      <ConnectionProvider connection={literalConnection(documents)}>
        <div style={{ maxInlineSize: '26rem', padding: '1rem' }} data-phase="breakout-round">
          <PollNotice go={() => {}} />
          <PollsPanel />
        </div>
      </ConnectionProvider>
    );
  };

export const exhibits: readonly Exhibit[] = [
  { name: 'polls / nothing open', render: shown({ moment: 'talk', you: 'ada' }) },
  { name: 'polls / one answer', render: shown({ moment: 'inputs', you: 'ada' }, asking(single)) },
  { name: 'polls / dots', render: shown({ moment: 'inputs', you: 'ada' }, asking(dots)) },
  { name: 'polls / scale', render: shown({ moment: 'inputs', you: 'ada' }, asking(scale)) },
  { name: 'polls / results', render: shown({ moment: 'reflection', you: 'ada' }, showing) },
  { name: 'polls / facilitator, empty', render: shown({ moment: 'talk', you: 'frieda' }) },
  { name: 'polls / facilitator', render: shown({ moment: 'talk', you: 'frieda' }, desk) },
];
