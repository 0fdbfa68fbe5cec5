import { CommandEnvelope, type Reply } from '@werkraum/protocol';
import type { Handle } from '../application/house.ts';
import type { Report } from '../application/report.ts';
import type { SeatSocket } from './typed-socket.ts';

export interface CommandChannelParts {
  handle: Handle;
  report: Report;
  onRejected: (rejection: string) => void;
}

/** Parse, delegate, answer; nothing that arrives here can stop the process. */
export function acceptCommands(socket: SeatSocket, { handle, report, onRejected }: CommandChannelParts): void {
  const { sessionId, seatId } = socket.data; // proven by the handshake, never taken from a payload
  const actor = { kind: 'seat', seatId } as const;

  async function carryOut(input: unknown): Promise<Reply> {
    const envelope = CommandEnvelope.safeParse(input);
    if (!envelope.success) return { ok: false, rejection: 'malformed-command' };
    const { id, command } = envelope.data;
    return handle(sessionId, command, actor, id).catch((error: unknown) => {
      report(error, `handling ${command.type} in session ${sessionId}`);
      return { ok: false, rejection: 'try-again' };
    });
  }

  socket.on('command', async (input: unknown, ack: unknown) => {
    const reply = await carryOut(input);
    if (!reply.ok) onRejected(reply.rejection);
    answer(ack, reply);
  });
}

/** Answers a request if the sender wanted an answer. */
export function answer(ack: unknown, value: unknown): void {
  if (typeof ack === 'function') ack(value);
}
