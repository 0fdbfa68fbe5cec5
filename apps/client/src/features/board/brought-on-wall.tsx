import { formatDateTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { RichTextView } from '../notes/rich-text-view.tsx';
import { CardOnWall } from './card-on-wall.tsx';
import { type Take, TakeButton } from './take-along.tsx';
import type { BroughtModel, BroughtTable } from './wall.model.ts';
import styles from './wall.module.css';

interface BroughtOnWallProps {
  brought: BroughtModel;
  take: Take;
}

/** What the workshop before handed over. It stays as it was; its cards are taken into rounds. */
export function BroughtOnWall({ brought: { title, startedAt, tables }, take }: BroughtOnWallProps) {
  const t = useT('board');
  const language = useLanguage();
  const day = startedAt === undefined ? undefined : formatDateTime(startedAt, language);
  return (
    <section class={styles.brought} aria-label={t('broughtFrom', { title })}>
      <h3>
        {t('broughtFrom', { title })} {day && <small class={styles.topic}>{day}</small>}
      </h3>
      <div class={styles.tables} data-small="true">
        {tables.map((table) => (
          <TableBefore key={table.roomId} table={table} take={take} />
        ))}
      </div>
    </section>
  );
}

function TableBefore({ table, take }: { table: BroughtTable; take: Take }) {
  const t = useT('board');
  const { round, label, topic, cards, notes } = table;
  return (
    <article class={styles.table}>
      <header class={styles.head}>
        <div>
          <h4>{t('broughtTable', { round, label })}</h4>
          {topic && <p class={styles.topic}>{topic}</p>}
        </div>
        <TakeButton table={table} take={take} />
      </header>
      {cards.length > 0 && (
        <ul class={styles.cards}>
          {cards.map((card) => (
            <CardOnWall key={card.cardId} card={card} />
          ))}
        </ul>
      )}
      {notes && (
        <details class={styles.notes}>
          <summary>{t('notesOfTable')}</summary>
          <div class={styles.notesText}>
            <RichTextView text={notes} under={4} />
          </div>
        </details>
      )}
    </article>
  );
}
