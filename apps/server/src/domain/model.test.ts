import type { Command, CommandType, RoomId, SeatId } from '@werkraum/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDeadline } from './deadlines.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { mayTry } from './permissions.ts';
import { mayJoin, placeOf, videoKeysOf, wantedRooms } from './places.ts';
import { entries, values } from './records.ts';
import { isHere, seatOf, seatsOf } from './seats.ts';
import type { Actor, AnyCommand, Fact, Session } from './session.ts';
import { audiencesOf, slices } from './slices.ts';
import { assembled, fold, HOUSE, idOf, minutes, PARTICIPANTS, phase, seconds } from './testing/workshop.ts';

const NAMES = ['Frieda', 'Theo', 'Salma', ...PARTICIPANTS.slice(0, 5), 'Zoe'];
const PHASES = ['intro', 'talk', 'round-1', 'round-2', 'round-3', 'reflection'].map(phase);
const ROOMS = ['round-1-a', 'round-1-b', 'round-2-a', 'round-3-b'] as RoomId[];

/** One step: somebody asks for something (about what runs now, or about anything), or time passes. */
interface Step {
  by: string;
  type: CommandType | 'arrive' | 'leave' | 'knock';
  about: string;
  current: boolean;
  phaseAt: number;
  room: RoomId;
  turn: number;
  waitMs: number;
}

const TYPES: Step['type'][] = [
  ...(['advance-phase', 'advance-phase', 'undo-phase', 'pause-phase', 'resume-phase', 'extend-phase'] as const),
  ...(['plan-groups', 'assign-seat', 'set-tables', 'go-to-table', 'return-to-plenary', 'close-tables'] as const),
  ...(['keep-tables-open', 'visit-table', 'leave-table', 'start-session', 'start-session', 'end-session'] as const),
  ...(['start-turn', 'start-turn', 'pause-turn', 'resume-turn', 'extend-turn', 'end-turn', 'skip-turn'] as const),
  ...(['postpone-turn', 'pass-turn', 'raise-hand', 'lower-hand', 'give-word', 'take-word', 'mute-seat'] as const),
  ...([
    'remove-person',
    'change-role',
    'admit-everyone',
    'set-admission',
    'arrive',
    'arrive',
    'leave',
    'knock',
  ] as const),
];

const step: fc.Arbitrary<Step> = fc.record({
  by: fc.oneof({ weight: 3, arbitrary: fc.constant('Frieda') }, { weight: 2, arbitrary: fc.constantFrom(...NAMES) }),
  type: fc.constantFrom(...TYPES),
  about: fc.constantFrom(...NAMES),
  current: fc.boolean(),
  phaseAt: fc.nat({ max: PHASES.length - 1 }),
  room: fc.constantFrom(...ROOMS),
  turn: fc.nat({ max: 4 }),
  waitMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: seconds(90) }), fc.integer({ min: 0, max: minutes(20) })),
});

function commandOf(session: Session, { type, about, current, phaseAt, room, turn }: Step): AnyCommand {
  const running = session.agenda.running && session.agenda.phases[session.agenda.running.index];
  const phaseId = (current ? running?.id : undefined) ?? PHASES[phaseAt];
  const open = session.breakouts.open && session.breakouts.rounds[session.breakouts.open.phaseId];
  const roomId = (current ? open?.tables[turn % open.tables.length]?.roomId : undefined) ?? room;
  const turnId = session.turns.queues[roomId]?.order[turn] ?? 'no-turn';
  const seatId: SeatId = idOf(about);
  const extra = { byMs: (turn - 2) * 60_000 || 30_000, inMs: 60_000, method: turn % 2 ? 'same' : 'new', seed: turn };
  const more = { tables: turn + 1, role: turn % 2 ? 'participant' : 'facilitator', invited: 'automatic', name: about };
  return { type, seatId, phaseId, roomId, turnId, linkHash: about, ...extra, ...more } as unknown as Command;
}

interface Run {
  facts: readonly Fact[];
  session: Session;
}

function play(steps: readonly Step[], check: (before: Session, facts: readonly Fact[], after: Session) => void): Run {
  const start = assembled(undefined, PARTICIPANTS.slice(0, 5));
  let run: Run = { facts: start.facts, session: start.session };
  let now = 0;
  const ask = (command: AnyCommand, actor: Actor, at: number) => {
    const decision = decide(run.session, command, { actor, now: at });
    if (!decision.ok) return;
    const after = decision.facts.reduce<Session>(evolve, run.session);
    check(run.session, decision.facts, after);
    run = { facts: [...run.facts, ...decision.facts], session: after };
  };
  for (const item of steps) {
    const until = now + item.waitMs;
    for (let due = nextDeadline(run.session); due && due.at <= until; due = nextDeadline(run.session)) {
      now = Math.max(now, due.at);
      ask(due.command, HOUSE, now);
    }
    now = until;
    const house = item.type === 'arrive' || item.type === 'leave' || item.type === 'knock';
    ask(commandOf(run.session, item), house ? HOUSE : { kind: 'seat', seatId: idOf(item.by) }, now);
  }
  return run;
}

