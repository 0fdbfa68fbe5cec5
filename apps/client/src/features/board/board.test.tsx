import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import type { BoardView, CardId, Command, FacilitatorsView, Reply } from '@werkraum/protocol';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { modelSession, roomIdOf } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { boardModel, neighbourMove } from './board.model.ts';
import { BoardCentre } from './board-centre.tsx';
import { dotsChoice } from './board-desk.model.ts';
import { BoardDesk } from './board-desk.tsx';
import { tagsIn } from './card-forms.tsx';
import { drafts } from './drafts.ts';
import {
  aloneCard,
  busyCards,
  literalBrought,
  literalHandedNotes,
  literalWall,
  ROUND,
  TABLE_A,
  tableBoard,
} from './literal-boards.ts';
import { bringing, nothingHanded, wallModel } from './wall.model.ts';
import { Wall } from './wall.tsx';

beforeAll(startEveryWord);
beforeEach(() => drafts.setState({ texts: {}, pending: [] }));
afterEach(cleanup);

const AT_TABLE: Command['type'][] = [
  ...(['add-card', 'edit-card', 'move-card', 'merge-cards', 'split-card', 'remove-card', 'tag-card'] as const),
  ...(['vote-card', 'unvote-card', 'set-writing', 'hand-over', 'take-back-card'] as const),
];
const scene = { moment: 'inputs', you: 'ada' } as const;
const model = (board: BoardView, may = AT_TABLE, kind: 'table' | 'plenary' | 'former' = 'table') => {
  const { session, you } = modelSession(scene);
  return boardModel({ board, you: { ...you, may }, people: session.people }, kind);
};
const busy = tableBoard({ cards: busyCards() });
const cardIn = (made: ReturnType<typeof model>, id: string) =>
  made.columns.flatMap(({ cards }) => cards).find(({ cardId }) => cardId === id);

describe('the model of a board', () => {
  test('[BO-4] offers an author to word and remove a card, and others to move it', () => {
    const made = model(busy);
    expect(cardIn(made, 'four')?.edit?.('New')).toEqual({
      type: 'edit-card',
      boardId: TABLE_A,
      cardId: 'four',
      text: 'New',
    });
    expect(cardIn(made, 'four')?.remove).toBeDefined();
    expect(cardIn(made, 'six')).toMatchObject({ edit: undefined, remove: undefined });
    expect(cardIn(made, 'six')?.move).toBeDefined();
    expect(cardIn(made, 'one')?.remove).toBeUndefined();
  });

  test('[BO-8] offers a dot while there is one left', () => {
    const { session, you } = modelSession(scene);
    const given = { ...you, may: AT_TABLE, board: { dots: { [TABLE_A]: ['one', 'two', 'three'] as CardId[] } } };
    const made = boardModel({ board: busy, you: given, people: session.people }, 'table');
    expect(made.dots).toEqual({ each: 3, left: 0 });
    expect(cardIn(made, 'one')?.dot).toMatchObject({ on: true, toggle: { type: 'unvote-card' } });
    expect(cardIn(made, 'four')?.dot).toEqual({ on: false, toggle: undefined });
    expect(cardIn(model({ ...busy, dots: 0 }), 'four')?.dot).toBeUndefined();
  });

  test('[BO-12] hands over what has not been, or has changed since, and says which version was seen', () => {
    const made = model(busy);
    expect(made.toHandOver.map(({ cardId }) => cardId).toSorted()).toEqual(['five', 'four', 'six', 'three', 'two']);
    expect(made.handOver?.(made.toHandOver.filter(({ cardId }) => cardId === 'three'))).toEqual({
      ...{ type: 'hand-over', boardId: TABLE_A, cards: [{ cardId: 'three', version: 1 }] },
    });
    expect(model(busy, AT_TABLE, 'plenary').handOver).toBeUndefined();
  });

  test('[BO-20] only hands over and takes back where it is looked back on', () => {
    const made = model(busy, AT_TABLE, 'former');
    expect(made).toMatchObject({ add: undefined, setWriting: undefined, dots: undefined });
    expect(cardIn(made, 'one')).toMatchObject({ move: undefined, edit: undefined, dot: undefined });
    expect(cardIn(made, 'one')?.takeBack).toBeDefined();
    expect(made.handOver).toBeDefined();
  });

  test('[BO-9] shows own cards that are not shown yet, and hands them over only afterwards', () => {
    const { session, you } = modelSession(scene);
    const own = { ...you, may: AT_TABLE, board: { alone: { [TABLE_A]: aloneCard() } } };
    const of = (kind: 'table' | 'former') =>
      boardModel({ board: tableBoard(), you: own, people: session.people }, kind);
    expect(cardIn(of('table'), 'mine')).toMatchObject({ alone: true, own: true, dot: undefined });
    expect(of('table').toHandOver).toEqual([]);
    expect(of('former').toHandOver).toHaveLength(1);
  });

  test('[BO-5] a card goes one place up or down', () => {
    const cards = model(busy).columns[0]?.cards ?? [];
    expect(neighbourMove(cards, 'one' as CardId, -1)).toBeUndefined();
    expect(neighbourMove(cards, 'one' as CardId, 1)).toEqual({});
    expect(neighbourMove(cards, 'two' as CardId, -1)).toEqual({ before: 'one' });
  });
});

