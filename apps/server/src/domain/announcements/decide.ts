import type { Announce, TakeBackAnnouncement } from '@werkraum/protocol';
import { roundInUse } from '../breakouts/in-use.ts';
import { assertNever } from '../records.ts';
import { seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, type HouseCommand, reject, type Session } from '../session.ts';

/** How long an announcement stays on the screens of those who do not put it away. */
const SHOWN_MS = 60_000;

export type AnnouncementsCommand =
  | Announce
  | TakeBackAnnouncement
  | Extract<HouseCommand, { type: 'expire-announcement' }>;

/** Decides a command about announcements (docs/spec/announcements.md). Roles and status were checked before. */
export function decideAnnouncements(session: Session, command: AnnouncementsCommand, context: Context): Decision {
  if (command.type === 'announce') return announce(session, command, context);
  const { announcementId } = command;
  const found = session.announcements.last.find(({ id }) => id === announcementId);
  switch (command.type) {
    case 'take-back-announcement':
      if (!found) return reject('no-such-announcement');
      return found.state === 'shown' ? accept({ type: 'announcement-taken-back', announcementId }) : accept();
    case 'expire-announcement':
      return found?.state === 'shown' ? accept({ type: 'announcement-over', announcementId }) : accept();
    default:
      return assertNever(command);
  }
}

function announce(session: Session, { announcementId, text, to }: Announce, { actor, now }: Context): Decision {
  const seat = seatOfActor(session, actor);
  if (!seat) return reject('not-admitted');
  if (session.announcements.last.some(({ id }) => id === announcementId)) return accept();
  const round = roundInUse(session);
  if (to !== 'everybody' && !round) return reject('tables-not-open');
  if (to !== 'everybody' && !round?.tables.some(({ roomId }) => roomId === to)) return reject('no-such-table');
  return accept({ type: 'announced', announcementId, text, to, by: seat.id, at: now, until: now + SHOWN_MS });
}
