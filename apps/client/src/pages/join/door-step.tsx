import { ClipboardPen, DoorOpen } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { SeatTicket } from '../../connection/provider.tsx';
import { useT } from '../../i18n/i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { later } from '../../ui/later.tsx';
import type { Preparing } from '../prepare/door-card.tsx';
import { Devices } from './devices.tsx';
import styles from './door-step.module.css';

/** Only needed days before: it comes after the door. */
const DoorCard = later(() => import('../prepare/door-card.tsx').then((part) => part.DoorCard), ['prepare']);

interface DoorStepProps {
  ticket: SeatTicket | undefined;
  known: string | undefined;
  entering: boolean;
  /** The server lets people in one after the other just now. */
  busy: boolean;
  enter(): void;
}

/** Before the door: look at oneself, then one click. */
export function DoorStep({ ticket, known, entering, busy, enter }: DoorStepProps) {
  const t = useT('join');
  const [preparing, setPreparing] = useState<Preparing>();
  return (
    <div class={styles.step}>
      <div class={styles.words}>
        <h1>{known ? t('door.welcomeBack', { name: known }) : t('door.welcome')}</h1>
        {ticket && !entering && <DoorCard ticket={ticket} onKnown={setPreparing} />}
        <p class={styles.lead}>{t('door.text')}</p>
        <Button
          kind={preparing === 'ahead' ? 'quiet' : 'primary'}
          size="large"
          icon={DoorOpen}
          busy={entering}
          onClick={enter}
        >
          {entering ? t('door.entering') : t('door.enter')}
        </Button>
        {preparing === 'still' && !entering && (
          <ButtonLink href="/prepare" kind="plain" icon={ClipboardPen}>
            {t('door.prepare')}
          </ButtonLink>
        )}
        <p role="status">{busy ? t('door.busy') : ''}</p>
        <ul class={styles.notes}>
          <li>{t('door.notes.recorded')}</li>
          <li>{t('door.notes.unseen')}</li>
        </ul>
      </div>
      <Devices sessionId={ticket?.sessionId} />
    </div>
  );
}
