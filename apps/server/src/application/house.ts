import type { CommandId, Reply, SeatId, SessionId } from '@werkraum/protocol';
import type { Actor, AnyCommand, Fact, Session } from '../domain/session.ts';
import type { Clock } from '../ports/clock.ts';
import type { Erasable } from '../ports/erasable.ts';
import type { EventStore, StoredFact } from '../ports/event-store.ts';
import { eachInParallel } from './in-parallel.ts';
import type { Report } from './report.ts';
import { type Condition, createSessionHost, type SessionHost } from './session-host.ts';

/** Carries a command out, or says why not. Rejects only when something is broken. */
export type Handle = (sessionId: SessionId, command: AnyCommand, actor: Actor, commandId?: CommandId) => Promise<Reply>;

/** `before` is undefined when the session is created or was read from the log. */
export type CommittedListener = (sessionId: SessionId, before: Session | undefined, after: Session) => void;

/** All sessions of this server. */
export interface House {
  handle: Handle;
  /** A session's durable state; reads the log when that was not done yet. */
  look(sessionId: SessionId): Promise<Condition>;
  /** The durable state of a session that is in memory. */
  session(sessionId: SessionId): Session | undefined;
  /** Ids of all sessions that have a log. */
  known(): readonly SessionId[];
  knows(sessionId: SessionId): boolean;
  /** Called once for everything that became durable together, before the senders are answered. */
  onCommitted(listen: CommittedListener): void;
  /** Called when a session was deleted. */
  onDeleted(listen: (sessionId: SessionId) => void): void;
  /** Called when the store stops or starts being able to write. */
  onSaving(listen: (saving: boolean) => void): void;
  saving(): boolean;
  /** Removes everything of the session, for good: in the stores beside the log first, so that it can be asked for again. */
  delete(sessionId: SessionId): Promise<void>;
  /** Keeps a session in memory until the returned function is called. */
  hold(sessionId: SessionId): () => void;
  /** Keeps a snapshot of every session in memory, so that the next start has little to read. */
  keepSnapshots(): Promise<void>;
  /** Reads all logs once, so that alarms are set and the host page can list them. Called at start-up. */
  wake(): Promise<void>;
  /** Resolves when no command is under way. */
  idle(): Promise<void>;
  /** All that has happened in a session, from its first fact; undefined when it cannot be read. */
  history(sessionId: SessionId): Promise<readonly StoredFact[] | undefined>;
  /** Puts every fact of a session through `change` and forgets what it was before, on the disk and in memory. */
  rewrite(sessionId: SessionId, change: (fact: Fact) => Fact | undefined): Promise<void>;
  /** Removes what one person left in the stores beside the log. */
  eraseBeside(sessionId: SessionId, seatId: SeatId): Promise<void>;
  /** Adds a store beside the log to what sessions and people are removed from. */
  alsoErases(store: Erasable): void;
  /** Ends the housekeeping timer. */
  stop(): void;
}

export interface HouseParts {
  store: EventStore;
  clock: Clock;
  report: Report;
  snapshotEvery?: number;
}

const SNAPSHOT_EVERY = 200;
const TIDY_EVERY_MS = 10 * 60_000;

