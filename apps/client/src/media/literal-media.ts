import type { Picture } from './media-room.ts';
import type { MediaSession } from './media-session.ts';
import { createMediaStore, type MediaState } from './media-store.ts';

/** Media without devices and rooms: shows a literal state, for the gallery and for tests. */
export function literalMedia(state: Partial<MediaState> = {}, actions: Partial<MediaSession> = {}): MediaSession {
  const nothing = () => {};
  return {
    store: createMediaStore({ connection: { state: 'connected' }, canShare: true, canChooseSpeaker: true, ...state }),
    follow: nothing,
    setMicrophone: nothing,
    setCamera: nothing,
    setScreen: nothing,
    choose: nothing,
    chooseSpeaker: nothing,
    unlock: nothing,
    retry: nothing,
    dismissNotice: nothing,
    leave: async () => {},
    ...actions,
  };
}

/** A painted still picture in place of a camera (a head and shoulders) or of a screen (a page of text). */
export function paintedPicture(id: string, hue: number, what: 'camera' | 'screen' = 'camera'): Picture {
  return {
    id,
    attach: (video) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
      const context = canvas.getContext('2d');
      if (context) (what === 'camera' ? paintPerson : paintPage)(context, hue);
      video.srcObject = canvas.captureStream(1);
      video.play().catch(() => undefined); // taken off again before it began
      return () => {
        video.srcObject = null;
      };
    },
  };
}

function paintPerson(context: CanvasRenderingContext2D, hue: number): void {
  const room = context.createLinearGradient(0, 0, 640, 360);
  room.addColorStop(0, `hsl(${hue} 30% 72%)`);
  room.addColorStop(1, `hsl(${hue + 30} 25% 45%)`);
  context.fillStyle = room;
  context.fillRect(0, 0, 640, 360);
  context.fillStyle = `hsl(${hue + 160} 30% 32%)`;
  context.beginPath();
  context.ellipse(320, 390, 150, 130, 0, 0, 7);
  context.fill();
  context.fillStyle = 'hsl(26 42% 64%)';
  context.beginPath();
  context.ellipse(320, 180, 72, 92, 0, 0, 7);
  context.fill();
}

function paintPage(context: CanvasRenderingContext2D, hue: number): void {
  context.fillStyle = 'white';
  context.fillRect(0, 0, 640, 360);
  context.fillStyle = `hsl(${hue} 60% 35%)`;
  context.fillRect(48, 44, 330, 26);
  context.fillStyle = 'hsl(0 0% 72%)';
  for (let line = 0; line < 8; line++) context.fillRect(48, 104 + line * 28, 540 - ((line * 83) % 190), 10);
}
