import type { Publish } from '@werkraum/protocol';
import type { MediaSession } from '../../media/media-session.ts';
import type { MediaState, OwnSource } from '../../media/media-store.ts';

export interface MediaSwitch {
  state: 'on' | 'off' | 'busy' | 'problem';
  toggle: () => void;
}

/** The own switches. One that is not allowed here and now is undefined. */
export interface MediaBarModel {
  microphone?: MediaSwitch | undefined;
  camera?: MediaSwitch | undefined;
  screen?: MediaSwitch | undefined;
}

type Buttons = Pick<MediaSession, 'setMicrophone' | 'setCamera' | 'setScreen'>;
type Own = Pick<MediaState, 'microphone' | 'camera' | 'screen' | 'canShare'>;

export function mediaBar(own: Own, allowed: Publish, media: Buttons): MediaBarModel {
  const { microphone, camera, screen, canShare } = own;
  return {
    microphone: allowed.microphone ? mediaSwitch(microphone, media.setMicrophone) : undefined,
    camera: allowed.camera ? mediaSwitch(camera, media.setCamera) : undefined,
    screen: allowed.screen && canShare ? mediaSwitch(screen, media.setScreen) : undefined,
  };
}

function mediaSwitch({ on, busy, problem }: OwnSource, set: (on: boolean) => void): MediaSwitch {
  const state = busy ? 'busy' : on ? 'on' : problem ? 'problem' : 'off';
  return { state, toggle: () => set(!on) };
}
