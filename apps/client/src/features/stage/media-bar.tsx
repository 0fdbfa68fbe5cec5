import {
  Ear,
  LoaderCircle,
  type LucideIcon,
  Mic,
  MicOff,
  ScreenShare,
  ScreenShareOff,
  Settings2,
  Video,
  VideoOff,
} from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import type { MediaState } from '../../media/media-store.ts';
import { IconButton } from '../../ui/button.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';
import { DeviceSettings } from './device-settings.tsx';
import { type MediaBarModel, type MediaSwitch, mediaBar } from './media-bar.model.ts';
import styles from './media-bar.module.css';
import { useMedia, useMediaState } from './media-provider.tsx';

const NOT_ALLOWED = { microphone: false, camera: false, screen: false };
const whole = (state: MediaState): MediaState => state;

/** Microphone, camera, screen and the choice of devices. Keys: M and V. */
export function MediaBar() {
  const media = useMedia();
  const model = mediaBar(useMediaState(whole), useYou()?.publish ?? NOT_ALLOWED, media);
  const [choosing, setChoosing] = useState(false);
  useShortcut('m', model.microphone?.toggle);
  useShortcut('v', model.camera?.toggle);
  return (
    <>
      <MediaBarView {...model} chooseDevices={() => setChoosing(true)} />
      {choosing && <DeviceSettings onClose={() => setChoosing(false)} />}
    </>
  );
}

function MediaBarView(props: MediaBarModel & { chooseDevices: () => void }) {
  const { microphone, camera, screen, chooseDevices } = props;
  const t = useT('media');
  return (
    <fieldset class={styles.bar} aria-label={t('bar')}>
      {microphone ? (
        <Switch what="microphone" icons={[Mic, MicOff]} {...microphone} />
      ) : (
        <span class={styles.listening}>
          <Ear size={20} aria-hidden="true" />
          <span>{t('listening')}</span>
        </span>
      )}
      {camera && <Switch what="camera" icons={[Video, VideoOff]} {...camera} />}
      {screen && <Switch what="screen" icons={[ScreenShareOff, ScreenShare]} {...screen} />}
      <IconButton icon={Settings2} label={t('devices')} onClick={chooseDevices} />
    </fieldset>
  );
}

interface SwitchProps extends MediaSwitch {
  what: 'microphone' | 'camera' | 'screen';
  icons: readonly [on: LucideIcon, off: LucideIcon];
}

/** The name says what a press does; sign and colour say how it is. */
function Switch({ what, icons: [On, Off], state, toggle }: SwitchProps) {
  const t = useT('media');
  const icon = state === 'busy' ? LoaderCircle : state === 'on' ? On : Off;
  const label = state === 'busy' ? t(`${what}.busy`) : state === 'on' ? t(`${what}.switchOff`) : t(`${what}.switchOn`);
  return (
    <span class={styles.switch} data-look={state === 'off' && what === 'screen' ? 'idle' : state}>
      <IconButton icon={icon} label={label} kind="quiet" onClick={toggle} />
    </span>
  );
}
