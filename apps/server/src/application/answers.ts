import { hash } from 'node:crypto';
import type { CommandId, Reply } from '@werkraum/protocol';
import type { Actor, AnyCommand } from '../domain/session.ts';

/** Somebody asks for something. The id is the sender's, so that a repeat can be told from a second wish. */
export interface Request {
  command: AnyCommand;
  actor: Actor;
  commandId?: CommandId;
}

/** What was answered to which command, so that a repeated id is answered as the first time and changes nothing. */
export interface Answers {
  /** The answer already given or under way; `command-id-reused` when the id came with another body or from another seat. */
  recall(request: Request): Promise<Reply> | undefined;
  /** The answer to a command whose effect was found in the log when that was read again. */
  recallLogged(request: Request): Reply | undefined;
  keep(request: Request, reply: Promise<Reply>): void;
  /** These commands have an effect in the log. Nothing more is known of them after a restart. */
  inLog(ids: readonly CommandId[]): void;
}

interface Answer {
  print: string;
  reply: Promise<Reply>;
}

// Answers without an effect in the log are kept for the last so many commands: clients retry within seconds.
const KEPT = 4_000;
const REUSED: Promise<Reply> = Promise.resolve({ ok: false, rejection: 'command-id-reused' });

const printOf = ({ command, actor }: Request): string =>
  hash('sha256', JSON.stringify([actor, command]), 'base64url').slice(0, 22);

/** True for answers that say "not now": the same command may be carried out when it is repeated. */
export const isPassing = (reply: Reply): boolean =>
  !reply.ok && (reply.rejection === 'not-saving' || reply.rejection === 'try-again');

export function createAnswers(): Answers {
  const recent = new Map<CommandId, Answer>();
  const logged = new Set<CommandId>();

  function settle(commandId: CommandId, answer: Answer): void {
    const forget = () => recent.get(commandId) === answer && recent.delete(commandId);
    answer.reply.then((reply) => isPassing(reply) && forget(), forget);
  }

  return {
    recall(request) {
      if (request.commandId === undefined) return undefined;
      const answer = recent.get(request.commandId);
      if (answer) return answer.print === printOf(request) ? answer.reply : REUSED;
      return logged.has(request.commandId) ? Promise.resolve({ ok: true }) : undefined;
    },
    recallLogged: ({ commandId }) => (commandId !== undefined && logged.has(commandId) ? { ok: true } : undefined),
    keep(request, reply) {
      if (request.commandId === undefined) return;
      const answer = { print: printOf(request), reply };
      recent.set(request.commandId, answer);
      settle(request.commandId, answer);
      if (recent.size <= KEPT) return;
      const [oldest] = recent.keys();
      if (oldest !== undefined) recent.delete(oldest);
    },
    inLog(ids) {
      for (const id of ids) logged.add(id);
    },
  };
}
