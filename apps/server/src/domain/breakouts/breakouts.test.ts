import type { RoomId, SeatId } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { mayJoin, movingOf, placeOf, videoKeysOf, wantedRooms } from '../places.ts';
import { entries, values } from '../records.ts';
import { audiencesOf, slices } from '../slices.ts';
import {
  arrivedAt,
  drafted,
  HOUSE,
  idOf,
  minutes,
  PARTICIPANTS,
  phase,
  seat,
  seatedAt,
  type Workshop,
} from '../testing/workshop.ts';
import { makeTables } from './tables.ts';

const frieda = seat('Frieda');
const round1 = phase('round-1');
const seatsIn = ({ session }: Workshop, phaseId: string) => session.breakouts.rounds[phase(phaseId)]?.seats ?? {};
const at = (workshop: Workshop, roomId: string) =>
  entries(seatsIn(workshop, 'round-1'))
    .filter(([, room]) => room === roomId)
    .map(([id]) => id);
const places = ({ session }: Workshop, ...names: string[]) => names.map((name) => placeOf(session, idOf(name)));
const rejected = (rejection: string) => ({ ok: false, rejection });
const someoneAt = (workshop: Workshop, roomId: string): SeatId => {
  const [first] = at(workshop, roomId);
  if (!first) throw new Error(`nobody at ${roomId}`);
  return first;
};

describe('seating', () => {
  test('[BR-1] tables are called A, B, C and go on after Z', () => {
    expect(makeTables(round1, 28).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['A', 'B', 'Z', 'AA', 'AB']),
    );
  });

  test('[BR-2] sizes differ by one, and the same seed gives the same groups', () => {
    const plan = { type: 'plan-groups', phaseId: round1, method: 'new', seed: 7 } as const;
    const one = arrivedAt('intro').doing(plan, frieda, 1);
    expect([at(one, 'round-1-a').length, at(one, 'round-1-b').length].toSorted()).toEqual([4, 5]);
    expect(seatsIn(arrivedAt('intro').doing(plan, frieda, 9), 'round-1')).toEqual(seatsIn(one, 'round-1'));
  });

  test('[BR-2] the next round mixes people anew', () => {
    const plan = (phaseId: string, seed: number) =>
      ({ type: 'plan-groups', phaseId: phase(phaseId), method: 'new', seed }) as const;
    const two = arrivedAt('intro').doing(plan('round-1', 1), frieda, 1).doing(plan('round-2', 1), frieda, 2);
    const [first, second] = [seatsIn(two, 'round-1'), seatsIn(two, 'round-2')];
    const again = PARTICIPANTS.flatMap((a, index) =>
      PARTICIPANTS.slice(index + 1).filter(
        (b) => first[idOf(a)] === first[idOf(b)] && second[idOf(a)] === second[idOf(b)],
      ),
    );
    expect(again).toHaveLength(6); // splitting 5+4 into 3+2 and 2+2 repeats 3+1+1+1 pairs, and no other split fewer
  });

  test('[BR-2] the same groups again', () => {
    const one = arrivedAt('intro').doing({ type: 'plan-groups', phaseId: round1, method: 'new', seed: 3 }, frieda, 1);
    const same = one.doing({ type: 'plan-groups', phaseId: phase('round-2'), method: 'same', seed: 0 }, frieda, 2);
    const tables = (phaseId: string) =>
      entries(seatsIn(same, phaseId))
        .map(([id, room]) => [id, room.at(-1)])
        .toSorted();
    expect(tables('round-2')).toEqual(tables('round-1'));
    expect(one.when({ type: 'plan-groups', phaseId: round1, method: 'same', seed: 0 }, frieda, 2)).toEqual(
      rejected('no-round-before'),
    );
  });

  test('[BR-3] staff and speaker sit at a table only when somebody seats them', () => {
    const seated = seatedAt('round-1');
    expect(places(seated, 'Frieda', 'Theo', 'Salma')).toEqual(['plenary', 'plenary', 'plenary']);

    const assign = {
      type: 'assign-seat',
      phaseId: round1,
      seatId: idOf('Salma'),
      roomId: 'round-1-b' as RoomId,
    } as const;
    expect(places(seated.doing(assign, frieda, minutes(2)), 'Salma')).toEqual(['round-1-b']);
  });

  test('[BR-13] the number of tables is open until the round runs', () => {
    const set = { type: 'set-tables', phaseId: round1, tables: 3 } as const;
    const planned = arrivedAt('intro').doing(
      { type: 'plan-groups', phaseId: round1, method: 'new', seed: 1 },
      frieda,
      1,
    );
    const three = planned.doing(set, frieda, 2);
    expect(new Set(Object.values(seatsIn(three, 'round-1'))).size).toBe(3);
    expect(arrivedAt('round-1').when(set, frieda, 1)).toEqual(rejected('round-already-begun'));
    expect(planned.when({ ...set, phaseId: phase('talk') }, frieda, 1)).toEqual(rejected('not-a-round'));
  });

  test('[BR-9] nobody sits alone, however few have come', () => {
    expect(
      new Set(Object.values(seatsIn(seatedAt('round-1', 0, undefined, ['Ada', 'Ben', 'Cem']), 'round-1'))).size,
    ).toBe(1);

    const alone = PARTICIPANTS.slice(1).reduce(
      (soFar, name) =>
        soFar.doing(
          { type: 'assign-seat', phaseId: round1, seatId: idOf(name), roomId: 'round-1-b' as RoomId },
          frieda,
          1,
        ),
      arrivedAt('talk').doing(
        { type: 'assign-seat', phaseId: round1, seatId: idOf('Ada'), roomId: 'round-1-a' as RoomId },
        frieda,
        1,
      ),
    );
    const opened = alone.doing({ type: 'advance-phase', phaseId: phase('talk') }, frieda, 2);
    expect(seatsIn(opened, 'round-1')[idOf('Ada')]).toBe('round-1-b');
  });

  test('[BR-9] staff see who became lonely', () => {
    const seated = seatedAt('round-1', 0, undefined, ['Ada', 'Ben', 'Cem', 'Dora']);
    const [leaver] = at(seated, 'round-1-a');
    if (!leaver) throw new Error('nobody at table A');
    const after = seated.doing({ type: 'leave', seatId: leaver }, HOUSE, minutes(2));
    expect(slices(after.session).documents.get('staff')).toMatchObject({
      progress: { 'round-1-a': { lonely: true }, 'round-1-b': { lonely: false } },
    });
  });
});

