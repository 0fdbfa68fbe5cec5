import type { Command, Instant, Role, SeatId, SeatView, StaffView } from '@werkraum/protocol';
import { byName } from '../../ui/by-name.ts';

export interface WaitingPerson {
  seatId: SeatId;
  name: string;
  role: Role;
  /** False: came with the guest link, so the name is only what they wrote. */
  invited: boolean;
  /** Whole minutes at the door. */
  minutes: number;
  admit: Command | undefined;
  refuse: Command | undefined;
}

export interface WaitingRoomModel {
  waiting: readonly WaitingPerson[];
  /** Invited people who have not come yet. */
  expected: readonly { seatId: SeatId; name: string; role: Role }[];
  admitAll: Command | undefined;
  admission: StaffView['admission'];
  setAdmission: ((invited: StaffView['admission']) => Command) | undefined;
}

/** Who waits at the door, longest first. For staff; admitting is for facilitators. */
export function waitingRoom(staff: StaffView, you: SeatView, now: Instant): WaitingRoomModel {
  const may = (type: Command['type']): boolean => you.may.includes(type);
  const seats = Object.entries(staff.seats) as [SeatId, StaffView['seats'][string]][];
  const waiting = seats
    .filter(([, seat]) => seat.admission === 'waiting')
    .sort(([, a], [, b]) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0))
    .map(([seatId, { name, role, invited, waitingSince }]) => ({
      seatId,
      name,
      role,
      invited,
      minutes: Math.max(0, Math.floor((now - (waitingSince ?? now)) / 60_000)),
      admit: may('admit-person') ? ({ type: 'admit-person', seatId } as const) : undefined,
      refuse: may('remove-person') ? ({ type: 'remove-person', seatId } as const) : undefined,
    }));
  return {
    waiting,
    expected: seats
      .filter(([, { admission }]) => admission === 'expected')
      .map(([seatId, { name, role }]) => ({ seatId, name, role }))
      .sort((a, b) => byName(a.name, b.name)),
    admitAll: may('admit-everyone') && waiting.length > 1 ? { type: 'admit-everyone' } : undefined,
    admission: staff.admission,
    setAdmission: may('set-admission') ? (invited) => ({ type: 'set-admission', invited }) : undefined,
  };
}
