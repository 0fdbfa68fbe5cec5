import type { Command } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { allShares } from './all-shares.model.ts';
import { fairShare, keeper, nudgedAgoMs } from './keeper.model.ts';
import { type LiteralScene, literalRoom, NOW, TABLE_A, TABLE_B } from './literal-turns.ts';
import { timekeeper } from './timekeeper.model.ts';
import { placeOf } from './use-turn-drag.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const benSpeaks = { speaking: { name: 'Ben', leftMs: 80 * SECOND }, next: 'Cem' };

function seen(scene: LiteralScene) {
  const sent: Command[] = [];
  const send = async (command: Command) => {
    sent.push(command);
    return { ok: true as const };
  };
  const { session, staff, you } = literalRoom({ you: 'Theo', ...scene });
  if (!staff) throw new Error('Theo is staff');
  const clocks = timekeeper({ session, staff, you, now: NOW, send });
  if (!clocks) throw new Error('no tables');
  return { sent, session, staff, clocks, model: keeper({ session, may: you.may, clocks, send }) };
}

describe('all tables together', () => {
  test('[TU-31] is switched on and off', () => {
    const apart = seen({ a: benSpeaks, b: { next: 'Emil' } });
    expect(apart.model).toMatchObject({ together: { on: false }, beat: undefined });
    apart.model.together?.toggle();
    expect(apart.sent).toEqual([{ type: 'pace-together', phaseId: 'round', on: true }]);
    const joined = seen({ a: { ...benSpeaks, beat: 3 }, b: { next: 'Emil', beat: 3 } });
    joined.model.together?.toggle();
    expect(joined.sent).toEqual([{ type: 'pace-together', phaseId: 'round', on: false }]);
  });

  test('[TU-32] [TU-33] the next beat says what it starts and what it ends, and is asked for by its number', () => {
    const { model, sent } = seen({ a: { ...benSpeaks, beat: 3 }, b: { next: 'Emil', beat: 3 } });
    expect(model.beat).toMatchObject({
      number: 3,
      starts: [
        { label: 'A', name: 'Cem' },
        { label: 'B', name: 'Emil' },
      ],
      ends: [{ label: 'A', name: 'Ben', leftMs: 80 * SECOND }],
    });
    model.beat?.start?.();
    expect(sent).toEqual([{ type: 'start-beat', phaseId: 'round', beat: 3 }]);
  });

  test('[TU-32] a turn in overtime has nothing left to lose', () => {
    const over = { speaking: { name: 'Ben', leftMs: -5 * SECOND }, next: 'Cem', beat: 2 };
    expect(seen({ a: over }).model.beat?.ends).toEqual([]);
  });

  test('[TU-32] with nothing to start or end there is no beat', () => {
    const { beat } = seen({ a: { state: 'finished', beat: 5 }, b: { state: 'finished', beat: 5 } }).model;
    expect(beat).toMatchObject({ number: 5, start: undefined });
  });

  test('[TU-37] is offered only to who may', () => {
    const { session, clocks } = seen({ a: benSpeaks });
    const model = keeper({ session, may: [], clocks, send: async () => ({ ok: true }) });
    expect(model).toEqual({ together: undefined, beat: undefined });
  });
});

test('[TU-28] staff see how long ago a speaker was asked to come to an end', () => {
  const { staff } = seen({ a: { ...benSpeaks, nudgedAgoMs: 12 * SECOND } });
  expect(nudgedAgoMs(staff, TABLE_A, NOW)).toBe(12 * SECOND);
  expect(nudgedAgoMs(staff, TABLE_B, NOW)).toBeUndefined();
});

describe('the share of time that is left', () => {
  const fairAt = (scene: LiteralScene) => {
    const { clocks, staff } = seen(scene);
    const [table] = clocks.tables;
    if (!table) throw new Error('no table');
    return fairShare(table, staff.progress[table.roomId]?.turns);
  };
  const shared = {
    ...benSpeaks,
    mode: 'fair-share' as const,
    turns: { Ada: { state: 'done' as const, slotMs: 2 * MINUTE, usedMs: 70 * SECOND } },
    fairShare: { eachMs: 144 * SECOND, before: { name: 'Ada', givenMs: 2 * MINUTE } },
  };

  test('[TU-36] is what the server says, with the one whose unused time made it grow', () => {
    expect(fairAt({ a: shared })).toEqual({
      eachMs: 144 * SECOND,
      nowMs: 80 * SECOND,
      names: ['Cem', 'Dora'],
      changed: { wasMs: 2 * MINUTE, usedMs: 70 * SECOND, name: 'Ada' },
      shrinksBy: undefined,
    });
  });

  test('[TU-36] a share that is as it was needs no reason', () => {
    const same = { ...shared, fairShare: { eachMs: 2 * MINUTE, before: { name: 'Ada', givenMs: 2 * MINUTE } } };
    expect(fairAt({ a: same })?.changed).toBeUndefined();
  });

  test('[TU-36] overtime is taken from it', () => {
    const over = { ...shared, speaking: { name: 'Ben', leftMs: -5 * SECOND } };
    expect(fairAt({ a: over })).toMatchObject({ nowMs: 0, shrinksBy: { name: 'Ben' } });
  });

  test('[TU-36] there is none with fixed slots', () => {
    expect(fairAt({ a: benSpeaks })).toBeUndefined();
  });
});

describe('shares over all rounds', () => {
  const share = { grantedMs: 4 * MINUTE, usedMs: 3 * MINUTE, overMs: 0, turns: 2 };

  test('[TU-36] are in the order of names, with who has not spoken yet', () => {
    const none = { grantedMs: 0, usedMs: 0, overMs: 0, turns: 0 };
    const { session, staff } = seen({ shares: { Zoe: share, Dora: none, Ada: share } });
    expect(allShares(session, staff, NOW).map(({ name }) => name)).toEqual(['Ada', 'Dora', undefined]);
  });

  test('[TU-36] the turn that runs is added, and what is over of it', () => {
    const { session, staff } = seen({
      a: { speaking: { name: 'Ben', leftMs: -30 * SECOND } },
      shares: { Ben: { ...share, usedMs: 2 * MINUTE }, Ada: { ...share, overMs: MINUTE, usedMs: 5 * MINUTE } },
    });
    const [ada, ben] = allShares(session, staff, NOW);
    expect(ben).toMatchObject({ usedMs: 4.5 * MINUTE, overMs: 30 * SECOND });
    expect(ada?.bar).toEqual({ slotPart: 0.8, usedPart: 0.8, overPart: 0.2 });
  });
});

test('[TU-3] a turn that is put down on another one takes its place', () => {
  const order = ['a', 'b', 'c'] as never[];
  expect(placeOf(order, 'c' as never, 'a' as never)).toBe('a');
  expect(placeOf(order, 'a' as never, 'b' as never)).toBe('c');
  expect(placeOf(order, 'a' as never, 'c' as never)).toBeUndefined();
});
