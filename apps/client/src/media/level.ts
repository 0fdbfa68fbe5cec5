/**
 * Measures how loud a microphone is and calls back with 0 (silence) to 1, once per screen frame. Returns the way to stop.
 * Does nothing where the browser cannot.
 */
export function watchLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  if (typeof AudioContext === 'undefined') return () => {};
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let frame = requestAnimationFrame(measure);

  function measure(): void {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    onLevel(levelOf(Math.sqrt(power)));
    frame = requestAnimationFrame(measure);
  }
  return () => {
    cancelAnimationFrame(frame);
    void context.close();
  };
}

const QUIETEST_DB = -60;

/** Loudness as people hear it: `volume` (root mean square, 0 to 1) on a scale from −60 dB to 0 dB. */
export function levelOf(volume: number): number {
  if (volume <= 0) return 0;
  return Math.min(1, Math.max(0, 1 - (20 * Math.log10(volume)) / QUIETEST_DB));
}
