import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Session } from '../session.ts';
import {
  minutes,
  ROUND,
  SHARED_TEN_MINUTES,
  seatId,
  TABLE_A,
  TWO_MINUTES_EACH,
  turnOf,
  withPhaseClock,
  withSeat,
  withTurnFacts,
  workshopAtTables,
} from '../testing/turns-fixtures.ts';
import { asked, type Step } from '../testing/turns-steps.ts';
import { isAtTable } from './pacing.ts';
import { appendTurn, closeTurns, dropSeat, pauseTurns, resumeTurns } from './queue.ts';
import { waiting } from './slot.ts';
import type { TurnQueue, TurnsFact } from './turns.ts';

const NAMES = ['ada', 'ben', 'cem', 'dan'] as const;

/** One thing that happens at a table, and how long nothing happens before it. */
type Event =
  | { kind: 'command'; who: string; type: Step[1]; whose: string; waitMs: number }
  | { kind: 'presence'; who: string; here: boolean; waitMs: number }
  | { kind: 'sit-down' | 'move-away'; who: string; waitMs: number }
  | { kind: 'pause-phase' | 'resume-phase'; waitMs: number };

const waitMs = fc.integer({ min: 0, max: minutes(3) });
const name = fc.constantFrom(...NAMES);

const anyCommand: fc.Arbitrary<Event> = fc.record({
  kind: fc.constant('command' as const),
  who: fc.constantFrom('tim', 'fay', 'sol', ...NAMES),
  type: fc.constantFrom<Step[1][]>(
    ...(['start-turn', 'pause-turn', 'resume-turn', 'extend-turn'] as const),
    ...(['end-turn', 'skip-turn', 'postpone-turn', 'pass-turn'] as const),
  ),
  whose: name,
  waitMs,
});

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 8, arbitrary: anyCommand },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('presence' as const),
      who: fc.constantFrom('tim', ...NAMES),
      here: fc.boolean(),
      waitMs,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('sit-down' as const, 'move-away' as const), who: name, waitMs }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('pause-phase' as const, 'resume-phase' as const), waitMs }),
  },
);

interface Moment {
  kind: Event['kind'] | 'begin';
  session: Session;
  facts: readonly TurnsFact[];
  now: number;
}

/** Everything that happens, moment by moment; refused commands change nothing. */
function play(settings: typeof TWO_MINUTES_EACH, events: readonly Event[]): Moment[] {
  const moments: [Moment, ...Moment[]] = [{ kind: 'begin', session: workshopAtTables(settings), facts: [], now: 0 }];
  for (const event of events) {
    const { session, now } = moments.at(-1) ?? moments[0];
    const at = now + event.waitMs;
    const next = happen(session, event, at);
    moments.push({ kind: event.kind, session: withTurnFacts(next.session, next.facts), facts: next.facts, now: at });
  }
  return moments;
}

function happen(session: Session, event: Event, now: number): { session: Session; facts: readonly TurnsFact[] } {
  const queue = session.turns.queues[TABLE_A];
  const paused = session.agenda.running?.pausedAt !== undefined;
  switch (event.kind) {
    case 'command': {
      const decision = asked(session, [event.who, event.type, event.whose, now]);
      return { session, facts: decision.ok ? (decision.facts as readonly TurnsFact[]) : [] };
    }
    case 'presence': {
      const back = event.here && event.who !== 'tim' && seated(queue, event.who);
      const facts = back ? appendTurn(queue, TABLE_A, seatId(event.who)) : [];
      return { session: withSeat(session, event.who, { presence: event.here ? 'here' : 'away' }), facts };
    }
    case 'sit-down':
      return { session, facts: appendTurn(queue, TABLE_A, seatId(event.who)) };
    case 'move-away':
      return { session, facts: dropSeat(queue, seatId(event.who), now) };
    case 'pause-phase':
      return paused
        ? { session, facts: [] }
        : { session: withPhaseClock(session, { pausedAt: now }), facts: pauseTurns(session.turns, now) };
    case 'resume-phase':
      return paused
        ? { session: withPhaseClock(session, {}), facts: resumeTurns(session.turns, now) }
        : { session, facts: [] };
  }
}

