import type { Rejection, Reply, SessionId } from '@werkraum/protocol';
import { act } from '../domain/act.ts';
import { type Fact, type Session, STATE_FORMAT } from '../domain/session.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventStore, SessionLog, StoredFact } from '../ports/event-store.ts';
import { createAnswers, type Request } from './answers.ts';
import { createLedger } from './ledger.ts';
import type { Report } from './report.ts';

/** What is known of a session. `damaged`: its log cannot be trusted; it is left alone. */
export type Condition = { kind: 'none' } | { kind: 'damaged' } | { kind: 'fine'; session: Session };

export interface HostParts {
  sessionId: SessionId;
  store: EventStore;
  clock: Clock;
  report: Report;
  /** False while the store cannot write. */
  saving: () => boolean;
  /** Called once for everything that became durable together, and once with `before` undefined when the log was read. */
  committed: (before: Session | undefined, after: Session) => void;
  /** A snapshot of the state is kept after so many facts. */
  snapshotEvery: number;
}

/** The mailbox of one session: commands are decided one after the other, kept, published, and only then answered. */
export interface SessionHost {
  handle(request: Request): Promise<Reply>;
  look(): Promise<Condition>;
  /** The durable state, as far as the log has been read. */
  session(): Session | undefined;
  busy(): boolean;
  /** Changes what has happened, for good: see `Ledger.rewrite`. */
  rewrite(change: (fact: Fact) => Fact | undefined): Promise<void>;
  /** Keeps a snapshot of what is durable now. */
  keepSnapshot(): Promise<void>;
}

const ATTEMPTS = 3;
const refuse = (rejection: Rejection): Reply => ({ ok: false, rejection });

export function createSessionHost(parts: HostParts): SessionHost {
  const { sessionId, store, clock, report } = parts;
  const answers = createAnswers();
  const ledger = createLedger({
    sessionId,
    store,
    report,
    onRead(log) {
      recallFrom(log);
      snapshotAt = log?.snapshot?.version ?? 0;
      tell();
    },
    onDurable: remember,
  });
  let published: Session | undefined;
  let publishing: Promise<void> | undefined;
  let snapshotAt = 0;

  function remember({ commandId, at }: Pick<StoredFact, 'commandId' | 'at'>): void {
    if (commandId !== undefined) answers.inLog(commandId, at);
  }

  // Nobody knows when exactly those were sent that the snapshot covers: they count as sent with the first fact after it.
  function recallFrom(log: SessionLog | undefined): void {
    const at = log?.facts[0]?.at ?? clock.now();
    for (const commandId of log?.snapshot?.commandIds ?? []) answers.inLog(commandId, at);
    for (const fact of log?.facts ?? []) remember(fact);
  }

  function tell(): void {
    const { version, session } = ledger.durable();
    if (session === undefined || session === published) return;
    const before = published;
    published = session;
    parts.committed(before, session);
    if (version - snapshotAt >= parts.snapshotEvery) void keepSnapshot();
  }

  // Commands that became durable together are all known when the microtask runs: they go out as one.
  function publish(): Promise<void> {
    publishing ??= Promise.resolve().then(() => {
      publishing = undefined;
      tell();
    });
    return publishing;
  }

  async function keepSnapshot(): Promise<void> {
    const { version, session } = ledger.durable();
    if (session === undefined || version === snapshotAt || ledger.rewriting()) return;
    snapshotAt = version;
    const snapshot = { version, format: STATE_FORMAT, state: session, commandIds: answers.logged() };
    await store.keepSnapshot(sessionId, snapshot).catch((error: unknown) => {
      report(error, `keeping a snapshot of session ${sessionId}`);
    });
  }

  async function attempt({ command, actor, commandId }: Request): Promise<Reply | 'again'> {
    if (!parts.saving()) return refuse('not-saving');
    const at = clock.now();
    const decision = act(ledger.accepted(), command, { actor, now: at });
    const by = actor.kind === 'seat' ? actor.seatId : 'house';
    const cause = { at, by, ...(commandId === undefined ? {} : { commandId }) } as const;
    const writes = decision.ok && decision.facts.length > 0;
    // A refusal, too, is true only if what it was decided on is durable.
    const outcome = await (writes ? ledger.write(decision.facts, cause) : ledger.newest());
    if (outcome === 'not-saved') return refuse('not-saving');
    if (outcome === 'dropped') return 'again';
    await publish();
    return decision.ok ? { ok: true } : decision;
  }

  async function carryOut(request: Request): Promise<Reply> {
    let reply = await attempt(request);
    for (let tries = 1; reply === 'again' && tries < ATTEMPTS; tries += 1) {
      if ((await ledger.ready()) === 'damaged') return refuse('session-damaged');
      reply = answers.recallLogged(request) ?? (await attempt(request));
    }
    return reply === 'again' ? refuse('try-again') : reply;
  }

  return {
    async handle(request) {
      if ((await ledger.ready()) === 'damaged') return refuse('session-damaged');
      const known = answers.recall(request);
      if (known) return known;
      const reply = carryOut(request);
      answers.keep(request, reply, clock.now());
      return reply;
    },
    async look() {
      if ((await ledger.ready()) === 'damaged') return { kind: 'damaged' };
      const { session } = ledger.durable();
      return session ? { kind: 'fine', session } : { kind: 'none' };
    },
    session: () => ledger.durable().session,
    rewrite: ledger.rewrite,
    busy: () => ledger.rewriting() || ledger.busy() || publishing !== undefined,
    keepSnapshot,
  };
}
