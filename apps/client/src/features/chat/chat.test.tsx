import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import type { ChatView, Command, MessageView, RoomView, SeatId } from '@werkraum/protocol';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { literalConnection } from '../../connection/literal.ts';
import { type Documents, modelSession, type Scene } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { channelKey, newestIn, unreadAnywhere } from './channels.ts';
import { channelTabs, messageRows, possibleThreads } from './chat.model.ts';
import { ChatPanel } from './chat-panel.tsx';
import { outgoing, postAgain, postDraft, setDraft } from './outgoing.ts';
import { markRead, reading } from './reading.ts';

beforeAll(startEveryWord);
beforeEach(() => {
  outgoing.setState({ drafts: {}, posts: [] });
  reading.setState({}, true);
});
afterEach(cleanup);

type Said = readonly [by: string, text: string, more?: Partial<MessageView>];
const chat = (...said: readonly Said[]): ChatView => ({
  messages: Object.fromEntries(
    said.map(([by, text, more], index) => [
      index + 1,
      { id: `m${index + 1}`, by, at: index * 1_000, text, ...more } as MessageView,
    ]),
  ),
});
const ada = { moment: 'talk', you: 'ada' } as const;
const atTable = { moment: 'inputs', you: 'ada' } as const;
const frieda = { moment: 'talk', you: 'frieda' } as const;
const inPlenary =
  (view: ChatView) =>
  (documents: Documents): Documents => ({ ...documents, session: { ...documents.session, chat: view } });
const inRoom = (view: ChatView) => (documents: Documents) => ({
  ...documents,
  room: { ...(documents.room as RoomView), chat: view },
});
const documentsOf = (scene: Scene, change = (documents: Documents) => documents) => {
  const { session, you, room, facilitators } = change(modelSession(scene));
  return { session, you, room, facilitators };
};
const kinds = (scene: Scene) => channelTabs(documentsOf(scene), {}).map(({ kind, writing }) => `${kind}: ${writing}`);
const field = () => screen.getByRole('textbox') as HTMLTextAreaElement;
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });

describe('conversations', () => {
  test('[CH-3] where one is comes first; the plenary is read from a table and written to when one is back', () => {
    expect(kinds(ada)).toEqual(['plenary: yes', 'facilitation: yes']);
    expect(kinds(atTable)).toEqual(['table: yes', 'plenary: elsewhere', 'facilitation: yes']);
    expect(kinds(frieda)).toEqual(['plenary: yes']);
    expect(kinds({ ...ada, moment: 'ended' })).toEqual(['plenary: over', 'facilitation: over']);
  });

  test('[CH-6] a closed chat is written in by those who facilitate', () => {
    const closed = inPlenary({ messages: {}, closed: true });
    expect(channelTabs(documentsOf(ada, closed), {})[0]?.writing).toBe('closed');
    expect(channelTabs(documentsOf(frieda, closed), {})[0]?.writing).toBe('yes');
  });

  test('[CH-2] those who facilitate write to anybody but each other', () => {
    const { session, you } = documentsOf(frieda);
    const names = possibleThreads(session, you)?.map(({ name }) => name) ?? [];
    expect(names).toContain(session.people.ada?.name);
    expect(names).not.toContain(session.people.frieda?.name);
    expect(possibleThreads(session, documentsOf(ada).you)).toBeUndefined();
    const fresh = channelTabs(documentsOf(frieda), {}, { seatId: 'ada' as SeatId });
    expect(fresh.map(({ kind, name }) => [kind, name])).toEqual([
      ['plenary', undefined],
      ['thread', session.people.ada?.name],
    ]);
  });

  test('what was said before one came is not new in the plenary, and is at a table', () => {
    const said = chat(['ben', 'one'], ['ada', 'two'], ['cem', ''], ['cem', 'four']);
    const first = documentsOf(ada, inPlenary(said));
    expect(unreadAnywhere(first, {})).toBe(0);
    expect(unreadAnywhere(first, { [channelKey(first.session, { place: 'plenary' })]: 1 })).toBe(2);
    expect(unreadAnywhere(documentsOf(atTable, inRoom(said)), {})).toBe(3);
    expect(newestIn(said)).toBe(4);
  });

  test('reading does not go back', () => {
    markRead('here', 5);
    markRead('here', 3);
    expect(reading.getState().here).toBe(5);
  });
});

