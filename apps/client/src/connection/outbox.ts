import type { Command, CommandEnvelope, CommandId, Reply } from '@werkraum/protocol';

/**
 * How long a command may wait for the line to come back before the person is told instead. The server knows a repeat for five
 * minutes at least (WI-8).
 */
export const COMMAND_PATIENCE_MS = 30_000;

const UNHEARD: Reply = { ok: false, rejection: 'try-again' };

export interface Outbox {
  /** Resolves with the server's answer, or with `try-again` when none came in time. Never rejects. */
  send(command: Command): Promise<Reply>;
  /** The line is up: whatever has no answer yet goes out again under the same id, which the server takes once. */
  lineUp(): void;
  lineDown(): void;
  /** No answer will come any more. */
  close(): void;
}

export interface OutboxParts {
  emit(envelope: CommandEnvelope, answer: (reply: Reply) => void): void;
  makeId(): string;
  /** Runs once after a delay in milliseconds; returns how to cancel. */
  after(ms: number, run: () => void): () => void;
  /** The wall clock, in milliseconds. */
  now(): number;
}

interface Waiting {
  envelope: CommandEnvelope;
  since: number;
  settle(reply: Reply): void;
}

/** Keeps commands until they are answered. */
export function createOutbox({ emit, makeId, after, now }: OutboxParts): Outbox {
  const waiting = new Map<string, Waiting>();
  let line: 'up' | 'down' | 'closed' = 'down';
  // A timer sleeps when the machine does: what waited through a night is not sent in the morning.
  const post = ({ envelope, since, settle }: Waiting) =>
    now() - since < COMMAND_PATIENCE_MS ? emit(envelope, settle) : settle(UNHEARD);

  function send(command: Command): Promise<Reply> {
    if (line === 'closed') return Promise.resolve(UNHEARD);
    return new Promise((resolve) => {
      const id = makeId() as CommandId;
      const settle = (reply: Reply) => {
        if (!waiting.delete(id)) return;
        cancel();
        resolve(reply);
      };
      const cancel = after(COMMAND_PATIENCE_MS, () => settle(UNHEARD));
      const entry = { envelope: { id, command }, since: now(), settle };
      waiting.set(id, entry);
      if (line === 'up') post(entry);
    });
  }

  return {
    send,
    lineUp: () => {
      line = 'up';
      for (const entry of [...waiting.values()]) post(entry);
    },
    lineDown: () => {
      line = 'down';
    },
    close: () => {
      line = 'closed';
      for (const { settle } of [...waiting.values()]) settle(UNHEARD);
    },
  };
}
