import { ConnectionQuality, type RemoteParticipant, type RemoteTrack, type Room, Track } from 'livekit-client';
import type { PersonMedia, Picture, Quality, RoomSight } from './media-room.ts';

/** Told when somebody looks at a picture that was handed out, and when nobody does any more. */
type Look = (trackSid: string, isOnScreen: boolean) => void;

/** Reads what a room shows. Always from the whole: single events get lost around reconnects, the room's own list does not. */
export function createSightReader(room: Room, look: Look): () => RoomSight {
  const pictures = new WeakMap<RemoteTrack, Picture>();

  function picture(participant: RemoteParticipant, source: Track.Source): Picture | undefined {
    const publication = participant.getTrackPublication(source);
    const track = publication?.track as RemoteTrack | undefined;
    if (!track || publication?.isMuted) return undefined;
    const known = pictures.get(track) ?? remotePicture(track, look);
    pictures.set(track, known);
    return known;
  }

  function person(participant: RemoteParticipant): PersonMedia {
    const microphone = participant.getTrackPublication(Track.Source.Microphone);
    return {
      microphone: microphone !== undefined && !microphone.isMuted,
      ...defined('camera', picture(participant, Track.Source.Camera)),
      ...defined('screen', picture(participant, Track.Source.ScreenShare)),
    };
  }

  return () => {
    const remote = [...room.remoteParticipants.values()];
    const everybody = [room.localParticipant, ...remote];
    return {
      people: Object.fromEntries(remote.map((participant) => [participant.identity, person(participant)])),
      speaking: room.activeSpeakers.map(({ identity }) => identity).sort(),
      quality: Object.fromEntries(
        everybody.map(({ identity, connectionQuality }) => [identity, qualityOf(connectionQuality)]),
      ),
      audioBlocked: !room.canPlaybackAudio,
    };
  };
}

function remotePicture(track: RemoteTrack, look: Look): Picture {
  const id = track.sid ?? track.mediaStreamTrack.id;
  return {
    id,
    attach: (video) => {
      track.attach(video);
      video.muted = true; // sound has its own elements
      look(id, true);
      const scrolling = new IntersectionObserver((entries) => {
        const newest = entries.at(-1);
        if (newest) look(id, newest.isIntersecting);
      });
      scrolling.observe(video);
      return () => {
        scrolling.disconnect();
        look(id, false);
        track.detach(video);
      };
    },
  };
}

function qualityOf(quality: ConnectionQuality): Quality {
  if (quality === ConnectionQuality.Lost) return 'lost';
  return quality === ConnectionQuality.Poor ? 'poor' : 'good';
}

function defined<K extends string>(key: K, value: Picture | undefined): { [P in K]?: Picture } {
  return value ? ({ [key]: value } as { [P in K]?: Picture }) : {};
}
