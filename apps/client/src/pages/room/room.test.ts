import { expect, test } from 'vitest';
import { modelSession, roomIdOf, type Scene } from '../../gallery/model-session.ts';
import { endSummary } from './end-screen.model.ts';
import { chosenOr, type RoomDocuments, roomLines, roomViews } from './room.model.ts';
import { roomNews, roomState } from './room-news.model.ts';

const documents = (scene: Scene): RoomDocuments => {
  const { session, you, staff, room } = modelSession(scene);
  return { session, you, staff, room };
};
const ONLINE = { connected: true, saving: true };

test('each role finds what it needs, and nothing else', () => {
  expect(roomViews(documents({ moment: 'inputs', you: 'ada' }))).toMatchObject({
    centres: ['stage', 'plan'],
    panels: ['task', 'turns', 'chat', 'questions', 'notes', 'polls', 'people', 'hands', 'collection'],
    centre: 'stage',
    panel: 'turns',
  });
  expect(roomViews(documents({ moment: 'inputs', you: 'frieda' }))).toMatchObject({
    centres: ['stage', 'plan', 'agenda', 'seating', 'timekeeper'],
    panels: ['run-sheet', 'task', 'chat', 'questions', 'notes', 'polls', 'people', 'to-do', 'collection'],
    panel: 'run-sheet',
  });
  expect(roomViews(documents({ moment: 'inputs', you: 'theo' }))).toMatchObject({
    centre: 'timekeeper',
    panel: 'task',
  });
  expect(roomViews(documents({ moment: 'intro', you: 'theo' }))).toMatchObject({ centre: 'stage' });
});

test('[BO-17] whoever enters while a table reports sees it first', () => {
  const reflection = documents({ moment: 'reflection', you: 'ada' });
  const wall = { order: [], tables: {} };
  const report = { phaseId: 'round-1' as never, roomId: roomIdOf('round-1', 'A'), at: 1 };
  expect(roomViews(reflection).centres).not.toContain('board');
  const walled = { ...reflection.session, wall };
  expect(roomViews({ ...reflection, session: walled })).toMatchObject({ centre: 'stage' });
  expect(roomViews({ ...reflection, session: { ...walled, report } })).toMatchObject({
    centres: ['stage', 'board', 'plan'],
    centre: 'board',
  });
});

test('hands and people at the door are counted where they wait', () => {
  expect(roomViews(documents({ moment: 'talk', you: 'frieda' })).waiting).toEqual({ 'to-do': 2, people: 2 });
  expect(roomViews(documents({ moment: 'talk', you: 'ada' })).waiting).toEqual({ hands: 2 });
  expect(roomViews(documents({ moment: 'inputs', you: 'ada' })).waiting).toEqual({});
});

test('a choice holds while what was chosen is there', () => {
  expect(chosenOr('plan', ['stage', 'plan'], 'stage')).toBe('plan');
  expect(chosenOr('timekeeper', ['stage', 'plan'], 'stage')).toBe('stage');
  expect(chosenOr(undefined, ['stage', 'plan'], 'stage')).toBe('stage');
});

test('a broken line is said before anything else, and hides "not saving"', () => {
  const talk = documents({ moment: 'talk', you: 'ben' });
  expect(roomLines(talk, { connected: false, saving: false })).toEqual(['reconnecting', 'has-word']);
  expect(roomLines(talk, { connected: true, saving: false })).toEqual(['not-saving', 'has-word']);
});

test('before the start people are told so', () => {
  expect(roomLines(documents({ moment: 'doors-closed', you: 'frieda' }), ONLINE)).toEqual(['doors-closed']);
  expect(roomLines(documents({ moment: 'doors-open' }), ONLINE)).toEqual(['before-start']);
  expect(roomLines(documents({ moment: 'intro' }), ONLINE)).toEqual([]);
});

test('who sits alone at an open table is told so; who is away keeps nobody company', () => {
  const round = documents({ moment: 'inputs', you: 'ada' });
  expect(roomLines(round, ONLINE)).toEqual([]);
  const people = Object.fromEntries(
    Object.entries(round.session.people).map(([id, person]) =>
      person.place === roomIdOf('round-1', 'A') && id !== 'ada'
        ? [id, { ...person, presence: 'away' as const }]
        : [id, person],
    ),
  );
  expect(roomLines({ ...round, session: { ...round.session, people } }, ONLINE)).toEqual(['alone']);
});

test('a facilitator who visits an empty table is not called lonely', () => {
  const round = documents({ moment: 'inputs', you: 'frieda' });
  const place = roomIdOf('round-1', 'C');
  const frieda = { ...round.session.people.frieda, place } as (typeof round.session.people)[string];
  const session = { ...round.session, people: { ...round.session.people, frieda } };
  expect(roomLines({ ...round, session, you: { ...round.you, place } }, ONLINE)).toEqual([]);
});

test('the end compares planned and taken minutes', () => {
  const { planned, took, rows } = endSummary(modelSession({ moment: 'ended' }).session.agenda);
  expect({ planned, took }).toEqual({ planned: 120, took: 126 });
  expect(rows.map((row) => [row.title, row.planned, row.took])).toContainEqual(['Input talk', 20, 24]);
  expect(Math.max(...rows.flatMap((row) => [row.plannedShare, row.tookShare]))).toBe(1);
});

test('the end names what was put in and what was taken out', () => {
  const { agenda } = modelSession({ moment: 'ended' }).session;
  const id = agenda.order[1];
  const talk = id && agenda.phases[id];
  if (!talk) throw new Error('no talk');
  const { originalMs: _none, ...added } = talk;
  const gone = { phaseId: 'pause' as typeof id, kind: 'break' as const, title: 'Break', plannedMs: 600_000 };
  const rows = endSummary({
    ...agenda,
    phases: { ...agenda.phases, [id]: added },
    dropped: [gone, { ...gone, phaseId: 'rest' as typeof id, originalMs: 600_000 }],
  }).rows.map(({ id: row, planned, dropped }) => [row, planned, dropped]);
  expect(rows[1]).toEqual(['talk', undefined, false]);
  expect(rows.slice(6)).toEqual([['rest', 10, true]]);
});

test('a phase nobody reached has no taken minutes', () => {
  const { agenda } = modelSession({ moment: 'talk' }).session;
  expect(endSummary({ ...agenda, endedAt: agenda.startedAt ?? 0 }).rows.map(({ took }) => took)).toEqual([
    15,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a new phase is said once, and says the clock by itself', () => {
  const state = (scene: Scene) => roomState(documents(scene));
  expect(roomNews(state({ moment: 'intro' }), state({ moment: 'talk', paused: true }))).toEqual([
    { key: 'phase', values: { title: 'Input talk' } },
  ]);
  expect(roomNews(state({ moment: 'talk' }), state({ moment: 'talk', paused: true }))).toEqual([{ key: 'paused' }]);
  expect(roomNews(state({ moment: 'talk' }), state({ moment: 'talk' }))).toEqual([]);
});

test('facilitators hear of hands and of people at the door, participants do not', () => {
  const quiet = { phaseTitle: 'Input talk', paused: false, waiting: ['Jonas'], hands: ['Ada'] };
  expect(roomNews(quiet, roomState(documents({ moment: 'talk', you: 'frieda' })))).toEqual([
    { key: 'waiting', values: { name: 'Kerstin' } },
    { key: 'hand', values: { name: 'Cem' } },
  ]);
  expect(roomNews(quiet, roomState(documents({ moment: 'talk', you: 'dora' })))).toEqual([]);
});
