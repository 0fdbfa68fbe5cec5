import type { BroughtView, CardId, WallCardView } from '@werkraum/protocol';
import { CornerUpRight } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { RichTextView } from '../notes/rich-text-view.tsx';
import { KIND_ICONS, useColumnName } from './kinds.ts';
import { NotesOnWall } from './notes-on-wall.tsx';
import { ReportSteps } from './report-steps.tsx';
import { bringing, isTaken, type Target, type WallModel, type WallTable, wallModel } from './wall.model.ts';
import styles from './wall.module.css';

/** What tables have handed over, table by table; the one that reports stands large. */
export function Wall() {
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  if (!session || !you) return null;
  return <WallView model={wallModel({ session, you, staff })} brought={session.brought} />;
}

function WallView({ model, brought }: { model: WallModel; brought: BroughtView | undefined }) {
  const t = useT('board');
  const [taking, setTaking] = useState<WallTable>();
  const { reporting, tables, targets } = model;
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
      {brought && <BroughtAlong {...brought} />}
      {taking && <TakeAlong table={taking} targets={targets} close={() => setTaking(undefined)} />}
    </section>
  );
}

/** What the workshop before handed over; it is looked at, and nothing is done with it. */
function BroughtAlong({ title, startedAt, tables }: BroughtView) {
  const t = useT('board');
  const language = useLanguage();
  const day = startedAt === undefined ? undefined : formatDateTime(startedAt, language);
  return (
    <section class={styles.brought} aria-label={t('broughtFrom', { title })}>
      <h3>
        {t('broughtFrom', { title })} {day && <small class={styles.topic}>{day}</small>}
      </h3>
      <div class={styles.tables} data-small="true">
        {tables.map(({ roomId, round, label, topic, cards, notes }) => (
          <article key={roomId} class={styles.table}>
            <h4>{t('broughtTable', { round, label })}</h4>
            {topic && <p class={styles.topic}>{topic}</p>}
            <ul class={styles.cards}>
              {Object.entries(cards).map(([cardId, card]) => (
                <CardOnWall key={cardId} card={card} />
              ))}
            </ul>
            {notes && (
              <details class={styles.notes}>
                <summary>{t('notesOfTable')}</summary>
                <div class={styles.notesText}>
                  <RichTextView text={notes} under={4} />
                </div>
              </details>
            )}
          </article>
        ))}
      </div>
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
  take: ((table: WallTable) => void) | undefined;
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
        {take && cards.length > 0 && (
          <Button kind="plain" icon={CornerUpRight} onClick={() => take(table)}>
            {t('takeAlong')}
          </Button>
        )}
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

function CardOnWall({ card }: { card: WallCardView }) {
  const t = useT('board');
  const nameOf = useColumnName();
  const rounds = useSession()?.agenda.phases ?? {};
  const Icon = KIND_ICONS[card.kind];
  const taken = [...new Set((card.into ?? []).map(({ phaseId }) => rounds[phaseId]?.round?.number ?? 0))];
  return (
    <li class={styles.card} data-kind={card.kind}>
      <small class={styles.kind}>
        <Icon size={16} aria-hidden="true" /> {nameOf(card)}
      </small>
      <p>{card.text}</p>
      {card.parts && (
        <ul class={styles.parts} aria-label={t('parts')}>
          {card.parts.map((part, index) => (
            <li key={index}>{part}</li>
          ))}
        </ul>
      )}
      <div class={styles.marks}>
        {card.votes !== undefined && <small>{t('dots', { count: card.votes })}</small>}
        {card.tags?.map((tag) => (
          <small key={tag} class={styles.tag}>
            {tag}
          </small>
        ))}
        {taken.map((round) => (
          <small key={round}>{t('goesTo', { round })}</small>
        ))}
      </div>
    </li>
  );
}

/** Chooses what of a table is taken into a round to come, for all its tables or one. */
function TakeAlong({ table, targets, close }: { table: WallTable; targets: readonly Target[]; close(): void }) {
  const t = useT('board');
  const send = useSend();
  const session = useSession();
  const [key, setKey] = useState(targets[0]?.key ?? '');
  const target = targets.find((each) => each.key === key) ?? targets[0];
  const takenTo = (to: Target) => table.cards.filter((card) => isTaken(card, to)).map(({ cardId }) => cardId);
  const [chosen, setChosen] = useState<readonly CardId[]>(() => (target ? takenTo(target) : []));
  if (!target || !session) return null;
  const nameOf = ({ round, to }: Target) =>
    to ? t('targetTable', { round, label: to.label, topic: to.topic }) : t('targetRound', { round });
  const aim = (next: string) => {
    setKey(next);
    const to = targets.find((each) => each.key === next);
    setChosen(to ? takenTo(to) : []);
  };
  const take = async () => {
    const { ok } = await send(bringing(session, target, table.roomId, chosen));
    if (ok) close();
  };
  return (
    <Dialog
      title={t('takeAlongTitle', { label: table.label })}
      size="large"
      onClose={close}
      actions={
        <Button kind="primary" onClick={() => void take()}>
          {t('takeCount', { count: chosen.length })}
        </Button>
      }
    >
      <SelectField
        label={t('into')}
        value={target.key}
        options={targets.map((each) => ({ value: each.key, label: nameOf(each) }))}
        onValue={aim}
      />
      <fieldset class={styles.choices}>
        <legend>{t('whichCards')}</legend>
        {table.cards.map(({ cardId, text }) => (
          <CheckField
            key={cardId}
            label={text}
            checked={chosen.includes(cardId)}
            onValue={(on) => setChosen(on ? [...chosen, cardId] : chosen.filter((each) => each !== cardId))}
          />
        ))}
      </fieldset>
    </Dialog>
  );
}
