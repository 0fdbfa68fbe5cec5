import type { ChatChannel } from '@werkraum/protocol';
import { assertNever, withEntry } from '../records.ts';
import { type Channel, type Chat, type ChatFact, channelOf, type Message } from './chat.ts';

/** What is kept of a channel, so that a state and a document stay small whatever is written [CH-8]. */
const KEPT = {
  place: { messages: 300, characters: 60_000 },
  thread: { messages: 100, characters: 20_000 },
} as const;

/** Folds one fact about what is said in writing. What is no longer kept can no longer change. */
export function evolveChat(chat: Chat, fact: ChatFact): Chat {
  switch (fact.type) {
    case 'message-said':
      return changed(chat, fact.channel, (channel) => ({
        ...channel,
        messages: newest(
          [...channel.messages, said(channel, fact)],
          KEPT['place' in fact.channel ? 'place' : 'thread'],
        ),
      }));
    case 'message-edited':
      return reworded(chat, fact, (message) => withText(message, fact.text));
    case 'message-removed':
      return reworded(chat, fact, (message) => ({ ...message, text: '', removed: fact.as }));
    case 'chat-closed':
      return changed(chat, PLENARY, ({ messages }) => ({ messages, closed: true }));
    case 'chat-opened':
      return changed(chat, PLENARY, ({ messages }) => ({ messages }));
    default:
      return assertNever(fact);
  }
}

const PLENARY: ChatChannel = { place: 'plenary' };

function changed(chat: Chat, name: ChatChannel, change: (channel: Channel) => Channel): Chat {
  const channel = change(channelOf(chat, name));
  return 'place' in name
    ? { ...chat, places: withEntry(chat.places, name.place, channel) }
    : { ...chat, threads: withEntry(chat.threads, name.seatId, channel) };
}

const reworded = (
  chat: Chat,
  { channel, messageId }: Pick<Extract<ChatFact, { type: 'message-edited' }>, 'channel' | 'messageId'>,
  change: (message: Message) => Message,
): Chat =>
  changed(chat, channel, (before) => ({
    ...before,
    messages: before.messages.map((message) => (message.id === messageId ? change(message) : message)),
  }));

function said(
  { messages }: Channel,
  { messageId, by, at, text }: Extract<ChatFact, { type: 'message-said' }>,
): Message {
  const number = (messages.at(-1)?.number ?? 0) + 1;
  return { id: messageId, number, by, at, text, ...(text === '' && ERASED) };
}

// A fact without words is one whose author was erased from the log.
const ERASED = { removed: 'author' } as const;
const withText = (message: Message, text: string): Message => ({
  ...message,
  text,
  edited: true,
  ...(text === '' && ERASED),
});

function newest(messages: readonly Message[], most: { messages: number; characters: number }): readonly Message[] {
  let characters = 0;
  let from = messages.length;
  while (from > 0 && messages.length - from < most.messages) {
    characters += messages[from - 1]?.text.length ?? 0;
    if (characters > most.characters) break;
    from -= 1;
  }
  return from === 0 ? messages : messages.slice(from);
}