describe('messages', () => {
  const rowsOf = (said: ChatView, readTo: number, scene: Scene = ada) => {
    const documents = documentsOf(scene, inPlenary(said));
    const tab = channelTabs(documents, {})[0];
    if (!tab) throw new Error('no conversation');
    return messageRows(tab, documents, outgoing.getState().posts, readTo);
  };

  test('one name stands over what one person says in a row, and a line over what is new', () => {
    const rows = rowsOf(chat(['ben', 'a'], ['ben', 'b'], ['ada', 'c'], ['ben', 'd'], ['ben', 'e']), 2);
    expect(rows.map(({ headed }) => headed)).toEqual([true, false, true, true, false]);
    expect(rows.map(({ firstNew }) => firstNew)).toEqual([false, false, false, true, false]);
  });

  test('[CH-5] own ones are edited and deleted, others deleted by those who facilitate', () => {
    const said = chat(['ben', 'a'], ['ada', 'b'], ['ada', '', { removed: 'author' }]);
    const can = (scene: Scene) => rowsOf(said, 9, scene).map(({ mayEdit, remove }) => [mayEdit, remove !== undefined]);
    expect(can(ada)).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ]);
    expect(can(frieda)).toEqual([
      [false, true],
      [false, true],
      [false, false],
    ]);
  });

  test('links lead where they say, and nothing else in a text does anything', () => {
    showScene(
      ada,
      <ChatPanel />,
      inPlenary(chat(['ben', '<img src=x onerror=alert(1)> https://example.org/ javascript:alert(1)'])),
    );
    const link = screen.getByRole('link');
    expect(link.getAttribute('href')).toBe('https://example.org/');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByText(/<img src=x onerror=alert\(1\)>/)).toBeTruthy();
  });
});

describe('writing', () => {
  test('[CH-4] Enter says it in the channel on screen; a new line needs Shift', async () => {
    const sent = showScene(atTable, <ChatPanel />);
    type('  Shall we begin? ');
    fireEvent.keyDown(field(), { key: 'Enter', shiftKey: true });
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(sent).toEqual([]);
    fireEvent.keyDown(field(), { key: 'Enter' });
    const place = modelSession(atTable).you.place;
    expect(sent).toEqual([{ type: 'say', messageId: expect.any(String), channel: { place }, text: 'Shall we begin?' }]);
    await waitFor(() => expect(field().value).toBe(''));
  });

  test('[CH-4] a draft belongs to the channel it was typed for', async () => {
    showScene(ada, <ChatPanel />);
    type('For everybody');
    fireEvent.click(screen.getByRole('button', { name: 'Facilitation' }));
    await waitFor(() => expect(field().value).toBe(''));
    type('For you');
    fireEvent.click(screen.getByRole('button', { name: 'Plenary' }));
    await waitFor(() => expect(field().value).toBe('For everybody'));
  });

  test('[CH-4] what could not be sent is kept and sent again under the same name', async () => {
    const asked: Command[] = [];
    const answers = [{ ok: false, rejection: 'try-again' }, { ok: true }] as const;
    const connection = literalConnection({ send: async (command) => answers[asked.push(command) - 1] ?? { ok: true } });
    const target = { key: 'here', channel: { place: 'plenary' as const } };
    setDraft('here', 'Hello');
    postDraft(connection.send, target);
    await waitFor(() => expect(outgoing.getState().posts).toMatchObject([{ text: 'Hello', rejection: 'try-again' }]));
    const [post] = outgoing.getState().posts;
    if (!post) throw new Error('nothing was posted');
    postAgain(connection.send, post.id);
    await waitFor(() => expect(outgoing.getState().posts).toEqual([]));
    expect(asked).toHaveLength(2);
    expect(asked[0]).toEqual(asked[1]);
  });

  test('[CH-4] what was meant for a place one has left is shown, and said nowhere', () => {
    const { session } = documentsOf(atTable);
    const channel = { place: 'plenary' as const };
    const post = { id: 'p' as MessageView['id'], key: channelKey(session, channel), channel, text: 'Too late' };
    outgoing.setState({ posts: [{ ...post, rejection: 'not-in-plenary' }] });
    const sent = showScene(atTable, <ChatPanel />);
    const note = within(screen.getByRole('alert'));
    expect(note.getByText('Too late')).toBeTruthy();
    fireEvent.click(note.getByRole('button', { name: 'Discard' }));
    expect(sent).toEqual([]);
    expect(outgoing.getState().posts).toEqual([]);
  });

  test('[CH-5] editing by keyboard: Escape leaves it, Enter saves', async () => {
    const sent = showScene(ada, <ChatPanel />, inPlenary(chat(['ada', 'Helo'])));
    const open = () => {
      fireEvent.click(screen.getByRole('button', { name: /^Actions for the message of/ }));
      fireEvent.click(screen.getByRole('menuitem', { name: 'Edit' }));
      return screen.getByRole('textbox', { name: 'Edit your message' });
    };
    fireEvent.keyDown(open(), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Edit your message' })).toBeNull());
    const edit = open();
    fireEvent.input(edit, { target: { value: 'Hello' } });
    fireEvent.keyDown(edit, { key: 'Enter' });
    expect(sent).toEqual([{ type: 'edit-message', messageId: 'm1', channel: { place: 'plenary' }, text: 'Hello' }]);
  });
});
