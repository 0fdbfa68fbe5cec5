import { Video } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { later } from '../../ui/later.tsx';
import { Card } from './card.tsx';
import styles from './ready-card.module.css';

const DeviceCheck = later(() => import('../../features/stage/device-check.tsx').then((part) => part.DeviceCheck));

/** Camera and microphone, tried when the person wants to: nothing is asked of them before. */
export function DevicesCard() {
  const t = useT('prepare');
  const [open, setOpen] = useState(false);
  return (
    <Card title={t('devices.title')}>
      <p class={styles.host}>{t('devices.text')}</p>
      {open ? (
        <DeviceCheck />
      ) : (
        <div>
          <Button icon={Video} onClick={() => setOpen(true)}>
            {t('devices.open')}
          </Button>
        </div>
      )}
    </Card>
  );
}
