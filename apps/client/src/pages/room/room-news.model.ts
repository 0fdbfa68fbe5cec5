import type { RoomDocuments } from './room.model.ts';

/** What is worth a spoken sentence when it changes. */
export interface RoomState {
  phaseTitle: string | undefined;
  paused: boolean;
  /** People at the door, for those who can let them in. */
  waiting: readonly string[];
  /** Raised hands of others in the own place, for facilitators. */
  hands: readonly string[];
}

export type News =
  | { key: 'phase'; values: { title: string } }
  | { key: 'paused' | 'resumed'; values?: undefined }
  | { key: 'waiting' | 'hand'; values: { name: string } };

export function roomState({ session, you, staff, room }: RoomDocuments): RoomState {
  const { clock, phases } = session.agenda;
  const facilitator = you.role === 'facilitator';
  const hands = Object.keys(you.place === 'plenary' ? session.stage.hands : (room?.hands ?? {}));
  const waiting = Object.values(staff?.seats ?? {}).filter(({ admission }) => admission === 'waiting');
  return {
    phaseTitle: clock && phases[clock.phaseId]?.title,
    paused: clock?.pausedAt !== undefined,
    waiting: you.may.includes('admit-person') ? waiting.map(({ name }) => name) : [],
    hands: facilitator ? hands.filter((id) => id !== you.seatId).flatMap((id) => session.people[id]?.name ?? []) : [],
  };
}

/** What has happened between two moments, in a few sentences. A new phase says everything about the clock by itself. */
export function roomNews(before: RoomState, after: RoomState): readonly News[] {
  const news: News[] = [];
  if (after.phaseTitle !== undefined && after.phaseTitle !== before.phaseTitle) {
    news.push({ key: 'phase', values: { title: after.phaseTitle } });
  } else if (after.paused !== before.paused && after.phaseTitle !== undefined) {
    news.push({ key: after.paused ? 'paused' : 'resumed' });
  }
  const fresh = (now: readonly string[], then: readonly string[]) => now.filter((name) => !then.includes(name));
  news.push(...fresh(after.waiting, before.waiting).map((name) => ({ key: 'waiting', values: { name } }) as const));
  news.push(...fresh(after.hands, before.hands).map((name) => ({ key: 'hand', values: { name } }) as const));
  return news;
}