export function createHouse({ store, clock, report, snapshotEvery = SNAPSHOT_EVERY }: HouseParts): House {
  const hosts = new Map<SessionId, SessionHost>();
  const known = new Set<SessionId>();
  const holds = new Map<SessionId, number>();
  const underWay = new Set<Promise<unknown>>();
  const listeners = { committed: [] as CommittedListener[], deleted: [] as ((sessionId: SessionId) => void)[] };
  const erasables: Erasable[] = [];
  let saving = true;
  store.onHealth((well) => {
    saving = well;
  });

  const guarded = (doing: string, run: () => void): void => {
    try {
      run();
    } catch (error) {
      report(error, doing);
    }
  };

  function committed(sessionId: SessionId, before: Session | undefined, after: Session): void {
    if (!hosts.has(sessionId)) return; // Deleted while this was on its way to the disk.
    known.add(sessionId);
    for (const listen of listeners.committed) {
      guarded(`telling of session ${sessionId}`, () => listen(sessionId, before, after));
    }
  }

  function hostOf(sessionId: SessionId): SessionHost {
    const held = hosts.get(sessionId);
    if (held) return held;
    const tell = (before: Session | undefined, after: Session) => committed(sessionId, before, after);
    const parts = { sessionId, store, clock, report, snapshotEvery, saving: () => saving, committed: tell };
    const host = createSessionHost(parts);
    hosts.set(sessionId, host);
    return host;
  }

  async function tracked<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  }

  // Sessions in which nothing can happen by itself and nobody looks on need no memory.
  async function tidy(): Promise<void> {
    for (const [sessionId, host] of [...hosts]) {
      const status = host.session()?.status;
      if (status === 'open' || status === 'running' || host.busy() || holds.has(sessionId)) continue;
      await host.keepSnapshot();
      if (!host.busy() && !holds.has(sessionId)) hosts.delete(sessionId);
    }
  }

  let cancelTidy = clock.at(clock.now() + TIDY_EVERY_MS, tidyAndAgain);
  function tidyAndAgain(): void {
    void tracked(tidy());
    cancelTidy = clock.at(clock.now() + TIDY_EVERY_MS, tidyAndAgain);
  }

  async function wakeOne(sessionId: SessionId): Promise<void> {
    await hostOf(sessionId)
      .look()
      .catch((error: unknown) => report(error, `reading session ${sessionId}`));
    const status = hosts.get(sessionId)?.session()?.status;
    if (status !== 'open' && status !== 'running') hosts.delete(sessionId);
  }

  // What a crash left behind belongs to nobody. The house does not wait for it.
  async function sweep(beside: Erasable): Promise<void> {
    await beside.keepOnly(known).catch((error: unknown) => report(error, `removing leftovers of ${beside.keeps}`));
  }

  return {
    handle: (sessionId, command, actor, commandId) => {
      const request = { command, actor, ...(commandId === undefined ? {} : { commandId }) };
      return tracked(hostOf(sessionId).handle(request));
    },
    look: (sessionId) => (known.has(sessionId) ? tracked(hostOf(sessionId).look()) : Promise.resolve({ kind: 'none' })),
    session: (sessionId) => hosts.get(sessionId)?.session(),
    known: () => [...known],
    knows: (sessionId) => known.has(sessionId),
    onCommitted: (listen) => void listeners.committed.push(listen),
    onDeleted: (listen) => void listeners.deleted.push(listen),
    onSaving: (listen) => void store.onHealth(listen),
    saving: () => saving,
    async delete(sessionId) {
      for (const beside of erasables) await beside.deleteSession(sessionId);
      await store.delete(sessionId);
      known.delete(sessionId);
      hosts.delete(sessionId);
      for (const listen of listeners.deleted) guarded(`forgetting session ${sessionId}`, () => listen(sessionId));
    },
    hold(sessionId) {
      holds.set(sessionId, (holds.get(sessionId) ?? 0) + 1);
      return () => {
        const left = (holds.get(sessionId) ?? 1) - 1;
        if (left > 0) holds.set(sessionId, left);
        else holds.delete(sessionId);
      };
    },
    async wake() {
      const sessions = await store.sessions();
      for (const sessionId of sessions) known.add(sessionId);
      await eachInParallel(sessions, wakeOne);
      for (const beside of erasables) void tracked(sweep(beside));
    },
    async keepSnapshots() {
      if (saving) await Promise.all([...hosts.values()].map((host) => host.keepSnapshot()));
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled([...underWay]);
    },
    async history(sessionId) {
      // No state was ever of format 0: the log is read whole.
      const result = await tracked(store.read(sessionId, 0));
      return result.kind === 'log' ? result.log.facts : undefined;
    },
    rewrite: (sessionId, change) => tracked(hostOf(sessionId).rewrite(change)),
    async eraseBeside(sessionId, seatId) {
      for (const beside of erasables) await beside.erasePerson(sessionId, seatId);
    },
    alsoErases: (beside) => void erasables.push(beside),
    stop: () => cancelTidy(),
  };
}
