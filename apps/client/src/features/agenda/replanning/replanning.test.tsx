import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import type { PhaseId, SeatId } from '@werkraum/protocol';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Documents, modelSession } from '../../../gallery/model-session.ts';
import { startEveryWord } from '../../../i18n/every-word.ts';
import { showScene } from '../../../testing/show-scene.tsx';
import { RunSheetKeys } from '../run-sheet-keys.tsx';
import { PhaseDialog } from './phase-dialog.tsx';
import { closeReplanning, openReplanning } from './replanning-door.ts';
import { AgendaDesk, ExtendLine, MoreTimeOffer, ReplanLine, ReplanSheet } from './screens.ts';

const MINUTE = 60_000;

beforeAll(startEveryWord);
afterEach(() => {
  cleanup();
  closeReplanning();
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const inputs = { moment: 'inputs', you: 'frieda' } as const;

test('[AG-23] R opens the sheet: the agenda as it is and as each strategy would have it, with its end', () => {
  showScene(
    inputs,
    <>
      <RunSheetKeys />
      <ReplanSheet />
    </>,
  );
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.keyDown(document.body, { key: 'r' });
  const sheet = within(screen.getByRole('dialog', { name: 'Re-plan the time left' }));
  expect(
    sheet.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent?.split(/ ends| {2}/)[0]),
  ).toEqual(expect.arrayContaining([expect.stringMatching(/^As it is/), expect.stringMatching(/^Share it out/)]));
  expect(sheet.getByRole('list', { name: /^As it is: ends \d\d:04$/ })).toBeTruthy();
  const next = within(sheet.getByRole('list', { name: /^Take from the next: ends \d\d:00$/ }));
  expect(next.getByText(/^Round 2, 25\smin becomes 21\smin$/)).toBeTruthy();
});

test('one press applies a strategy, and the sheet closes', async () => {
  const sent = showScene(inputs, <ReplanSheet />);
  openReplanning();
  fireEvent.click(await screen.findByRole('button', { name: 'Apply: Take from the next' }));
  expect(sent).toEqual([
    {
      ...{ type: 'replan', phaseId: 'round-1', drop: [] },
      lengths: [{ phaseId: 'round-2', fromMs: 25 * MINUTE, plannedMs: 21 * MINUTE }],
    },
  ]);
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('the sheet opens with the minutes that were asked for, and they can be changed', async () => {
  const sent = showScene(inputs, <ReplanSheet />);
  openReplanning(5 * MINUTE);
  fireEvent.click(await screen.findByRole('radio', { name: /^\+2\smin$/ }));
  fireEvent.click(button('Apply: Share it out'));
  const [command] = sent;
  if (command?.type !== 'replan') throw new Error('no plan was sent');
  expect((command.ends?.to ?? 0) - (command.ends?.from ?? 0)).toBe(2 * MINUTE);
});

test('[AG-23] the run sheet says in short what re-planning would do, and what five minutes more would lead to', () => {
  showScene(
    inputs,
    <>
      <ReplanLine />
      <ExtendLine />
    </>,
  );
  expect(screen.getByText(/^To end at \d\d:00: Round 2 \(25\s→\s23\smin\)/)).toBeTruthy();
  expect(screen.getByText(/^5\smin more would end at \d\d:09, 9\smin past \d\d:00\.$/)).toBeTruthy();
});

const undoable = (documents: Documents): Documents => ({
  ...documents,
  you: { ...documents.you, may: [...documents.you.may, 'undo-replan'] },
  ...(documents.facilitators && {
    facilitators: { ...documents.facilitators, replanned: { number: 3, at: documents.now, by: 'theo' as SeatId } },
  }),
});

test('[AG-19] every facilitator sees who re-planned, and can take it back', () => {
  const sent = showScene(inputs, <ReplanLine />, undoable);
  expect(screen.getByText(/^Re-planned by Theo at \d\d:\d\d\.$/)).toBeTruthy();
  fireEvent.click(button('Undo'));
  expect(sent).toEqual([{ type: 'undo-replan', number: 3 }]);
});

test('[AG-24] before tables close some minutes more are offered, each with what it takes; "not now" puts it off', () => {
  const sent = showScene({ moment: 'closing', you: 'frieda' }, <MoreTimeOffer />);
  expect(screen.getByText(/^Round 2 \(25\s→\s24\smin\); the end stays \d\d:04$/)).toBeTruthy();
  fireEvent.click(button(/^\+2\smin$/));
  expect(sent).toMatchObject([{ type: 'replan', phaseId: 'round-1', drop: [] }]);
  fireEvent.click(button('Not now'));
  expect(screen.queryByRole('button', { name: /^\+1/ })).toBeNull();
});

test('[BR-24] in a trial of moving no more time is offered', () => {
  showScene({ moment: 'closing', you: 'frieda' }, <MoreTimeOffer />, (documents) => {
    const { session, now } = documents;
    if (!session.tables) throw new Error('no tables are in use');
    return { ...documents, session: { ...session, tables: { ...session.tables, practiceUntil: now as never } } };
  });
  expect(screen.queryByRole('region', { name: 'More time?' })).toBeNull();
});

test('nobody but facilitators is offered any of it, and not long before', () => {
  showScene({ moment: 'closing', you: 'theo' }, <MoreTimeOffer />);
  showScene({ moment: 'inputs', you: 'frieda' }, <MoreTimeOffer />);
  showScene({ moment: 'inputs', you: 'theo' }, <ReplanLine />);
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('[AG-17] at the desk a phase is moved, re-timed, locked and taken out by keyboard and pointer alike', async () => {
  const sent = showScene(inputs, <AgendaDesk />);
  fireEvent.click(button('Move Round 3 up'));
  fireEvent.click(button(/^Round 2: 1\smin less$/));
  fireEvent.click(button('Lock Plenary reflection'));
  fireEvent.click(button('More for Round 3'));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Take out' }));
  expect(sent).toEqual([
    { type: 'move-phase', phaseId: 'round-3', before: 'round-2' },
    { type: 'change-phase', phaseId: 'round-2', change: { plannedMs: 24 * MINUTE } },
    { type: 'change-phase', phaseId: 'reflection', change: { locked: true } },
    { type: 'drop-phase', phaseId: 'round-3' },
  ]);
});

test('a break is put in with two presses', async () => {
  const sent = showScene(inputs, <AgendaDesk />);
  fireEvent.click(button('Put something in'));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Break…' }));
  fireEvent.click(button('Put it in'));
  expect(sent).toMatchObject([
    { type: 'add-phase', before: 'round-2', phase: { kind: 'break', title: 'Break', plannedMs: 10 * MINUTE } },
  ]);
});

test('a round without a topic is not sent, and the field says why', () => {
  const sent = showScene(inputs, <AgendaDesk />);
  fireEvent.click(button('Put something in'));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Round at tables…' }));
  fireEvent.click(button('Put it in'));
  expect(sent).toEqual([]);
  expect(screen.getByLabelText('Topic').getAttribute('aria-invalid')).toBe('true');
});

test('what was taken out comes back with one press', () => {
  const dropped = [{ phaseId: 'pause' as PhaseId, kind: 'break' as const, title: 'Coffee', plannedMs: 600_000 }];
  const sent = showScene(inputs, <AgendaDesk />, (documents) => ({
    ...documents,
    you: { ...documents.you, may: [...documents.you.may, 'restore-phase'] },
    session: { ...documents.session, agenda: { ...documents.session.agenda, dropped } },
  }));
  fireEvent.click(button('Put back: Coffee'));
  expect(sent).toEqual([{ type: 'restore-phase', phaseId: 'pause' }]);
});

test('[BO-1] the columns of a board are chosen while re-planning', async () => {
  const sent = showScene(
    { moment: 'inputs', you: 'frieda' },
    <PhaseDialog
      open={{ mode: 'edit', id: 'round-3' as PhaseId }}
      agenda={modelSession({ moment: 'inputs', you: 'frieda' }).session.agenda}
      close={() => {}}
    />,
  );
  const summary = await screen.findByText('Idea · Example · Obstacle · Sustainability goal');
  fireEvent.click(summary);
  const name = screen.getByLabelText('Name of column 1');
  fireEvent.input(name, { target: { value: 'First steps' } });
  fireEvent.click(screen.getByRole('button', { name: 'Remove the column Example', hidden: true }));
  fireEvent.click(screen.getByRole('button', { name: 'Save', hidden: true }));
  expect(sent).toMatchObject([
    {
      ...{ type: 'change-phase', phaseId: 'round-3' },
      change: { columns: [{ kind: 'idea', label: 'First steps' }, { kind: 'obstacle' }, { kind: 'sdg' }] },
    },
  ]);
});
