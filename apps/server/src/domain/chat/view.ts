import type { ChatView, FacilitatorsView, MessageView } from '@werkraum/protocol';
import { entries } from '../records.ts';
import type { Session } from '../session.ts';
import type { Channel, Message } from './chat.ts';

/** Remembers what was made from an object that never changes, as long as somebody holds the object. */
function once<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const made = new WeakMap<From, Made>();
  return (from) => {
    const before = made.get(from);
    if (before !== undefined) return before;
    const now = make(from);
    made.set(from, now);
    return now;
  };
}

const messageView = once(
  ({ id, by, at, text, edited, removed }: Message): MessageView => ({
    ...{ id, by, at, text },
    ...(edited && !removed && { edited }),
    ...(removed && { removed }),
  }),
);

/** One channel as those see it who may: a new message makes one entry anew and not three hundred. */
const viewOf = once(
  ({ messages, closed }: Channel): ChatView => ({
    messages: Object.fromEntries(messages.map((message) => [message.number, messageView(message)])),
    ...(closed && { closed }),
  }),
);

/** A channel's view; undefined while nothing was said there. */
export const chatView = (channel: Channel | undefined): ChatView | undefined => channel && viewOf(channel);

/** What the threads of all people are made from. */
export const threadsInputs = ({ chat: { threads } }: Session) => ({ threads });

/** All threads, for those who facilitate; undefined while there is none. */
export function threadViews({ threads }: ReturnType<typeof threadsInputs>): FacilitatorsView['threads'] {
  const views = entries(threads).map(([seatId, channel]) => [seatId, viewOf(channel)] as const);
  return views.length === 0 ? undefined : Object.fromEntries(views);
}
