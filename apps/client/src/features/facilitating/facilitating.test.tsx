import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import type { Command, FacilitatorsView, NotesView, Reply, SeatId } from '@werkraum/protocol';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { receive } from '../../connection/room-store.ts';
import { type Documents, modelSession, roomIdOf } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { toasts } from '../../ui/toast-store.ts';
import { doingLines, newDoings } from './doings.model.ts';
import { notesModel } from './notes.model.ts';
import { PrivateNotes } from './notes.tsx';
import { PracticeOfferCard } from './practice-offer.tsx';
import { busiest, perspective } from './their-view.model.ts';
import { TheirView } from './their-view.tsx';
import { toDos } from './to-do.model.ts';
import { ToDoPanel } from './to-do.tsx';
import { FacilitatorWatch } from './watch.tsx';

beforeAll(startEveryWord);
beforeEach(() => toasts.setState({ lines: [] }));
afterEach(cleanup);

const A = roomIdOf('round-1', 'A');
const B = roomIdOf('round-1', 'B');
const frieda = { moment: 'inputs', you: 'frieda' } as const;
const button = (name: string | RegExp) => screen.getByRole('button', { name });

/** Table B calls; Cem raises a hand at table A before it, Theo one in the plenary after it. */
function busy(documents: Documents): Documents {
  const { staff, session, now } = documents;
  const [a, b] = [staff?.progress[A], staff?.progress[B]];
  if (!staff || !a || !b) throw new Error('no tables');
  return {
    ...documents,
    session: { ...session, stage: { ...session.stage, hands: { theo: now - 10_000 } } },
    staff: {
      ...staff,
      progress: { [A]: { ...a, hands: { cem: now - 90_000 } }, [B]: { ...b, help: now - 60_000 } },
    },
  };
}

test('[FA-5] calls and hands are one list: who has waited longest comes first', () => {
  const list = toDos(busy(modelSession(frieda)));
  expect(list.map((toDo) => [toDo.kind, toDo.label])).toEqual([
    ['hand', 'A'],
    ['help', 'B'],
    ['hand', undefined],
  ]);
});

test('[FA-5] each has its answer one press away', () => {
  const sent = showScene(frieda, <ToDoPanel />, busy);
  fireEvent.click(button('Go to table A'));
  fireEvent.click(button('Put away: Table B calls you'));
  fireEvent.click(button('Give the word: Theo'));
  fireEvent.click(button('Lower: Theo'));
  expect(sent).toEqual([
    { type: 'visit-table', phaseId: 'round-1', roomId: A },
    { type: 'clear-help', roomId: B },
    { type: 'give-word', seatId: 'theo' },
    { type: 'lower-hand', seatId: 'theo' },
  ]);
});

const press = (key: string) => fireEvent.keyDown(document.body, { key });

test('[FA-6] keys lead to a table and back, while tables are in view', () => {
  const visiting = (documents: Documents): Documents => ({
    ...documents,
    you: { ...documents.you, place: A, may: [...documents.you.may, 'leave-table', 'visit-table'] },
  });
  const sent = showScene(frieda, <FacilitatorWatch tablesInView />, visiting);
  press('1');
  press('2');
  press('7');
  press('b');
  expect(sent).toEqual([
    { type: 'visit-table', phaseId: 'round-1', roomId: B },
    { type: 'leave-table', phaseId: 'round-1' },
  ]);
  cleanup();
  const elsewhere = showScene(frieda, <FacilitatorWatch tablesInView={false} />, visiting);
  press('2');
  expect(elsewhere).toEqual([]);
});

const doing = (by: string, type: string, more = {}) => ({ by: by as SeatId, at: 1, type, ...more });
const doings = {
  3: doing('frieda', 'extend-phase', { phaseId: 'round-1', byMs: -60_000 }),
  12: doing('salma', 'extend-phase', { phaseId: 'round-1', byMs: 300_000 }),
  4: doing('salma', 'assign-seat', { seatId: 'ada' }),
} as FacilitatorsView['doings'];

test('[FA-3] doings stand newest first, and what others did is told to the rest once', () => {
  const { session, staff, facilitators } = modelSession(frieda);
  if (!facilitators) throw new Error('not a facilitator');
  const lines = doingLines({ ...facilitators, doings }, session, staff, 'frieda' as SeatId);
  expect(lines.map(({ number, values }) => [number, values.minutes])).toEqual([
    [12, '+5'],
    [4, '+0'],
    [3, '−1'],
  ]);
  expect(newDoings(lines, 0).map(({ number }) => number)).toEqual([12]);
  expect(newDoings(lines, 12)).toEqual([]);
});

