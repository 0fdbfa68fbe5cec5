import type { ServiceStatus } from '@werkraum/protocol';
import type { MediaSession } from '../../media/media-session.ts';
import type { MediaState, OwnSource } from '../../media/media-store.ts';

export type MediaLineId =
  | 'sound-blocked'
  | 'reconnecting'
  | 'video-off'
  | 'video-down'
  | 'elsewhere'
  | 'muted-by-staff'
  | 'share-ended'
  | `${'microphone' | 'camera' | 'screen'}.${NonNullable<OwnSource['problem']>}`;

export type MediaAct = 'unlock' | 'retry' | 'useHere' | 'again' | 'unmute' | 'dismiss';

/** One thing that is not as it should be with sound or pictures, and the ways out. */
export interface MediaLine {
  id: MediaLineId;
  tone: 'calm' | 'warn' | 'danger';
  acts: readonly { act: MediaAct; run: () => void }[];
}

/** What has to be said about sound and pictures now, the most urgent first. */
export function mediaLines(state: MediaState, video: ServiceStatus['video'], media: MediaSession): MediaLine[] {
  const lines = [
    soundBlocked(state, media),
    connection(state, video, media),
    notice(state, media),
    problem('microphone', state, () => media.setMicrophone(true)),
    problem('camera', state, () => media.setCamera(true)),
    problem('screen', state, () => media.setScreen(true)),
  ];
  return lines.filter((line) => line !== undefined);
}

function soundBlocked({ sight }: MediaState, media: MediaSession): MediaLine | undefined {
  if (!sight.audioBlocked) return undefined;
  return { id: 'sound-blocked', tone: 'warn', acts: [{ act: 'unlock', run: media.unlock }] };
}

function connection({ connection: now }: MediaState, video: ServiceStatus['video'], media: MediaSession) {
  if (now.state === 'reconnecting') return line('reconnecting', 'calm');
  if (now.state !== 'failed') return undefined;
  if (now.reason === 'video-off' || video === 'off') return line('video-off', 'calm');
  if (now.reason === 'elsewhere') return line('elsewhere', 'warn', { act: 'useHere', run: media.retry });
  // Being moved and asking a moment too early is no failure of the video server.
  if (now.reason === 'not-yours') return line('reconnecting', 'calm');
  return line('video-down', 'warn', { act: 'retry', run: media.retry });
}

function notice({ notice: what }: MediaState, media: MediaSession): MediaLine | undefined {
  const dismiss = { act: 'dismiss', run: media.dismissNotice } as const;
  if (what === 'muted-by-staff') {
    return line(what, 'calm', { act: 'unmute', run: () => media.setMicrophone(true) }, dismiss);
  }
  return what && line(what, 'calm', dismiss);
}

function problem(kind: 'microphone' | 'camera' | 'screen', state: MediaState, again: () => void) {
  const reason = state[kind].problem;
  if (!reason) return undefined;
  if (reason === 'not-sent') return line(`${kind}.${reason}`, 'warn');
  return line(`${kind}.${reason}`, 'warn', { act: 'again', run: again });
}

const line = (id: MediaLineId, tone: MediaLine['tone'], ...acts: MediaLine['acts'][number][]): MediaLine => ({
  id,
  tone,
  acts,
});
