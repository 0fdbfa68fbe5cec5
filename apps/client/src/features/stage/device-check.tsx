import { ChevronRight, Mic, MicOff, TriangleAlert, Video, VideoOff } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { browserDeviceCheck, type DeviceCheckMedia } from '../../media/browser-media.ts';
import type { MediaState, OwnSource } from '../../media/media-store.ts';
import { Button } from '../../ui/button.tsx';
import { useStore } from '../../ui/use-store.ts';
import styles from './device-check.module.css';
import { DeviceFields } from './device-fields.tsx';
import { LevelMeter } from './level-meter.tsx';
import { PictureView } from './picture-view.tsx';

const whole = (state: MediaState): MediaState => state;

/**
 * How one will be seen and heard: what is switched on here is on in the room, everything else stays off.
 * `check` is given by the gallery and by tests; otherwise this browser's devices are used and let go at the end.
 */
export function DeviceCheck({ check: given }: { check?: DeviceCheckMedia }) {
  const [check] = useState(() => given ?? browserDeviceCheck());
  useEffect(() => () => check.close(), [check]);
  return <DeviceCheckView check={check} state={useStore(check.store, whole)} />;
}

function DeviceCheckView({ check, state }: { check: DeviceCheckMedia; state: MediaState }) {
  const t = useT('media');
  const { microphone, camera } = state;
  return (
    <section class={styles.check} aria-label={t('check.title')}>
      <div class={styles.preview}>
        {camera.picture ? <PictureView picture={camera.picture} mirrored /> : <p>{t('check.cameraIsOff')}</p>}
      </div>
      <div class={styles.switches}>
        <CheckSwitch what="microphone" own={microphone} set={check.setMicrophone} />
        <CheckSwitch what="camera" own={camera} set={check.setCamera} />
      </div>
      {microphone.track && <LevelMeter track={microphone.track} />}
      <p class={styles.hint}>{t(`check.enter.${entering(state)}`)}</p>
      <div class={styles.problems} role="status">
        <Problem what="microphone" own={microphone} />
        <Problem what="camera" own={camera} />
      </div>
      <details class={styles.more}>
        <summary>
          <ChevronRight size={18} aria-hidden="true" />
          {t('check.more')}
        </summary>
        <DeviceFields
          state={state}
          choose={(kind, id) => void check.choose(kind, id)}
          chooseSpeaker={check.chooseSpeaker}
        />
      </details>
    </section>
  );
}

const ICONS = { microphone: [Mic, MicOff], camera: [Video, VideoOff] } as const;

interface OwnProps {
  what: 'microphone' | 'camera';
  own: OwnSource;
}

function CheckSwitch({ what, own, set }: OwnProps & { set: (on: boolean) => Promise<void> }) {
  const t = useT('media');
  const [On, Off] = ICONS[what];
  return (
    <Button icon={own.on ? On : Off} busy={own.busy} aria-pressed={own.on} onClick={() => void set(!own.on)}>
      {t(`check.${what}`)}
    </Button>
  );
}

/** What is wrong and what to do about it; the switch above is the way to try again. */
function Problem({ what, own }: OwnProps) {
  const t = useT('media');
  if (!own.problem) return null;
  return (
    <p class={styles.problem}>
      <TriangleAlert size={20} aria-hidden="true" />
      <span>{t(`lines.${what}.${own.problem}`)}</span>
    </p>
  );
}

function entering({ microphone, camera }: MediaState): 'both' | 'microphone' | 'camera' | 'none' {
  if (microphone.on) return camera.on ? 'both' : 'microphone';
  return camera.on ? 'camera' : 'none';
}
