import type { Publish } from '@werkraum/protocol';
import { type Captured, createCapture } from './capture.ts';
import { type CaptureKind, type Devices, problemOf, type SharedScreen } from './devices.ts';
import type { MediaRoom, Source } from './media-room.ts';
import type { MediaNotice, MediaStore, OwnSource } from './media-store.ts';
import { outgoing } from './outgoing.ts';
import { createPublisher } from './publisher.ts';
import { trackPicture } from './track-picture.ts';

export interface OwnMediaPorts {
  store: MediaStore;
  devices: Devices;
  report: (error: unknown) => void;
  random: () => number;
}

/** The own microphone, camera and screen: what the person wants, what the devices give, what the phase allows. */
export interface OwnMedia {
  setMicrophone(on: boolean): Promise<void>;
  setCamera(on: boolean): Promise<void>;
  setScreen(on: boolean): Promise<void>;
  choose(kind: CaptureKind, deviceId: string | undefined): Promise<void>;
  /** What the phase allows. A right that ends switches off at once; the camera comes back with its right, the microphone waits for its person. */
  allow(rights: Publish): void;
  /** Somebody switched this microphone off. */
  silence(): void;
  sendInto(room: MediaRoom | undefined): void;
  /** Agrees ahead on what will be sent into this room. */
  readyFor(room: MediaRoom | undefined): void;
  grantsChanged(): void;
  close(): void;
}

const NOTHING: Publish = { microphone: false, camera: false, screen: false };
type Own = CaptureKind | 'screen';

export function createOwnMedia({ store, devices, report, random }: OwnMediaPorts): OwnMedia {
  let rights = NOTHING;
  let shared: SharedScreen | undefined;
  const capture = createCapture(devices, { replaced: captureReplaced, lost: captureLost });
  const publisher = createPublisher({ wanted, refused, report, random });

  const own = (kind: Own): OwnSource => store.getState()[kind];
  const set = (kind: Own, part: Partial<OwnSource>) => store.setState({ [kind]: { ...own(kind), ...part } });
  const notice = (what: MediaNotice) => store.setState({ notice: what });

  function wanted() {
    const { microphone, camera, screen } = store.getState();
    return outgoing(
      {
        microphone: capture.track('microphone'),
        camera: capture.track('camera'),
        screen: shared?.video,
        screenSound: shared?.sound,
      },
      { microphone: microphone.on, camera: camera.on, screen: screen.on },
      rights,
    );
  }

  function refused(source: Source, isRefused: boolean): void {
    if (source === 'screen-sound') return;
    if (isRefused) set(source, { problem: 'not-sent' });
    else if (own(source).problem === 'not-sent') set(source, { problem: undefined });
  }

  async function switchOn(kind: CaptureKind): Promise<void> {
    if (!rights[kind]) return;
    set(kind, { on: true, busy: true, problem: undefined });
    if (kind === 'microphone') store.setState({ notice: undefined });
    const captured = await capture.start(kind);
    if (own(kind).on && own(kind).busy) settle(kind, captured);
  }

  function settle(kind: CaptureKind, captured: Captured): void {
    if (captured.ok) set(kind, { busy: false, problem: undefined, ...shown(kind, captured.track) });
    else set(kind, { on: false, busy: false, problem: captured.problem, ...DARK });
    publisher.sync();
  }

  function switchOff(kind: CaptureKind): void {
    // A microphone is kept ready once it was on; one that is just being asked for, and any camera, is let go.
    if (kind === 'camera' || own(kind).busy) capture.stop(kind);
    set(kind, { on: false, busy: false, ...DARK });
    publisher.sync();
  }

  function captureReplaced(kind: CaptureKind, track: MediaStreamTrack): void {
    set(kind, { problem: undefined, ...shown(kind, track) });
    publisher.sync();
  }

  function captureLost(kind: CaptureKind): void {
    set(kind, { on: false, busy: false, problem: 'unplugged', ...DARK });
    publisher.sync();
  }

  async function share(): Promise<void> {
    if (!rights.screen || own('screen').busy || own('screen').on) return;
    set('screen', { busy: true, problem: undefined });
    try {
      const screen = await devices.share();
      if (screen && rights.screen) return beginShare(screen);
      stopTracks(screen);
      set('screen', { busy: false });
    } catch (error) {
      set('screen', { busy: false, problem: problemOf(error) });
    }
  }

  function beginShare(screen: SharedScreen): void {
    shared = screen;
    screen.video.addEventListener('ended', () => shared === screen && endShare(), { once: true });
    set('screen', { on: true, busy: false, picture: trackPicture(screen.video) });
    publisher.sync();
  }

  function endShare(): void {
    stopTracks(shared);
    shared = undefined;
    set('screen', { on: false, picture: undefined });
    publisher.sync();
  }

  function allow(next: Publish): void {
    const before = rights;
    rights = next;
    if (before.microphone && !next.microphone) {
      capture.stop('microphone');
      switchOff('microphone');
    }
    if (before.screen && !next.screen && shared) {
      endShare();
      notice('share-ended');
    }
    if (before.camera && !next.camera) pauseCamera();
    if (!before.camera && next.camera && own('camera').on) void switchOn('camera');
    publisher.sync();
  }

  function pauseCamera(): void {
    capture.stop('camera');
    set('camera', { busy: false, ...DARK });
  }

  return {
    setMicrophone: async (on) => (on ? switchOn('microphone') : switchOff('microphone')),
    setCamera: async (on) => (on ? switchOn('camera') : switchOff('camera')),
    setScreen: async (on) => (on ? share() : endShare()),
    choose: async (kind, deviceId) => {
      store.setState(({ chosen }) => ({ chosen: { ...chosen, [kind]: deviceId } }));
      const captured = await capture.choose(kind, deviceId);
      if (captured && !captured.ok) settle(kind, captured);
    },
    allow,
    silence: () => {
      if (!own('microphone').on) return;
      switchOff('microphone');
      notice('muted-by-staff');
    },
    sendInto: publisher.into,
    readyFor: publisher.ready,
    grantsChanged: publisher.sync,
    close: () => {
      publisher.into(undefined);
      publisher.ready(undefined);
      capture.close();
      if (shared) endShare();
    },
  };
}

const DARK = { picture: undefined, track: undefined };

function shown(kind: CaptureKind, track: MediaStreamTrack): Partial<OwnSource> {
  return { track, picture: kind === 'camera' ? trackPicture(track) : undefined };
}

function stopTracks(screen: SharedScreen | undefined): void {
  screen?.video.stop();
  screen?.sound?.stop();
}
