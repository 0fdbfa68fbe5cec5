import { useT } from '../../i18n/i18n.ts';
import type { MediaState } from '../../media/media-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DeviceFields } from './device-fields.tsx';
import { LevelMeter } from './level-meter.tsx';
import { useMedia, useMediaState } from './media-provider.tsx';

const whole = (state: MediaState): MediaState => state;

/** Which microphone, camera and loudspeaker are used, changed while the room goes on. */
export function DeviceSettings({ onClose }: { onClose: () => void }) {
  const t = useT('media');
  const media = useMedia();
  const state = useMediaState(whole);
  return (
    <Dialog title={t('devices')} onClose={onClose}>
      <DeviceFields state={state} choose={media.choose} chooseSpeaker={media.chooseSpeaker} />
      {state.microphone.track && state.microphone.on && <LevelMeter track={state.microphone.track} />}
    </Dialog>
  );
}
