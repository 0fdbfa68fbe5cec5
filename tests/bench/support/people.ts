import { PROTOCOL_VERSION, type SeatId, type SessionId } from '@werkraum/protocol';

/** What stands in every link of the bench. */
export const SECRET = 'everybody-has-the-same';

export const seatIdOf = (index: number): SeatId => `p-${index}` as SeatId;
export const sessionIdOf = (index: number): SessionId => `bench-${index}` as SessionId;

/** A connection to be made: the path that is asked for, and what is said once it is open. */
export interface Visitor {
  path: string;
  hello?: string;
}

const SOCKET_IO = '/socket.io/?EIO=4&transport=websocket';

/** Somebody with a seat in Werkraum. */
export function seatVisitor(session: number, person: number): Visitor {
  const auth = {
    ...{ protocol: PROTOCOL_VERSION, sessionId: sessionIdOf(session), seatId: seatIdOf(person), secret: SECRET },
    tabId: 'tab',
  };
  return { path: SOCKET_IO, hello: `40${JSON.stringify(auth)}` };
}

/** Somebody in a room of the stock Socket.IO server. */
export const roomVisitor = (room: number): Visitor => ({
  path: SOCKET_IO,
  hello: `40${JSON.stringify({ room: String(room) })}`,
});

/** As many visitors as there are people in all sessions, session by session. */
export const everybody = (sessions: number, people: number, visitor: (session: number, person: number) => Visitor) =>
  Array.from({ length: sessions * people }, (_, index) => visitor(Math.floor(index / people), index % people));