describe('going there and back', () => {
  test('[BR-5, BR-6] people see where they will be brought, and are', () => {
    const gathering = arrivedAt('round-1');
    const table = seatsIn(gathering, 'round-1')[idOf('Ada')];
    expect(places(gathering, 'Ada')).toEqual(['plenary']);
    expect(movingOf(gathering.session, idOf('Ada'))).toEqual({ to: table, at: minutes(1) });
    expect(places(gathering.until(minutes(1)), 'Ada')).toEqual([table]);
  });

  test('[BR-6] who goes now is there now; when all have gone nobody waits', () => {
    const go = { type: 'go-to-table', phaseId: round1 } as const;
    const first = arrivedAt('round-1').doing(go, seat('Ada'), 1);
    expect(places(first, 'Ada')).toEqual([seatsIn(first, 'round-1')[idOf('Ada')]]);
    expect(first.session.breakouts.open?.state).toBe('gathering');

    const all = PARTICIPANTS.slice(1).reduce((soFar, name) => soFar.doing(go, seat(name), 2), first);
    expect(all.session.breakouts.open?.state).toBe('open');
    expect(all.when(go, seat('Ada'), 3)).toEqual(rejected('tables-not-gathering'));
  });

  test('[BR-6] who is lost on the way is not waited for', () => {
    const go = { type: 'go-to-table', phaseId: round1 } as const;
    const all = PARTICIPANTS.slice(1).reduce((soFar, name) => soFar.doing(go, seat(name), 2), arrivedAt('round-1'));
    expect(all.session.breakouts.open?.state).toBe('gathering');
    const [lost = ''] = PARTICIPANTS;
    const open = all.doing({ type: 'leave', seatId: idOf(lost) }, HOUSE, 3);
    expect(open.session.breakouts.open?.state).toBe('open');
    expect(open.when({ type: 'go-to-table', phaseId: round1 }, seat(lost), 4)).toEqual(
      rejected('tables-not-gathering'),
    );

    const nobodyYet = arrivedAt('round-1');
    const allLost = PARTICIPANTS.reduce(
      (soFar, name) => soFar.doing({ type: 'leave', seatId: idOf(name) }, HOUSE, 3),
      nobodyYet,
    );
    expect(allLost.session.breakouts.open?.state).toBe('gathering');
  });

  test('[BR-6, BR-10] closing brings everybody back and opens the next phase', () => {
    const closing = seatedAt('round-1').doing(
      { type: 'close-tables', phaseId: round1, inMs: 60_000 },
      frieda,
      minutes(10),
    );
    expect(movingOf(closing.session, idOf('Ada'))).toEqual({ to: 'plenary', at: minutes(11) });

    const early = closing.doing({ type: 'return-to-plenary', phaseId: round1 }, seat('Ada'), minutes(10));
    expect(places(early, 'Ada')).toEqual(['plenary']);
    expect(placeOf(early.session, idOf('Ben'))).not.toBe('plenary');

    const next = early.until(minutes(11));
    expect(next.session.breakouts.open?.phaseId).toBe('round-2');
    expect(places(next, 'Ada', 'Ben')).toEqual(['plenary', 'plenary']);
  });

  test('[BR-10] a closing is taken back, and those who left go to their tables again', () => {
    const closing = seatedAt('round-1')
      .doing({ type: 'close-tables', phaseId: round1, inMs: 60_000 }, frieda, minutes(10))
      .doing({ type: 'return-to-plenary', phaseId: round1 }, seat('Ada'), minutes(10));
    const kept = closing.doing({ type: 'keep-tables-open', phaseId: round1 }, frieda, minutes(10));
    expect(placeOf(kept.session, idOf('Ada'))).toBe(seatsIn(kept, 'round-1')[idOf('Ada')]);
    expect(kept.until(minutes(99)).session.breakouts.open?.state).toBe('open');
  });

  test('[BR-10] after the last phase the plenary goes on', () => {
    const onlyRounds = seatedAt('round-3', 0, (plan) => ({ ...plan, phases: plan.phases.slice(0, -1) }));
    const closed = onlyRounds
      .doing({ type: 'close-tables', phaseId: phase('round-3'), inMs: 5_000 }, frieda, minutes(5))
      .until(minutes(6));
    expect(closed.session.status).toBe('running');
    expect(places(closed, 'Ada')).toEqual(['plenary']);
  });
});

