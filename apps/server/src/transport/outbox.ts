import type { Clock } from '../ports/clock.ts';
import type { SeatSocket } from './typed-socket.ts';

/** Watches what a connection has not yet taken from us. */
export interface Outbox {
  /** True from the moment the cap is passed until the connection takes something. */
  isFull(): boolean;
  /** Sends an encoded Socket.IO packet as it is. */
  send(packet: string): void;
}

export interface OutboxParts {
  socket: SeatSocket;
  clock: Clock;
  /** The full outbox was taken: time for fresh documents. */
  onRelief: () => void;
  /** Nothing was taken for so long that waiting on makes no sense. */
  onStuck: () => void;
}

const MAX_PACKETS = 256;
const MAX_CHARACTERS = 1024 * 1024;
const STUCK_MS = 15_000;

interface Packet {
  data?: unknown;
}

export function createOutbox({ socket, clock, onRelief, onStuck }: OutboxParts): Outbox {
  const { conn } = socket;
  const waiting = { packets: 0, characters: 0 };
  let isFull = false;
  let cancel = () => {};

  conn.on('packetCreate', ({ data }: Packet) => {
    waiting.packets += 1;
    waiting.characters += typeof data === 'string' ? data.length : 0;
    if (isFull || (waiting.packets <= MAX_PACKETS && waiting.characters <= MAX_CHARACTERS)) return;
    isFull = true;
    cancel = clock.at(clock.now() + STUCK_MS, onStuck);
  });
  // The transport flushes as soon as it has got rid of what it was given before.
  conn.on('flush', () => {
    waiting.packets = 0;
    waiting.characters = 0;
    if (!isFull) return;
    isFull = false;
    cancel();
    setImmediate(onRelief);
  });
  socket.on('disconnect', () => cancel());

  return { isFull: () => isFull, send: (packet) => void conn.write(packet) };
}
