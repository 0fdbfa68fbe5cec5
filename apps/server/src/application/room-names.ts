import { createHmac } from 'node:crypto';
import type { SessionId, VideoKey } from '@werkraum/protocol';
import type { VideoRoomName } from '../ports/video-rooms.ts';

export interface RoomNames {
  /** The same for the same opening of the same place after any restart, and for no other [VI-3]. */
  nameOf(sessionId: SessionId, key: VideoKey): VideoRoomName;
  /** Whether this installation gave that name; another's rooms on a shared video server are none of ours. */
  isOurs(name: VideoRoomName): boolean;
}

/** `roomSecret`: at least 128 random bits that stay with the installation. Without them no name can be guessed. */
export function createRoomNames(roomSecret: string): RoomNames {
  const sign = (text: string) => createHmac('sha256', roomSecret).update(text).digest('base64url');
  const prefix = `wr-${sign('installation').slice(0, 8)}-`;
  return {
    // Ids and keys hold no line break, so no two pairs make the same text.
    nameOf: (sessionId, key) => `${prefix}${sign(`room\n${sessionId}\n${key}`)}` as VideoRoomName,
    isOurs: (name) => name.startsWith(prefix),
  };
}
