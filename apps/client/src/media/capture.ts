import { type CaptureKind, type DeviceProblem, type Devices, problemOf } from './devices.ts';

export type Captured = { ok: true; track: MediaStreamTrack } | { ok: false; problem: DeviceProblem };

export interface CaptureNews {
  /** The track to send has become another one: a new device was chosen, or a lost one was replaced. */
  replaced: (kind: CaptureKind, track: MediaStreamTrack) => void;
  /** The device went away and no other could take its place. */
  lost: (kind: CaptureKind) => void;
}

/**
 * Holds the one capture of each device ("master"). Rooms publish clones of it, so a room can end without ending the camera.
 * A stopped capture lets go of the device: its light goes out.
 */
export interface Capture {
  start(kind: CaptureKind): Promise<Captured>;
  stop(kind: CaptureKind): void;
  track(kind: CaptureKind): MediaStreamTrack | undefined;
  /** Uses this device from now on; a running capture changes over. */
  choose(kind: CaptureKind, deviceId: string | undefined): Promise<Captured | undefined>;
  close(): void;
}

const FRESH = () => ({ track: undefined, deviceId: undefined, turn: 0 });

export function createCapture(devices: Devices, news: CaptureNews): Capture {
  const held: Record<CaptureKind, { track: MediaStreamTrack | undefined; deviceId: string | undefined; turn: number }> =
    { microphone: FRESH(), camera: FRESH() };

  /** Opens the device anew and lets the old track go. A newer start, stop or choice makes this one's result void. */
  async function open(kind: CaptureKind): Promise<Captured> {
    const slot = held[kind];
    const turn = ++slot.turn;
    try {
      const track = await devices.open(kind, slot.deviceId);
      if (turn !== slot.turn) {
        track.stop();
        return slot.track ? { ok: true, track: slot.track } : { ok: false, problem: 'unknown' };
      }
      slot.track?.stop();
      slot.track = track;
      track.addEventListener('ended', () => void recover(kind, track), { once: true });
      return { ok: true, track };
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    }
  }

  /** "Ended" comes only from outside: the device was unplugged or the permission withdrawn. */
  async function recover(kind: CaptureKind, ended: MediaStreamTrack): Promise<void> {
    const slot = held[kind];
    if (slot.track !== ended) return;
    slot.track = undefined;
    const turn = slot.turn + 1;
    const captured = await open(kind);
    if (turn !== slot.turn) return;
    if (captured.ok) news.replaced(kind, captured.track);
    else news.lost(kind);
  }

  function stop(kind: CaptureKind): void {
    const slot = held[kind];
    slot.turn += 1;
    slot.track?.stop();
    slot.track = undefined;
  }

  return {
    start: async (kind) => {
      const { track } = held[kind];
      return track?.readyState === 'live' ? { ok: true, track } : open(kind);
    },
    stop,
    track: (kind) => held[kind].track,
    choose: async (kind, deviceId) => {
      held[kind].deviceId = deviceId;
      if (!held[kind].track) return undefined;
      const captured = await open(kind);
      if (captured.ok) news.replaced(kind, captured.track);
      return captured;
    },
    close: () => {
      stop('microphone');
      stop('camera');
    },
  };
}
