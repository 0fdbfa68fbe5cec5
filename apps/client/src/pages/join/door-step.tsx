import type { SessionId } from '@werkraum/protocol';
import { DoorOpen } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Devices } from './devices.tsx';
import styles from './door-step.module.css';

interface DoorStepProps {
  sessionId: SessionId | undefined;
  known: string | undefined;
  entering: boolean;
  /** The server lets people in one after the other just now. */
  busy: boolean;
  enter(): void;
}

/** Before the door: look at oneself, then one click. */
export function DoorStep({ sessionId, known, entering, busy, enter }: DoorStepProps) {
  const t = useT('join');
  return (
    <div class={styles.step}>
      <div class={styles.words}>
        <h1>{known ? t('door.welcomeBack', { name: known }) : t('door.welcome')}</h1>
        <p class={styles.lead}>{t('door.text')}</p>
        <Button kind="primary" size="large" icon={DoorOpen} busy={entering} onClick={enter}>
          {entering ? t('door.entering') : t('door.enter')}
        </Button>
        <p role="status">{busy ? t('door.busy') : ''}</p>
        <ul class={styles.notes}>
          <li>{t('door.notes.recorded')}</li>
          <li>{t('door.notes.unseen')}</li>
        </ul>
      </div>
      <Devices sessionId={sessionId} />
    </div>
  );
}
