import {
  AudioPresets,
  type LocalTrackPublication,
  type Room,
  ScreenSharePresets,
  Track,
  type TrackPublishOptions,
} from 'livekit-client';
import type { MediaRoom, Outgoing, Source } from './media-room.ts';

const PUBLISH: Record<Source, TrackPublishOptions> = {
  microphone: { source: Track.Source.Microphone, audioPreset: AudioPresets.speech },
  camera: { source: Track.Source.Camera },
  screen: { source: Track.Source.ScreenShare, screenShareEncoding: ScreenSharePresets.h1080fps15.encoding },
  'screen-sound': { source: Track.Source.ScreenShareAudio, audioPreset: AudioPresets.musicStereo, dtx: false },
};

/** What is published for one source: a clone, which stops without ending the master it was made of. */
interface Sent {
  master: MediaStreamTrack;
  clone: MediaStreamTrack;
  publication: LocalTrackPublication;
}

/** Publishes clones of the given tracks into one room; changes of device replace the track within its publication. */
export function createSender(room: Room): Pick<MediaRoom, 'send' | 'hush'> {
  const sent = new Map<Source, Sent>();
  let hushed = false;

  async function begin(source: Source, { track, muted }: Outgoing): Promise<void> {
    const clone = track.clone();
    try {
      const publication = await room.localParticipant.publishTrack(clone, PUBLISH[source]);
      sent.set(source, { master: track, clone, publication });
      if (hushed) return end(source);
      if (muted) await publication.mute();
    } catch (error) {
      clone.stop();
      throw error;
    }
  }

  async function end(source: Source): Promise<void> {
    const held = sent.get(source);
    if (!held) return;
    sent.delete(source);
    held.clone.stop();
    if (held.publication.track) await room.localParticipant.unpublishTrack(held.publication.track, false);
  }

  async function replace(held: Sent, track: MediaStreamTrack): Promise<void> {
    const clone = track.clone();
    clone.enabled = held.clone.enabled;
    await held.publication.track?.replaceTrack(clone, { userProvidedTrack: true });
    held.clone.stop();
    Object.assign(held, { master: track, clone });
  }

  return {
    send: async (source, what) => {
      if (hushed) return;
      const held = sent.get(source);
      if (!what) return end(source);
      // Hidden until it is switched on for the first time: a track published while muted may never be shown to others.
      if (!held) return what.muted ? undefined : begin(source, what);
      if (held.master !== what.track) await replace(held, what.track);
      if (held.publication.isMuted !== what.muted)
        await (what.muted ? held.publication.mute() : held.publication.unmute());
    },
    hush: () => {
      hushed = true;
      // Not unpublished: that would be negotiated with everybody at the old place while the new one is being opened.
      for (const { clone } of sent.values()) clone.stop();
    },
  };
}
