import type { AnnouncedTo, AnnouncedView, AnnouncementView } from '@werkraum/protocol';
import type { Session } from '../session.ts';
import type { Announcements } from './announcements.ts';

/** What the views of announcements are made from. */
export const announcementsInputs = ({ announcements: { last } }: Session): Announcements => ({ last });

type Shown = Readonly<Record<string, AnnouncementView>>;

/** The announcements that are to be seen now, by whom they are for; undefined where there is none. */
export function announcementsShown({ announcements: { last } }: Session): (to: AnnouncedTo) => Shown | undefined {
  const shown = last.filter(({ state }) => state === 'shown');
  return (wanted) => {
    const theirs = shown.filter(({ to }) => to === wanted);
    if (theirs.length === 0) return undefined;
    return Object.fromEntries(theirs.map(({ id, text, by, at, until }) => [id, { text, by, at, until }]));
  };
}

/** The last announcements, for those who facilitate. */
export const announcedViews = ({ last }: Announcements): Record<string, AnnouncedView> =>
  Object.fromEntries(last.map(({ id, ...announcement }) => [id, announcement]));
