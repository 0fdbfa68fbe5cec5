import { type ConnectRefusal, Handshake, PROTOCOL_VERSION } from '@werkraum/protocol';
import type { House } from '../application/house.ts';
import type { Report } from '../application/report.ts';
import { opens } from '../application/secrets.ts';
import { addressOf, createGuard, type Trusts } from './addresses.ts';
import type { SeatRegistry } from './seat-registry.ts';
import type { SeatSocket } from './typed-socket.ts';

export interface HandshakeParts {
  house: House;
  seats: SeatRegistry;
  trusts: Trusts;
  report: Report;
  onRefused: (refusal: ConnectRefusal) => void;
  /** True while no more connections are taken. */
  isFull: () => boolean;
}

/** Wrong links one address may try in a minute. Many people share an address, so right ones are not counted. */
const WRONG_LINKS = { points: 60, duration: 60 };

/**
 * Proves the seat of a connection: the middleware of every connect and reconnect. An unknown session, an unknown seat
 * and a wrong secret are one refusal, and cost the same work.
 */
export function createHandshake(parts: HandshakeParts) {
  const { house, seats } = parts;
  const guard = createGuard(WRONG_LINKS);

  async function prove(hello: Handshake): Promise<ConnectRefusal | undefined> {
    const { sessionId, seatId, secret, tabId, takeOver } = hello;
    const condition = await house.look(sessionId);
    if (condition.kind === 'damaged') return 'session-damaged';
    const seat = condition.kind === 'fine' ? condition.session.people.seats[seatId] : undefined;
    if (!opens(secret, seat?.linkHash)) return 'unknown-link';
    if (seat?.admission === 'removed') return 'removed';
    const other = seats.of(sessionId, seatId);
    return other && other.data.tabId !== tabId && !takeOver ? 'seat-in-use' : undefined;
  }

  async function check(socket: SeatSocket): Promise<ConnectRefusal | undefined> {
    const address = addressOf(socket.request, parts.trusts);
    if (parts.isFull() || (await guard.isBlocked(address))) return 'server-busy';
    const auth: { protocol?: unknown } = socket.handshake.auth;
    if (auth.protocol !== PROTOCOL_VERSION) return 'upgrade-required';
    const hello = Handshake.safeParse(auth);
    const refusal = hello.success ? await prove(hello.data) : 'unknown-link';
    if (refusal === 'unknown-link') await guard.blame(address);
    if (!refusal && hello.success) {
      const { sessionId, seatId, tabId } = hello.data;
      socket.data = { sessionId, seatId, tabId };
    }
    return refusal;
  }

  return (socket: SeatSocket, next: (error?: Error) => void): void => {
    const failed = (error: unknown): ConnectRefusal => {
      parts.report(error, 'proving a seat');
      return 'server-busy';
    };
    void check(socket)
      .catch(failed)
      .then((refusal) => {
        if (refusal) parts.onRefused(refusal);
        next(refusal && new Error(refusal));
      });
  };
}

/**
 * Drops what only the handshake needs: the headers, and the link's secret. Engine.IO and the server keep the request as
 * long as the connection lasts; a browser's headers are a good part of what a quiet connection costs.
 */
export function forgetHandshake({ request, handshake }: SeatSocket): void {
  Object.assign(request, { headers: {}, rawHeaders: [] });
  Object.assign(handshake, { headers: {}, query: {}, auth: {} });
}