const seated = (queue: TurnQueue | undefined, who: string) => queue !== undefined && turnOf(who) in queue.turns;

const queueOf = ({ session }: Moment): TurnQueue => {
  const queue = session.turns.queues[TABLE_A];
  if (!queue) throw new Error('the queue is gone');
  return queue;
};

const anySettings = fc.constantFrom(TWO_MINUTES_EACH, SHARED_TEN_MINUTES);
const anyRun = fc
  .tuple(anySettings, fc.array(anyEvent, { maxLength: 60 }))
  .map(([settings, events]) => play(settings, events));

test('[TU-2] every seat has one turn in one state, and at most one runs', () => {
  fc.assert(
    fc.property(anyRun, (moments) => {
      for (const queue of moments.map(queueOf)) {
        expect([...queue.order].sort()).toEqual(Object.keys(queue.turns).sort());
        expect(new Set(queue.order).size).toBe(queue.order.length);
        const now = Object.values(queue.turns).filter((turn) => turn?.state === 'now');
        expect(now.map((turn) => turn?.id)).toEqual(queue.running ? [queue.running.turnId] : []);
      }
    }),
  );
});

test('[TU-3] waiting turns keep their order except who is postponed or brought back', () => {
  fc.assert(
    fc.property(anyRun, (moments) => {
      moments.slice(1).forEach((moment, index) => {
        const moved = moment.facts.flatMap((fact) => (fact.type === 'turn-postponed' ? [fact.turnId] : []));
        const before = queueOf(moments[index] ?? moment).order.filter((id) => !moved.includes(id));
        const after = queueOf(moment).order.filter((id) => !moved.includes(id));
        expect(after.filter((id) => before.includes(id))).toEqual(before.filter((id) => after.includes(id)));
      });
    }),
  );
});

test('[TU-9] [TU-19] [TU-21] used times add up to the time in which a clock ran', () => {
  fc.assert(
    fc.property(anyRun, (moments) => {
      const last = moments.at(-1);
      if (!last) return;
      const closed = withTurnFacts(last.session, closeTurns(last.session.turns, ROUND, last.now));
      const used = Object.values(closed.turns.queues[TABLE_A]?.turns ?? {}).map((turn) => turn?.usedMs ?? 0);
      expect(used.reduce((sum, ms) => sum + ms, 0)).toBe(clockMs(moments));
    }),
  );
});

/** How long a clock ran, measured from outside: between two moments, while a turn is on, not paused and past its grace. */
function clockMs(moments: readonly Moment[]): number {
  return moments.slice(1).reduce((sum, { now }, index) => {
    const before = moments[index];
    const running = before && queueOf(before).running;
    if (!before || !running || running.pausedAt !== undefined) return sum;
    return sum + Math.max(0, now - Math.max(before.now, running.graceUntil));
  }, 0);
}

test('[TU-10] [TU-11] [TU-13] after a turn that was given up somebody speaks, unless nobody else is here', () => {
  fc.assert(
    fc.property(anyRun, (moments) => {
      moments.slice(1).forEach((moment, index) => {
        const before = queueOf(moments[index] ?? moment).running;
        const queue = queueOf(moment);
        if (!before || queue.running || moment.kind !== 'command') return;
        const others = waiting(queue).filter(({ id }) => id !== before.turnId);
        expect(others.filter((turn) => isAtTable(moment.session, turn.seatId, TABLE_A))).toEqual([]);
      });
    }),
  );
});

test('[TU-17] [TU-18] nobody is granted less than 15 seconds', () => {
  fc.assert(
    fc.property(anyRun, (moments) => {
      for (const fact of moments.flatMap(({ facts }) => facts))
        if (fact.type === 'turn-started') expect(fact.endsAt - fact.graceUntil).toBeGreaterThanOrEqual(15_000);
    }),
  );
});
