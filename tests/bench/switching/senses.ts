import type { Page } from '@playwright/test';

/** When one page showed pictures of other people and played their sound, in milliseconds since 1970, by this machine's clock. */
export interface Sensed {
  /** Frames on screen, by the connection they came through; black ones count as none. */
  frames: [connection: number, at: number][];
  /** Looks at the sound that is played, every 10 ms, that found it loud, by connection. */
  sounds: [connection: number, at: number][];
}

/** Has a page note what its person can see and hear of others. Call it before the page is opened. */
export async function watchSenses(page: Page): Promise<() => Promise<Sensed>> {
  await page.addInitScript(noteSenses);
  return () =>
    page.evaluate(() => {
      const { sensed } = window as unknown as { sensed: Sensed };
      return { frames: sensed.frames.splice(0), sounds: sensed.sounds.splice(0) };
    });
}

/** Runs in the page and therefore stands alone. */
function noteSenses(): void {
  const LOOK_EVERY_MS = 10;
  const LOUD = 0.005;
  const BRIGHT = 16;
  const sensed: Sensed = { frames: [], sounds: [] };
  Object.assign(window, { sensed });
  const remote = new WeakMap<MediaStreamTrack, number>();
  let connections = 0;
  const bright = new WeakSet<MediaStreamTrack>();
  const ears = new Map<HTMLMediaElement, { track: MediaStreamTrack; source: AudioNode; analyser: AnalyserNode }>();
  const eyes = new WeakSet<HTMLVideoElement>();
  let context: AudioContext | undefined;

  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(settings?: RTCConfiguration) {
      super(settings);
      const connection = ++connections;
      this.addEventListener('track', ({ track }) => void remote.set(track, connection));
    }
  };

  const canvas = new OffscreenCanvas(8, 8).getContext('2d', { willReadFrequently: true });
  function isBright(video: HTMLVideoElement): boolean {
    canvas?.drawImage(video, 0, 0, 8, 8);
    const pixels = canvas?.getImageData(0, 0, 8, 8).data ?? [];
    return pixels.some((value, index) => index % 4 !== 3 && value > BRIGHT);
  }

  function watch(video: HTMLVideoElement): void {
    if (eyes.has(video)) return;
    eyes.add(video);
    video.requestVideoFrameCallback(function look() {
      const track = (video.srcObject as MediaStream | null)?.getVideoTracks()[0];
      const connection = track && remote.get(track);
      if (track && connection !== undefined) {
        if (!bright.has(track) && isBright(video)) bright.add(track);
        if (bright.has(track)) sensed.frames.push([connection, Date.now()]);
      }
      video.requestVideoFrameCallback(look);
    });
  }

  function listen(element: HTMLMediaElement, track: MediaStreamTrack): void {
    if (ears.get(element)?.track === track) return;
    context ??= new AudioContext();
    ears.get(element)?.source.disconnect();
    const source = context.createMediaStreamSource(new MediaStream([track]));
    const analyser = new AnalyserNode(context, { fftSize: 512 });
    source.connect(analyser);
    ears.set(element, { track, source, analyser });
  }

  const samples = new Float32Array(512);
  setInterval(() => {
    for (const [element, { track, analyser }] of ears) {
      const stream = element.srcObject as MediaStream | null;
      if (element.muted || element.paused || !stream?.getAudioTracks().includes(track)) continue;
      analyser.getFloatTimeDomainData(samples);
      if (samples.some((value) => Math.abs(value) > LOUD)) sensed.sounds.push([remote.get(track) ?? 0, Date.now()]);
    }
  }, LOOK_EVERY_MS);

  const native = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    ...native,
    set(this: HTMLMediaElement, stream: MediaStream | null) {
      native?.set?.call(this, stream);
      if (this instanceof HTMLVideoElement) return watch(this);
      const track = stream?.getAudioTracks()[0];
      if (track && remote.has(track)) listen(this, track);
    },
  });
}
