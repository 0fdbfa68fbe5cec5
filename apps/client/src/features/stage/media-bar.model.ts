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

/** The switch a key stands for, unless the key is meant for something else. */
export function keyedSwitch(event: KeyboardEvent, model: MediaBarModel): MediaSwitch | undefined {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'm') return model.microphone;
  return key === 'v' ? model.camera : undefined;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // Lists and menus jump to an entry by its first letter.
  const writes =
    'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [role=menu], [role=listbox]';
  return target.isContentEditable || target.closest(writes) !== null;
}