test('[BO-6] tags are separated by commas, each once', () => {
  expect(tagsIn(' SDG 11, youth ,, SDG 11')).toEqual(['SDG 11', 'youth']);
});

describe('the wall', () => {
  const { session, you } = modelSession({ moment: 'reflection', you: 'frieda' });
  const may: Command['type'][] = ['report-out', 'end-report', 'bring-cards'];
  const walled = { ...session, wall: literalWall() };

  test('[BO-17] steps from one table to the next', () => {
    const report = { phaseId: ROUND, roomId: TABLE_A, at: 1 };
    const made = wallModel({ session: { ...walled, report }, you: { ...you, may } });
    expect(made.reporting).toMatchObject({ before: undefined, after: { label: 'B', round: 1 } });
    expect(made.end).toEqual({ type: 'end-report', roomId: TABLE_A });
    const others = wallModel({ session: { ...walled, report }, you: { ...you, may: [] } });
    expect(others.tables.map((table) => table.report)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('[BO-26] notes a table has handed over stand beside its cards, and open while it reports', () => {
    const roomId = roomIdOf('round-2', 'B');
    const show = (reports: boolean) =>
      showScene({ moment: 'reflection', you: 'frieda' }, <Wall />, (documents) => ({
        ...documents,
        session: {
          ...{ ...documents.session, wall: literalWall(), handedNotes: literalHandedNotes() },
          ...(reports && { report: { phaseId: 'round-2' as typeof ROUND, roomId, at: 1 } }),
        },
      }));
    const foldedIn = (name: string) =>
      within(screen.getByText(name).closest('article') as HTMLElement).getByRole('group') as HTMLDetailsElement;
    show(false);
    expect(foldedIn('Round 2 · Table B').open).toBe(false);
    expect(screen.getAllByText('What we agreed on')).toHaveLength(2);
    expect(screen.queryByText('Nothing was handed over.')).toBeNull();
    cleanup();
    show(true);
    expect(foldedIn('Round 2 · Table B').open).toBe(true);
    expect(foldedIn('Round 1 · Table A').open).toBe(false);
  });

  test('[KE-25] what the workshop before handed over stands on the wall under its name', () => {
    showScene({ moment: 'intro', you: 'ada' }, <Wall />, (documents) => ({
      ...documents,
      session: { ...documents.session, brought: literalBrought() },
    }));
    const part = within(screen.getByRole('region', { name: 'Brought along from “The first meeting”' }));
    expect(part.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent)).toEqual([
      'Round 1 · Table A',
      'Round 2 · Table B',
    ]);
    expect(part.getByText('What we agreed on')).toBeTruthy();
    expect(part.queryByRole('button')).toBeNull();
    expect(screen.queryByText(/No table has handed anything over/)).toBeNull();
  });

  test('[BO-18] says the whole list for a round, other tables included', () => {
    const target = { key: 'round-3', phaseId: 'round-3' as typeof ROUND, round: 3 };
    const command = bringing(walled, target, { roomId: TABLE_A }, ['two' as CardId]);
    expect(
      command.type === 'bring-cards' && command.cards.map(({ from, cardId }) => `${from} ${cardId}`).toSorted(),
    ).toEqual([...['round-1-a two', 'round-1-b one', 'round-2-a one']]);
  });

  test('[BO-27] what came along is in the list too, and told apart from tables here', () => {
    const target = { key: 'round-3', phaseId: 'round-3' as typeof ROUND, round: 3 };
    const along = literalBrought();
    const [first] = along.tables;
    if (!first) throw new Error('nothing came along');
    const into = [{ phaseId: target.phaseId }];
    const cards = { ...first.cards, one: { ...first.cards.one, into } } as typeof first.cards;
    const brought = { ...along, tables: [{ ...first, roomId: TABLE_A, cards }] };
    const list = (...args: Parameters<typeof bringing>) => {
      const command = bringing(...args);
      const said = command.type === 'bring-cards' ? command.cards : [];
      return said.map(({ from, before = 'here', cardId }) => `${from} ${before} ${cardId}`).toSorted();
    };
    const both = { ...walled, brought };
    const others = ['round-1-b here one', 'round-2-a here one'];
    expect(list(both, target, { roomId: TABLE_A }, ['two' as CardId])).toEqual(
      ['round-1-a here two', 'round-1-a true one', ...others].toSorted(),
    );
    expect(list(both, target, { roomId: TABLE_A, before: true }, ['two' as CardId])).toEqual(
      ['round-1-a here one', 'round-1-a true two', ...others].toSorted(),
    );
  });

  test('[BO-27] a facilitator takes cards that came along into a round', async () => {
    const sent = showScene({ moment: 'intro', you: 'frieda' }, <Wall />, (documents) => ({
      ...documents,
      you: { ...documents.you, may: ['bring-cards'] },
      session: { ...documents.session, brought: literalBrought() },
    }));
    // The other table brought notes only.
    const buttons = screen.getAllByRole('button', { name: 'Take along …' });
    expect(buttons).toHaveLength(1);
    fireEvent.click(buttons[0] as HTMLElement);
    const [box] = screen.getAllByRole('checkbox', { hidden: true });
    fireEvent.click(box as HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: 'Take 1 card along', hidden: true }));
    expect(sent).toMatchObject([
      { type: 'bring-cards', phaseId: 'round-1', cards: [{ from: 'before-1-a', before: true, cardId: 'one' }] },
    ]);
  });

  test('[BO-25] a table is told only when it has cards and none was handed over', () => {
    const documents = { session, you: { ...you, may: ['hand-over'] } };
    expect(nothingHanded(documents, {})).toBe(false);
    expect(nothingHanded(documents, { one: {} })).toBe(true);
    expect(nothingHanded(documents, { one: { from: 'another table' } })).toBe(false);
    expect(nothingHanded(documents, { one: { from: 'another table' }, two: {} })).toBe(true);
    expect(nothingHanded(documents, { one: {}, two: { handed: 'as-is' } })).toBe(false);
  });
});

