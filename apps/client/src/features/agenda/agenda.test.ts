import { expect, test } from 'vitest';
import { modelSession } from '../../gallery/model-session.ts';
import { agendaStrip } from './agenda-strip.model.ts';
import { outlook } from './outlook.model.ts';
import { clockChime, phaseClock, spokenClock } from './phase-clock.model.ts';
import { runSheet } from './run-sheet.model.ts';

const MINUTE = 60_000;

const sheet = (scene: Parameters<typeof modelSession>[0]) => {
  const { session, you, staff } = modelSession({ you: 'frieda', ...scene });
  return runSheet(session, you, staff);
};

test('the clock warns in the last fifth, is late in the last twentieth, then counts up', () => {
  const toneAt = (elapsedMs: number) => {
    const { session, now } = modelSession({ moment: 'talk', elapsedMs });
    return phaseClock(session.agenda, now)?.tone;
  };
  expect([15, 16.1, 19.1, 20.1].map((minutes) => toneAt(minutes * MINUTE))).toEqual(['calm', 'warn', 'late', 'over']);
});

test('a paused clock stands still', () => {
  const { session, now } = modelSession({ moment: 'intro', paused: true });
  const first = phaseClock(session.agenda, now);

  expect(first?.paused).toBe(true);
  expect(phaseClock(session.agenda, now + 5 * MINUTE)).toEqual(first);
});

test('there is no clock before the start and after the end', () => {
  for (const moment of ['doors-open', 'ended'] as const) {
    const { session, now } = modelSession({ moment });
    expect(phaseClock(session.agenda, now)).toBeUndefined();
  }
});

test('a screen reader hears whole minutes from five down, ten seconds and the end, once each', () => {
  const spoken: unknown[] = [];
  for (let left = 7 * MINUTE; left > -3 * MINUTE; left -= 1_000) {
    const word = spokenClock(left, left - 1_000);
    if (word) spoken.push(word.values?.count ?? word.key);
  }
  expect(spoken).toEqual([5, 4, 3, 2, 1, 'seconds-left', 'time-up']);
});

test('after a sleep only the last mark is spoken', () => {
  expect(spokenClock(6 * MINUTE, 90_000)).toEqual({ key: 'minutes-left', values: { count: 2 } });
  expect(spokenClock(90_000, -1)).toEqual({ key: 'time-up' });
});

test('the chime sounds at both warnings and at the end', () => {
  const { session } = modelSession({ moment: 'intro' });
  const clock = session.agenda.clock;
  if (!clock) throw new Error('the introduction runs');
  const heard: string[] = [];
  for (let left = 15 * MINUTE; left > -MINUTE; left -= 1_000) {
    const chime = clockChime(left, left - 1_000, clock);
    if (chime) heard.push(`${chime} ${left / 1_000 - 1}`);
  }
  expect(heard).toEqual(['warning 180', 'warning 45', 'end 0']);
});

test('the strip shows planned lengths, progress and where the plan would be', () => {
  const { session, now } = modelSession({ moment: 'talk', elapsedMs: 12 * MINUTE });
  const strip = agendaStrip(session.agenda, now);

  expect(strip.segments.map(({ progress }) => progress)).toEqual([1, 0.6, 0, 0, 0, 0]);
  expect(strip.segments[0]).toMatchObject({ title: 'Introduction', tookMs: 15 * MINUTE, plannedMs: 15 * MINUTE });
  expect(strip.planned).toBeCloseTo(27 / 120);
});

test('ahead and behind are one sentence: minutes, end, minutes past the hard end', () => {
  const { session, now } = modelSession({ moment: 'inputs' });
  expect(outlook(session.agenda, now)).toEqual({
    pace: 'behind',
    minutes: 4,
    endsAt: (session.agenda.startedAt ?? 0) + 124 * MINUTE,
    pastHardEnd: 4,
  });
  const early = modelSession({ moment: 'intro' });
  expect(outlook(early.session.agenda, early.now)?.pace).toBe('on-time');
});

test('the big button leads through the whole workshop', () => {
  const words = (['doors-closed', 'doors-open', 'intro', 'talk', 'inputs', 'closing', 'reflection'] as const).map(
    (moment) => sheet({ moment }).step?.words,
  );
  expect(words).toEqual([
    { key: 'open-doors' },
    { key: 'start', title: 'Introduction', minutes: 15 },
    { key: 'next', title: 'Input talk', minutes: 20 },
    { key: 'open-round', number: 1, tables: 2, minutes: 25 },
    { key: 'close-tables', seconds: 60 },
    { key: 'bring-back' },
    { key: 'end' },
  ]);
});

test('each step names the phase that was seen', () => {
  expect(sheet({ moment: 'intro' }).step?.command).toEqual({ type: 'advance-phase', phaseId: 'intro' });
  expect(sheet({ moment: 'inputs' }).step?.command).toEqual({ type: 'close-tables', phaseId: 'round-1', inMs: 60_000 });
  expect(sheet({ moment: 'closing' }).step?.command).toEqual({ type: 'advance-phase', phaseId: 'round-1' });
  expect(sheet({ moment: 'closing' }).keepOpen).toEqual({ type: 'keep-tables-open', phaseId: 'round-1' });
});

test('only the end of the workshop is asked twice', () => {
  expect(sheet({ moment: 'reflection' }).step?.confirm).toBe(true);
  expect(sheet({ moment: 'talk' }).step?.confirm).toBe(false);
});

test('while people walk to their tables there is no big button, but the step can be undone', () => {
  const gathering = sheet({ moment: 'gathering' });
  expect(gathering.step).toBeUndefined();
  expect(gathering.undo).toEqual({ command: { type: 'undo-phase', phaseId: 'round-1' }, backTo: 'Input talk' });
});

test('the preview of a round shows who sits where', () => {
  const tables = sheet({ moment: 'talk' }).preview?.tables;
  expect(tables?.map(({ label, names }) => [label, names.length])).toEqual([
    ['A', 5],
    ['B', 5],
  ]);
});

test('pause and resume exclude each other', () => {
  expect(sheet({ moment: 'intro' })).toMatchObject({ pause: { type: 'pause-phase' }, resume: undefined });
  expect(sheet({ moment: 'intro', paused: true })).toMatchObject({
    pause: undefined,
    resume: { type: 'resume-phase' },
  });
});

test('what the server would refuse is not offered', () => {
  const { session, you, staff } = modelSession({ moment: 'talk', you: 'frieda' });
  const bare = runSheet(session, { ...you, may: [] }, staff);
  expect(bare).toMatchObject({ step: undefined, extend: undefined, pause: undefined, undo: undefined, end: undefined });
});
