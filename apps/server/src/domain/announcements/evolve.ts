import type { AnnouncementId } from '@werkraum/protocol';
import { assertNever } from '../records.ts';
import type { Announcement, Announcements, AnnouncementsFact } from './announcements.ts';

/** So many are kept for those who facilitate [AN-5]. */
const KEPT = 10;

export const nothingAnnounced: Announcements = { last: [] };

/** Folds one fact about announcements. One that is no longer kept cannot end any more. */
export function evolveAnnouncements({ last }: Announcements, fact: AnnouncementsFact): Announcements {
  switch (fact.type) {
    case 'announced': {
      const { announcementId: id, text, to, by, at, until } = fact;
      return { last: [...last, { id, text, to, by, at, until, state: 'shown' } as const].slice(-KEPT) };
    }
    case 'announcement-over':
      return { last: ended(last, fact.announcementId, 'over') };
    case 'announcement-taken-back':
      return { last: ended(last, fact.announcementId, 'taken-back') };
    default:
      return assertNever(fact);
  }
}

const ended = (last: readonly Announcement[], id: AnnouncementId, state: Announcement['state']): Announcement[] =>
  last.map((announcement) => (announcement.id === id ? { ...announcement, state } : announcement));
