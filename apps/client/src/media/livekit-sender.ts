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
  muted: boolean;
}

export interface Sender extends Pick<MediaRoom, 'send' | 'hush'> {
  /** What was agreed on so far, black and silent, is heard and seen from now on. */
  release(): void;
}

/**
 * Publishes clones of the given tracks into one room; changes of device replace the track within its publication. Until
 * `release` they carry neither sound nor picture and are marked as muted: the agreement with the server takes long, what
 * is said belongs to another room.
 */
export function createSender(room: Room): Sender {
  const sent = new Map<Source, Sent>();
  const clones = new Set<MediaStreamTrack>();
  let phase: 'held' | 'live' | 'hushed' = 'held';
  const isQuiet = ({ muted }: Pick<Sent, 'muted'>) => phase !== 'live' || muted;

  function copy(track: MediaStreamTrack, enabled: boolean): MediaStreamTrack {
    const clone = track.clone();
    clone.enabled = enabled;
    clones.add(clone);
    return clone;
  }

  function discard(clone: MediaStreamTrack): void {
    clone.stop();
    clones.delete(clone);
  }

  async function begin(source: Source, { track, muted }: Outgoing): Promise<void> {
    const clone = copy(track, !isQuiet({ muted }));
    try {
      const publication = await room.localParticipant.publishTrack(clone, PUBLISH[source]);
      const held = { master: track, clone, publication, muted };
      sent.set(source, held);
      await (phase === 'hushed' ? end(source) : settle(held));
    } catch (error) {
      discard(clone);
      throw error;
    }
  }

  /** `release` may come while a mute is under way. */
  async function settle(held: Sent): Promise<void> {
    while (phase !== 'hushed' && held.publication.isMuted !== isQuiet(held)) {
      await (isQuiet(held) ? held.publication.mute() : held.publication.unmute());
    }
    held.clone.enabled = !isQuiet(held);
  }

  async function end(source: Source): Promise<void> {
    const held = sent.get(source);
    if (!held) return;
    sent.delete(source);
    discard(held.clone);
    if (held.publication.track) await room.localParticipant.unpublishTrack(held.publication.track, false);
  }

  async function replace(held: Sent, track: MediaStreamTrack): Promise<void> {
    const clone = copy(track, held.clone.enabled);
    await held.publication.track?.replaceTrack(clone, { userProvidedTrack: true });
    discard(held.clone);
    Object.assign(held, { master: track, clone });
  }

  return {
    send: async (source, what) => {
      if (phase === 'hushed') return;
      const held = sent.get(source);
      if (!what) return end(source);
      // Not published before it is switched on for the first time: most people listen.
      if (!held) return what.muted ? undefined : begin(source, what);
      held.muted = what.muted;
      if (held.master !== what.track) await replace(held, what.track);
      await settle(held);
    },
    release: () => {
      if (phase !== 'held') return;
      phase = 'live';
      for (const held of sent.values()) void settle(held);
    },
    hush: () => {
      phase = 'hushed';
      // Not unpublished: that would be negotiated with everybody at the old place while the new one is being opened.
      for (const clone of clones) discard(clone);
    },
  };
}
