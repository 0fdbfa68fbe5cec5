import type { Audience, Farewell, SliceMessage } from '@werkraum/protocol';
import type { Session } from '../domain/session.ts';
import { audiencesOf, slices } from '../domain/slices.ts';
import type { Clock } from '../ports/clock.ts';
import type { Line } from './line.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { eventPacket } from './packet.ts';
import { createDocuments, isSeats } from './slice-documents.ts';
import type { SeatSocket } from './typed-socket.ts';

/** A patch that was sent: its size in bytes, to how many connections it went, and how many of them took the direct way. */
export type OnBroadcast = (bytes: number, receivers: number, direct: number) => void;

export interface SessionFeedParts {
  session: Session;
  clock: Clock;
  /** Says why, then closes. */
  farewell: (socket: SeatSocket, reason: Farewell) => void;
  onBroadcast: OnBroadcast;
}

/** What is shown of one session, and to whom. */
export interface SessionFeed {
  isEmpty(): boolean;
  join(socket: SeatSocket, line: Line): void;
  leave(socket: SeatSocket): void;
  resync(socket: SeatSocket, audience: Audience): void;
  publish(before: Session | undefined, after: Session): void;
  dismissAll(): void;
}

interface Member {
  socket: SeatSocket;
  send: Line['send'];
  outbox: Outbox;
  /** Audiences whose document the client holds and is kept up to date. */
  holds: Set<Audience>;
  /** Audiences whose document grows old at the client, because it does not take what it is sent. */
  old?: ReadonlySet<Audience>;
}

export function createSessionFeed({ session, clock, farewell, onBroadcast }: SessionFeedParts): SessionFeed {
  let current = slices(session);
  const documents = createDocuments();
  documents.update(current.documents);
  const members = new Map<string, Member>();
  const holders = new Map<Audience, Set<Member>>();

  const theirs = ({ socket }: Member): readonly Audience[] =>
    audiencesOf(current.session, socket.data.seatId).filter(documents.has);

  function stopHolding(member: Member, audience: Audience): void {
    member.holds.delete(audience);
    const others = holders.get(audience);
    others?.delete(member);
    if (others?.size === 0) holders.delete(audience);
  }

  function takeAway(member: Member, audience: Audience): void {
    stopHolding(member, audience);
    member.send(gone(audience));
  }

  function give(member: Member, audience: Audience): void {
    const packet = documents.snapshot(audience);
    if (packet === undefined || member.outbox.isFull()) return;
    member.holds.add(audience);
    const others = holders.get(audience);
    if (others) others.add(member);
    else holders.set(audience, new Set([member]));
    member.outbox.sendDocument(() => member.send(packet));
  }

  const giveAll = (member: Member, audiences: readonly Audience[]): void => {
    for (const audience of audiences) if (!member.holds.has(audience)) give(member, audience);
  };

  // Whoever does not keep up gets no patches; when the connection takes something again, it gets whole documents.
  function setAside(member: Member): void {
    member.old = new Set([...(member.old ?? []), ...member.holds]);
    for (const audience of member.holds) stopHolding(member, audience);
  }

  function catchUp(member: Member): void {
    if (!members.has(member.socket.id)) return;
    const audiences = theirs(member);
    giveAll(member, audiences);
    if (member.outbox.isFull()) return;
    for (const audience of member.old ?? []) if (!audiences.includes(audience)) member.send(gone(audience));
    delete member.old;
  }

  function broadcast(message: SliceMessage): void {
    const receivers = holders.get(message.audience);
    if (!receivers) return;
    const packet = eventPacket('slice', message);
    const count = receivers.size;
    let direct = 0;
    for (const { send } of receivers) if (send(packet)) direct += 1;
    onBroadcast(packet.frame.length, count, direct);
  }

  function dismissSome(before: Session | undefined, after: Session): void {
    if (before?.people === after.people) return;
    for (const { socket } of [...members.values()]) {
      const reason = dismissed(before, after, socket);
      if (reason) farewell(socket, reason);
    }
  }

  return {
    isEmpty: () => members.size === 0,
    join(socket, { send }) {
      const outbox = createOutbox({
        socket,
        clock,
        onFull: () => setAside(member),
        onRelief: () => catchUp(member),
        onStuck: () => farewell(socket, 'too-slow'),
      });
      const member: Member = { socket, send, outbox, holds: new Set() };
      members.set(socket.id, member);
      giveAll(member, theirs(member));
    },
    leave(socket) {
      const member = members.get(socket.id);
      members.delete(socket.id);
      for (const audience of member?.holds ?? []) if (member) stopHolding(member, audience);
    },
    resync(socket, audience) {
      const member = members.get(socket.id);
      if (!member || member.outbox.isFull()) return;
      if (member.holds.has(audience)) give(member, audience);
      else member.send(gone(audience));
    },
    publish(before, after) {
      dismissSome(before, after);
      current = slices(after, current);
      const { patches, otherRooms } = documents.update(current.documents);
      // Admission, role and place decide on somebody's audiences and stand in their own document.
      const seats = patches.filter(({ audience }) => isSeats(audience));
      const concerned = otherRooms
        ? [...members.values()]
        : seats.flatMap(({ audience }) => [...(holders.get(audience) ?? [])]);
      const moves = concerned.map((member) => ({ member, audiences: theirs(member) }));
      for (const { member, audiences } of moves) {
        for (const audience of member.holds) if (!audiences.includes(audience)) takeAway(member, audience);
      }
      for (const patch of patches) broadcast(patch);
      for (const { member, audiences } of moves) giveAll(member, audiences);
    },
    dismissAll() {
      for (const { socket } of [...members.values()]) farewell(socket, 'removed');
    },
  };
}

const gone = (audience: Audience) => eventPacket('slice', { kind: 'gone', audience } satisfies SliceMessage);

function dismissed(before: Session | undefined, after: Session, { data }: SeatSocket): Farewell | undefined {
  const seat = after.people.seats[data.seatId];
  if (!seat || seat.admission === 'removed') return 'removed';
  const linkBefore = before?.people.seats[data.seatId]?.linkHash;
  return linkBefore !== undefined && linkBefore !== seat.linkHash ? 'link-reissued' : undefined;
}
