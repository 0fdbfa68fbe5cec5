import { Hand } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useT } from '../../i18n/i18n.ts';
import { clockWords, duration } from './clock-words.ts';
import { FairStrip } from './fair-strip.tsx';
import type { FairShareModel } from './keeper.model.ts';
import { KeeperQueue } from './keeper-queue.tsx';
import styles from './table-clock.module.css';
import { quietWords } from './table-words.ts';
import type { TableClockModel } from './timekeeper.model.ts';
import { TurnRing } from './turn-ring.tsx';
import type { SpeakingLine, TurnQueueModel } from './turns.model.ts';

interface TableClockProps extends TableClockModel {
  /** Since the speaker was asked to come to an end, in ms. */
  nudgedMs: number | undefined;
  fair: FairShareModel | undefined;
  /** What can be done about it. */
  children: ComponentChildren;
}

/** The table shown large: its clock, what can be done about it, the order and the shares. */
export function TableClock({ label, queue, shares, hands, nudgedMs, fair, children }: TableClockProps) {
  const t = useT('timekeeping');
  const title = t('table', { label });
  return (
    <article class={styles.table} aria-label={title} data-tone={queue?.speaking?.clock.tone}>
      <div class={styles.head}>
        <header class={styles.header}>
          <h3>{title}</h3>
          {hands > 0 && (
            <span class={styles.hands}>
              <Hand size={16} aria-hidden="true" /> {t('hands', { count: hands })}
            </span>
          )}
          {queue?.inputsLeftMs !== undefined && <InputTime leftMs={queue.inputsLeftMs} />}
        </header>
        {queue?.speaking ? (
          <Speaking {...queue.speaking} next={queue.next?.name} nudgedMs={nudgedMs} />
        ) : (
          <Quiet queue={queue} />
        )}
        {fair && <FairStrip {...fair} />}
      </div>
      {children}
      {queue && (
        <div class={styles.order}>
          <KeeperQueue lines={queue.lines} shares={shares} />
        </div>
      )}
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

interface SpeakingProps extends SpeakingLine {
  next: string | undefined;
  nudgedMs: number | undefined;
}

function Speaking({ next, nudgedMs, ...line }: SpeakingProps) {
  const t = useT('timekeeping');
  const turns = useT('turns');
  return (
    <div class={styles.clock}>
      <TurnRing clock={line.clock} size="large" />
      <div class={styles.words}>
        <p class={styles.name}>{line.name ?? turns('somebody')}</p>
        <p class={styles.hint}>{clockWords(turns, line.clock)}</p>
        {nudgedMs !== undefined && <p class={styles.nudged}>{t('nudged', { time: duration(nudgedMs) })}</p>}
        {next !== undefined && <p class={styles.next}>{turns('next', { name: next })}</p>}
      </div>
    </div>
  );
}

function Quiet({ queue }: { queue: TurnQueueModel | undefined }) {
  const t = useT('timekeeping');
  const turns = useT('turns');
  return (
    <div class={styles.words}>
      <p class={styles.name}>{quietWords(t, queue)}</p>
      {queue?.next && <p class={styles.next}>{turns('next', { name: queue.next.name ?? turns('somebody') })}</p>}
    </div>
  );
}
