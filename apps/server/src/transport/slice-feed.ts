import type { Audience, Farewell, SessionId } from '@werkraum/protocol';
import type { House } from '../application/house.ts';
import type { Session } from '../domain/session.ts';
import type { Clock } from '../ports/clock.ts';
import type { Line } from './line.ts';
import { createSessionFeed, type OnBroadcast, type SessionFeed } from './session-feed.ts';
import type { SeatSocket } from './typed-socket.ts';

/** The only path by which state reaches a client: one document per audience, kept up to date by patches. */
export interface SliceFeed {
  /** Gives a connection its documents and keeps them up to date until it ends. */
  join(socket: SeatSocket, line: Line): void;
  /** Sends one document anew; the receiver has missed something. */
  resync(socket: SeatSocket, audience: Audience): void;
  /** Tells everybody what became durable. */
  committed(sessionId: SessionId, before: Session | undefined, after: Session): void;
  /** Ends all connections of a session that is no more. */
  dismiss(sessionId: SessionId): void;
}

export interface SliceFeedParts {
  house: House;
  clock: Clock;
  /** Says why, then closes. */
  farewell: (socket: SeatSocket, reason: Farewell) => void;
  onBroadcast: OnBroadcast;
}

interface Held {
  feed: SessionFeed;
  release: () => void;
}

/** Feeds the sessions somebody is connected to; the others cost nothing. */
export function createSliceFeed({ house, clock, farewell, onBroadcast }: SliceFeedParts): SliceFeed {
  const feeds = new Map<SessionId, Held>();

  function hold(session: Session): Held {
    const known = feeds.get(session.id);
    if (known) return known;
    const feed = createSessionFeed({ session, clock, farewell, onBroadcast });
    const held = { feed, release: house.hold(session.id) };
    feeds.set(session.id, held);
    return held;
  }

  function leave(socket: SeatSocket, { feed, release }: Held): void {
    const { sessionId } = socket.data;
    feed.leave(socket);
    if (!feed.isEmpty() || feeds.get(sessionId)?.feed !== feed) return;
    feeds.delete(sessionId);
    release();
  }

  return {
    join(socket, line) {
      const session = house.session(socket.data.sessionId);
      if (!session || !socket.connected) return;
      const held = hold(session);
      socket.on('disconnect', () => leave(socket, held));
      held.feed.join(socket, line);
    },
    resync: (socket, audience) => feeds.get(socket.data.sessionId)?.feed.resync(socket, audience),
    committed: (sessionId, before, after) => feeds.get(sessionId)?.feed.publish(before, after),
    dismiss: (sessionId) => feeds.get(sessionId)?.feed.dismissAll(),
  };
}
