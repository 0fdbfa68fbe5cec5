import { Coffee, Users } from 'lucide-preact';
import { useNow, useSession } from '../../connection/hooks.ts';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { clockFace } from '../../ui/clock-face.ts';
import { Ring } from '../../ui/ring.tsx';
import { type BreakScreenModel, breakScreen } from './break-screen.model.ts';
import styles from './break-screen.module.css';

/** A break on everybody's screen: how long, and when it goes on. Its end chimes as every phase's does. */
export function BreakScreen() {
  const session = useSession();
  const now = useNow();
  const model = session && breakScreen(session, now);
  return model ? <BreakScreenView {...model} /> : null;
}

function BreakScreenView({ title, leftMs, share, paused, backAt, text }: BreakScreenModel) {
  const t = useT('break-screen');
  const language = useLanguage();
  const { text: figures, over } = clockFace(leftMs);
  const line =
    backAt === undefined ? t(paused ? 'paused' : 'soon') : t('backAt', { time: formatTime(backAt, language) });
  return (
    <section class={styles.screen} data-phase="break" aria-label={title}>
      <Ring value={share} weight={0.05} class={styles.ring ?? ''}>
        <Coffee size={40} aria-hidden="true" />
        <span class={`${styles.time} figures`} role="timer" aria-label={t(over ? 'over' : 'left')}>
          {figures}
        </span>
      </Ring>
      <p class={`${styles.back} figures`}>{line}</p>
      {text && <p class={styles.text}>{text}</p>}
      <p class={styles.soft}>{t('camera')}</p>
    </section>
  );
}

/** During a break: between the break's screen and the people. */
export function BreakToggle({ people, toggle }: { people: boolean; toggle: () => void }) {
  const t = useT('break-screen');
  return (
    <Button icon={people ? Coffee : Users} onClick={toggle}>
      {t(people ? 'hide' : 'people')}
    </Button>
  );
}
