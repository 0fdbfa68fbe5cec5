import { type CaptureKind, type Devices, problemOf, type SharedScreen } from './devices.ts';

const CONSTRAINTS: Record<CaptureKind, MediaTrackConstraints> = {
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  // Small tables need no more; a weak laptop encodes this twice (simulcast) without a fan.
  camera: { width: { ideal: 960 }, height: { ideal: 540 }, frameRate: { ideal: 24, max: 30 } },
};

/** The devices of this browser. Every call fails with `InsecureContextError` on a page without HTTPS. */
export function browserDevices(): Devices {
  const media = navigator.mediaDevices as MediaDevices | undefined;
  return {
    open: async (kind, deviceId) => {
      try {
        return await capture(kind, deviceId);
      } catch (error) {
        if (deviceId && problemOf(error) === 'no-device') return capture(kind, undefined);
        throw error;
      }
    },
    share: () => shareScreen(),
    list: async () => {
      const all = (await media?.enumerateDevices()) ?? [];
      const ofKind = (kind: MediaDeviceKind) =>
        all
          .filter((device) => device.kind === kind && device.deviceId !== '')
          .map(({ deviceId, label }) => ({ id: deviceId, label }));
      return { microphones: ofKind('audioinput'), cameras: ofKind('videoinput'), speakers: ofKind('audiooutput') };
    },
    watch: (listener) => {
      media?.addEventListener('devicechange', listener);
      return () => media?.removeEventListener('devicechange', listener);
    },
    canShare: typeof media?.getDisplayMedia === 'function',
    canChooseSpeaker: 'setSinkId' in HTMLMediaElement.prototype,
  };
}

async function capture(kind: CaptureKind, deviceId: string | undefined): Promise<MediaStreamTrack> {
  const constraints = { ...CONSTRAINTS[kind], ...(deviceId ? { deviceId: { exact: deviceId } } : {}) };
  const stream = await securely().getUserMedia(kind === 'camera' ? { video: constraints } : { audio: constraints });
  return onlyTrack(kind === 'camera' ? stream.getVideoTracks() : stream.getAudioTracks());
}

async function shareScreen(): Promise<SharedScreen | undefined> {
  try {
    const stream = await securely().getDisplayMedia({
      video: { frameRate: { ideal: 15, max: 30 } },
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
    const video = onlyTrack(stream.getVideoTracks());
    video.contentHint = 'detail';
    const sound = stream.getAudioTracks()[0];
    return sound ? { video, sound } : { video };
  } catch (error) {
    if (problemOf(error) === 'denied') return undefined; // "cancel" in the browser's own dialog
    throw error;
  }
}

function securely(): MediaDevices {
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (media) return media;
  throw Object.assign(new Error('devices need a page loaded over HTTPS'), { name: 'InsecureContextError' });
}

function onlyTrack(tracks: MediaStreamTrack[]): MediaStreamTrack {
  const [track] = tracks;
  if (!track) throw Object.assign(new Error('the device gives no track'), { name: 'NotFoundError' });
  return track;
}
