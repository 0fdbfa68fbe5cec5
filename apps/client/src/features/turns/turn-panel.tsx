import { Play } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { clockWords, duration } from './clock-words.ts';
import type { TurnActions } from './turn-actions.ts';
import { TurnButtons } from './turn-buttons.tsx';
import styles from './turn-panel.module.css';
import { TurnQueue } from './turn-queue.tsx';
import { TurnRing } from './turn-ring.tsx';
import type { SpeakingLine, TurnQueueModel } from './turns.model.ts';
import { useTurnQueue } from './use-turns.ts';

/** The input round of one's own table: who speaks, who is next, the order, and whatever one may do about it. */
export function TurnPanel() {
  const queue = useTurnQueue();
  const t = useT('turns');
  if (!queue) return <p class={styles.hint}>{t('noTable')}</p>;
  return <TurnPanelView {...queue} />;
}

function TurnPanelView(queue: TurnQueueModel) {
  const t = useT('turns');
  const { speaking, pacing, state, mode, lines, inputsLeftMs, eachMs } = queue;
  return (
    <section class={styles.panel} aria-label={t('title')}>
      {speaking ? <Speaking {...speaking} nextName={queue.next?.name} /> : <Quiet {...queue} />}
      {inputsLeftMs !== undefined && (
        <p class={styles.hint}>
          {t(inputsLeftMs < 0 ? 'inputsOver' : 'inputsLeft', { time: duration(Math.abs(inputsLeftMs)) })}
        </p>
      )}
      <h3 class={styles.heading}>{t('queue')}</h3>
      <TurnQueue lines={lines} />
      {state !== 'finished' && (
        <p class={styles.hint}>
          {mode === 'fixed' ? t('fixed') : t('fair')}{' '}
          {eachMs !== undefined && `${t('fairEach', { time: duration(eachMs) })} `}
          {pacing === 'staff' && t('keptByStaff')}
        </p>
      )}
    </section>
  );
}

function Speaking({ nextName, ...line }: SpeakingLine & { nextName: string | undefined }) {
  const t = useT('turns');
  const name = line.name ?? t('somebody');
  return (
    <div class={styles.speaking}>
      <TurnRing clock={line.clock} />
      <div class={styles.words}>
        <p class={styles.name}>{line.own ? t('youSpeak') : t('speaks', { name })}</p>
        <p class={styles.hint}>{clockWords(t, line.clock)}</p>
        {nextName !== undefined && <p class={styles.hint}>{t('next', { name: nextName })}</p>}
      </div>
      <div class={styles.actions}>
        <TurnButtons turnId={line.turnId} name={name} actions={line.own ? timeOnly(line.actions) : line.actions} />
      </div>
    </div>
  );
}

// What speakers do about their own turn stands on the card "Your turn", which is shown at the same time.
const timeOnly = ({ pause, resume, extend }: TurnActions): TurnActions => ({
  ...(pause && { pause }),
  ...(resume && { resume }),
  ...(extend && { extend }),
});

function Quiet({ state, next, startNext, pacing, beat }: TurnQueueModel) {
  const t = useT('turns');
  const name = next?.name ?? t('somebody');
  return (
    <div class={styles.quiet}>
      <p>{quietWords(t, state, next && { name, own: next.own })}</p>
      {state === 'running' && next && <p class={styles.hint}>{next.own ? t('nextYou') : t('next', { name })}</p>}
      {beat !== undefined && next && <p class={styles.hint}>{t('beat')}</p>}
      {startNext && !next?.own && (
        <Button kind="primary" icon={Play} onClick={startNext}>
          {t('actions.startName', { name })}
        </Button>
      )}
      {state === 'ready' && pacing === 'table' && <p class={styles.hint}>{t('keptByTable')}</p>}
    </div>
  );
}

function quietWords(
  t: ReturnType<typeof useT<'turns'>>,
  state: TurnQueueModel['state'],
  next: { name: string; own: boolean } | undefined,
): string {
  if (state === 'finished') return t('finished');
  if (state === 'running') return t('quiet');
  if (!next) return t('readyNobody');
  return next.own ? t('readyYou') : t('ready', { name: next.name });
}
