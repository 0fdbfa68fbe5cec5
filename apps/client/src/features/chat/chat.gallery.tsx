import type { ChatView, MessageView } from '@werkraum/protocol';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { type Documents, modelSession, type Scene } from '../../gallery/model-session.ts';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { later } from '../../ui/later.tsx';
import { type ChatDocuments, channelKey } from './channels.ts';
import { outgoing, type Post } from './outgoing.ts';
import { reading } from './reading.ts';

const ChatPanel = later(() => import('./chat-panel.tsx').then((part) => part.ChatPanel), ['chat']);
const words = (de: string, en: string) => (currentLanguage() === 'de' ? de : en);

type Said = readonly [by: string, text: string, more?: Partial<MessageView>];
type Change = (documents: Documents) => Documents;

/** Messages one minute after another, the last one just now. */
const chat = (now: number, said: readonly Said[], more: Partial<ChatView> = {}): ChatView => ({
  messages: Object.fromEntries(
    said.map(([by, text, other], index) => {
      const at = now - (said.length - index) * 60_000;
      return [index + 1, { id: `m${index}`, by, at, text, ...other } as MessageView];
    }),
  ),
  ...more,
});

const conversation = (): readonly Said[] => [
  ['salma', words('Guten Morgen zusammen!', 'Good morning, everybody!')],
  [
    'ben',
    words(
      'Hier ist die Karte, von der ich gesprochen habe: https://example.org/karten/dortmund?ebene=wasser#2030',
      'Here is the map I was talking about: https://example.org/maps/dortmund?layer=water#2030',
    ),
  ],
  ['ben', words('Fragen gern an ben@example.org', 'Questions to ben@example.org'), { edited: true }],
  ['cem', '', { removed: 'facilitator' }],
  ['ada', words('Danke, die hilft mir sehr.', 'Thank you, that helps a lot.')],
  ['ada', '', { removed: 'author' }],
  ['dora', '👩‍👩‍👧‍👦 ❤️‍🔥'],
  ['gone', words('Ich muss leider los.', 'I have to go, sorry.')],
  ['dora', 'https://my-bank.example@evil.example/login'],
];

const plenary =
  (said: (documents: Documents) => readonly Said[], more?: Partial<ChatView>): Change =>
  (documents) => ({
    ...documents,
    session: { ...documents.session, chat: chat(documents.now, said(documents), more) },
  });

const asked: readonly Said[] = [
  ['ada', 'Ich höre den Ton nur leise. Geht das anderen auch so?'],
  ['frieda', 'Danke für den Hinweis, ich kümmere mich.'],
];

const everything: Change = (documents) => {
  const { now, you, room } = documents;
  const thread = chat(now, asked);
  return plenary(conversation)({
    ...documents,
    you: { ...you, ...(you.seatId === 'ada' && { thread }) },
    ...(room && { room: { ...room, chat: chat(now, [['ben', words('Fangen wir an?', 'Shall we begin?')]]) } }),
    ...(documents.facilitators && {
      facilitators: { ...documents.facilitators, threads: { ada: thread, cem: chat(now, [['cem', '?']]) } },
    }),
  });
};

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikant '.repeat(12).trim();

interface More {
  readTo?: number;
  posts?: readonly Omit<Post, 'key'>[];
  draft?: string;
}

const shown =
  (scene: Scene, change: Change = (documents) => documents, { readTo = 99, posts = [], draft = '' }: More = {}) =>
  () => {
    const documents = change(modelSession({ language: currentLanguage(), ...scene }));
    const { session } = documents as ChatDocuments;
    const key = channelKey(session, { place: 'plenary' });
    reading.setState({ [key]: readTo });
    outgoing.setState({ drafts: { [key]: draft }, posts: posts.map((post) => ({ ...post, key })) });
    return (
      <ConnectionProvider connection={literalConnection(documents)}>
        <div style={{ maxInlineSize: '25rem', blockSize: '38rem', padding: '1rem' }}>
          <ChatPanel />
        </div>
      </ConnectionProvider>
    );
  };

const ada = { moment: 'talk', you: 'ada' } as const;
const post = (id: string, text: string, more: Partial<Post> = {}) =>
  ({ id, text, channel: { place: 'plenary' }, ...more }) as Omit<Post, 'key'>;
const many = () =>
  Array.from(
    { length: 300 },
    (_, index): Said => [
      ['ben', 'cem', 'ada', 'dora'][(index >> 1) % 4] ?? 'ben',
      `${index + 1}. ${words('Gedanke', 'thought')}`,
    ],
  );

export const exhibits: readonly Exhibit[] = [
  { name: 'chat / empty', render: shown(ada) },
  { name: 'chat / conversation', render: shown(ada, everything) },
  { name: 'chat / new messages', render: shown(ada, everything, { readTo: 6 }) },
  {
    name: 'chat / long texts',
    render: shown(
      ada,
      plenary(() => [
        ['ben', LONG],
        ['ada', LONG],
      ]),
      { draft: LONG.padEnd(960, '.') },
    ),
  },
  { name: 'chat / three hundred messages', render: shown(ada, plenary(many)) },
  {
    name: 'chat / sending and failed',
    render: shown(ada, plenary(conversation), {
      posts: [
        post('p1', words('Ich komme gleich dazu.', 'I will be there soon.')),
        post('p2', words('Hört ihr mich?', 'Can you hear me?'), { rejection: 'try-again' }),
      ],
    }),
  },
  { name: 'chat / closed, participant', render: shown(ada, plenary(conversation, { closed: true })) },
  {
    name: 'chat / closed, facilitator',
    render: shown({ moment: 'talk', you: 'frieda' }, plenary(conversation, { closed: true })),
  },
  { name: 'chat / at a table', render: shown({ moment: 'inputs', you: 'ada' }, everything) },
  {
    name: 'chat / typed for another place',
    render: shown({ moment: 'inputs', you: 'ada' }, everything, {
      posts: [
        post('p3', words('Das war für das Plenum.', 'That was for the plenary.'), { rejection: 'not-in-plenary' }),
      ],
    }),
  },
  { name: 'chat / facilitator with threads', render: shown({ moment: 'talk', you: 'frieda' }, everything) },
];
