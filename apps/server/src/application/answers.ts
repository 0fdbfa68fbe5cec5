import type { CommandId, Instant, Reply } from '@werkraum/protocol';
import type { Actor, AnyCommand } from '../domain/session.ts';
import { createFleeting } from './fleeting.ts';

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
  keep(request: Request, reply: Promise<Reply>, now: Instant): void;
  /** This command has an effect in the log. */
  inLog(id: CommandId, at: Instant): void;
  /** Ids of commands with an effect in the log that somebody may still repeat, oldest first. */
  logged(): readonly CommandId[];
}

interface Answer {
  request: Request;
  reply: Promise<Reply>;
}

/** How long an answer is kept together with what was asked. Clients repeat for half a minute. */
const ANSWER_MS = 60_000;
/** How long it is known that a command had an effect, be the server restarted meanwhile. */
const EFFECT_MS = 5 * 60_000;
const CARRIED_OUT: Promise<Reply> = Promise.resolve({ ok: true });
const REUSED: Promise<Reply> = Promise.resolve({ ok: false, rejection: 'command-id-reused' });

// Repeats are rare: what they said is put into words only then.
const said = ({ command, actor }: Request): string => JSON.stringify([actor, command]);

/** True for answers that say "not now": the same command may be carried out when it is repeated. */
export const isPassing = (reply: Reply): boolean =>
  !reply.ok && (reply.rejection === 'not-saving' || reply.rejection === 'try-again');

export function createAnswers(): Answers {
  const recent = createFleeting<CommandId, Answer>(ANSWER_MS);
  const logged = createFleeting<CommandId, true>(EFFECT_MS);

  function settle(commandId: CommandId, answer: Answer): void {
    const forget = () => void (recent.get(commandId) === answer && recent.delete(commandId));
    answer.reply.then((reply) => {
      if (reply.ok) answer.reply = CARRIED_OUT;
      else if (isPassing(reply)) forget();
    }, forget);
  }

  return {
    recall(request) {
      if (request.commandId === undefined) return undefined;
      const answer = recent.get(request.commandId);
      if (answer) return said(answer.request) === said(request) ? answer.reply : REUSED;
      return logged.get(request.commandId) && CARRIED_OUT;
    },
    recallLogged: ({ commandId }) => (commandId !== undefined && logged.get(commandId) ? { ok: true } : undefined),
    keep(request, reply, now) {
      if (request.commandId === undefined) return;
      const answer = { request, reply };
      recent.set(request.commandId, answer, now);
      settle(request.commandId, answer);
    },
    inLog: (id, at) => logged.set(id, true, at),
    logged: () => logged.keys(),
  };
}
