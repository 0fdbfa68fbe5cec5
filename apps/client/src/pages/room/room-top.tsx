import { Settings } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useSession } from '../../connection/hooks.ts';
import { AgendaStrip } from '../../features/agenda/agenda-strip.tsx';
import { PhaseClock } from '../../features/agenda/phase-clock.tsx';
import { useT } from '../../i18n/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import styles from './room-frame.module.css';
import { RoomSettings } from './room-settings.tsx';

/** Title, agenda strip, the clock. */
export function RoomTop() {
  const t = useT('room');
  const session = useSession();
  const [open, setOpen] = useState(false);
  return (
    <header class={styles.top}>
      <h1 class={styles.title} title={session?.title}>
        {session?.title}
      </h1>
      <AgendaStrip />
      <PhaseClock />
      <IconButton
        class={styles.settings ?? ''}
        icon={Settings}
        label={t('settings')}
        tip="below-end"
        onClick={() => setOpen(true)}
      />
      {open && <RoomSettings close={() => setOpen(false)} />}
    </header>
  );
}
