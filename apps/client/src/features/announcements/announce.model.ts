import type {
  AnnouncedTo,
  AnnouncedView,
  AnnouncementId,
  Command,
  FacilitatorsView,
  Instant,
  RoomId,
  SeatView,
  SessionView,
} from '@werkraum/protocol';

/** The longest announcement. */
export const MOST_CHARACTERS = 280;

export interface Target {
  to: AnnouncedTo;
  /** Of a table. */
  label: string | undefined;
}

/** Whom this person may announce something to; undefined when they may not announce at all. */
export function announceTargets({ tables }: SessionView, you: SeatView): readonly Target[] | undefined {
  if (!you.may.includes('announce')) return undefined;
  const rooms = tables?.order ?? [];
  return [
    { to: 'everybody', label: undefined },
    ...rooms.map((roomId: RoomId) => ({ to: roomId, label: tables?.rooms[roomId]?.label })),
  ];
}

/** The command that announces `text`; undefined while there is nothing to say. */
export function announceCommand(text: string, to: AnnouncedTo, announcementId: AnnouncementId): Command | undefined {
  const said = text.trim();
  return said === '' ? undefined : { type: 'announce', announcementId, text: said, to };
}

export interface AnnouncedLine {
  id: string;
  text: string;
  to: AnnouncedTo;
  /** Of the table it was for, while that is in use. */
  label: string | undefined;
  state: AnnouncedView['state'];
  leftMs: number;
  takeBack: Command | undefined;
}

/** The last announcements, newest first. */
export function announcedLines(
  { announcements }: FacilitatorsView,
  { tables }: SessionView,
  you: SeatView,
  now: Instant,
): readonly AnnouncedLine[] {
  return Object.entries(announcements)
    .sort(([, a], [, b]) => b.at - a.at)
    .map(([id, { text, to, state, until }]) => {
      const isShown = state === 'shown' && until > now;
      const takeBack = isShown && you.may.includes('take-back-announcement');
      return {
        ...{ id, text, to, leftMs: Math.max(0, until - now) },
        label: to === 'everybody' ? undefined : tables?.rooms[to]?.label,
        state: state === 'shown' && !isShown ? 'over' : state,
        takeBack: takeBack ? { type: 'take-back-announcement', announcementId: id as AnnouncementId } : undefined,
      };
    });
}
