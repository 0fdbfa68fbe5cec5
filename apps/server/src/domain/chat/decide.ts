import type {
  ChatChannel,
  CloseChat,
  DeleteMessage,
  EditMessage,
  Instant,
  OpenChat,
  Say,
  SeatId,
} from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { placeOf } from '../places.ts';
import { assertNever } from '../records.ts';
import { seatOf, seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, reject, type Session } from '../session.ts';
import { type Channel, channelOf } from './chat.ts';

export type ChatCommand = Say | EditMessage | DeleteMessage | CloseChat | OpenChat;

/** So many messages of one person within so many milliseconds in one channel are a conversation; more is a flood [CH-9]. */
const FLOOD = { messages: 12, withinMs: 20_000 } as const;

/** Decides a command about what is said in writing (docs/spec/chat.md). Roles and status were checked before. */
export function decideChat(session: Session, command: ChatCommand, { actor, now }: Context): Decision {
  const seat = seatOfActor(session, actor);
  if (!seat) return reject('not-admitted');
  switch (command.type) {
    case 'say':
      return say(session, seat, command, now);
    case 'edit-message':
      return edit(session, seat, command, now);
    case 'delete-message':
      return remove(session, seat, command);
    case 'close-chat':
      return isClosed(session) ? accept() : accept({ type: 'chat-closed', by: seat.id });
    case 'open-chat':
      return isClosed(session) ? accept({ type: 'chat-opened', by: seat.id }) : accept();
    default:
      return assertNever(command);
  }
}

const isClosed = ({ chat }: Session): boolean => chat.places.plenary?.closed === true;

function say(session: Session, seat: Seat, { messageId, channel: name, text }: Say, at: Instant): Decision {
  const channel = channelOf(session.chat, name);
  if (channel.messages.some(({ id, by }) => id === messageId && by === seat.id)) return accept();
  const refused = refuseWriting(session, seat, name);
  if (refused) return refused;
  if (channel.messages.some(({ id }) => id === messageId)) return reject('not-your-message');
  if (floods(channel, seat.id, at)) return reject('too-many-messages');
  return accept({ type: 'message-said', messageId, channel: name, text, by: seat.id, at });
}

function edit(session: Session, seat: Seat, { messageId, channel: name, text }: EditMessage, at: Instant): Decision {
  const refused = refuseWriting(session, seat, name);
  if (refused) return refused;
  const message = channelOf(session.chat, name).messages.find(({ id }) => id === messageId);
  if (!message) return reject('no-such-message');
  if (message.by !== seat.id) return reject('not-your-message');
  if (message.removed) return reject('message-removed');
  if (message.text === text) return accept();
  return accept({ type: 'message-edited', messageId, channel: name, text, by: seat.id, at });
}

function remove(session: Session, seat: Seat, { messageId, channel }: DeleteMessage): Decision {
  const refused = refuseReading(session, seat, channel);
  if (refused) return refused;
  const message = channelOf(session.chat, channel).messages.find(({ id }) => id === messageId);
  if (!message) return reject('no-such-message');
  const own = message.by === seat.id;
  if (!own && seat.role !== 'facilitator') return reject('not-your-message');
  if (message.removed) return accept();
  return accept({ type: 'message-removed', messageId, channel, by: seat.id, as: own ? 'author' : 'facilitator' });
}

/** Everybody reads the plenary's chat, wherever they are; a table's only who is there; a thread its two sides [CH-1]. */
function refuseReading(session: Session, seat: Seat, channel: ChatChannel): Decision | undefined {
  if ('seatId' in channel) return hasThread(session, seat, channel.seatId) ? undefined : reject('no-such-thread');
  if (channel.place === 'plenary' || placeOf(session, seat.id) === channel.place) return undefined;
  return reject('not-at-this-table');
}

function refuseWriting(session: Session, seat: Seat, channel: ChatChannel): Decision | undefined {
  const refused = refuseReading(session, seat, channel);
  if (refused || seat.role === 'facilitator' || 'seatId' in channel || channel.place !== 'plenary') return refused;
  if (placeOf(session, seat.id) !== 'plenary') return reject('not-in-plenary');
  return isClosed(session) ? reject('chat-closed') : undefined;
}

// Those who facilitate are one side of every thread, so none of them has one.
function hasThread(session: Session, seat: Seat, seatId: SeatId): boolean {
  if (seat.role !== 'facilitator') return seatId === seat.id;
  const other = seatOf(session, seatId);
  return other?.admission === 'admitted' && other.role !== 'facilitator';
}

function floods({ messages }: Channel, seatId: SeatId, now: Instant): boolean {
  const recent = messages.filter(({ by, at }) => by === seatId && now - at < FLOOD.withinMs);
  return recent.length >= FLOOD.messages;
}
