import type { VideoKey, VideoTokenReply } from '@werkraum/protocol';
import type { CreateRoom, MediaRoom, RoomEvent } from './media-room.ts';

export type TokenRefusal = Extract<VideoTokenReply, { ok: false }>['reason'];

/** Why a try to join failed: the server's refusal of a token, or `unreachable`. */
export type JoinFailure = TokenRefusal | 'unreachable';

export interface LinkPorts {
  createRoom: CreateRoom;
  requestToken: (key: VideoKey) => Promise<VideoTokenReply>;
  /** Werkraum's own address; the token reply brings the path. */
  origin: string;
}

export interface RoomLink {
  readonly key: VideoKey;
  readonly room: MediaRoom;
}

export type Joined = { ok: true; link: RoomLink } | { ok: false; failure: JoinFailure };

/**
 * One try to join a video room with a fresh token. Aborting `signal` breaks it off.
 * @param begin gets the room before it is joined: what is to be sent can be agreed on together with the joining.
 * @param hear receives the room's events together with its link, so that a listener can tell an old room from the newest.
 */
export async function joinRoom(
  key: VideoKey,
  ports: LinkPorts,
  hear: (link: RoomLink, event: RoomEvent) => void,
  signal: AbortSignal,
  begin: (room: MediaRoom) => void,
): Promise<Joined> {
  let room: MediaRoom | undefined;
  try {
    const reply = await unlessAborted(ports.requestToken(key), signal);
    if (!reply.ok) return { ok: false, failure: reply.reason };
    let link: RoomLink | undefined;
    room = await ports.createRoom((event) => link && hear(link, event));
    link = { key, room };
    begin(room);
    await unlessAborted(room.join(ports.origin + reply.path, reply.token), signal);
    return { ok: true, link };
  } catch {
    // Whatever it was (no route, no WebRTC, broken off): there is no room, and the caller tries again or does not.
    room?.hush();
    void room?.leave();
    return { ok: false, failure: 'unreachable' };
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Error('no longer wanted'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
