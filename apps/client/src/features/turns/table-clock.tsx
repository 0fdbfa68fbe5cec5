import { Hand, Play } from 'lucide-preact';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { clockWords, duration } from './clock-words.ts';
import styles from './table-clock.module.css';
import type { TableClockModel } from './timekeeper.model.ts';
import { TurnButtons } from './turn-buttons.tsx';
import { TurnQueue } from './turn-queue.tsx';
import { TurnRing } from './turn-ring.tsx';
import type { SpeakingLine, TurnQueueModel } from './turns.model.ts';

/** One table on the timekeeper's screen: its clock, what can be done about it, the order and the shares. */
export function TableClock({ roomId, label, queue, shares, hands }: TableClockModel) {
  const t = useT('turns');
  const title = t('keeper.table', { label });
  return (
    <article class={styles.table} id={`clock-${roomId}`} aria-label={title} data-tone={queue?.speaking?.clock.tone}>
      <header class={styles.header}>
        <h3>{title}</h3>
        {hands > 0 && (
          <span class={styles.hands}>
            <Hand size={16} aria-hidden="true" /> {t('keeper.hands', { count: hands })}
          </span>
        )}
        {queue?.inputsLeftMs !== undefined && <InputTime leftMs={queue.inputsLeftMs} />}
      </header>
      {queue ? <Clock {...queue} /> : <p class={styles.hint}>{t('keeper.noInputs')}</p>}
      {queue && <TurnQueue lines={queue.lines} shares={shares} />}
    </article>
  );
}

function InputTime({ leftMs }: { leftMs: number }) {
  const t = useT('turns');
  const time = duration(Math.abs(leftMs));
  return (
    <p class={styles.inputs} data-over={leftMs < 0}>
      {t(leftMs < 0 ? 'inputsOver' : 'inputsLeft', { time })}
    </p>
  );
}

function Clock(queue: TurnQueueModel) {
  return queue.speaking ? <Speaking {...queue.speaking} next={queue.next?.name} /> : <Quiet {...queue} />;
}

function Speaking({ next, ...line }: SpeakingLine & { next: string | undefined }) {
  const t = useT('turns');
  const name = line.name ?? t('somebody');
  return (
    <>
      <div class={styles.clock}>
        <TurnRing clock={line.clock} size="large" />
        <div class={styles.words}>
          <p class={styles.name}>{name}</p>
          <p class={styles.hint}>{clockWords(t, line.clock)}</p>
          {next !== undefined && <p class={styles.next}>{t('next', { name: next })}</p>}
        </div>
      </div>
      <TurnButtons turnId={line.turnId} name={name} actions={line.actions} layout="thumb" />
    </>
  );
}

function Quiet({ state, next, startNext }: TurnQueueModel) {
  const t = useT('turns');
  const name = next?.name ?? t('somebody');
  return (
    <>
      <div class={styles.words}>
        <p class={styles.name}>{quietTitle(t, state)}</p>
        {next && <p class={styles.next}>{t('next', { name })}</p>}
      </div>
      {startNext && (
        <Button kind="primary" size="large" wide icon={Play} onClick={startNext}>
          {t('actions.startName', { name })}
        </Button>
      )}
    </>
  );
}

const quietTitle = (t: Translate<'turns'>, state: TurnQueueModel['state']): string =>
  t(state === 'ready' ? 'keeper.ready' : state === 'finished' ? 'keeper.finished' : 'keeper.quiet');
