import {
  type NotesMessage,
  NotesOpen,
  NotesPlace,
  NotesPointing,
  type NotesRefusal,
  NotesUpdate,
  NotesVersionRequest,
} from '@werkraum/protocol';
import type { z } from 'zod';
import type { Follower, NotesRoom } from '../application/notes-room.ts';
import type { Report } from '../application/report.ts';
import type { Clock } from '../ports/clock.ts';
import { answer } from './command-channel.ts';
import { createTokenBucket } from './token-bucket.ts';
import type { SeatSocket } from './typed-socket.ts';

export interface NotesChannelParts {
  notes: NotesRoom;
  clock: Clock;
  report: Report;
}

/** Clients bundle what is typed; a caret is told four times a second. */
const RATES = { change: [8, 24], look: [2, 12], caret: [8, 16] } as const;

/** Takes what concerns notes from one connection. Whose it is was proven by the handshake and stands in no message. */
export function acceptNotes(socket: SeatSocket, { notes, clock, report }: NotesChannelParts): void {
  const { sessionId, seatId } = socket.data;
  const who: Follower = { sessionId, seatId, tell: (message: NotesMessage) => void socket.emit('notes', message) };
  const bucket = ([perSecond, burst]: readonly [number, number]) => createTokenBucket(clock, perSecond, burst);
  const mayChange = bucket(RATES.change);
  const mayLook = bucket(RATES.look);
  const mayPoint = bucket(RATES.caret);
  const refused = (reason: NotesRefusal) => ({ ok: false, reason });

  async function carryOut<T>(
    schema: z.ZodType<T>,
    input: unknown,
    work: (request: T) => Promise<object>,
  ): Promise<object> {
    const request = schema.safeParse(input);
    if (!request.success) return refused('malformed');
    return work(request.data).catch((error: unknown) => {
      report(error, `writing notes in session ${sessionId}`);
      return refused('not-saving');
    });
  }

  function asked<T>(may: () => boolean, schema: z.ZodType<T>, work: (request: T) => Promise<object>) {
    return (input: unknown, ack: unknown): void => {
      const reply = may() ? carryOut(schema, input, work) : Promise.resolve(refused('too-many'));
      void reply.then((value) => answer(ack, value));
    };
  }

  socket.on(
    'notes-open',
    asked(mayLook, NotesOpen, ({ place, vector }) => notes.open(who, place, vector)),
  );
  socket.on(
    'notes-update',
    asked(mayChange, NotesUpdate, ({ place, update }) => notes.update(who, place, update)),
  );
  socket.on(
    'notes-versions',
    asked(mayLook, NotesPlace, (place) => notes.versions(who, place)),
  );
  socket.on(
    'notes-version',
    asked(mayLook, NotesVersionRequest, ({ place, version }) => notes.version(who, place, version)),
  );
  socket.on(
    'notes-restore',
    asked(mayLook, NotesVersionRequest, ({ place, version }) => notes.restore(who, place, version)),
  );
  socket.on('notes-caret', (input: unknown) => {
    const pointing = NotesPointing.safeParse(input);
    if (pointing.success && mayPoint()) notes.point(who, pointing.data.place, pointing.data.caret);
  });
  socket.on('notes-close', (input: unknown) => {
    const place = NotesPlace.safeParse(input);
    if (place.success) notes.close(who, place.data);
  });
  socket.on('disconnect', () => notes.close(who));
}
