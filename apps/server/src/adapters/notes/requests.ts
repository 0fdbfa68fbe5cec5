import type { NotesKeeper } from '../../ports/notes.ts';
import type { Answered, Asked, Kind } from './messages.ts';

/** Asks the documents for something, wherever they are. */
export type Ask = <K extends Kind>(kind: K, body: Asked[K]) => Promise<Answered[K]>;

/** The port in terms of requests. */
export const keeperOver = (ask: Ask): Omit<NotesKeeper, 'idle' | 'stop'> => ({
  open: (key, vector) => ask('open', { key, vector }),
  update: (key, change) => ask('update', { key, ...change }),
  text: (key) => ask('text', { key }),
  versions: (key) => ask('versions', { key }),
  version: (key, version) => ask('version', { key, version }),
  keepVersion: (key, at) => ask('keep-version', { key, at }),
  restore: (key, version, at) => ask('restore', { key, version, at }),
  places: (sessionId) => ask('places', { sessionId }),
  words: (key, seatId) => ask('words', { key, seatId }),
  eraseSeat: (sessionId, seatId) => ask('erase-seat', { sessionId, seatId }),
  sessions: () => ask('sessions', {}),
  delete: (sessionId) => ask('delete', { sessionId }),
});
