import type { Publish, SeatId } from '@werkraum/protocol';
import {
  AccessToken,
  type ParticipantInfo,
  ParticipantInfo_State as ParticipantState,
  RoomServiceClient,
  ServerError,
  TrackSource,
} from 'livekit-server-sdk';
import { type VideoGuest, type VideoRoomName, type VideoRooms, VideoUnreachable } from '../../ports/video-rooms.ts';

export interface LiveKitAccess {
  /** Where LiveKit listens: ws, wss, http or https; a path is not supported by its API. */
  url: string;
  apiKey: string;
  apiSecret: string;
  /** How long one call may take. */
  timeoutMs?: number;
}

/** Long enough to connect, too short to be worth stealing; LiveKit renews the token of whoever is in. */
const TOKEN_TTL_S = 120;
/** An empty room stays until it is closed: LiveKit takes 0 as "not given", so a day stands for "for ever". */
const LONGER_THAN_A_SESSION_S = 24 * 60 * 60;

/** `VideoRooms` on a LiveKit server. */
export function createLiveKitRooms({ url, apiKey, apiSecret, timeoutMs = 2_000 }: LiveKitAccess): VideoRooms {
  const api = new RoomServiceClient(url, apiKey, apiSecret, { requestTimeout: timeoutMs / 1_000, failover: false });
  return {
    open: (room) =>
      reach(async () => {
        const timeouts = { emptyTimeout: LONGER_THAN_A_SESSION_S, departureTimeout: LONGER_THAN_A_SESSION_S };
        await api.createRoom({ name: room, ...timeouts });
      }),
    close: (room) => reach(() => unlessGone(api.deleteRoom(room), undefined)),
    list: () => reach(async () => (await api.listRooms()).map(({ name }) => name as VideoRoomName)),
    guests: (room) =>
      reach(async () => (await unlessGone(api.listParticipants(room), [])).filter(isPresent).map(asGuest)),
    remove: (room, seatId) => reach(() => unlessGone(api.removeParticipant(room, seatId), undefined)),
    permit: (room, seatId, publish) =>
      reach(async () => {
        await unlessGone(api.updateParticipant(room, seatId, { permission: permissionFor(publish) }), undefined);
      }),
    mute: (room, seatId) =>
      reach(async () => {
        const info = await unlessGone(api.getParticipant(room, seatId), undefined);
        const track = info && openMicrophone(info);
        if (track) await unlessGone(api.mutePublishedTrack(room, seatId, track, true), undefined);
      }),
    token: (room, seatId, name, publish) => {
      const token = new AccessToken(apiKey, apiSecret, { identity: seatId, name, ttl: TOKEN_TTL_S });
      token.addGrant({ roomJoin: true, room, canUpdateOwnMetadata: false, ...grantsFor(publish) });
      return token.toJwt();
    },
  };
}

/** Whatever goes wrong on the way is the same to the house: video cannot be had just now. */
async function reach<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new VideoUnreachable('the video server did not do what it was asked', { cause: error });
  }
}

/** LiveKit answers `not_found` for a room or guest that is gone; the port takes that as done. */
async function unlessGone<T>(call: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ServerError && error.code === 'not_found') return otherwise;
    throw error;
  }
}

const SOURCES: readonly [keyof Publish, readonly TrackSource[]][] = [
  ['microphone', [TrackSource.MICROPHONE]],
  ['camera', [TrackSource.CAMERA]],
  ['screen', [TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO]],
];

/** No sources would mean "all" to LiveKit, so `canPublish` says no as well. */
function grantsFor(publish: Publish) {
  const canPublishSources = SOURCES.flatMap(([right, sources]) => (publish[right] ? sources : []));
  return { canSubscribe: true, canPublish: canPublishSources.length > 0, canPublishSources, canPublishData: false };
}

/** A permission replaces the whole object, so every flag is said. */
const permissionFor = (publish: Publish) => ({ ...grantsFor(publish), canUpdateMetadata: false, hidden: false });

const isPresent = (info: ParticipantInfo): boolean => info.state !== ParticipantState.DISCONNECTED;

function asGuest(info: ParticipantInfo): VideoGuest {
  const microphoneTrack = openMicrophone(info);
  const guest = { seatId: info.identity as SeatId, publish: publishOf(info) };
  return microphoneTrack === undefined ? guest : { ...guest, microphoneTrack };
}

function publishOf({ permission }: ParticipantInfo): Publish {
  const allowed = permission?.canPublish ? permission.canPublishSources : undefined;
  const may = (source: TrackSource) => allowed !== undefined && (allowed.length === 0 || allowed.includes(source));
  return {
    microphone: may(TrackSource.MICROPHONE),
    camera: may(TrackSource.CAMERA),
    screen: may(TrackSource.SCREEN_SHARE),
  };
}

const openMicrophone = (info: ParticipantInfo): string | undefined =>
  info.tracks.find(({ source, muted }) => source === TrackSource.MICROPHONE && !muted)?.sid;
