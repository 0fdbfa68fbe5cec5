import type { ChatChannel, ChatView, FacilitatorsView, RoomView, SeatView, SessionView } from '@werkraum/protocol';

export interface ChatDocuments {
  session: SessionView;
  you: SeatView;
  room: RoomView | undefined;
  facilitators?: FacilitatorsView | undefined;
}

/** One channel this person may read. */
export interface OpenChannel {
  /** Tells channels apart, those of other workshops included. */
  key: string;
  channel: ChatChannel;
  kind: 'plenary' | 'table' | 'facilitation' | 'thread';
  view: ChatView | undefined;
}

/** What this person may read now: where they are first, then the others. Threads of those who facilitate come last. */
export function openChannels({ session, you, room, facilitators }: ChatDocuments): readonly OpenChannel[] {
  const named = (kind: OpenChannel['kind'], channel: ChatChannel, view: ChatView | undefined): OpenChannel => ({
    ...{ kind, channel, view },
    key: channelKey(session, channel),
  });
  const plenary = named('plenary', { place: 'plenary' }, session.chat);
  const table = room ? [named('table', { place: room.roomId }, room.chat)] : [];
  if (you.role !== 'facilitator') {
    return [...table, plenary, named('facilitation', { seatId: you.seatId }, you.thread)];
  }
  const threads = Object.entries(facilitators?.threads ?? {}).map(([seatId, view]) =>
    named('thread', { seatId: seatId as SeatView['seatId'] }, view),
  );
  return [...table, plenary, ...threads];
}

export const channelKey = ({ sessionId }: Pick<SessionView, 'sessionId'>, channel: ChatChannel): string =>
  `${sessionId}/${'place' in channel ? channel.place : `with/${channel.seatId}`}`;

/** Numbers of the newest message read, by channel. */
export type Read = Readonly<Record<string, number>>;

/**
 * How many messages of others are new in a channel. What was said in the plenary before this person looked for the first
 * time is not: they were not there.
 */
export function unreadIn({ key, kind, view }: OpenChannel, you: SeatView, read: Read): number {
  const seen = read[key] ?? (kind === 'plenary' ? Number.POSITIVE_INFINITY : 0);
  return Object.entries(view?.messages ?? {}).filter(
    ([number, { by, removed }]) => Number(number) > seen && by !== you.seatId && !removed,
  ).length;
}

/** How many messages of others are new everywhere. */
export const unreadAnywhere = (documents: ChatDocuments, read: Read): number =>
  openChannels(documents).reduce((sum, channel) => sum + unreadIn(channel, documents.you, read), 0);

/** The number of the newest message; 0 where there is none. */
export const newestIn = (view: ChatView | undefined): number => Number(Object.keys(view?.messages ?? {}).at(-1) ?? 0);
