/**
 * The real server over prepared sessions, without video and without the limit on what one person may press in a second.
 * Usage: node werkraum.ts JSON, see `WerkraumOptions`.
 */
import { hashSecret, type PhasePlan, type SeatId, type SessionId } from '@werkraum/protocol';
import { createPrintingThread } from '@werkraum/server/src/adapters/booklet/thread.ts';
import { createMemoryBallotBox } from '@werkraum/server/src/adapters/memory/ballot-box.ts';
import { createMemoryEventStore } from '@werkraum/server/src/adapters/memory/event-store.ts';
import { createMemoryNoteStore } from '@werkraum/server/src/adapters/memory/note-store.ts';
import { createNotesInProcess } from '@werkraum/server/src/adapters/notes/in-process.ts';
import { createPlanningThread } from '@werkraum/server/src/adapters/planning/thread.ts';
import { openSqliteEventStore } from '@werkraum/server/src/adapters/sqlite/event-store.ts';
import { createSystemClock } from '@werkraum/server/src/adapters/system-clock/system-clock.ts';
import { noVideo } from '@werkraum/server/src/application/no-video.ts';
import { evolve } from '@werkraum/server/src/domain/evolve.ts';
import type { Seat } from '@werkraum/server/src/domain/people/people.ts';
import { type Fact, type Session, STATE_FORMAT } from '@werkraum/server/src/domain/session.ts';
import type { EventStore, Snapshot } from '@werkraum/server/src/ports/event-store.ts';
import { startServer } from '@werkraum/server/src/server.ts';
import { createMetrics } from '@werkraum/server/src/transport/metrics.ts';
import { slidesKept } from '../../support/slides-kept.ts';
import { SECRET, seatIdOf, sessionIdOf } from '../support/people.ts';
import { serve } from './serve.ts';

export interface WerkraumOptions {
  /** The SQLite file; `memory`: nothing is kept. */
  store: string;
  /** `each`: every command is made durable and published by itself, as if commands were never taken together. */
  publish?: 'together' | 'each';
  sessions: number;
  /** People in each session; the first is the facilitator. */
  people: number;
  /** Speakers stay in the plenary when tables open. */
  role: 'speaker' | 'participant';
  phases: PhasePlan[];
  port?: number;
}

const options = JSON.parse(process.argv[2] ?? '{}') as WerkraumOptions;
const clock = createSystemClock();
const report = (error: unknown) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
const commits = { count: 0, entries: 0, ms: [] as number[] };

async function openStore(): Promise<EventStore> {
  if (options.store === 'memory') return byTurns(createMemoryEventStore());
  return openSqliteEventStore({
    file: options.store,
    report,
    onCommit({ entries, ms }) {
      commits.count += 1;
      commits.entries += entries;
      commits.ms.push(ms);
    },
  });
}

/** Appends of one turn of the loop come back together, as they do from a disk: publishing is the same with both stores. */
function byTurns(store: EventStore): EventStore {
  let turn: Promise<void> | undefined;
  const endOfTurn = () => {
    turn ??= afterThisTurn(undefined).then(() => {
      turn = undefined;
    });
    return turn;
  };
  return {
    ...store,
    append: (...asked) => Promise.all([store.append(...asked), endOfTurn()]).then(([result]) => result),
  };
}

/** Appends come back one per turn of the loop, so that nothing can be published together. */
function oneByOne(store: EventStore): EventStore {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...store,
    append(...asked) {
      const result = store.append(...asked);
      const mine = last.then(() => result).then(afterThisTurn);
      last = mine;
      return mine;
    },
  };
}

const afterThisTurn = <Value>(value: Value): Promise<Value> =>
  new Promise((resolve) => setImmediate(() => resolve(value)));

/** Everything that happens until a workshop is under way: all are inside. */
async function factsOf(sessionId: SessionId): Promise<Fact[]> {
  const at = clock.now();
  const linkHash = await hashSecret(SECRET);
  const seats = Array.from({ length: options.people }, (_, index) => seatIdOf(index));
  const [first] = options.phases;
  if (!first) throw new Error('no phases');
  const plan = { title: 'Bench', language: 'en', admission: 'automatic', phases: options.phases } as const;
  const role = (index: number) => (index === 0 ? 'facilitator' : options.role);
  const arrive = (seatId: SeatId): Fact[] => [
    { type: 'seat-admitted', seatId },
    { type: 'seat-arrived', seatId },
  ];
  return [
    { type: 'session-created', sessionId, plan, at },
    ...seats.map(
      (seatId, index): Fact => ({
        ...{ type: 'seat-invited', seatId, name: `Person ${index}`, role: role(index), linkHash },
      }),
    ),
    { type: 'doors-opened' },
    ...seats.flatMap(arrive),
    { type: 'phase-started', phaseId: first.id, at, endsAt: at + first.plannedMs },
  ];
}

/**
 * What the facts fold to, as a snapshot: letting thousands in one by one takes a minute, and sessions hold five hundred at most
 * outside the bench.
 */
function snapshotOf(facts: readonly Fact[]): Snapshot {
  const seats = facts.flatMap((fact) => {
    if (fact.type !== 'seat-invited') return [];
    const { seatId: id, name, role, linkHash } = fact;
    const seat: Seat = { id, name, role, linkHash, invited: true, admission: 'admitted', presence: 'here' };
    return [[id, seat] as const];
  });
  const others = facts.filter(({ type }) => !type.startsWith('seat-'));
  const empty = others.reduce<Session | undefined>(evolve, undefined);
  if (!empty) throw new Error('no session');
  const state = { ...empty, people: { ...empty.people, seats: Object.fromEntries(seats) } };
  return { version: facts.length, format: STATE_FORMAT, state, commandIds: [] };
}

const store = await openStore();
const known = new Set(await store.sessions());
for (let index = 0; index < options.sessions; index++) {
  const sessionId = sessionIdOf(index);
  if (known.has(sessionId)) continue;
  const facts = await factsOf(sessionId);
  await store.append(sessionId, { facts, at: clock.now(), by: 'house' }, 0);
  await store.keepSnapshot(sessionId, snapshotOf(facts));
}

const server = await startServer({
  ...slidesKept(),
  settings: {
    ...{ host: '127.0.0.1', port: options.port ?? 0, publicUrl: 'http://127.0.0.1', hostKey: 'bench' },
    ...{ trustProxy: 0, clientFolder: import.meta.dirname, floodLimits: { perSecond: 1e6, burst: 1e6 } },
  },
  store: options.publish === 'each' ? oneByOne(store) : store,
  ...{
    clock,
    keeper: noVideo(),
    metrics: createMetrics(),
    planner: createPlanningThread(),
    printer: createPrintingThread(clock),
    ballots: createMemoryBallotBox(),
    report,
    notes: createNotesInProcess(createMemoryNoteStore()),
  },
});

const methods = {
  port: () => server.port,
  connected: server.connections,
  /** Commits since the last time somebody asked. */
  commits() {
    const { count, entries, ms } = commits;
    Object.assign(commits, { count: 0, entries: 0, ms: [] });
    return { count, entries, ms };
  },
};
export type WerkraumServer = typeof methods;
serve(methods);
