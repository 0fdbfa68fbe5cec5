import type { RoomId } from '@werkraum/protocol';
import { ChartNoAxesColumn, Hourglass, Timer } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useNow, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Segmented } from '../../ui/choice.tsx';
import { AllShares } from './all-shares.tsx';
import type { KeeperModel } from './keeper.model.ts';
import { LargeTable } from './large-table.tsx';
import { TableOverview } from './table-overview.tsx';
import type { TimekeeperModel } from './timekeeper.model.ts';
import styles from './timekeeper.module.css';
import { BeatPreview, TogetherSwitch } from './together-bar.tsx';
import { useKeeper } from './use-keeper.ts';
import { useKeeperSignals } from './use-keeper-signals.ts';
import { useTableClocks } from './use-table-clocks.ts';

/** The timekeeper's screen: the clock of every table, one of them large, and the few things that keep it. */
export function TimekeeperScreen() {
  const clocks = useTableClocks();
  const keeper = useKeeper(clocks);
  // Timekeepers hear the clocks wherever they look (`KeeperEars`), facilitators only while they look at them.
  useKeeperSignals(useYou()?.role === 'facilitator' ? clocks : undefined, useNow());
  return clocks && keeper ? <TimekeeperView clocks={clocks} keeper={keeper} /> : <NoTables />;
}

type Shown = 'tables' | 'rounds';

function TimekeeperView({ clocks, keeper }: { clocks: TimekeeperModel; keeper: KeeperModel }) {
  const t = useT('timekeeping');
  const [shown, show] = useState<Shown>('tables');
  return (
    <section class={styles.screen} aria-labelledby="timekeeper-title">
      <header class={styles.header}>
        <h2 id="timekeeper-title">{t('title')}</h2>
        <p class={styles.round}>{clocks.title}</p>
        {keeper.together && <TogetherSwitch {...keeper.together} />}
        <Segmented<Shown>
          label={t('views')}
          value={shown}
          options={[
            { value: 'tables', label: t('view.tables'), icon: Timer },
            { value: 'rounds', label: t('view.rounds'), icon: ChartNoAxesColumn },
          ]}
          onValue={show}
        />
      </header>
      {clocks.paused && (
        <p class={styles.paused} role="status">
          {t('phasePaused')}
        </p>
      )}
      {shown === 'rounds' ? <AllShares /> : <Tables clocks={clocks} keeper={keeper} />}
    </section>
  );
}

function Tables({ clocks: { tables }, keeper }: { clocks: TimekeeperModel; keeper: KeeperModel }) {
  const [chosen, choose] = useState<RoomId>();
  const large = tables.find(({ roomId }) => roomId === chosen) ?? tables[0];
  return (
    <>
      {keeper.beat && <BeatPreview {...keeper.beat} />}
      {tables.length > 1 && <TableOverview tables={tables} chosen={large?.roomId} choose={choose} />}
      {large && <LargeTable table={large} tables={tables} keeper={keeper} choose={choose} />}
    </>
  );
}

function NoTables() {
  const t = useT('timekeeping');
  return (
    <section class={styles.empty}>
      <Hourglass size={40} aria-hidden="true" />
      <h2>{t('none')}</h2>
      <p>{t('noneText')}</p>
    </section>
  );
}
