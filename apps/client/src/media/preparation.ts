import type { VideoKey } from '@werkraum/protocol';
import type { MediaRoom, RoomEvent } from './media-room.ts';
import { joinRoom, type LinkPorts, type RoomLink } from './room-link.ts';
import { wait } from './wait.ts';

/** A person is moved at one instant: their clients connect spread over this time before it. */
const SPREAD_MS = 3_000;
/** When it is needed, a room that is still not there after this long is given up: a fresh try is quicker than a stuck one. */
const PATIENCE_MS = 3_000;

export interface Preparation {
  readonly key: VideoKey;
  /** The quietly connected room; nothing when it failed, broke or was dropped. Ends the waiting at once. */
  take(): Promise<RoomLink | undefined>;
  drop(): void;
}

/** Connects a room that will be needed soon, a little later than now, so quietly that nobody is seen or heard by it. */
export function prepareRoom(
  key: VideoKey,
  ports: LinkPorts & { random: () => number; ready: (room: MediaRoom) => void },
  hear: (link: RoomLink, event: RoomEvent) => void,
): Preparation {
  const early = new AbortController();
  const dropped = new AbortController();
  let lost = false;

  const ready = (async () => {
    await wait(ports.random() * SPREAD_MS, early.signal);
    if (dropped.signal.aborted) return undefined;
    const joined = await joinRoom(key, ports, noticeLoss, dropped.signal, ports.ready);
    return joined.ok ? joined.link : undefined;
  })();

  function drop(): void {
    dropped.abort();
    early.abort();
    void ready.then((link) => {
      link?.room.hush();
      void link?.room.leave();
    });
  }

  function noticeLoss(link: RoomLink, event: RoomEvent): void {
    if (event.type === 'lost') lost = true;
    hear(link, event);
  }

  return {
    key,
    take: async () => {
      early.abort();
      const link = await Promise.race([ready, wait(PATIENCE_MS)]);
      if (link && !lost && !dropped.signal.aborted) return link;
      drop();
      return undefined;
    },
    drop,
  };
}
