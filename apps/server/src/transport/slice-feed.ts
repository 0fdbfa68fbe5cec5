import type { Audience, Farewell, SeatId, SessionId } from '@werkraum/protocol';
import type { House } from '../application/house.ts';
import type { Session } from '../domain/session.ts';
import { audiencesOf, slices } from '../domain/slices.ts';
import type { Clock } from '../ports/clock.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createDocuments, type Documents } from './slice-documents.ts';
import type { SeatServer, SeatSocket } from './typed-socket.ts';

/** The only path by which state reaches a client: one document per audience, kept up to date by patches. */
export interface SliceFeed {
  /** Gives a connection its documents and keeps them up to date until it ends. */
  join(socket: SeatSocket): void;
  /** Sends one document anew; the receiver has missed something. */
  resync(socket: SeatSocket, audience: Audience): void;
  /** Tells everybody what became durable. */
  committed(sessionId: SessionId, before: Session | undefined, after: Session): void;
  /** Ends all connections of a session that is no more. */
  dismiss(sessionId: SessionId): void;
}

export interface SliceFeedParts {
  io: SeatServer;
  house: House;
  clock: Clock;
  /** Says why, then closes. */
  farewell: (socket: SeatSocket, reason: Farewell) => void;
  /** Size in characters of each patch that is sent. */
  onPatch?: (size: number) => void;
}

interface Member {
  socket: SeatSocket;
  seatId: SeatId;
  outbox: Outbox;
  /** Audiences whose document the client holds and is kept up to date. */
  holds: Set<Audience>;
  /** Audiences whose document grows old at the client, because it does not take what it is sent. */
  old: Set<Audience>;
}

interface Feed {
  documents: Documents;
  members: Map<string, Member>;
  release: () => void;
}

const roomOf = (sessionId: SessionId, audience: Audience): string => `${sessionId}/${audience}`;

export function createSliceFeed({ io, house, clock, farewell, onPatch }: SliceFeedParts): SliceFeed {
  const feeds = new Map<SessionId, Feed>();

  function feedOf(session: Session): Feed {
    const held = feeds.get(session.id);
    if (held) return held;
    const feed = { documents: createDocuments(), members: new Map<string, Member>(), release: house.hold(session.id) };
    feed.documents.update(slices(session).documents);
    feeds.set(session.id, feed);
    return feed;
  }

  function drop(feed: Feed, { sessionId }: { sessionId: SessionId }, member: Member): void {
    feed.members.delete(member.socket.id);
    if (feed.members.size > 0 || feeds.get(sessionId) !== feed) return;
    feeds.delete(sessionId);
    feed.release();
  }

  function leave(member: Member, audience: Audience): void {
    member.holds.delete(audience);
    void member.socket.leave(roomOf(member.socket.data.sessionId, audience));
    member.socket.emit('slice', { kind: 'gone', audience });
  }

  function enter(member: Member, audience: Audience, { documents }: Feed): void {
    const packet = documents.snapshot(audience);
    if (packet === undefined) return;
    member.holds.add(audience);
    void member.socket.join(roomOf(member.socket.data.sessionId, audience));
    member.outbox.send(packet);
  }

  function leaveWhatIsNotTheirs(session: Session, member: Member): void {
    const theirs = audiencesOf(session, member.seatId);
    for (const audience of [...member.holds]) if (!theirs.includes(audience)) leave(member, audience);
  }

  function enterWhatIsTheirs(session: Session, feed: Feed, member: Member): void {
    if (member.outbox.isFull()) return;
    for (const audience of audiencesOf(session, member.seatId)) {
      if (!member.holds.has(audience)) enter(member, audience, feed);
    }
  }

  // Whoever does not keep up gets no patches; when the connection takes something again, it gets whole documents.
  function setAsideIfFull({ socket, outbox, holds, old }: Member): void {
    if (!outbox.isFull()) return;
    for (const audience of holds) {
      void socket.leave(roomOf(socket.data.sessionId, audience));
      old.add(audience);
    }
    holds.clear();
  }

  function catchUp(member: Member): void {
    const { sessionId } = member.socket.data;
    const feed = feeds.get(sessionId);
    const session = house.session(sessionId);
    if (!feed || !session || !member.socket.connected || member.outbox.isFull()) return;
    enterWhatIsTheirs(session, feed, member);
    for (const audience of member.old) if (!member.holds.has(audience)) leave(member, audience);
    member.old.clear();
  }

  function dismissed(before: Session | undefined, after: Session, seatId: SeatId): Farewell | undefined {
    const seat = after.people.seats[seatId];
    if (!seat || seat.admission === 'removed') return 'removed';
    const linkBefore = before?.people.seats[seatId]?.linkHash;
    return linkBefore !== undefined && linkBefore !== seat.linkHash ? 'link-reissued' : undefined;
  }

  return {
    join(socket) {
      const { sessionId, seatId } = socket.data;
      const session = house.session(sessionId);
      if (!session || !socket.connected) return;
      const feed = feedOf(session);
      const outbox = createOutbox({
        socket,
        clock,
        onRelief: () => catchUp(member),
        onStuck: () => farewell(socket, 'too-slow'),
      });
      const member: Member = { socket, seatId, outbox, holds: new Set(), old: new Set() };
      feed.members.set(socket.id, member);
      socket.on('disconnect', () => drop(feed, { sessionId }, member));
      enterWhatIsTheirs(session, feed, member);
    },
    resync(socket, audience) {
      const feed = feeds.get(socket.data.sessionId);
      const member = feed?.members.get(socket.id);
      if (!feed || !member || member.outbox.isFull()) return;
      if (member.holds.has(audience)) enter(member, audience, feed);
      else socket.emit('slice', { kind: 'gone', audience });
    },
    committed(sessionId, before, after) {
      const feed = feeds.get(sessionId);
      if (!feed) return;
      for (const { socket, seatId } of [...feed.members.values()]) {
        const reason = dismissed(before, after, seatId);
        if (reason) farewell(socket, reason);
      }
      for (const member of feed.members.values()) {
        leaveWhatIsNotTheirs(after, member);
        setAsideIfFull(member);
      }
      for (const message of feed.documents.update(slices(after).documents)) {
        io.to(roomOf(sessionId, message.audience)).emit('slice', message);
        onPatch?.(JSON.stringify(message).length);
      }
      for (const member of feed.members.values()) enterWhatIsTheirs(after, feed, member);
    },
    dismiss(sessionId) {
      for (const { socket } of feeds.get(sessionId)?.members.values() ?? []) farewell(socket, 'removed');
    },
  };
}
