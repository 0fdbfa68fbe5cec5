import { readAs } from '@werkraum/protocol';
import { accept, type Context, type Decision, type HouseCommand, reject } from '../session.ts';

/** A session begins with its plan and its invited people; somebody must be able to open its doors. */
export function createSession(
  { sessionId, plan, seats, guestHash, brought = [] }: Extract<HouseCommand, { type: 'create-session' }>,
  { now }: Context,
): Decision {
  if (!seats.some(({ role }) => role === 'facilitator')) return reject('last-facilitator');
  if (new Set(seats.map(({ seatId }) => seatId)).size < seats.length) return reject('seat-exists');
  if (new Set(seats.map(({ name }) => readAs(name))).size < seats.length) return reject('name-taken');
  return accept(
    { type: 'session-created', sessionId, plan, at: now, ...(guestHash && { guestHash }) },
    ...seats.map((seat) => ({ type: 'seat-invited' as const, ...seat })),
    ...brought,
  );
}