const holds = (check: Parameters<typeof play>[1], runs = 400) =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => void play(steps, check)),
    { numRuns: runs },
  );

test('[AG-1] whatever people press, the agenda moves one phase at a time', () => {
  holds((before, _facts, after) => {
    const [from, to] = [before.agenda.running?.index, after.agenda.running?.index];
    if (from === undefined || to === undefined) expect(to ?? 0).toBe(from === undefined ? (to ?? 0) : 0);
    else expect(Math.abs(to - from)).toBeLessThanOrEqual(1);
    expect(after.agenda.past.map(({ phaseId }) => phaseId)).toEqual(
      after.agenda.phases.slice(0, after.agenda.past.length).map(({ id }) => id),
    );
  });
});

test('[KE-1] the state is what its facts say: folding them anew gives the same', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const run = play(steps, () => {});
      expect(fold(JSON.parse(JSON.stringify(run.facts)))).toEqual(run.session);
      expect(JSON.parse(JSON.stringify(run.session))).toEqual(run.session);
    }),
    { numRuns: 200 },
  );
});

test('[VI-1] everybody who is admitted has one video room now, and nobody else may join it', () => {
  holds((_before, _facts, after) => {
    const rooms = wantedRooms(after);
    for (const { id, admission } of values(after.people.seats)) {
      const mine = rooms.filter(({ key }) => mayJoin(after, id, key));
      const keys = videoKeysOf(after, id);
      expect(mine.map(({ key }) => key).toSorted()).toEqual([keys.now, keys.next].filter((key) => key).toSorted());
      if (admission !== 'admitted') expect(mine).toEqual([]);
      for (const { key, guests } of rooms) expect(guests.includes(id)).toBe(mayJoin(after, id, key));
    }
  });
});

test('[BR-4, WI-13] a seat sees the table it is at, and no other', () => {
  holds((_before, _facts, after) => {
    for (const { id, admission } of values(after.people.seats)) {
      const place = placeOf(after, id);
      const rooms = audiencesOf(after, id).filter((audience) => audience.startsWith('room:'));
      expect(rooms).toEqual(place === 'lobby' || place === 'plenary' ? [] : [`room:${place}`]);
      expect(audiencesOf(after, id).at(-1)).toBe(`seat:${id}`);
      if (admission !== 'admitted') expect(audiencesOf(after, id)).toEqual([`seat:${id}`]);
      else for (const audience of rooms) expect(slices(after).has(audience)).toBe(true);
    }
  }, 200);
});

test('[BR-9] when a round opens nobody who is here sits alone while others are at tables', () => {
  holds((_before, facts, after) => {
    const opened = facts.find((fact) => fact.type === 'tables-opened');
    if (opened?.type !== 'tables-opened') return;
    const here = entries(after.breakouts.rounds[opened.phaseId]?.seats ?? {}).filter(([id]) =>
      isHere(seatOf(after, id)),
    );
    const sizes = new Map<string, number>();
    for (const [, room] of here) sizes.set(room, (sizes.get(room) ?? 0) + 1);
    if (here.length > 1) expect([...sizes.values()]).not.toContain(1);
  });
});

test('[PE-8] there is always somebody who can open the next phase', () => {
  holds((_before, _facts, after) => {
    expect(seatsOf(after).some(({ role }) => role === 'facilitator')).toBe(true);
  });
});

test('[AG-8] what the house does by itself moves time on and comes to rest', () => {
  holds((_before, _facts, after) => {
    let session = after;
    for (let count = 0; ; count++) {
      const due = nextDeadline(session);
      if (!due) return;
      const decision = decide(session, due.command, { actor: HOUSE, now: due.at });
      expect(decision).toMatchObject({ ok: true });
      if (!decision.ok) return;
      expect(decision.facts.length).toBeGreaterThan(0);
      session = decision.facts.reduce<Session>(evolve, session);
      expect(count).toBeLessThan(20);
    }
  }, 150);
});

test('[PE-9] what is offered without naming anything is accepted', () => {
  const plain = ['open-doors', 'start-session', 'end-session', 'admit-everyone', 'raise-hand'] as const;
  holds((_before, _facts, after) => {
    for (const seat of seatsOf(after)) {
      for (const type of plain) {
        const decision = decide(after, { type }, { actor: { kind: 'seat', seatId: seat.id }, now: 1e9 });
        expect({ type, ok: decision.ok }).toEqual({ type, ok: mayTry(after, seat, type) });
      }
    }
  }, 100);
});
