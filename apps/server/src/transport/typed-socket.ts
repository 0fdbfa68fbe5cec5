import type { ClientToServer, Json, SeatId, ServerToClient, SessionId } from '@werkraum/protocol';
import type { DefaultEventsMap, Socket } from 'socket.io';

/** What the handshake has proven about a connection. */
export interface Proven {
  sessionId: SessionId;
  seatId: SeatId;
  tabId: string;
}

export type SeatSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, Proven>;

/** A view as the JSON it travels as. */
export const asJson = (view: object): Json => view as Json;
