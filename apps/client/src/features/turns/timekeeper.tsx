import { Hourglass } from 'lucide-preact';
import { useNow, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { clockFace } from '../../ui/clock-face.ts';
import { TableClock } from './table-clock.tsx';
import type { TableClockModel, TimekeeperModel } from './timekeeper.model.ts';
import styles from './timekeeper.module.css';
import { useKeeperSignals } from './use-turn-signals.ts';
import { useTableClocks } from './use-turns.ts';

/** The timekeeper's screen: the clock of every table, and the few things that keep it. */
export function TimekeeperScreen() {
  const model = useTableClocks();
  // Timekeepers hear the clocks wherever they look (`YourTurn`), facilitators only while they look at them.
  useKeeperSignals(useYou()?.role === 'facilitator' ? model : undefined, useNow());
  return model ? <TimekeeperView {...model} /> : <NoTables />;
}

function TimekeeperView({ title, paused, tables }: TimekeeperModel) {
  const t = useT('turns');
  return (
    <section class={styles.screen} aria-labelledby="timekeeper-title">
      <header class={styles.header}>
        <h2 id="timekeeper-title">{t('keeper.title')}</h2>
        <p class={styles.round}>{title}</p>
      </header>
      {paused && (
        <p class={styles.paused} role="status">
          {t('keeper.phasePaused')}
        </p>
      )}
      {tables.length > 1 && <Overview tables={tables} />}
      <div class={styles.tables}>
        {tables.map((table) => (
          <TableClock key={table.roomId} {...table} />
        ))}
      </div>
    </section>
  );
}

/** All clocks in one line, each leading to its table: for screens that show one table at a time. */
function Overview({ tables }: Pick<TimekeeperModel, 'tables'>) {
  const t = useT('turns');
  return (
    <nav class={styles.overview} aria-label={t('keeper.overview')}>
      {tables.map((table) => (
        <a key={table.roomId} class={styles.chip} href={`#clock-${table.roomId}`} data-tone={toneOf(table)}>
          <span class={styles.chipLabel}>{table.label}</span>
          <span class="figures">{figureOf(table) ?? '–'}</span>
        </a>
      ))}
    </nav>
  );
}

const toneOf = ({ queue }: TableClockModel) => queue?.speaking?.clock.tone;
const figureOf = ({ queue }: TableClockModel) => queue?.speaking && clockFace(queue.speaking.clock.leftMs).text;

function NoTables() {
  const t = useT('turns');
  return (
    <section class={styles.empty}>
      <Hourglass size={40} aria-hidden="true" />
      <h2>{t('keeper.none')}</h2>
      <p>{t('keeper.noneText')}</p>
    </section>
  );
}
