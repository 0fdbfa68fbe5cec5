import type {
  Command,
  Instant,
  MessageId,
  MessageView,
  Rejection,
  SeatId,
  SeatView,
  SessionView,
} from '@werkraum/protocol';
import { byName } from '../../ui/by-name.ts';
import { type ChatDocuments, channelKey, type OpenChannel, openChannels, type Read, unreadIn } from './channels.ts';
import type { Post } from './outgoing.ts';

/** The longest message. */
export const MOST_CHARACTERS = 1000;
/** Messages of one person within so many milliseconds stand under one name. */
const TOGETHER_MS = 5 * 60_000;

export interface ChannelTab extends OpenChannel {
  /** The table's label, or the person of a thread; undefined when that person has left for good. */
  name: string | undefined;
  unread: number;
  /** `elsewhere`: one writes here again when one is back. */
  writing: 'yes' | 'closed' | 'elsewhere' | 'over';
}

/** The channels this person may read, with `chosen` among them even before anything was said there. */
export function channelTabs(
  documents: ChatDocuments,
  read: Read,
  chosen?: OpenChannel['channel'],
): readonly ChannelTab[] {
  const { session, you } = documents;
  const channels = openChannels(documents);
  const fresh = chosen && 'seatId' in chosen && you.role === 'facilitator' ? [threadWith(session, chosen)] : [];
  const known = new Set(channels.map(({ key }) => key));
  return [...channels, ...fresh.filter(({ key }) => !known.has(key))].map((channel) => ({
    ...channel,
    name: nameOf(session, channel),
    unread: unreadIn(channel, you, read),
    writing: writingIn(channel, session, you),
  }));
}

const threadWith = (session: SessionView, channel: OpenChannel['channel']): OpenChannel => ({
  ...{ kind: 'thread', channel, view: undefined },
  key: channelKey(session, channel),
});

function nameOf({ people, tables }: SessionView, { channel }: OpenChannel): string | undefined {
  if ('seatId' in channel) return people[channel.seatId]?.name;
  return channel.place === 'plenary' ? undefined : tables?.rooms[channel.place]?.label;
}

function writingIn(
  { kind, channel, view }: OpenChannel,
  { people }: SessionView,
  you: SeatView,
): ChannelTab['writing'] {
  if (!you.may.includes('say')) return 'over';
  if (kind === 'thread') return 'seatId' in channel && people[channel.seatId] ? 'yes' : 'over';
  if (kind !== 'plenary' || you.role === 'facilitator') return 'yes';
  if (you.place !== 'plenary') return 'elsewhere';
  return view?.closed ? 'closed' : 'yes';
}

/** Whom somebody who facilitates may write to, by name; undefined for everybody else. */
export function possibleThreads(
  { people }: SessionView,
  { role }: SeatView,
): readonly { seatId: SeatId; name: string }[] | undefined {
  if (role !== 'facilitator') return undefined;
  return Object.entries(people)
    .filter(([, person]) => person.role !== 'facilitator')
    .map(([seatId, { name }]) => ({ seatId: seatId as SeatId, name }))
    .sort((a, b) => byName(a.name, b.name));
}

/** The command that closes or opens the plenary's chat; undefined for who may not. */
export function chatSwitch({ kind, view }: ChannelTab, { may }: SeatView): Command | undefined {
  const type = view?.closed ? 'open-chat' : 'close-chat';
  return kind === 'plenary' && may.includes(type) ? { type } : undefined;
}

export interface MessageRow {
  key: string;
  id: MessageId;
  /** 0 for what is not said yet. */
  number: number;
  /** Undefined when that person is no longer in the workshop. */
  name: string | undefined;
  own: boolean;
  /** Undefined for what is not said yet. */
  at: Instant | undefined;
  text: string;
  edited: boolean;
  removed: MessageView['removed'];
  /** Name and time stand above it. */
  headed: boolean;
  /** The line that separates what is new stands above it. */
  firstNew: boolean;
  state: 'said' | 'sending' | 'failed';
  rejection: Rejection | undefined;
  mayEdit: boolean;
  remove: Command | undefined;
}

/** The messages of a channel, and below them what is on its way there. `readTo`: what had been read when it was opened. */
export function messageRows(
  tab: ChannelTab,
  documents: ChatDocuments,
  posts: readonly Post[],
  readTo: number,
): readonly MessageRow[] {
  const {
    session: { people },
    you,
  } = documents;
  const messages = Object.entries(tab.view?.messages ?? {});
  const said = new Set(messages.map(([, { id }]) => id));
  const rows: MessageRow[] = [];
  let newYet = false;
  for (const [key, message] of messages) {
    const number = Number(key);
    const own = message.by === you.seatId;
    const firstNew: boolean = !newYet && !own && !message.removed && number > readTo;
    newYet ||= firstNew;
    const before = messages[rows.length - 1]?.[1];
    rows.push({
      ...{ key: message.id, id: message.id, number, own, firstNew, at: message.at, text: message.text },
      ...{ name: people[message.by]?.name, edited: message.edited ?? false, removed: message.removed },
      headed: firstNew || !isTogether(before, message),
      ...{ state: 'said', rejection: undefined },
      mayEdit: own && !message.removed && tab.writing === 'yes' && you.may.includes('edit-message'),
      remove: removal(tab, message, you),
    });
  }
  const waiting = posts.filter(({ id, key }) => key === tab.key && !said.has(id));
  const alone = rows.at(-1)?.own !== true;
  const onTheWay = waiting.filter((post) => !isStranded(post, [tab]));
  return [...rows, ...onTheWay.map((post, index) => ({ ...postRow(post, you), headed: alone && index === 0 }))];
}

const isTogether = (before: MessageView | undefined, { by, at }: MessageView): boolean =>
  before?.by === by && at - before.at < TOGETHER_MS;

function removal({ channel }: ChannelTab, { id, by, removed }: MessageView, you: SeatView): Command | undefined {
  const may = (by === you.seatId || you.role === 'facilitator') && you.may.includes('delete-message');
  return may && !removed ? { type: 'delete-message', messageId: id, channel } : undefined;
}

const postRow = ({ id, text, rejection }: Post, you: SeatView): MessageRow => ({
  ...{ key: id, id, number: 0, name: you.name, own: true, at: undefined, text, edited: false, removed: undefined },
  ...{ headed: false, firstNew: false, state: rejection ? 'failed' : 'sending', rejection },
  ...{ mayEdit: false, remove: undefined },
});

/** What could not be sent to a place this person has left since: it is shown, so that it is not lost, and said nowhere. */
export const strandedPosts = (tabs: readonly ChannelTab[], posts: readonly Post[]): readonly Post[] =>
  posts.filter((post) => isStranded(post, tabs));

const isStranded = ({ key, rejection }: Post, tabs: readonly ChannelTab[]): boolean =>
  rejection !== undefined && !tabs.some((tab) => tab.key === key && tab.writing === 'yes');