describe('in between', () => {
  test('[BR-5] a turn queue waits for nobody who was never let in, and takes them when they come', () => {
    const turns = ({ session }: Workshop) =>
      values(session.turns.queues).flatMap((queue) => values(queue.turns).map(({ seatId }) => seatId));
    const invite = {
      type: 'invite-person',
      seatId: idOf('Zoe'),
      name: 'Zoe',
      role: 'participant',
      linkHash: 'z',
    } as const;
    const plan = { type: 'plan-groups', phaseId: round1, method: 'new', seed: 1 } as const;
    const opened = arrivedAt('talk')
      .doing(invite, frieda, 1)
      .doing(plan, frieda, 2)
      .doing({ type: 'advance-phase', phaseId: phase('talk') }, frieda, 3);
    expect(seatsIn(opened, 'round-1')[idOf('Zoe')]).toBeDefined();
    expect(turns(opened)).not.toContain(idOf('Zoe'));
    expect(turns(opened.doing({ type: 'arrive', seatId: idOf('Zoe') }, HOUSE, 4))).toContain(idOf('Zoe'));
  });

  test('[BR-7] latecomers fill the emptier table, one after the other', () => {
    const invite = (name: string) =>
      ({ type: 'invite-person', seatId: idOf(name), name, role: 'participant', linkHash: name }) as const;
    const late = ['Zoe', 'Yan', 'Xenia'].reduce(
      (soFar, name) =>
        soFar.doing(invite(name), frieda, minutes(3)).doing({ type: 'arrive', seatId: idOf(name) }, HOUSE, minutes(3)),
      seatedAt('round-1'),
    );
    expect(at(late, 'round-1-a')).toHaveLength(6);
    expect(at(late, 'round-1-b')).toHaveLength(6);
    expect(placeOf(late.session, idOf('Zoe'))).toMatch(/^round-1-/);
  });

  test('[BR-7] two who are admitted together do not take the same last chair', () => {
    const knock = (name: string) => ({ type: 'knock', seatId: idOf(name), name, linkHash: name }) as const;
    const waiting = ['Zoe', 'Yan', 'Xenia'].reduce(
      (soFar, name) => soFar.doing(knock(name), HOUSE, 1).doing({ type: 'arrive', seatId: idOf(name) }, HOUSE, 1),
      seatedAt('round-1'),
    );
    const admitted = waiting.doing({ type: 'admit-everyone' }, frieda, minutes(2));
    expect([at(admitted, 'round-1-a').length, at(admitted, 'round-1-b').length]).toEqual([6, 6]);
  });

  test('[BR-8] a person moved while the round runs is there at once, with their turn', () => {
    const seated = seatedAt('round-1');
    const who = someoneAt(seated, 'round-1-a');
    const moved = seated.doing(
      { type: 'assign-seat', phaseId: round1, seatId: who, roomId: 'round-1-b' as RoomId },
      frieda,
      minutes(2),
    );
    expect(placeOf(moved.session, who)).toBe('round-1-b');
    const queued = Object.values(moved.session.turns.queues['round-1-b' as RoomId]?.turns ?? {}).map(
      (turn) => turn?.seatId,
    );
    expect(queued).toContain(who);
  });

  test('[BR-11] a visiting facilitator is at the table, and everybody sees it', () => {
    const seated = seatedAt('round-1');
    const visit = { type: 'visit-table', phaseId: round1, roomId: 'round-1-a' as RoomId } as const;
    const visiting = seated.doing(visit, frieda, minutes(2));
    expect(places(visiting, 'Frieda')).toEqual(['round-1-a']);
    expect(audiencesOf(visiting.session, idOf('Frieda'))).toContain('room:round-1-a');
    expect(slices(visiting.session).documents.get('session')).toMatchObject({
      people: { frieda: { place: 'round-1-a' } },
    });
    expect(seated.when(visit, seat('Theo'), minutes(2))).toEqual(rejected('facilitator-only'));

    const left = visiting.doing({ type: 'leave-table', phaseId: round1 }, frieda, minutes(3));
    expect(places(left, 'Frieda')).toEqual(['plenary']);
  });

  test('[BR-11, VI-1] nobody may join the video room of another table', () => {
    const seated = seatedAt('round-1');
    const keys = new Map(
      wantedRooms(seated.session).map(({ key, guests }) => [key, guests.map(({ seat }) => seat.id)]),
    );
    for (const name of PARTICIPANTS) {
      const own = videoKeysOf(seated.session, idOf(name)).now;
      for (const key of keys.keys()) expect(mayJoin(seated.session, idOf(name), key)).toBe(key === own);
    }
    expect([...keys.values()].flat().toSorted()).toEqual(
      [...PARTICIPANTS, 'Frieda', 'Theo', 'Salma'].map(idOf).toSorted(),
    );
  });

  test('[BR-12] tables that open again have new video rooms', () => {
    const first = seatedAt('round-1');
    const again = first
      .doing({ type: 'advance-phase', phaseId: round1 }, frieda, minutes(9))
      .doing({ type: 'undo-phase', phaseId: phase('round-2') }, frieda, minutes(10))
      .until(minutes(11));
    const key = videoKeysOf(first.session, idOf('Ada')).now;
    expect(key).toMatch(/~1$/);
    expect(videoKeysOf(again.session, idOf('Ada')).now).toBe(key?.replace('~1', '~2'));
  });

  test('a plan without rounds has no tables to open', () => {
    const plain = drafted((plan) => ({ ...plan, phases: plan.phases.filter(({ kind }) => kind !== 'breakout-round') }));
    expect(plain.session.breakouts).toEqual({ rounds: {}, practices: 0 });
  });
});
