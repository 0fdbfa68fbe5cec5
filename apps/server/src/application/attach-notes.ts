import type { Clock } from '../ports/clock.ts';
import type { Erasable } from '../ports/erasable.ts';
import type { NotesKeeper } from '../ports/notes.ts';
import type { House } from './house.ts';
import { createNotesDesk } from './notes-desk.ts';
import { createNotesRoom, type NotesRoom } from './notes-room.ts';
import type { Report } from './report.ts';

export interface AttachedNotes {
  room: NotesRoom;
  idle(): Promise<void>;
  stop(): void;
}

/** Joins what is written together to the house: who may follow it, what of it is handed over, and when it goes. */
export function attachNotes(
  house: House,
  { clock, report, notes: keeper }: { clock: Clock; report: Report; notes: NotesKeeper },
): AttachedNotes {
  const room = createNotesRoom({ house, keeper, clock, report });
  const desk = createNotesDesk({ clock, report, keeper, handle: house.handle });
  house.alsoErases(erasable(keeper, room));
  house.onCommitted((sessionId, before, after) => {
    room.committed(sessionId, before, after);
    desk.watch(sessionId, after);
  });
  house.onDeleted((sessionId) => {
    room.forget(sessionId);
    desk.forget(sessionId);
    // What was on its way while the session was being deleted may have come after all.
    keeper.delete(sessionId).catch((error: unknown) => report(error, `deleting the notes of session ${sessionId}`));
  });
  return {
    room,
    async idle() {
      await keeper.idle();
      await house.idle();
      await keeper.idle();
    },
    stop: () => desk.stop(),
  };
}

const erasable = (keeper: NotesKeeper, room: NotesRoom): Erasable => ({
  keeps: 'notes',
  deleteSession: (sessionId) => keeper.delete(sessionId),
  async erasePerson(sessionId, seatId) {
    await keeper.eraseSeat(sessionId, seatId);
    room.reopen(sessionId);
  },
  async keepOnly(sessions) {
    const left = (await keeper.sessions()).filter((sessionId) => !sessions.has(sessionId));
    await Promise.all(left.map((sessionId) => keeper.delete(sessionId)));
  },
});
