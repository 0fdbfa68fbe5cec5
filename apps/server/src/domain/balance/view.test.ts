import { BalanceView, type SeatId, type SpeechKey } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { values } from '../records.ts';
import type { Session } from '../session.ts';
import { balancesOf } from '../slices.ts';
import { standingOf } from '../standing.ts';
import { holds } from '../testing/anything.ts';
import {
  minutes,
  seatId,
  seconds,
  TABLE_A,
  withOpenRound,
  withSeat,
  withStageFacts,
  withTurnFacts,
  workshopAtTables,
  workshopIn,
} from '../testing/turns-fixtures.ts';
import type { Speech } from './balance.ts';
import { speechKeyIn } from './speech-key.ts';

const keyOf = (session: Session, name: string): SpeechKey | undefined => {
  const seat = session.people.seats[seatId(name)];
  return seat && speechKeyIn(standingOf(session, seat));
};

/** Each of them has spoken so long at the place where they are now. */
function spoken(session: Session, amounts: Readonly<Record<string, number>>): Speech {
  const speech = new Map<SpeechKey, Map<SeatId, number>>();
  for (const [name, ms] of Object.entries(amounts)) {
    const key = keyOf(session, name);
    if (!key) throw new Error(`${name} is nowhere`);
    speech.set(key, (speech.get(key) ?? new Map()).set(seatId(name), ms));
  }
  return speech;
}

const told = (session: Session, amounts: Readonly<Record<string, number>>, who: string): BalanceView =>
  BalanceView.parse(balancesOf(session, spoken(session, amounts))(seatId(who)));

const atTables = () => workshopAtTables(undefined);

test('[BA-2] the plenary begins anew with each phase, a table with each opening', () => {
  expect(keyOf(workshopIn('intro'), 'ada')).toBe('plenary~round');
  expect(keyOf(atTables(), 'ada')).toBe(`${TABLE_A}~1`);
  expect(keyOf(atTables(), 'fay')).toBeUndefined();
});

test.each(['break', 'no-phase'] as const)('[BA-2] nothing is summed up: %s', (kind) => {
  expect(keyOf(workshopIn(kind), 'ada')).toBeUndefined();
});

test('[BA-2] who waits at the door is nowhere', () => {
  expect(keyOf(withSeat(workshopIn('intro'), 'ada', { admission: 'waiting' }), 'ada')).toBeUndefined();
});

test('[BA-6] everybody is told their own time in steps of ten seconds', () => {
  const { here } = told(atTables(), { ada: 47_900, ben: 3_000 }, 'ada');
  expect(here).toEqual({ spokenMs: 40_000, level: 'too-early' });
});

test('[BA-6] the own part is told once three have spoken for three minutes together', () => {
  const amounts = { ada: minutes(1), ben: minutes(2), cem: minutes(1) };
  expect(told(atTables(), amounts, 'ada').here?.share).toBe(0.25);
  expect(told(atTables(), { ...amounts, cem: 0 }, 'ada').here?.share).toBeUndefined();
  expect(told(atTables(), { ...amounts, ben: seconds(59) }, 'ada').here?.share).toBeUndefined();
});

test.each([
  [{ ada: 100, ben: 100, cem: 100 }, 'balanced'],
  [{ ada: 160, ben: 80, cem: 60 }, 'balanced'],
  [{ ada: 150, ben: 150, cem: 0 }, 'leaning'],
  [{ ada: 260, ben: 40, cem: 0 }, 'one-sided'],
  [{ ada: 179, ben: 0, cem: 0 }, 'too-early'],
] as const)('[BA-5] a table at which they have spoken %j seconds is %s', (amounts, level) => {
  const inMs = Object.fromEntries(Object.entries(amounts).map(([name, count]) => [name, seconds(count)]));
  expect(told(atTables(), inMs, 'ada').here?.level).toBe(level);
});

test('[BA-5] of two people nothing is said', () => {
  expect(told(atTables(), { dan: minutes(9), eva: 0 }, 'dan').here).toEqual({
    spokenMs: minutes(9),
    level: 'too-few',
  });
});

test('[BA-5] moderating is not weighed: neither in the plenary nor by who visits a table', () => {
  const spread = {
    ada: minutes(2),
    ben: minutes(2),
    cem: minutes(2),
    dan: minutes(2),
    eva: minutes(2),
    sol: minutes(2),
  };
  expect(told(workshopIn('intro'), { ...spread, fay: minutes(30) }, 'ada').here?.level).toBe('balanced');
  const visited = withOpenRound(atTables(), { visits: { [seatId('fay')]: TABLE_A } });
  const { ada, ben, cem } = spread;
  expect(told(visited, { ada, ben, cem, fay: minutes(30) }, 'ada').here).toMatchObject({
    level: 'balanced',
    share: 0.35,
  });
  expect(told(visited, { ada, ben, cem, fay: minutes(30) }, 'fay').here).toEqual({
    spokenMs: minutes(30),
    level: 'balanced',
  });
});

