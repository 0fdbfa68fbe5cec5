import type { Farewell } from '@werkraum/protocol';
import type { Clock } from '../ports/clock.ts';
import { answer } from './command-channel.ts';
import { createTokenBucket } from './token-bucket.ts';
import type { SeatSocket } from './typed-socket.ts';

/** How many events a connection may send. */
export interface FloodLimits {
  perSecond: number;
  burst: number;
}

export interface FloodGuardParts {
  clock: Clock;
  limits: FloodLimits;
  onRejected: (rejection: string) => void;
  farewell: (socket: SeatSocket, reason: Farewell) => void;
}

/** A person pressing buttons stays far below. */
export const FLOOD_LIMITS: FloodLimits = { perSecond: 20, burst: 40 };
/** Refusals until the connection is cut: a bot that is told to stop and does not. */
const PATIENCE = 200;
const PATIENCE_PER_SECOND = 2;

/** Besides commands, what waits for an answer. */
const ASKING: ReadonlySet<string> = new Set([
  'video-token',
  ...['notes-open', 'notes-update', 'notes-versions', 'notes-version', 'notes-restore'],
]);

/** Limits everything a connection sends, whatever it is. */
export function limitFlood(socket: SeatSocket, { clock, limits, onRejected, farewell }: FloodGuardParts): void {
  const mayPass = createTokenBucket(clock, limits.perSecond, limits.burst);
  const mayBeRefused = createTokenBucket(clock, PATIENCE_PER_SECOND, PATIENCE);
  let isCut = false;

  socket.use((packet, next) => {
    if (isCut) return;
    if (mayPass()) return next();
    onRejected('too-many-commands');
    if (!mayBeRefused()) {
      isCut = true;
      return farewell(socket, 'flooding');
    }
    if (packet[0] === 'command') answer(packet.at(-1), { ok: false, rejection: 'too-many-commands' });
    if (ASKING.has(packet[0])) answer(packet.at(-1), { ok: false, reason: 'too-many' });
  });
}
