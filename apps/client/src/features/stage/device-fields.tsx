import { Volume2 } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import type { CaptureKind, Device } from '../../media/devices.ts';
import type { MediaState } from '../../media/media-store.ts';
import { playTestSound } from '../../media/test-sound.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import styles from './device-check.module.css';

export interface DeviceFieldsProps {
  state: Pick<MediaState, 'devices' | 'chosen' | 'canChooseSpeaker'>;
  choose: (kind: CaptureKind, deviceId: string | undefined) => void;
  chooseSpeaker: (deviceId: string) => void;
}

/** Microphone, camera, loudspeaker. Browsers keep names back until one device was allowed: then there is nothing to choose yet. */
export function DeviceFields({ state, choose, chooseSpeaker }: DeviceFieldsProps) {
  const t = useT('media');
  const { devices, chosen, canChooseSpeaker } = state;
  const nameless = [...devices.microphones, ...devices.cameras].every(({ label }) => label === '');
  return (
    <div class={styles.fields}>
      {nameless && <p class={styles.hint}>{t('namesLater')}</p>}
      <DeviceField
        label={t('choose.microphone')}
        devices={devices.microphones}
        chosen={chosen.microphone}
        onChoose={(id) => choose('microphone', id)}
      />
      <DeviceField
        label={t('choose.camera')}
        devices={devices.cameras}
        chosen={chosen.camera}
        onChoose={(id) => choose('camera', id)}
      />
      {canChooseSpeaker && (
        <DeviceField
          label={t('choose.speaker')}
          devices={devices.speakers}
          chosen={chosen.speaker}
          onChoose={chooseSpeaker}
        />
      )}
      <Button icon={Volume2} onClick={() => void playTestSound(chosen.speaker)}>
        {t('testSound')}
      </Button>
    </div>
  );
}

interface DeviceFieldProps {
  label: string;
  devices: readonly Device[];
  chosen: string | undefined;
  onChoose: (deviceId: string) => void;
}

function DeviceField({ label, devices, chosen, onChoose }: DeviceFieldProps) {
  const named = devices.filter((device) => device.label !== '');
  const [first] = named;
  if (!first) return null;
  const value = named.some(({ id }) => id === chosen) ? chosen : first.id;
  return (
    <SelectField
      label={label}
      value={value ?? first.id}
      options={named.map((device) => ({ value: device.id, label: device.label }))}
      onValue={onChoose}
    />
  );
}
