import { Eye } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useSession } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Announce } from '../announcements/announce.tsx';
import styles from './desk.module.css';
import { Doings } from './doings.tsx';
import { PrivateNotes } from './notes.tsx';
import { PracticeOfferCard } from './practice-offer.tsx';
import { TheirView } from './their-view.tsx';
import { Voices } from './voices.tsx';

/** What else a facilitator has at hand below the next step: a trial of moving, notes, what the others see and did, announcements. */
export function FacilitatorDesk() {
  const t = useT('facilitating');
  const [looking, setLooking] = useState(false);
  const isPractising = useSession()?.tables?.practiceUntil !== undefined;
  return (
    <div class={styles.desk}>
      <Voices />
      {!isPractising && <PracticeOfferCard />}
      <Button wide icon={Eye} onClick={() => setLooking(true)}>
        {t('theirView.open')}
      </Button>
      <PrivateNotes />
      <Announce />
      <Doings />
      {looking && <TheirView close={() => setLooking(false)} />}
    </div>
  );
}
