import type { SessionView } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { nextDeadline } from '../deadlines.ts';
import { placeOf, videoKeysOf } from '../places.ts';
import { values } from '../records.ts';
import { accept, reject, type Session } from '../session.ts';
import { slices } from '../slices.ts';
import { holds } from '../testing/anything.ts';
import { arrivedAt, HOUSE, idOf, minutes, PARTICIPANTS, phase, seat, seconds } from '../testing/workshop.ts';
import { roundInUse } from './in-use.ts';

const start = { type: 'start-practice', phaseId: phase('intro') } as const;
const stop = { type: 'stop-practice', phaseId: phase('intro') } as const;
const practising = (names = PARTICIPANTS) => arrivedAt('intro', 0, undefined, names).doing(start, seat('Frieda'), 0);
const sessionOf = (session: Session) => slices(session).documents.get('session') as SessionView;
const groupsOf = (session: Session) => [
  ...Map.groupBy(values(roundInUse(session)?.seats ?? {}), (roomId) => roomId).values(),
];

describe('a trial of moving to tables', () => {
  test('[BR-24] people are brought to small tables and back, in the order they know from a round', () => {
    const begun = practising();
    expect(sessionOf(begun.session).tables).toMatchObject({ state: 'gathering', practiceUntil: seconds(80) });
    expect(placeOf(begun.session, idOf('Ada'))).toBe('plenary');

    const there = begun.until(seconds(10));
    expect(placeOf(there.session, idOf('Ada'))).toBe('intro-p1-a');
    expect(there.until(seconds(69)).session.breakouts.open?.state).toBe('open');
    const closing = there.until(seconds(70));
    expect(closing.session.breakouts.open).toMatchObject({ state: 'closing', closesAt: seconds(80) });

    const over = closing.until(seconds(80)).session;
    expect(placeOf(over, idOf('Ada'))).toBe('plenary');
    expect(over.breakouts.open).toBeUndefined();
  });

  test('[BR-24] rounds, turns and the clock of the phase are as they were', () => {
    const before = arrivedAt('intro').session;
    const after = practising().until(seconds(80)).session;
    expect(after).toEqual({ ...before, breakouts: { ...before.breakouts, practices: 1 } });
  });

  test.each([
    [2, [2]],
    [5, [5]],
    [6, [3, 3]],
    [9, [5, 4]],
  ])('[BR-25] %i people sit at tables of %j', (count, sizes) => {
    const { session } = practising(PARTICIPANTS.slice(0, count));
    expect(groupsOf(session).map((group) => group.length)).toEqual(sizes);
  });

  test('[BR-25] staff and speakers stay in the plenary, and may look in', () => {
    const there = practising().until(seconds(10));
    for (const name of ['Frieda', 'Theo', 'Salma']) expect(placeOf(there.session, idOf(name))).toBe('plenary');
    const table = placeOf(there.session, idOf('Ada'));
    const visit = { type: 'visit-table', phaseId: phase('intro'), roomId: table } as never;
    expect(placeOf(there.doing(visit, seat('Frieda'), seconds(20)).session, idOf('Frieda'))).toBe(table);
  });

  test('[BR-25] one person alone has nobody to practise with', () => {
    const alone = arrivedAt('intro', 0, undefined, ['Ada']);
    expect(alone.when(start, seat('Frieda'), 0)).toEqual(reject('too-few-for-practice'));
  });

  test('[BR-24] it is for the introduction only, and for the one the sender saw', () => {
    const talk = { ...start, phaseId: phase('talk') };
    expect(arrivedAt('talk').when(talk, seat('Frieda'), 0)).toEqual(reject('practice-only-in-intro'));
    expect(arrivedAt('talk').when(start, seat('Frieda'), 0)).toEqual(reject('phase-already-ended'));
    expect(practising().when(start, seat('Frieda'), 1)).toEqual(accept());
  });

  test('[BR-26] stopping brings everybody back in ten seconds, and once is enough', () => {
    const stopped = practising().until(seconds(10)).doing(stop, seat('Frieda'), seconds(20));
    expect(stopped.session.breakouts.open).toMatchObject({ state: 'closing', closesAt: seconds(30) });
    expect(stopped.when(stop, seat('Frieda'), seconds(21))).toEqual(accept());
    const over = stopped.until(seconds(30));
    expect(over.session.breakouts.open).toBeUndefined();
    expect(over.when(stop, seat('Frieda'), seconds(31))).toEqual(reject('tables-not-open'));
  });

  test('[BR-26] what closes and keeps tables of a round does not touch a practice', () => {
    const closing = practising().doing(stop, seat('Frieda'), 1);
    const keepOpen = { type: 'keep-tables-open', phaseId: phase('intro') } as const;
    expect(closing.when(keepOpen, seat('Frieda'), 2)).toEqual(reject('not-a-round'));
    const close = { type: 'close-tables', phaseId: phase('intro'), inMs: 60_000 } as const;
    expect(practising().when(close, seat('Frieda'), 2)).toEqual(reject('not-a-round'));
  });

  test('[BR-26] more time for the introduction does not prolong a practice that closes', () => {
    const longer = { type: 'extend-phase', phaseId: phase('intro'), byMs: minutes(1) } as const;
    const { session } = practising().doing(stop, seat('Frieda'), 1).doing(longer, seat('Frieda'), 2);
    expect(session.breakouts.open?.state).toBe('closing');
  });

  test('[BR-27] each practice has tables and video rooms of its own', () => {
    const first = practising().until(seconds(10));
    const second = first.until(seconds(80)).doing(start, seat('Frieda'), seconds(90)).until(seconds(100));
    expect(placeOf(second.session, idOf('Ada'))).toBe('intro-p2-a');
    expect(videoKeysOf(second.session, idOf('Ada')).now).not.toBe(videoKeysOf(first.session, idOf('Ada')).now);
  });

  test('[BR-27] who comes in meanwhile joins a table', () => {
    const late = arrivedAt('intro', 0, undefined, PARTICIPANTS)
      .doing({ type: 'leave', seatId: idOf('Ada') }, HOUSE, 0)
      .doing(start, seat('Frieda'), 0)
      .until(seconds(10));
    const back = late.doing({ type: 'arrive', seatId: idOf('Ada') }, HOUSE, seconds(20));
    expect(roundInUse(back.session)?.seats[idOf('Ada')]).toMatch(/^intro-p1-/);
    expect(back.session.turns).toEqual(late.session.turns);
  });

  test('[BR-26] moving on ends a practice at once', () => {
    const advance = { type: 'advance-phase', phaseId: phase('intro') } as const;
    const { session } = practising().until(seconds(10)).doing(advance, seat('Frieda'), seconds(30));
    expect(session.breakouts.open).toBeUndefined();
    expect(placeOf(session, idOf('Ada'))).toBe('plenary');
  });

  test('[BR-26] an introduction that ends by itself ends its practice with it', () => {
    const advancing = arrivedAt('intro', 0, (plan) => ({
      ...plan,
      phases: plan.phases.map((item) => (item.id === 'intro' ? { ...item, onTimeUp: 'advance' as const } : item)),
    }));
    const endsAt = advancing.session.agenda.running?.endsAt ?? 0;
    const { session } = advancing.doing(start, seat('Frieda'), endsAt - seconds(40)).until(endsAt);
    expect(session.breakouts.open).toBeUndefined();
    expect(session.agenda.running?.index).toBe(1);
  });
});

test('[BR-24] whatever people press, a practice ends by itself and only ever runs in an introduction', () => {
  holds((_before, _facts, after) => {
    const { open } = after.breakouts;
    if (!open?.practice) return;
    const { phases, running } = after.agenda;
    expect(running && phases[running.index]?.kind).toBe('intro');
    const due = nextDeadline(after);
    expect(due?.at).toBeLessThanOrEqual(Math.max(open.practice.until, open.closesAt ?? 0));
  });
});
