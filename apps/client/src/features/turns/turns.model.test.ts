import type { Command } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { type LiteralScene, literalRoom, NOW, TABLE_A, turnIdOf } from './literal-turns.ts';
import { shares } from './shares.model.ts';
import { timekeeper } from './timekeeper.model.ts';
import { type TurnQueueModel, turnQueue } from './turns.model.ts';
import { yourTurn } from './your-turn.model.ts';

const MINUTE = 60_000;
const SECOND = 1_000;

/** The queue of one's own table, and the commands its actions send. */
function seen(scene: LiteralScene): { queue: TurnQueueModel; sent: Command[] } {
  const sent: Command[] = [];
  const { you, session, room, now } = literalRoom(scene);
  if (!room?.turns) throw new Error('no queue at this table');
  const send = async (command: Command) => {
    sent.push(command);
    return { ok: true as const };
  };
  return { queue: turnQueue({ turns: room.turns, you, session, now, send }), sent };
}

const possible = (queue: TurnQueueModel, name: string): string[] =>
  Object.keys(queue.lines.find((line) => line.name === name)?.actions ?? {}).sort();

const benSpeaks = { speaking: { name: 'Ben', leftMs: 80 * SECOND }, next: 'Cem' };

describe('what may be done', () => {
  test('[TU-24] [TU-25] while the timekeeper is here, people at the table only change their own turn', () => {
    const { queue } = seen({ you: 'Cem', a: benSpeaks });
    expect(possible(queue, 'Ben')).toEqual([]);
    expect(possible(queue, 'Cem')).toEqual(['later', 'pass']);
    expect(possible(queue, 'Dora')).toEqual([]);
    expect(queue.pacing).toBe('staff');
  });

  test('[TU-25] at a table that paces itself everybody changes every turn', () => {
    const { queue } = seen({ you: 'Cem', a: { ...benSpeaks, pacedBy: 'table' } });
    expect(possible(queue, 'Ben')).toEqual(['end', 'extend', 'later', 'pause', 'skip']);
    expect(possible(queue, 'Ada')).toEqual(['down', 'later', 'moveBefore', 'skip']);
    expect(queue.pacing).toBe('you');
  });

  test('[TU-26] speakers end, postpone and pass their own turn', () => {
    expect(possible(seen({ you: 'Ben', a: benSpeaks }).queue, 'Ben')).toEqual(['end', 'later', 'pass']);
  });

  test('[TU-8] [TU-15] a turn is started while nobody speaks, for somebody who is here', () => {
    const { queue } = seen({ you: 'Ada', a: { pacedBy: 'table', next: 'Ada' }, away: ['Ben'] });
    expect(possible(queue, 'Ada')).toContain('start');
    expect(possible(queue, 'Ben')).not.toContain('start');
    expect(possible(seen({ you: 'Ada', a: { ...benSpeaks, pacedBy: 'table' } }).queue, 'Ada')).not.toContain('start');
  });

  test('[TU-13] the last in line cannot be moved further back', () => {
    expect(possible(seen({ you: 'Dora', a: benSpeaks }).queue, 'Dora')).toEqual(['pass']);
  });

  test('[TU-5] a turn that was passed, skipped or missed is brought back; one that is done is not', () => {
    const turns = { Ada: { state: 'passed' as const }, Cem: { state: 'done' as const } };
    expect(possible(seen({ you: 'Ada', a: { turns } }).queue, 'Ada')).toEqual(['bringBack']);
    expect(possible(seen({ you: 'Cem', a: { turns } }).queue, 'Cem')).toEqual([]);
  });

  test('[TU-22] a turn that is paused with the phase is not resumed alone', () => {
    const paused = {
      ...benSpeaks,
      pacedBy: 'table' as const,
      speaking: { ...benSpeaks.speaking, pausedAgoMs: SECOND },
    };
    expect(possible(seen({ a: paused }).queue, 'Ben')).toContain('resume');
    expect(possible(seen({ a: paused, phasePaused: true }).queue, 'Ben')).not.toContain('resume');
  });

  test('[TU-31] while all tables go together no turn is started by hand', () => {
    const { queue } = seen({ you: 'Ada', a: { pacedBy: 'table', next: 'Ada', beat: 1 } });
    expect(possible(queue, 'Ada')).not.toContain('start');
    expect(queue.beat).toBe(1);
  });

  test('[TU-3] who waits is moved before another one who waits, or to the end', () => {
    const { queue, sent } = seen({ you: 'Cem', a: { ...benSpeaks, pacedBy: 'table' } });
    const actions = (name: string) => queue.lines.find((line) => line.name === name)?.actions;
    expect(actions('Ada')?.up).toBeUndefined();
    expect(actions('Dora')?.down).toBeUndefined();
    actions('Dora')?.up?.();
    actions('Cem')?.down?.();
    const of = (name: string) => turnIdOf(TABLE_A, name);
    expect(sent).toEqual([
      { type: 'move-turn', roomId: TABLE_A, turnId: of('Dora'), before: of('Cem') },
      { type: 'move-turn', roomId: TABLE_A, turnId: of('Cem') },
    ]);
  });

  test('what the server does not allow now is not offered', () => {
    const { you, session, room, now } = literalRoom({ you: 'Ben', a: benSpeaks });
    if (!room?.turns) throw new Error('no queue');
    const queue = turnQueue({
      turns: room.turns,
      you: { ...you, may: ['end-turn'] },
      session,
      now,
      send: async () => ({ ok: true }),
    });
    expect(possible(queue, 'Ben')).toEqual(['end']);
  });

  test('[TU-27] a command names table and turn as they were seen', () => {
    const { queue, sent } = seen({ you: 'Cem', a: { ...benSpeaks, pacedBy: 'table' } });
    queue.speaking?.actions.extend?.();
    queue.speaking?.actions.end?.();
    const at = { roomId: TABLE_A, turnId: turnIdOf(TABLE_A, 'Ben') };
    expect(sent).toEqual([
      { type: 'extend-turn', ...at, byMs: 30_000 },
      { type: 'end-turn', ...at },
    ]);
  });
});

