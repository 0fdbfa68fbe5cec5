import { hash } from 'node:crypto';
import type { SessionId } from '@werkraum/protocol';
import type {
  AppendResult,
  ChainResult,
  Entry,
  EventStore,
  ReadResult,
  Snapshot,
  StoredFact,
} from '../../ports/event-store.ts';

interface Log {
  /** As JSON, so that what is read is exactly what another medium would give back. */
  facts: string[];
  /** By format; as JSON, too. */
  snapshots: Map<number, { version: number; snapshot: string }>;
  damagedAt?: number;
}

/** Means by which a test makes the medium behave like a real one on a bad day. */
export interface MediumControls {
  /** From the next append on, nothing is saved. */
  fail(why: 'full' | 'broken'): void;
  /** Saving works again, and listeners hear it. */
  heal(): void;
  /** Whatever is asked from now on waits, in order, as behind a slow disk. */
  hold(): void;
  /** Lets everything that waits happen. */
  release(): void;
  /** Breaks the chain of a session at this version. */
  damage(sessionId: SessionId, version: number): void;
}

export type MemoryEventStore = EventStore & MediumControls;

/** A gate that callers pass one after the other, in the order in which they came. */
function createGate() {
  let open = Promise.withResolvers<void>();
  open.resolve();
  let last: Promise<unknown> = Promise.resolve();
  return {
    hold: () => {
      open.resolve();
      open = Promise.withResolvers<void>();
    },
    release: () => open.resolve(),
    pass: <T>(act: () => T): Promise<T> => {
      const passed = last.then(() => open.promise).then(act);
      last = passed.catch(() => {});
      return passed;
    },
  };
}

function appended(log: Log, { facts, at, by, commandId }: Entry): AppendResult {
  for (const fact of facts) {
    const version = log.facts.length + 1;
    const stored: StoredFact = { version, fact, at, by, ...(commandId && { commandId }) };
    log.facts.push(JSON.stringify(stored));
  }
  return { kind: 'appended', version: log.facts.length };
}

function readLog(log: Log, format: number): ReadResult {
  const kept = log.snapshots.get(format);
  const covered = kept?.version ?? 0;
  if (log.damagedAt !== undefined && log.damagedAt > covered) return { kind: 'damaged', atVersion: log.damagedAt };
  const snapshot = kept && (JSON.parse(kept.snapshot) as Snapshot);
  const facts = log.facts.slice(covered).map((fact) => JSON.parse(fact) as StoredFact);
  return { kind: 'log', log: { facts, version: log.facts.length, ...(snapshot && { snapshot }) } };
}

function chainAt(log: Log, sessionId: SessionId, kind: StoredFact['fact']['type']): ChainResult {
  if (log.damagedAt !== undefined) return { kind: 'damaged', atVersion: log.damagedAt };
  const version = log.facts.findLastIndex((fact) => (JSON.parse(fact) as StoredFact).fact.type === kind) + 1;
  if (version === 0) return { kind: 'none' };
  return {
    ...{ kind: 'chained', version },
    hash: log.facts.slice(0, version).reduce((before, fact) => hash('sha256', before + fact), sessionId),
  };
}

function remember(log: Log | undefined, snapshot: Snapshot): void {
  const { version, format } = snapshot;
  if (!log || version > log.facts.length) return;
  if ((log.snapshots.get(format)?.version ?? 0) < version) {
    log.snapshots.set(format, { version, snapshot: JSON.stringify(snapshot) });
  }
}

/** The event store of tests: keeps nothing beyond the process, and fails on request. */
export function createMemoryEventStore(): MemoryEventStore {
  const logs = new Map<SessionId, Log>();
  const listeners = new Set<(saving: boolean) => void>();
  const gate = createGate();
  let trouble: 'full' | 'broken' | undefined;
  let saving = true;

  function hear(now: boolean): void {
    if (saving === now) return;
    saving = now;
    for (const listen of listeners) listen(now);
  }

  function append(sessionId: SessionId, entry: Entry, expectedVersion: number): AppendResult {
    if (trouble) {
      hear(false);
      return { kind: 'not-saved', why: trouble };
    }
    const log = logs.get(sessionId) ?? { facts: [], snapshots: new Map() };
    if (log.facts.length !== expectedVersion) return { kind: 'conflict' };
    if (entry.facts.length > 0) logs.set(sessionId, log);
    return appended(log, entry);
  }

  function read(sessionId: SessionId, format: number): ReadResult {
    const log = logs.get(sessionId);
    return log ? readLog(log, format) : { kind: 'none' };
  }

  return {
    sessions: () => gate.pass(() => [...logs.keys()]),
    read: (sessionId, format) => gate.pass(() => read(sessionId, format)),
    chainAt: (sessionId, kind) =>
      gate.pass(() => {
        const log = logs.get(sessionId);
        return log ? chainAt(log, sessionId, kind) : { kind: 'none' };
      }),
    append: (sessionId, entry, expectedVersion) => {
      const given = structuredClone(entry);
      return gate.pass(() => append(sessionId, given, expectedVersion));
    },
    keepSnapshot: (sessionId, snapshot) => gate.pass(() => remember(logs.get(sessionId), snapshot)),
    replace: (sessionId, facts, expectedVersion) => {
      const given = facts.map((fact, index) => JSON.stringify({ ...fact, version: index + 1 }));
      return gate.pass(() => {
        const log = logs.get(sessionId);
        if (log?.facts.length !== expectedVersion) return 'conflict';
        logs.set(sessionId, { facts: given, snapshots: new Map() });
        return 'replaced';
      });
    },
    delete: async (sessionId) => {
      await gate.pass(() => logs.delete(sessionId));
    },
    onHealth: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    close: () => gate.pass(() => {}),
    fail: (why) => {
      trouble = why;
    },
    heal: () => {
      trouble = undefined;
      hear(true);
    },
    hold: gate.hold,
    release: gate.release,
    damage: (sessionId, version) => {
      const log = logs.get(sessionId);
      if (log) log.damagedAt = version;
    },
  };
}
