import type { SeatId, SessionId } from '@werkraum/protocol';
import type { SeatSocket } from './typed-socket.ts';

/** Which connection speaks for a seat: one at a time. */
export interface SeatRegistry {
  of(sessionId: SessionId, seatId: SeatId): SeatSocket | undefined;
  /** Makes this the seat's connection and returns the one it replaces. */
  take(socket: SeatSocket): SeatSocket | undefined;
  release(socket: SeatSocket): void;
}

const keyOf = ({ sessionId, seatId }: { sessionId: SessionId; seatId: SeatId }): string => `${sessionId}/${seatId}`;

export function createSeatRegistry(): SeatRegistry {
  const sockets = new Map<string, SeatSocket>();
  return {
    of: (sessionId, seatId) => sockets.get(keyOf({ sessionId, seatId })),
    take(socket) {
      const before = sockets.get(keyOf(socket.data));
      sockets.set(keyOf(socket.data), socket);
      return before;
    },
    release(socket) {
      if (sockets.get(keyOf(socket.data)) === socket) sockets.delete(keyOf(socket.data));
    },
  };
}