describe('what the queue shows', () => {
  test('[TU-9] in the grace the whole slot is left', () => {
    const { queue } = seen({ a: { speaking: { name: 'Ben', leftMs: 2 * MINUTE, graceMs: 5_000 } } });
    expect(queue.speaking?.clock).toMatchObject({
      state: 'grace',
      leftMs: 2 * MINUTE,
      graceMs: 5_000,
      spokenMs: 0,
      share: 1,
    });
  });

  test('[TU-19] a paused clock stands where it was paused', () => {
    const { queue } = seen({ a: { speaking: { name: 'Ben', leftMs: 70_000, pausedAgoMs: 20_000 } } });
    expect(queue.speaking?.clock).toMatchObject({ state: 'speaking', paused: true, leftMs: 70_000, spokenMs: 50_000 });
  });

  test('[TU-21] overtime is below zero', () => {
    const { queue } = seen({ a: { speaking: { name: 'Ben', leftMs: -12_000 } } });
    expect(queue.speaking?.clock).toMatchObject({ state: 'over', tone: 'over', leftMs: -12_000, share: 0 });
  });

  test('[TU-18] what was spoken before a postponement is counted on', () => {
    const { queue } = seen({ a: { ...benSpeaks, turns: { Ben: { usedMs: 30_000 } } } });
    expect(queue.speaking?.usedMs).toBe(70_000);
  });

  test('somebody who has left the workshop has no name', () => {
    const { queue } = seen({
      a: { order: ['Ada', 'Zoe'], turns: { Zoe: { state: 'done', slotMs: MINUTE, usedMs: MINUTE } } },
    });
    expect(queue.lines.map(({ name }) => name)).toEqual(['Ada', undefined]);
  });

  test('[TU-22] the input time stands still with the phase', () => {
    expect(seen({ a: { ...benSpeaks, inputsLeftMs: 5 * MINUTE } }).queue.inputsLeftMs).toBe(5 * MINUTE);
    const paused = seen({ a: { ...benSpeaks, inputsLeftMs: 5 * MINUTE }, phasePaused: true });
    expect(paused.queue.inputsLeftMs).toBe(5 * MINUTE + 30_000);
  });

  test('once everybody has spoken nothing is left to say about the input time', () => {
    expect(seen({ a: { state: 'finished', inputsLeftMs: MINUTE } }).queue.inputsLeftMs).toBeUndefined();
  });
});

