import { latestWins } from './latest-wins.ts';
import { type MediaRoom, type Outgoing, SOURCES, type Source } from './media-room.ts';
import { retryDelayMs, wait } from './wait.ts';

export interface PublisherPorts {
  /** What should be sent, at this moment. */
  wanted: () => Record<Source, Outgoing | undefined>;
  /** Tells whether a source that should be sent is refused. */
  refused: (source: Source, refused: boolean) => void;
  report: (error: unknown) => void;
  random: () => number;
}

export interface Publisher {
  /** Sends into this room from now on. */
  into(room: MediaRoom | undefined): void;
  /** Compare wanted and sent again. */
  sync(): void;
}

/**
 * Makes what is sent match what is wanted, one pass at a time. The video server learns of a new right a moment later than
 * the client does, so a refusal is tried again for a while before it is called one.
 */
export function createPublisher(ports: PublisherPorts): Publisher {
  let room: MediaRoom | undefined;
  let again = new AbortController();
  // One queue per room: a room that hangs in a reconnect must not hold up the next one.
  let pass = latestWins(sendAll, ports.report);

  async function sendAll({ to, attempt }: { to: MediaRoom; attempt: number }): Promise<void> {
    if (to !== room) return;
    const wanted = ports.wanted();
    const results = await Promise.allSettled(SOURCES.map((source) => to.send(source, wanted[source])));
    const refused = SOURCES.filter((_, index) => results[index]?.status === 'rejected');
    if (to !== room) return;
    if (attempt >= PATIENCE || refused.length === 0) {
      for (const source of SOURCES) ports.refused(source, refused.includes(source));
    }
    if (refused.length > 0) void tryAgain(to, attempt + 1);
  }

  async function tryAgain(to: MediaRoom, attempt: number): Promise<void> {
    const mine = again;
    await wait(retryDelayMs(attempt, ports.random), mine.signal);
    if (!mine.signal.aborted) pass({ to, attempt });
  }

  function sync(): void {
    again.abort();
    again = new AbortController();
    if (room) pass({ to: room, attempt: 0 });
  }

  return {
    into: (next) => {
      room = next;
      pass = latestWins(sendAll, ports.report);
      sync();
    },
    sync,
  };
}

/** Refusals in a row (about four seconds) until the person is told. */
const PATIENCE = 3;
