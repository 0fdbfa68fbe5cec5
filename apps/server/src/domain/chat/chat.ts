import type { ChatChannel, Instant, MessageId, Place, SeatId } from '@werkraum/protocol';
import type { ById } from '../records.ts';

export interface Message {
  id: MessageId;
  /** Counts the messages of its channel, from 1. */
  number: number;
  by: SeatId;
  at: Instant;
  /** Empty when it was removed. */
  text: string;
  edited?: true;
  removed?: 'author' | 'facilitator';
}

/** One stream of messages. */
export interface Channel {
  /** The newest, oldest first, without gaps in their numbers. */
  messages: readonly Message[];
  /** Only facilitators may write. */
  closed?: true;
}

export interface Chat {
  /** The plenary and every table at which something was said. */
  places: ById<Place, Channel>;
  /** What one person and those who facilitate write to each other, by that person. */
  threads: ById<SeatId, Channel>;
}

export type ChatFact =
  | { type: 'message-said'; messageId: MessageId; channel: ChatChannel; text: string; by: SeatId; at: Instant }
  | { type: 'message-edited'; messageId: MessageId; channel: ChatChannel; text: string; by: SeatId; at: Instant }
  | { type: 'message-removed'; messageId: MessageId; channel: ChatChannel; by: SeatId; as: 'author' | 'facilitator' }
  | { type: 'chat-closed'; by: SeatId }
  | { type: 'chat-opened'; by: SeatId };

export const nothingSaid: Chat = { places: {}, threads: {} };

const EMPTY: Channel = { messages: [] };

/** The stream behind the name of a channel; an empty one where nothing was said. */
export const channelOf = (chat: Chat, channel: ChatChannel): Channel =>
  ('place' in channel ? chat.places[channel.place] : chat.threads[channel.seatId]) ?? EMPTY;
