import type { BoardId, Command, FormerTableView } from '@werkraum/protocol';
import type { ComponentChildren } from 'preact';
import { type LiteralRoom, literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { type Documents, modelSession, roomIdOf, type Scene } from '../../gallery/model-session.ts';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { later } from '../../ui/later.tsx';
import { drafts, type PendingCard } from './drafts.ts';
import {
  aloneCard,
  busyCards,
  cardsFromBefore,
  literalBrought,
  literalHandedNotes,
  literalWall,
  manyCards,
  ROUND,
  reflectionBoard,
  TABLE_A,
  tableBoard,
} from './literal-boards.ts';

const views = () => import('./views.ts');
const BoardCentre = later(() => views().then((part) => part.BoardCentre), ['board']);
const BoardDesk = later(() => views().then((part) => part.BoardDesk), ['board']);

const AT_BOARD: Command['type'][] = [
  ...(['add-card', 'edit-card', 'move-card', 'merge-cards', 'split-card', 'remove-card', 'tag-card'] as const),
  ...(['vote-card', 'unvote-card', 'set-writing'] as const),
];
const AT_TABLE: Command['type'][] = [...AT_BOARD, 'hand-over', 'take-back-card'];
const FACILITATING: Command['type'][] = ['report-out', 'end-report', 'bring-cards', 'set-dots', 'set-all-writing'];

interface Shown extends Scene {
  may?: Command['type'][];
  former?: FormerTableView;
  pending?: readonly PendingCard[];
  change?: (documents: Documents) => Documents;
  more?: Partial<LiteralRoom>;
}

const show = (
  name: string,
  { may = [], former, pending = [], change = (documents) => documents, more, ...scene }: Shown,
  view: ComponentChildren = <BoardCentre />,
): Exhibit => ({
  name: `board / ${name}`,
  render: () => {
    drafts.setState({ texts: {}, pending });
    const { you, ...documents } = change(modelSession({ language: currentLanguage(), ...scene }));
    const connection = literalConnection({
      ...{ ...documents, you: { ...you, may, ...(former && { tables: [former.roomId] }) } },
      ...(former && { former: [former] }),
      ...more,
    });
    return <ConnectionProvider connection={connection}>{view}</ConnectionProvider>;
  },
});

const withTable =
  (board = tableBoard()) =>
  (documents: Documents): Documents => ({
    ...documents,
    ...(documents.room && { room: { ...documents.room, board } }),
  });

const inSession =
  (parts: Partial<Documents['session']>) =>
  (documents: Documents): Documents => ({ ...documents, session: { ...documents.session, ...parts } });

const busy = () => tableBoard({ cards: busyCards() });
const dotted = (documents: Documents): Documents => ({
  ...documents,
  you: { ...documents.you, board: { dots: { [TABLE_A]: ['one', 'four'] as never } } },
});
const writingAlone = (documents: Documents): Documents => ({
  ...withTable(tableBoard({ writing: 'alone', alone: 4 }))(documents),
  you: { ...documents.you, board: { alone: { [TABLE_A]: aloneCard() } } },
});
const onTheWay = (refused: boolean): PendingCard[] => [
  {
    ...{ cardId: 'new' as never, boardId: TABLE_A as string as BoardId, column: 'idea' as never },
    ...{ text: 'Open by default', ...(refused && { refused: true as const }) },
  },
];
const report = (documents: Documents): Documents =>
  inSession({ wall: literalWall(), report: { phaseId: ROUND, roomId: TABLE_A, at: documents.now - 95_000 } })(
    documents,
  );
const notHanded = (): FormerTableView => {
  const cards = Object.entries(busyCards()).map(([id, { handed: _none, ...card }]) => [id, card]);
  return { roomId: TABLE_A, board: tableBoard({ cards: Object.fromEntries(cards) }) };
};

/** What people write, hand over and report, in every state of it. */
export const exhibits: readonly Exhibit[] = [
  show('table, empty', { moment: 'inputs', may: AT_TABLE, change: (documents) => withTable()(documents) }),
  show('table, busy', { moment: 'inputs', may: AT_TABLE, change: (documents) => dotted(withTable(busy())(documents)) }),
  show('table, full', {
    ...{ moment: 'inputs', may: AT_TABLE },
    change: (documents) => withTable(tableBoard({ cards: manyCards() }))(documents),
  }),
  show('table, with a card of the workshop before', {
    ...{ moment: 'inputs', may: AT_TABLE },
    change: (documents) => withTable(tableBoard({ cards: cardsFromBefore() }))(documents),
  }),
  show('table, writing alone', { moment: 'inputs', may: AT_TABLE, change: writingAlone }),
  show('table, closing with nothing handed over', {
    ...{ moment: 'closing', may: AT_TABLE },
    change: (documents) => withTable(notHanded().board)(documents),
  }),
  show('table, a card on its way while the line is down', {
    ...{ moment: 'inputs', may: AT_TABLE, pending: onTheWay(false), more: { link: { state: 'reconnecting' } } },
    change: (documents) => withTable(busy())(documents),
  }),
  show('table, a card that was refused', {
    ...{ moment: 'inputs', may: AT_TABLE, pending: onTheWay(true) },
    change: (documents) => withTable(busy())(documents),
  }),
  show('looking back, nothing handed over', {
    ...{ moment: 'reflection', may: ['hand-over', 'take-back-card'], former: notHanded() },
    change: (documents) => inSession({ wall: literalWall() })(documents),
  }),
  show('looking back alone', { moment: 'reflection', may: ['hand-over', 'take-back-card'], former: notHanded() }),
  show('wall, brought along', {
    ...{ moment: 'intro', may: [] },
    change: (documents) => inSession({ brought: literalBrought() })(documents),
  }),
  show('wall, brought along, as a facilitator', {
    ...{ moment: 'intro', you: 'frieda', may: FACILITATING },
    change: (documents) => inSession({ brought: literalBrought(['round-2']) })(documents),
  }),
  show('reflection, empty', {
    ...{ moment: 'reflection', may: AT_BOARD },
    change: (documents) => inSession({ board: reflectionBoard() })(documents),
  }),
  show('reflection, over', {
    moment: 'ended',
    change: (documents) =>
      inSession({
        board: reflectionBoard({ cards: { a: { ...Object.values(busyCards())[0], column: 'keep' } as never } }),
      })(documents),
  }),
  show('wall', { moment: 'reflection', change: (documents) => inSession({ wall: literalWall() })(documents) }),
  show('wall, with notes', {
    moment: 'reflection',
    change: (documents) => inSession({ wall: literalWall(), handedNotes: literalHandedNotes() })(documents),
  }),
  show('wall, a table reports with notes alone', {
    moment: 'reflection',
    change: (documents) => {
      const shown = { phaseId: 'round-2' as typeof ROUND, roomId: roomIdOf('round-2', 'B') };
      const report = { ...shown, at: documents.now - 95_000 };
      return inSession({ wall: literalWall(), handedNotes: literalHandedNotes(), report })(documents);
    },
  }),
  show('wall, as a facilitator', {
    ...{ moment: 'talk', you: 'frieda', may: FACILITATING },
    change: (documents) => inSession({ wall: literalWall() })(documents),
  }),
  show('wall, a table reports', { moment: 'reflection', change: report }),
  show('wall, a table reports, as a facilitator', {
    ...{ moment: 'reflection', you: 'frieda', may: FACILITATING },
    change: report,
  }),
  show('nothing yet', { moment: 'intro' }),
  show('desk, in a round', { moment: 'inputs', you: 'frieda', may: FACILITATING }, <BoardDesk />),
  show(
    'desk, before the reports',
    {
      moment: 'reflection',
      you: 'frieda',
      may: FACILITATING,
      change: (documents) => inSession({ wall: literalWall() })(documents),
    },
    <BoardDesk />,
  ),
];
