import { expect, test } from 'vitest';
import { modelSession, type Scene } from '../../../gallery/model-session.ts';
import { desk } from './desk.model.ts';

const MINUTE = 60_000;
const deskAt = (scene: Scene) => {
  const { session, you, now } = modelSession({ you: 'frieda', ...scene });
  return { agenda: session.agenda, you, now, model: desk(session.agenda, you, now) };
};
const rowOf = (scene: Scene, id: string) => {
  const row = deskAt(scene).model.rows.find((each) => each.id === id);
  if (!row) throw new Error(`no ${id}`);
  return row;
};

test('[AG-17] what has begun stands there without anything to do', () => {
  for (const id of ['intro', 'talk', 'round-1']) {
    const { up, down, shorter, longer, lock, drop, canChange } = rowOf({ moment: 'inputs' }, id);
    expect({ up, down, shorter, longer, lock, drop, canChange }).toEqual({ canChange: false });
  }
});

test('the first phase ahead cannot go up, the last cannot go down', () => {
  const first = rowOf({ moment: 'inputs' }, 'round-2');
  expect(first.up).toBeUndefined();
  expect(first.down).toEqual({ type: 'move-phase', phaseId: 'round-2', before: 'reflection' });
  const last = rowOf({ moment: 'inputs' }, 'reflection');
  expect(last.up).toEqual({ type: 'move-phase', phaseId: 'reflection', before: 'round-3' });
  expect(last.down).toBeUndefined();
  expect(rowOf({ moment: 'inputs' }, 'round-3').down).toEqual({ type: 'move-phase', phaseId: 'round-3' });
});

test('a minute less, not below the minimum; a locked phase keeps its length and its place in the agenda', () => {
  expect(rowOf({ moment: 'inputs' }, 'round-2').shorter).toMatchObject({ change: { plannedMs: 24 * MINUTE } });
  const { agenda, you, now } = deskAt({ moment: 'inputs' });
  const phase = agenda.phases['round-2'];
  if (!phase) throw new Error('no round 2');
  const at = (what: object) =>
    desk({ ...agenda, phases: { ...agenda.phases, 'round-2': { ...phase, ...what } } }, you, now).rows[3];
  expect(at({ plannedMs: 12 * MINUTE })).toMatchObject({ shorter: undefined, originalMs: 25 * MINUTE });
  expect(at({ locked: true })).toMatchObject({ shorter: undefined, longer: undefined, drop: undefined });
  expect(at({ locked: true })?.lock).toMatchObject({ change: { locked: false } });
});

test('starts are known for what has begun and forecast for the rest', () => {
  const { agenda, model } = deskAt({ moment: 'inputs' });
  const starts = model.rows.map(({ startsAt }) => ((startsAt ?? 0) - (agenda.startedAt ?? 0)) / MINUTE);
  expect(starts).toEqual([0, 15, 39, 64, 89, 109]);
  expect(deskAt({ moment: 'doors-open' }).model.rows.every(({ startsAt }) => startsAt === undefined)).toBe(true);
});

test('what was taken out can be put back, what was put in is marked', () => {
  const { agenda, you, now } = deskAt({ moment: 'inputs' });
  const talk = agenda.order[1];
  const phase = talk && agenda.phases[talk];
  if (!talk || !phase) throw new Error('no talk');
  const { originalMs: _new, ...added } = { ...phase, state: 'ahead' as const };
  const dropped = [{ phaseId: talk, title: phase.title, kind: phase.kind, plannedMs: phase.plannedMs }];
  const may = [...you.may, 'restore-phase'];
  const model = desk({ ...agenda, phases: { ...agenda.phases, [talk]: added }, dropped }, { ...you, may }, now);
  expect(model.rows[1]?.added).toBe(true);
  expect(model.dropped[0]?.restore).toEqual({ type: 'restore-phase', phaseId: talk });
});

test('a phase put down on another takes its place, from above and from below', () => {
  const { model } = deskAt({ moment: 'inputs' });
  const [two, three, last] = model.rows.slice(3).map(({ id }) => id);
  if (!two || !three || !last) throw new Error('too few phases');
  expect(model.putOn(two, three)).toEqual({ type: 'move-phase', phaseId: two, before: last });
  expect(model.putOn(two, last)).toEqual({ type: 'move-phase', phaseId: two });
  expect(model.putOn(last, two)).toEqual({ type: 'move-phase', phaseId: last, before: two });
});