test('[FA-3] [BR-20] a facilitator reads at once what another did, and which table calls', async () => {
  const documents = modelSession(frieda);
  const { staff } = documents;
  const b = staff?.progress[B];
  if (!staff || !b) throw new Error('no table B');
  const connection = literalConnection(documents);
  render(
    <ConnectionProvider connection={connection}>
      <FacilitatorWatch tablesInView={false} />
    </ConnectionProvider>,
  );
  const patch = { doings: { 1: doing('salma', 'pause-phase', { phaseId: 'round-1' }) } };
  receive(connection.store, { kind: 'patch', audience: 'facilitators', base: 1, revision: 2, patch });
  const calling = { progress: { [B]: { help: 9 } } };
  receive(connection.store, { kind: 'patch', audience: 'staff', base: 1, revision: 2, patch: calling });
  await expect
    .poll(() => toasts.getState().lines.map(({ text }) => text))
    .toEqual(['Salma: paused', 'Table B calls you.']);
});

const people = modelSession(frieda).session.people;
const theirs: NotesView = { text: 'Theirs', revision: 2, by: 'salma' as SeatId, at: 1 };

test('[FA-2] what two write meanwhile stays in sight, both of it', () => {
  const draft = { text: 'Mine', seen: 1 };
  expect(notesModel({ people }, 'frieda', theirs, draft, 'resting')).toEqual({
    text: 'Mine',
    state: 'conflict',
    theirs: { text: 'Theirs', by: 'Salma' },
    changedBy: undefined,
  });
  expect(notesModel({ people }, 'frieda', theirs, { ...draft, seen: 2 }, 'resting').state).toBe('unsaved');
  expect(notesModel({ people }, 'frieda', theirs, undefined, 'resting')).toMatchObject({
    state: 'saved',
    changedBy: 'Salma',
  });
});

function showNotes(replies: Reply[]): { sent: Command[]; connection: ReturnType<typeof literalConnection> } {
  const sent: Command[] = [];
  const send = async (command: Command) => {
    sent.push(command);
    return replies.shift() ?? { ok: true as const };
  };
  const connection = literalConnection({ ...modelSession(frieda), send });
  render(
    <ConnectionProvider connection={connection}>
      <PrivateNotes />
    </ConnectionProvider>,
  );
  return { sent, connection };
}

const field = () => screen.getByRole('textbox', { name: /^Now:/ }) as HTMLTextAreaElement;

test('[FA-2] notes are saved when the field is left, over what was seen', async () => {
  const { sent } = showNotes([]);
  fireEvent.input(field(), { target: { value: 'Look at table A' } });
  fireEvent.blur(field());
  await expect.poll(() => sent).toEqual([{ type: 'set-notes', phaseId: 'round-1', notes: 'Look at table A', seen: 0 }]);
});

test('[FA-2] after a conflict the own text is kept until the person decides', async () => {
  const { sent, connection } = showNotes([{ ok: false, rejection: 'notes-changed-meanwhile' }]);
  fireEvent.input(field(), { target: { value: 'Mine' } });
  const patch = { notes: { 'round-1': theirs } };
  receive(connection.store, { kind: 'patch', audience: 'facilitators', base: 1, revision: 2, patch });
  await screen.findByText('Theirs');
  expect(field().value).toBe('Mine');
  fireEvent.blur(field());
  fireEvent.click(button('Keep mine'));
  await expect.poll(() => sent.at(-1)).toMatchObject({ notes: 'Mine', seen: 2 });
});

test('[BR-24] a trial of moving is offered in the introduction, and nowhere else', () => {
  const sent = showScene({ moment: 'intro', you: 'frieda' }, <PracticeOfferCard />);
  fireEvent.click(button('Start the trial'));
  expect(sent).toEqual([{ type: 'start-practice', phaseId: 'intro' }]);
  cleanup();
  showScene(frieda, <PracticeOfferCard />);
  expect(screen.queryByRole('button')).toBeNull();
});

test('[FA-7] what they see is drawn from their documents, and cannot be pressed', () => {
  const sent = showScene(frieda, <TheirView close={() => {}} />);
  const screenOf = within(screen.getByRole('group', { name: 'A participant’s screen' }));
  expect(screenOf.getAllByText('Strategies, structures, processes').length).toBeGreaterThan(0);
  for (const each of screenOf.queryAllByRole('button')) fireEvent.click(each);
  expect(sent).toEqual([]);
});

test('[FA-7] from a table they see its turns, and nothing of another table', () => {
  const { session, staff, facilitators } = modelSession(frieda);
  const seen = perspective(session, staff, facilitators, A);
  expect(seen.you).toMatchObject({ role: 'participant', place: A, seatId: 'ada' });
  expect(seen.room).toMatchObject({ roomId: A, turns: { roomId: A } });
  expect(busiest(session, ['plenary', A, B])).toBe(A);
  expect(perspective(session, staff, facilitators, 'plenary')).toMatchObject({ isEmpty: true, room: undefined });
});