describe('your turn', () => {
  test('is shown with who comes afterwards', () => {
    expect(yourTurn(seen({ you: 'Ben', a: benSpeaks }).queue)).toMatchObject({ kind: 'now', nextName: 'Cem' });
  });

  test('is announced to the next one, with who speaks and how long about', () => {
    expect(yourTurn(seen({ you: 'Cem', a: benSpeaks }).queue)).toMatchObject({
      kind: 'next',
      afterName: 'Ben',
      inMs: 80_000,
      first: false,
    });
  });

  test('[TU-21] is never announced for the past', () => {
    const over = { ...benSpeaks, speaking: { name: 'Ben', leftMs: -5_000 } };
    expect(yourTurn(seen({ you: 'Cem', a: over }).queue)).toMatchObject({ inMs: 0 });
  });

  test('is first while the inputs have not begun', () => {
    const model = yourTurn(seen({ you: 'Ada', a: { next: 'Ada' } }).queue);
    expect(model).toMatchObject({ kind: 'next', first: true, start: undefined, inMs: undefined });
  });

  test('[TU-28] says to the speaker, and to nobody else, that they were asked to come to an end', () => {
    const nudged = { ...benSpeaks, nudgedAgoMs: 12_000 };
    const { you, ...ben } = { ...seen({ you: 'Ben', a: nudged }), you: literalRoom({ you: 'Ben', a: nudged }).you };
    expect(yourTurn(ben.queue, you.nudgedAt)).toMatchObject({ kind: 'now', nudged: true });
    expect(literalRoom({ you: 'Cem', a: nudged }).you.nudgedAt).toBeUndefined();
    expect(yourTurn(seen({ you: 'Ben', a: benSpeaks }).queue)).toMatchObject({ nudged: false });
  });

  test('is nobody else’s business', () => {
    expect(yourTurn(seen({ you: 'Dora', a: benSpeaks }).queue)).toBeUndefined();
  });
});

describe('shares', () => {
  const line = (slotMs: number | undefined, usedMs: number | undefined, name: string) => ({
    ...(seen({ a: benSpeaks }).queue.lines.find((other) => other.name === name) ?? fail(name)),
    slotMs,
    usedMs,
  });
  const fail = (name: string): never => {
    throw new Error(`no line for ${name}`);
  };

  test('measure everybody on the longest bar of the table', () => {
    const parts = shares([line(120_000, 150_000, 'Ada'), line(120_000, 60_000, 'Ben')]);
    expect([...parts.values()]).toEqual([
      { slotPart: 0.8, usedPart: 0.8, overPart: 0.2 },
      { slotPart: 0.8, usedPart: 0.4, overPart: 0 },
    ]);
  });

  test('leave out who has not begun', () => {
    expect(shares([line(undefined, undefined, 'Ada')]).size).toBe(0);
  });
});

describe('the timekeeper', () => {
  const keeper = (scene: LiteralScene) => {
    const { session, staff, you } = literalRoom({ you: 'Theo', ...scene });
    if (!staff) throw new Error('Theo is staff');
    return timekeeper({ session, staff, you, now: NOW, send: async () => ({ ok: true }) });
  };

  test('sees every table in order, with its clock and its hands', () => {
    const model = keeper({ a: benSpeaks, b: { next: 'Emil' } });
    expect(
      model?.tables.map(({ label, hands, queue }) => [label, hands, queue?.speaking?.name, queue?.next?.name]),
    ).toEqual([
      ['A', 0, 'Ben', 'Cem'],
      ['B', 1, undefined, 'Emil'],
    ]);
  });

  test('[TU-24] paces every table without sitting at it', () => {
    const model = keeper({ a: benSpeaks, b: { next: 'Emil' } });
    expect(Object.keys(model?.tables[0]?.queue?.speaking?.actions ?? {}).sort()).toEqual([
      ...['end', 'extend', 'later', 'nudge', 'pause', 'skip'],
    ]);
    expect(model?.tables[1]?.queue?.startNext).toBeTypeOf('function');
  });

  test('has nothing to keep while no tables are open', () => {
    expect(keeper({ plenary: true })).toBeUndefined();
  });
});
