import { WebhookReceiver } from 'livekit-server-sdk';
import type { VideoRoomName } from '../../ports/video-rooms.ts';

/** Says that something may have changed in a video room. Only a reason to look, never a fact. */
export interface VideoHint {
  room: VideoRoomName;
  event: string;
}

/**
 * Reads LiveKit's webhook: the raw body as it came, and the `Authorization` header. Undefined for one that LiveKit did
 * not sign, or that is about no room.
 */
export function createWebhookReader({ apiKey, apiSecret }: { apiKey: string; apiSecret: string }) {
  const receiver = new WebhookReceiver(apiKey, apiSecret);
  return async (rawBody: string, authorization: string | undefined): Promise<VideoHint | undefined> => {
    try {
      const { event, room } = await receiver.receive(rawBody, authorization);
      return room?.name ? { room: room.name as VideoRoomName, event } : undefined;
    } catch {
      return undefined; // Unsigned, altered or unreadable: all the same to us.
    }
  };
}