const showBoard = (board: BoardView, may = AT_TABLE): Command[] =>
  showScene(scene, <BoardCentre />, (documents) => ({
    ...documents,
    you: { ...documents.you, may },
    ...(documents.room && { room: { ...documents.room, board } }),
  }));

describe('on screen', () => {
  test('[BO-23] Enter adds a card and leaves the field empty for the next', () => {
    const sent = showBoard(tableBoard());
    const field = screen.getByRole('textbox', { name: 'New card' }) as HTMLTextAreaElement;
    fireEvent.input(field, { target: { value: '  Open data  ' } });
    fireEvent.keyDown(field, { key: '3', code: 'Digit3', altKey: true });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(sent).toMatchObject([{ type: 'add-card', boardId: TABLE_A, column: 'obstacle', text: 'Open data' }]);
    expect(field.value).toBe('');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(sent).toHaveLength(1);
  });

  test('[BO-23] Enter that follows the last letter at once takes that letter along', () => {
    const sent = showBoard(tableBoard());
    const field = screen.getByRole('textbox', { name: 'New card' }) as HTMLTextAreaElement;
    field.value = 'Depots';
    // Both before anything is drawn anew, as from a fast hand on a busy machine.
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    expect(sent).toMatchObject([{ type: 'add-card', text: 'Depots' }]);
  });

  test('[BO-24] a card that is refused keeps its words, and can be tried again', async () => {
    const replies: Reply[] = [{ ok: false, rejection: 'board-full' }, { ok: true }];
    const sent: Command[] = [];
    const { you, room, ...documents } = modelSession(scene);
    if (!room) throw new Error('not at a table');
    const send = async (command: Command): Promise<Reply> => {
      sent.push(command);
      return replies.shift() ?? { ok: true };
    };
    const connection = literalConnection({
      ...{ ...documents, you: { ...you, may: AT_TABLE }, room: { ...room, board: tableBoard() }, send },
    });
    render(
      <ConnectionProvider connection={connection}>
        <BoardCentre />
      </ConnectionProvider>,
    );
    const field = screen.getByRole('textbox', { name: 'New card' });
    fireEvent.input(field, { target: { value: 'Too much' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText('This card was not taken.')).toBeNull());
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  test('[BO-25] handing over chooses nothing by itself and says who will see it', async () => {
    const sent = showBoard(busy);
    fireEvent.click(screen.getByRole('button', { name: 'Hand over …' }));
    const dialog = within(screen.getByRole('dialog', { hidden: true }));
    expect(dialog.getByText(/The plenary and the booklet will see these cards/)).toBeDefined();
    expect(
      (dialog.getByRole('button', { name: 'Hand over 0 cards', hidden: true }) as HTMLButtonElement).disabled,
    ).toBe(true);
    fireEvent.click(dialog.getByRole('checkbox', { name: 'SDG 11.3, SDG 13.2, SDG 16.6', hidden: true }));
    fireEvent.click(dialog.getByRole('button', { name: 'Hand over 1 card', hidden: true }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toEqual([{ type: 'hand-over', boardId: TABLE_A, cards: [{ cardId: 'six', version: 0 }] }]);
  });

  test('[BO-23] everything that is dragged is in a menu too', () => {
    const sent = showBoard(busy);
    fireEvent.click(screen.getByRole('button', { name: /More for “SDG 11.3/ }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Move to Idea' }));
    fireEvent.click(screen.getByRole('button', { name: /More for “SDG 11.3/ }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Merge into …' }));
    fireEvent.click(
      within(screen.getByRole('dialog', { hidden: true })).getByRole('button', {
        name: /Responsibility ends/,
        hidden: true,
      }),
    );
    expect(sent).toEqual([
      { type: 'move-card', boardId: TABLE_A, cardId: 'six', column: 'idea' },
      { type: 'merge-cards', boardId: TABLE_A, into: 'four', from: ['six'] },
    ]);
  });

  test('[BO-10] one button writes alone, and shows', () => {
    const sent = showBoard(tableBoard());
    fireEvent.click(screen.getByRole('button', { name: 'Write alone first' }));
    cleanup();
    const again = showBoard(tableBoard({ writing: 'alone', alone: 2 }));
    expect(screen.getByText(/Everybody writes alone: 2 cards not shown yet/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Show everything' }));
    expect([...sent, ...again]).toMatchObject([{ mode: 'alone' }, { mode: 'together' }]);
  });

  test('[BO-8] a facilitator sees how many dots there are at the tables, and gives others', () => {
    const { facilitators, session } = modelSession({ moment: 'inputs', you: 'frieda' });
    const phaseId = session.tables?.phaseId as string;
    const sent = showScene({ moment: 'inputs', you: 'frieda' }, <BoardDesk />, (documents) => ({
      ...documents,
      you: { ...documents.you, may: ['set-all-writing', 'set-dots'] },
      facilitators: { ...(facilitators as FacilitatorsView), boards: { [phaseId]: { dots: 5 } } },
    }));
    const dots = screen.getByLabelText<HTMLSelectElement>('Dots per person');
    expect(dots.value).toBe('5');
    fireEvent.change(dots, { target: { value: '2' } });
    expect(sent).toEqual([{ type: 'set-dots', phaseId, each: 2 }]);
  });

  test('[BO-8] a figure nobody would choose is shown all the same', () => {
    const { session, you: frieda } = modelSession({ moment: 'inputs', you: 'frieda' });
    const you = { ...frieda, may: ['set-all-writing', 'set-dots'] };
    const phaseId = session.tables?.phaseId as string;
    const seen = { boards: { [phaseId]: { dots: 7 } } } as unknown as FacilitatorsView;
    expect(dotsChoice(session, you, seen)).toMatchObject({ each: 7, choices: [0, 1, 2, 3, 5, 7, 8, 10] });
    expect(dotsChoice(session, you, undefined)).toBeUndefined();
  });

  test('[BO-17] a facilitator lets the first table report with one click', () => {
    const sent = showScene({ moment: 'reflection', you: 'frieda' }, <BoardDesk />, (documents) => ({
      ...documents,
      session: { ...documents.session, wall: literalWall() },
      you: { ...documents.you, may: ['report-out'] },
    }));
    fireEvent.click(screen.getByRole('button', { name: 'Report out: round 1, table A' }));
    expect(sent).toEqual([{ type: 'report-out', phaseId: 'round-1', roomId: TABLE_A }]);
  });
});
