import type { Clock } from '../ports/clock.ts';
import type { SeatSocket } from './typed-socket.ts';

/** Watches what a connection has not yet taken from us. */
export interface Outbox {
  /** True from the moment the cap is passed until the connection takes something. */
  isFull(): boolean;
  /**
   * Sends a whole document. It counts as one packet, however large it is: one that is larger than the cap must be able to
   * arrive, and its memory is the same for all who wait for it.
   */
  sendDocument(send: () => void): void;
}

export interface OutboxParts {
  socket: SeatSocket;
  clock: Clock;
  /** The cap was passed: what is sent from now on is not taken. */
  onFull: () => void;
  /** The full outbox was taken: time for fresh documents. */
  onRelief: () => void;
  /** Nothing was taken for so long that waiting on makes no sense. */
  onStuck: () => void;
}

// A character takes up to two bytes, and a packet waits as text and as frame: a megabyte, for what nobody else waits for.
const MAX_PACKETS = 256;
const MAX_CHARACTERS = 384 * 1024;
const STUCK_MS = 15_000;

interface Waiting {
  data?: unknown;
}

/** Counts what waits in Engine.IO's queue. What goes around it (see `line.ts`) is at most what a TCP socket holds, and one packet. */
export function createOutbox({ socket, clock, onFull, onRelief, onStuck }: OutboxParts): Outbox {
  const { conn } = socket;
  const waiting = { packets: 0, characters: 0 };
  let isFull = false;
  let isDocument = false;
  let cancel = () => {};

  function awaitProgress(): void {
    cancel();
    cancel = clock.at(clock.now() + STUCK_MS, onStuck);
  }

  function relieve(): void {
    if (!isFull) return;
    isFull = false;
    cancel();
    setImmediate(onRelief);
  }

  conn.on('packetCreate', ({ data }: Waiting) => {
    waiting.packets += 1;
    waiting.characters += typeof data === 'string' && !isDocument ? data.length : 0;
    if (isFull || (waiting.packets <= MAX_PACKETS && waiting.characters <= MAX_CHARACTERS)) return;
    isFull = true;
    awaitProgress();
    onFull();
  });
  // What waited is handed to the transport, which is ready again when it has got rid of that, too.
  conn.on('flush', () => {
    waiting.packets = 0;
    waiting.characters = 0;
    if (!isFull) return;
    awaitProgress();
    conn.transport.once('ready', relieve);
  });
  conn.on('upgrade', relieve);
  socket.on('disconnect', () => cancel());

  return {
    isFull: () => isFull,
    sendDocument(send) {
      isDocument = true;
      send();
      isDocument = false;
    },
  };
}
