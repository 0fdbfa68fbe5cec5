import type { Publish } from '@werkraum/protocol';
import type { Outgoing, Source } from './media-room.ts';

export interface OwnTracks {
  microphone?: MediaStreamTrack | undefined;
  camera?: MediaStreamTrack | undefined;
  screen?: MediaStreamTrack | undefined;
  screenSound?: MediaStreamTrack | undefined;
}

export interface Switches {
  microphone: boolean;
  camera: boolean;
  screen: boolean;
}

/**
 * What should be sent now. A switched-off microphone stays published, muted, so that switching it on is instant; a
 * switched-off camera is not published at all. Nothing leaves without the right to.
 */
export function outgoing(tracks: OwnTracks, switches: Switches, rights: Publish): Record<Source, Outgoing | undefined> {
  return {
    microphone:
      rights.microphone && tracks.microphone ? { track: tracks.microphone, muted: !switches.microphone } : undefined,
    camera: rights.camera && switches.camera ? sent(tracks.camera) : undefined,
    screen: rights.screen && switches.screen ? sent(tracks.screen) : undefined,
    'screen-sound': rights.screen && switches.screen ? sent(tracks.screenSound) : undefined,
  };
}

function sent(track: MediaStreamTrack | undefined): Outgoing | undefined {
  return track && { track, muted: false };
}
