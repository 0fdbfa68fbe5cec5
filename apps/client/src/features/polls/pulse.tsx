import type { GivePulse, Pulse, PulseView } from '@werkraum/protocol';
import { FastForward, Snail, ThumbsUp } from 'lucide-preact';
import { useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import styles from './polls.module.css';

const SAYINGS = [
  { pulse: 'slower', icon: Snail },
  { pulse: 'good', icon: ThumbsUp },
  { pulse: 'faster', icon: FastForward },
] as const satisfies readonly { pulse: Pulse; icon: unknown }[];

/** How the pace is for oneself. Pressing the same again takes it back. */
export function PulseButtons() {
  const t = useT('polls');
  const session = useSession();
  const you = useYou();
  const send = useSend();
  const phaseId = session?.agenda.clock?.phaseId;
  if (!phaseId || !you?.may.includes('give-pulse')) return null;
  const own = you.polls?.pulse;
  const say = (pulse: Pulse): GivePulse => ({ type: 'give-pulse', phaseId, ...(own !== pulse && { pulse }) });
  return (
    <section class={styles.pulse} aria-label={t('pulse.title')}>
      <h3 class={styles.head}>{t('pulse.title')}</h3>
      <p class={styles.about}>{t('pulse.about')}</p>
      <div class={styles.sayings}>
        {SAYINGS.map(({ pulse, icon }) => (
          <Button key={pulse} icon={icon} aria-pressed={own === pulse} onClick={() => void send(say(pulse))}>
            {t(`pulse.${pulse}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** What people say of the pace, for facilitators. */
export function PulseCounts({ pulse }: { pulse: PulseView | undefined }) {
  const t = useT('polls');
  return (
    <section class={styles.pulse} aria-label={t('pulse.heard')}>
      <h3 class={styles.head}>{t('pulse.heard')}</h3>
      {pulse ? (
        <ul class={`${styles.sayings} figures`}>
          {SAYINGS.map(({ pulse: each, icon: Icon }) => (
            <li key={each} class={styles.saying} data-on={pulse[each] > 0}>
              <Icon size={20} aria-hidden="true" />
              <span>{t(`pulse.${each}`)}</span>
              <strong>{pulse[each]}</strong>
            </li>
          ))}
        </ul>
      ) : (
        <p class={styles.about}>{t('pulse.none')}</p>
      )}
    </section>
  );
}