test('[BA-5] during an input talk one voice is no imbalance', () => {
  const { here, facilitator } = told(workshopIn('input-talk'), { sol: minutes(20), fay: 0 }, 'fay');
  expect(here).toEqual({ spokenMs: 0 });
  expect(facilitator?.places).toEqual({});
});

test('[BA-7] facilitators see per table how it is, and who has not spoken, by name', () => {
  const { facilitator } = told(atTables(), { ben: minutes(5), ada: 2_000, cem: 0, dan: minutes(1) }, 'fay');
  expect(facilitator).toEqual({
    places: {
      [TABLE_A]: { level: 'one-sided', silent: ['ada', 'cem'] },
      'round-b': { level: 'too-few', silent: [] },
    },
    notAgreed: 8,
  });
});

test('[BA-7] who had a turn of their own is not called silent', () => {
  const turn = { type: 'turn-ended', roomId: TABLE_A, turnId: `${TABLE_A}_ada` as never, usedMs: 90_000 } as const;
  const begun = { ...turn, type: 'turn-started', graceUntil: 0, endsAt: 120_000, slotMs: 120_000 } as const;
  const session = withTurnFacts(workshopAtTables(), [
    { type: 'inputs-begun', roomId: TABLE_A, endsAt: minutes(10) },
    begun,
    turn,
  ]);
  const { facilitator } = told(session, { ben: minutes(5) }, 'fay');
  expect(facilitator?.places[TABLE_A]?.silent).toEqual(['cem']);
});

test('[BA-7] nobody else is told about tables and silence', () => {
  for (const who of ['tim', 'sol', 'ada'])
    expect(told(atTables(), { ben: minutes(5) }, who)).not.toHaveProperty('facilitator');
});

const handsUp = (session: Session, order: 'raised' | 'quiet-first') => ({
  ...withStageFacts(
    session,
    ['ada', 'ben', 'cem'].map((name, at) => ({
      ...{ type: 'hand-raised', seatId: seatId(name), at: at + 1 },
      place: 'plenary',
    })) as never,
  ),
  balance: { ...session.balance, handOrder: order },
});

test('[BA-9] those who spoke least come first; about as long is as long, and then the hand that went up first', () => {
  const session = handsUp(workshopIn('intro'), 'quiet-first');
  const amounts = { ada: minutes(4), ben: seconds(29), cem: seconds(1) };
  expect(told(session, amounts, 'dan').hands).toEqual(['ben', 'cem', 'ada']);
  expect(told(session, {}, 'dan').hands).toEqual(['ada', 'ben', 'cem']);
});

test('[BA-9] without that choice the order of hands is nobody’s amount', () => {
  expect(told(handsUp(workshopIn('intro'), 'raised'), { ada: minutes(4) }, 'dan').hands).toBeUndefined();
});

test('[BA-8] who is not admitted is told nothing', () => {
  const session = withSeat(workshopIn('intro'), 'ada', { admission: 'waiting' });
  expect(told(session, { ben: minutes(5) }, 'ada')).toEqual({});
});

test('[BA-8] whatever people press and however long they speak, an amount goes to nobody but its own seat', () => {
  holds((_before, _facts, after) => {
    // Amounts that look like nothing else, so that one can be told anywhere.
    const amountOf = new Map(values(after.people.seats).map(({ id }, at) => [id, 7_770_000 + at * 110_000] as const));
    const speech = new Map<SpeechKey, Map<SeatId, number>>();
    for (const seat of values(after.people.seats)) {
      const key = speechKeyIn(standingOf(after, seat));
      if (key) speech.set(key, (speech.get(key) ?? new Map()).set(seat.id, amountOf.get(seat.id) ?? 0));
    }
    const viewOf = balancesOf(after, speech);
    for (const { id, role } of values(after.people.seats)) {
      const view = BalanceView.parse(viewOf(id));
      const { spokenMs = 0 } = view.here ?? {};
      expect([0, amountOf.get(id)]).toContain(spokenMs);
      const numbers = JSON.stringify({ ...view, here: { ...view.here, spokenMs: undefined } }).match(/\d{5,}/g);
      expect(numbers).toBeNull();
      expect(view.facilitator !== undefined && role !== 'facilitator').toBe(false);
    }
  }, 150);
});
