import type { AgendaView, Instant } from '@werkraum/protocol';
import { useEffect, useRef } from 'preact/hooks';
import { useNow, useSession } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { chime } from '../../ui/chime.ts';
import { clockFace } from '../../ui/clock-face.ts';
import { Ring } from '../../ui/ring.tsx';
import { clockChime, type PhaseClockModel, phaseClock, spokenClock } from './phase-clock.model.ts';
import styles from './phase-clock.module.css';

/** The one clock everybody trusts: ring and figures, spoken calmly, with a chime at the warnings and the end; `quiet`: only seen. */
export function PhaseClock({ quiet = false }: { quiet?: boolean }) {
  const session = useSession();
  const now = useNow();
  const model = session && phaseClock(session.agenda, now);
  useClockSignals(quiet ? undefined : session?.agenda, now);
  return model ? <PhaseClockView {...model} /> : null;
}

function PhaseClockView({ leftMs, share, tone, paused }: PhaseClockModel) {
  const t = useT('agenda');
  const { text, over } = clockFace(leftMs);
  return (
    <div class={styles.clock} data-tone={tone} data-paused={paused}>
      <Ring value={over ? 1 : share} tone={tone} weight={0.16} class={styles.ring ?? ''} />
      <span class={styles.words}>
        <span class={styles.figures} role="timer" aria-label={t(over ? 'clockOver' : 'clock')}>
          {text}
        </span>
        <span class={styles.note}>{paused ? t('paused') : t(over ? 'over' : 'left')}</span>
      </span>
    </div>
  );
}

/** Speaks and chimes when the time left passes a mark. A new phase or a moved deadline starts a new comparison. */
function useClockSignals(agenda: AgendaView | undefined, now: Instant): void {
  const t = useT('agenda');
  const clock = agenda?.clock;
  const before = useRef<{ of: string; leftMs: number }>(undefined);
  useEffect(() => {
    if (!clock || clock.pausedAt !== undefined) return;
    const of = `${clock.phaseId} ${clock.endsAt}`;
    const leftMs = clock.endsAt - now;
    const last = before.current?.of === of ? before.current.leftMs : leftMs;
    before.current = { of, leftMs };
    const words = spokenClock(last, leftMs);
    if (words) announce(t(`spoken.${words.key}`, words.values));
    const sound = clockChime(last, leftMs, clock);
    if (sound) chime(sound);
  }, [clock, now]);
}
