import { Footprints, Undo2 } from 'lucide-preact';
import { useNow, useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { clockFace } from '../../ui/clock-face.ts';
import styles from './desk.module.css';
import { practiceOffer } from './practice-offer.model.ts';

/** Above the run sheet while people try to move: how long still, and the way to end it. Nothing at any other time. */
export function RunningPractice() {
  const isPractising = useSession()?.tables?.practiceUntil !== undefined;
  if (!isPractising) return null;
  return (
    <div class={styles.above}>
      <PracticeOfferCard />
    </div>
  );
}

/** During the introduction: lets everybody try moving once, and brings them back. */
export function PracticeOfferCard() {
  const t = useT('facilitating');
  const session = useSession();
  const you = useYou();
  const now = useNow(session?.tables?.practiceUntil !== undefined);
  const send = useSend();
  const offer = session && you && practiceOffer(session, you, now);
  if (!offer) return null;
  const { start, running } = offer;
  const time = running && clockFace(running.leftMs).text;
  return (
    <section class={styles.offer} data-phase="breakout-round">
      <h3>{t('practice.title')}</h3>
      <p class="figures">
        {running
          ? t(running.closing ? 'practice.closing' : 'practice.running', { time: time ?? '' })
          : t('practice.text')}
      </p>
      {start && (
        <Button icon={Footprints} onClick={() => void send(start)}>
          {t('practice.start')}
        </Button>
      )}
      {running?.stop && (
        <Button icon={Undo2} onClick={() => running.stop && void send(running.stop)}>
          {t('practice.stop')}
        </Button>
      )}
    </section>
  );
}
