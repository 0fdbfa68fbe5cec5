import { useEffect, useState } from 'preact/hooks';
import { useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/button.tsx';
import { BroughtOnWall } from './brought-on-wall.tsx';
import { CardOnWall } from './card-on-wall.tsx';
import { NotesOnWall } from './notes-on-wall.tsx';
import { ReportSteps } from './report-steps.tsx';
import { type Take, TakeAlong, TakeButton } from './take-along.tsx';
import { type Takeable, type WallModel, type WallTable, wallModel } from './wall.model.ts';
import styles from './wall.module.css';

/** What tables have handed over, table by table; the one that reports stands large. */
export function Wall() {
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  if (!session || !you) return null;
  return <WallView model={wallModel({ session, you, staff })} />;
}

function WallView({ model }: { model: WallModel }) {
  const t = useT('board');
  const [taking, setTaking] = useState<Takeable>();
  const { reporting, tables, targets, brought } = model;
  useReportSaid(reporting?.table);
  const others = tables.filter((table) => table !== reporting?.table);
  const take = targets.length > 0 ? setTaking : undefined;
  return (
    <section class={styles.wall} aria-label={t('part.wall')}>
      {reporting && <TableOnWall table={reporting.table} large take={take} />}
      <ReportSteps model={model} />
      {tables.length === 0 && !brought && <p class={styles.none}>{t('wallEmpty')}</p>}
      <div class={styles.tables} data-small={reporting !== undefined}>
        {others.map((table) => (
          <TableOnWall key={table.roomId} table={table} take={take} />
        ))}
      </div>
      {brought && <BroughtOnWall brought={brought} take={take} />}
      {taking && <TakeAlong table={taking} targets={targets} close={() => setTaking(undefined)} />}
    </section>
  );
}

/** Screen readers hear which table reports. */
function useReportSaid(table: WallTable | undefined): void {
  const t = useT('board');
  const said = table && t('reportNow', { round: table.round, label: table.label });
  useEffect(() => {
    if (said) announce(said);
  }, [said]);
}

interface TableProps {
  table: WallTable;
  large?: boolean;
  take: Take;
}

function TableOnWall({ table, large = false, take }: TableProps) {
  const t = useT('board');
  const send = useSend();
  const { round, label, topic, cards, notes, report } = table;
  return (
    <article class={styles.table} data-large={large}>
      <header class={styles.head}>
        <div>
          <h3>{t('roundTable', { round, label })}</h3>
          {topic && <p class={styles.topic}>{topic}</p>}
        </div>
        {report && (
          <Button kind="plain" onClick={() => void send(report)}>
            {t('reportOut')}
          </Button>
        )}
        <TakeButton table={table} take={take} />
      </header>
      {cards.length === 0 && !notes && <p class={styles.none}>{t('nothingHanded')}</p>}
      {cards.length > 0 && (
        <ul class={styles.cards}>
          {cards.map((card) => (
            <CardOnWall key={card.cardId} card={card} />
          ))}
        </ul>
      )}
      {notes && <NotesOnWall notes={notes} large={large} />}
    </article>
  );
}
