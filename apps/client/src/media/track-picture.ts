import type { Picture } from './media-room.ts';

/** Shows a track of this browser itself: the own camera or the own shared screen. */
export function trackPicture(track: MediaStreamTrack): Picture {
  return {
    id: track.id,
    attach: (video) => {
      video.srcObject = new MediaStream([track]);
      video.muted = true;
      video.play().catch(() => undefined); // muted video always may play; what is left is "taken off again before it began"
      return () => {
        video.srcObject = null;
      };
    },
  };
}
