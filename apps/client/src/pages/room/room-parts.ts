import type { Role } from '@werkraum/protocol';
import { useEffect } from 'preact/hooks';
import { BalanceParts } from '../../features/balance/parts.ts';
import { LinkQrCode } from '../../features/people/link-qr.ts';
import { fetchWhenIdle, later } from '../../ui/later.tsx';

// What nobody sees on entering. Each is one press away, so its code follows as soon as the room stands.
export const FloorPlan = later(() => import('../../features/breakouts/floor-plan.tsx').then((part) => part.FloorPlan));
export const SeatingEditor = later(() =>
  import('../../features/breakouts/seating-editor.tsx').then((part) => part.SeatingEditor),
);
export const TimekeeperScreen = later(() =>
  import('../../features/turns/timekeeper.tsx').then((part) => part.TimekeeperScreen),
);

const PARTS: Readonly<Record<Role, readonly { fetch(): Promise<void> }[]>> = {
  facilitator: [FloorPlan, SeatingEditor, TimekeeperScreen, LinkQrCode, BalanceParts],
  timekeeper: [TimekeeperScreen, FloorPlan, BalanceParts],
  speaker: [FloorPlan, BalanceParts],
  participant: [FloorPlan, BalanceParts],
};

/** Fetches what this person can be shown next, while nothing else happens. */
export const useRoomParts = (role: Role | undefined): void =>
  useEffect(() => (role === undefined ? undefined : fetchWhenIdle(PARTS[role])), [role]);

/** Fetches everything at once: for the gallery, where each state is looked at as it is. */
export const fetchRoomParts = async (): Promise<void> => {
  await Promise.all(PARTS.facilitator.map((part) => part.fetch()));
};
