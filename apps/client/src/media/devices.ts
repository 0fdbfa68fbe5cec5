/** The two things that are captured from a device. */
export type CaptureKind = 'microphone' | 'camera';

export interface Device {
  id: string;
  /** Empty until the person has allowed the use of any device. */
  label: string;
}

export interface DeviceList {
  microphones: readonly Device[];
  cameras: readonly Device[];
  speakers: readonly Device[];
}

export const NO_DEVICES: DeviceList = { microphones: [], cameras: [], speakers: [] };

/**
 * Why a device gives nothing. `insecure`: the page was not loaded over HTTPS. `unplugged`: it was there and went away.
 * `not-sent`: it works here, but the video server does not take it.
 */
export type DeviceProblem = 'denied' | 'no-device' | 'in-use' | 'insecure' | 'unplugged' | 'not-sent' | 'unknown';

export interface SharedScreen {
  video: MediaStreamTrack;
  sound?: MediaStreamTrack;
}

/** The browser's cameras, microphones and screens. */
export interface Devices {
  /** Rejects with the browser's error; `problemOf` names it. A chosen device that is gone is replaced by the browser's default. */
  open(kind: CaptureKind, deviceId?: string): Promise<MediaStreamTrack>;
  /** Asks which screen or window to share. Nothing when the person changed their mind. */
  share(): Promise<SharedScreen | undefined>;
  list(): Promise<DeviceList>;
  /** Calls back when devices come or go. Returns the way to stop. */
  watch(listener: () => void): () => void;
  readonly canShare: boolean;
  readonly canChooseSpeaker: boolean;
}

/** Names the reason of a failed capture. Browsers use different names for the same thing. */
export function problemOf(error: unknown): DeviceProblem {
  const name = error instanceof Error ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
    case 'DevicesNotFoundError':
      return 'no-device';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'in-use';
    case 'SecurityError':
    case 'InsecureContextError':
      return 'insecure';
    default:
      return 'unknown';
  }
}
