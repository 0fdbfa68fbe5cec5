import type { VideoKey, VideoTokenReply } from '@werkraum/protocol';
import type { CaptureKind, Devices, SharedScreen } from './devices.ts';
import { NO_DEVICES } from './devices.ts';
import type { CreateRoom, MediaRoom, Outgoing, RoomEvent, Source } from './media-room.ts';

export const key = (name: string): VideoKey => `${name}~0` as VideoKey;

/** A track that records what became of it. Clones are made by the real room only. */
export class FakeTrack extends EventTarget {
  readonly id: string;
  readyState: 'live' | 'ended' = 'live';
  constructor(id: string) {
    super();
    this.id = id;
  }
  stop(): void {
    this.readyState = 'ended';
  }
  /** The device was unplugged. */
  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

export const asTrack = (track: FakeTrack) => track as unknown as MediaStreamTrack;
const isFake = (track: MediaStreamTrack | undefined) => track as unknown as FakeTrack | undefined;

export interface FakeRoom extends MediaRoom {
  readonly name: string;
  readonly log: string[];
  /** What is sent for real once the room is open, and only agreed on before. */
  readonly sending: Partial<Record<Source, { track: string; muted: boolean }>>;
  readonly isOpen: boolean;
  allowed: boolean;
  joined(): void;
  refuse(): void;
  tell(event: RoomEvent): void;
}

/** Rooms that do what a test tells them. `log` holds the effects on all rooms, in order. */
export function fakeVideo() {
  const log: string[] = [];
  const rooms: FakeRoom[] = [];
  const replies = new Map<VideoKey, VideoTokenReply[]>();
  let autoJoin = true;

  const requestToken = async (wanted: VideoKey): Promise<VideoTokenReply> => {
    log.push(`token ${wanted}`);
    return replies.get(wanted)?.shift() ?? { ok: true, path: '/livekit', token: `for ${wanted}` };
  };

  const createRoom: CreateRoom = async (hear) => {
    const room = fakeRoom(log, hear, () => autoJoin);
    rooms.push(room);
    return room;
  };

  return {
    log,
    rooms,
    requestToken,
    createRoom,
    /** The newest room made for a key. */
    room: (wanted: VideoKey): FakeRoom => {
      const found = rooms.findLast((room) => room.name === wanted);
      if (!found) throw new Error(`no room was made for ${wanted}`);
      return found;
    },
    /** Joins wait until the test lets them through. */
    holdJoins: () => {
      autoJoin = false;
    },
    refuseToken: (wanted: VideoKey, ...reasons: Extract<VideoTokenReply, { ok: false }>['reason'][]) => {
      replies.set(
        wanted,
        reasons.map((reason) => ({ ok: false, reason })),
      );
    },
  };
}

function fakeRoom(log: string[], hear: (event: RoomEvent) => void, joinsAlone: () => boolean): FakeRoom {
  let name = '';
  let isOpen = false;
  const join = Promise.withResolvers<void>();
  join.promise.catch(() => undefined); // a room nobody waits for may be left as well
  const sending: FakeRoom['sending'] = {};
  const note = (what: string) => log.push(`${what} ${name}`);
  return {
    get name() {
      return name;
    },
    get isOpen() {
      return isOpen;
    },
    log,
    sending,
    allowed: true,
    join: (_url, token) => {
      name = token.replace('for ', '');
      note('join');
      return joinsAlone() ? Promise.resolve() : join.promise;
    },
    open: () => {
      if (!isOpen) note('open');
      isOpen = true;
    },
    async send(source: Source, what: Outgoing | undefined) {
      if (!what) delete sending[source];
      else if (!this.allowed) throw new Error('not allowed');
      else sending[source] = { track: isFake(what.track)?.id ?? '', muted: what.muted };
    },
    hush: () => {
      note('hush');
      isOpen = false;
      for (const source of Object.keys(sending) as Source[]) delete sending[source];
    },
    unlockAudio: async () => void note('unlock'),
    useSpeaker: async (id) => void note(`speaker ${id}`),
    leave: async () => {
      note('leave');
      join.reject(new Error('left'));
    },
    joined: join.resolve,
    refuse: () => join.reject(new Error('refused')),
    tell: hear,
  };
}

/** Devices that give numbered tracks, or the error a test sets. */
export function fakeDevices() {
  const opened: FakeTrack[] = [];
  const asked: string[] = [];
  const state: { error?: Error; pending?: Promise<void>; screen?: SharedScreen } = {};
  const devices: Devices = {
    open: async (kind: CaptureKind, deviceId?: string) => {
      asked.push(`${kind} ${deviceId ?? 'default'}`);
      await state.pending;
      if (state.error) throw state.error;
      const track = new FakeTrack(`${kind}-${opened.length + 1}`);
      opened.push(track);
      return asTrack(track);
    },
    share: async () => state.screen,
    list: async () => NO_DEVICES,
    watch: () => () => {},
    canShare: true,
    canChooseSpeaker: true,
  };
  return { devices, opened, asked, state };
}

/** An error as browsers throw it. */
export const browserError = (name: string): Error => Object.assign(new Error(name), { name });
