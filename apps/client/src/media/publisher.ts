import { latestWins } from './latest-wins.ts';
import { type MediaRoom, type Outgoing, SOURCES, type Source } from './media-room.ts';
import { retryDelayMs, wait } from './wait.ts';

export interface PublisherPorts {
  /** What should be sent, at this moment. */
  wanted: () => Record<Source, Outgoing | undefined>;
  /** Tells whether a source that should be sent is refused at the place people are shown from. */
  refused: (source: Source, refused: boolean) => void;
  report: (error: unknown) => void;
  random: () => number;
}

export interface Publisher {
  /** Sends into this room from now on; it may have been made ready before. */
  into(room: MediaRoom | undefined): void;
  /** Agrees ahead on what will be sent into this room. A shared screen is for the people of its own place only. */
  ready(room: MediaRoom | undefined): void;
  /** Compare wanted and sent again. */
  sync(): void;
}

/** Refusals in a row (about four seconds) until the person is told. */
const PATIENCE = 3;
const GOES_ALONG: readonly Source[] = ['microphone', 'camera'];

/** Makes what is sent match what is wanted, in the room of now and in the one that is made ready. */
export function createPublisher(ports: PublisherPorts): Publisher {
  let shown: Lane | undefined;
  let next: Lane | undefined;

  const lane = (room: MediaRoom): Lane =>
    createLane(room, {
      ...ports,
      sources: () => (room === shown?.room ? SOURCES : GOES_ALONG),
      refused: (source, refused) => room === shown?.room && ports.refused(source, refused),
    });

  return {
    into: (room) => {
      const before = shown;
      const wasReady = room !== undefined && next?.room === room;
      shown = wasReady ? next : room && lane(room);
      if (wasReady) next = undefined;
      before?.end();
      shown?.sync();
    },
    ready: (room) => {
      next?.end();
      next = room && lane(room);
      next?.sync();
    },
    sync: () => {
      shown?.sync();
      next?.sync();
    },
  };
}

interface Lane {
  room: MediaRoom;
  sync(): void;
  end(): void;
}

type LanePorts = Omit<PublisherPorts, 'refused'> & {
  sources: () => readonly Source[];
  refused: (source: Source, refused: boolean) => void;
};

/**
 * One room, one pass at a time: a room that hangs in a reconnect does not hold up another. The video server learns of a new
 * right a moment later than the client does, so a refusal is tried again for a while before it is called one.
 */
function createLane(room: MediaRoom, ports: LanePorts): Lane {
  let again = new AbortController();
  let isOver = false;
  const pass = latestWins(sendAll, ports.report);

  async function sendAll(attempt: number): Promise<void> {
    if (isOver) return;
    const wanted = ports.wanted();
    const sources = ports.sources();
    const results = await Promise.allSettled(sources.map((source) => room.send(source, wanted[source])));
    if (isOver) return;
    const refused = sources.filter((_, index) => results[index]?.status === 'rejected');
    if (attempt >= PATIENCE || refused.length === 0) {
      for (const source of sources) ports.refused(source, refused.includes(source));
    }
    if (refused.length > 0) void tryAgain(attempt + 1);
  }

  async function tryAgain(attempt: number): Promise<void> {
    const mine = again;
    await wait(retryDelayMs(attempt, ports.random), mine.signal);
    if (!mine.signal.aborted) pass(attempt);
  }

  return {
    room,
    sync: () => {
      again.abort();
      again = new AbortController();
      pass(0);
    },
    end: () => {
      isOver = true;
      again.abort();
    },
  };
}
