import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SeatId, ServiceStatus, SessionId, VideoKey, VideoTokenReply } from '@werkraum/protocol';
import type { Session } from '../domain/session.ts';

/** A ticket for a video room, or why there is none. */
export type IssueToken = (sessionId: SessionId, seatId: SeatId, key: VideoKey) => Promise<VideoTokenReply>;

/** All that the house needs of video. Nothing here is ever awaited by a command. */
export interface VideoWing {
  issueToken: IssueToken;
  status(): ServiceStatus['video'];
  onStatus(listen: (status: ServiceStatus['video']) => void): void;
  /** Makes the video rooms match what became durable. */
  watch(sessionId: SessionId, before: Session | undefined, after: Session): void;
  forget(sessionId: SessionId): void;
  /** Answers a request under `/livekit`; false when it is for somebody else. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Takes over an upgrade under `/livekit`; false when it is for somebody else. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  stop(): void;
}

/** A house without video: nobody misses anything but the video. */
export const NO_VIDEO: VideoWing = {
  issueToken: () => Promise.resolve({ ok: false, reason: 'video-off' }),
  status: () => 'off',
  onStatus: () => {},
  watch: () => {},
  forget: () => {},
  handle: () => false,
  upgrade: () => false,
  stop: () => {},
};
