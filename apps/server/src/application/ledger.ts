import type { CommandId, Instant, SeatId, SessionId } from '@werkraum/protocol';
import { evolve } from '../domain/evolve.ts';
import { type Fact, type Session, STATE_FORMAT } from '../domain/session.ts';
import type { AppendResult, EventStore, SessionLog } from '../ports/event-store.ts';
import type { Report } from './report.ts';

/** A session after so many facts. Without a session nothing was ever written. */
export interface Version {
  version: number;
  session: Session | undefined;
}

/** `not-saved`: the medium refused. `dropped`: something before it was refused, or another writer was faster; decide again. */
export type Outcome = 'durable' | 'not-saved' | 'dropped';

export interface Cause {
  at: Instant;
  by: SeatId | 'house';
  commandId?: CommandId;
}

/**
 * One session's log and its two states: `accepted` (decided, on the way to the disk) and `durable` (on the disk).
 * Writes do not wait for each other; when one fails, all that were built on it are dropped.
 */
export interface Ledger {
  /** Reads the log if need be and waits until a failed write is cleared up. Throws while the store cannot be read. */
  ready(): Promise<'open' | 'damaged'>;
  accepted(): Session | undefined;
  durable(): Version;
  write(facts: readonly Fact[], cause: Cause): Promise<Outcome>;
  /** What became of the newest write: what was decided meanwhile is true only if that is durable. */
  newest(): Promise<Outcome>;
  /**
   * Puts every fact through `change` (undefined: it goes), proves that what is left folds, keeps it in place of the log and
   * reads that. Rejects when the store could not.
   */
  rewrite(change: (fact: Fact) => Fact | undefined): Promise<void>;
  /** The states here may say what is being taken out of the log. */
  rewriting(): boolean;
  busy(): boolean;
}

export interface LedgerParts {
  sessionId: SessionId;
  store: EventStore;
  report: Report;
  /** Called each time the log was read. */
  onRead: (log: SessionLog | undefined) => void;
  /** Called for each write in the moment in which it becomes part of `durable`. */
  onDurable: (cause: Cause) => void;
}

/** No state was ever of this format: the whole log is read. */
const NO_FORMAT = 0;
const NOTHING: Version = { version: 0, session: undefined };
const SETTLED: Promise<Outcome> = Promise.resolve('durable');

const fold = (session: Session | undefined, facts: readonly Fact[]): Session | undefined =>
  facts.reduce<Session | undefined>(evolve, session);

export function createLedger({ sessionId, store, report, onRead, onDurable }: LedgerParts): Ledger {
  let condition: 'unread' | 'open' | 'damaged' = 'unread';
  let accepted = NOTHING;
  let durable = NOTHING;
  let newest = SETTLED;
  let outstanding = 0;
  let isRewriting = false;
  let reading: Promise<void> | undefined;
  /** Present from a failed write until all writes built on it were answered. */
  let failure: { over: PromiseWithResolvers<void>; reread: boolean } | undefined;

  async function read(): Promise<void> {
    const result = await store.read(sessionId, STATE_FORMAT);
    condition = result.kind === 'damaged' ? 'damaged' : 'open';
    durable = result.kind === 'log' ? unfold(result.log) : NOTHING;
    accepted = durable;
    if (result.kind === 'damaged') {
      report(new Error(`the log is damaged at version ${result.atVersion}`), `reading session ${sessionId}`);
    }
    if (condition === 'open') onRead(result.kind === 'log' ? result.log : undefined);
  }

  function unfold({ snapshot, facts, version }: SessionLog): Version {
    try {
      return {
        version,
        session: fold(
          snapshot?.state,
          facts.map(({ fact }) => fact),
        ),
      };
    } catch (error) {
      condition = 'damaged';
      report(error, `folding session ${sessionId}`);
      return NOTHING;
    }
  }

  function learn(result: AppendResult | { kind: 'unknown' }, next: Version): Outcome {
    if (result.kind === 'appended' && !failure) {
      durable = next;
      return 'durable';
    }
    // A refused write left nothing behind. After anything else only the log itself can tell what is in it.
    const surprising = failure ? result.kind === 'appended' : result.kind !== 'not-saved';
    failure ??= { over: Promise.withResolvers(), reread: false };
    failure.reread ||= surprising || result.kind === 'unknown';
    return result.kind === 'not-saved' ? 'not-saved' : 'dropped';
  }

  function clearUp(): void {
    if (!failure || outstanding > 0) return;
    const { over, reread } = failure;
    failure = undefined;
    accepted = durable;
    newest = SETTLED;
    if (reread) condition = 'unread';
    over.resolve();
  }

  async function append(facts: readonly Fact[], cause: Cause, base: number, next: Version): Promise<Outcome> {
    const result = await store.append(sessionId, { facts, ...cause }, base).catch((error: unknown) => {
      report(error, `appending to session ${sessionId}`);
      return { kind: 'unknown' } as const;
    });
    outstanding -= 1;
    const outcome = learn(result, next);
    if (outcome === 'durable') onDurable(cause);
    clearUp();
    return outcome;
  }

  async function ready(): Promise<'open' | 'damaged'> {
    for (;;) {
      if (failure) await failure.over.promise;
      else if (condition !== 'unread') return condition;
      else {
        reading ??= read().finally(() => {
          reading = undefined;
        });
        await reading;
      }
    }
  }

  async function replaced(change: (fact: Fact) => Fact | undefined): Promise<boolean> {
    const result = await store.read(sessionId, NO_FORMAT);
    if (result.kind !== 'log') throw new Error(`the log to be rewritten is ${result.kind}`);
    const facts = result.log.facts.flatMap((kept) => {
      const fact = change(kept.fact);
      return fact ? [{ ...kept, fact }] : [];
    });
    fold(
      undefined,
      facts.map(({ fact }) => fact),
    );
    return (await store.replace(sessionId, facts, result.log.version)) === 'replaced';
  }

  /** What is in memory is out of date, and so is everything that was decided on it. */
  function forget(): void {
    condition = 'unread';
    if (outstanding === 0) return;
    failure ??= { over: Promise.withResolvers(), reread: true };
    failure.reread = true;
  }

  return {
    ready,
    rewriting: () => isRewriting,
    async rewrite(change) {
      isRewriting = true;
      try {
        // Whoever writes in between makes it begin again.
        while (!(await replaced(change)));
        forget();
        await ready();
      } finally {
        isRewriting = false;
      }
    },

    accepted: () => accepted.session,
    durable: () => durable,
    write(facts, cause) {
      const base = accepted.version;
      const next = { version: base + facts.length, session: fold(accepted.session, facts) };
      accepted = next;
      outstanding += 1;
      newest = append(facts, cause, base, next);
      return newest;
    },
    newest: () => newest,
    busy: () => outstanding > 0 || reading !== undefined,
  };
}
