import type { AnnouncementView, Instant, RoomView, SessionView } from '@werkraum/protocol';

export interface AnnouncementCard {
  id: string;
  text: string;
  /** Who announces it. */
  name: string;
  /** For the own table alone. */
  forTable: boolean;
  /** How much of its time on screen is left, 1 to 0. */
  share: number;
}

/** The announcements on screen now, newest first, without those this person has put away. */
export function announcementCards(
  { announcements, people }: SessionView,
  room: RoomView | undefined,
  putAway: ReadonlySet<string>,
  now: Instant,
): readonly AnnouncementCard[] {
  const cards = (views: Readonly<Record<string, AnnouncementView>> = {}, forTable: boolean) =>
    Object.entries(views)
      .filter(([id, { until }]) => until > now && !putAway.has(id))
      .map(([id, { text, by, at, until }]) => ({
        ...{ id, text, forTable, at },
        name: people[by]?.name ?? '',
        share: Math.min(1, (until - now) / (until - at)),
      }));
  const all = [...cards(announcements, false), ...cards(room?.announcements, true)];
  return all.sort((a, b) => b.at - a.at).map(({ at: _at, ...card }) => card);
}
