import type { BoardColumn, BoardView as BoardDocument, CardId } from '@werkraum/protocol';
import { Eye, EyeOff, Send as HandIcon } from 'lucide-preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { useStore } from '../../ui/use-store.ts';
import { type BoardCard, type BoardModel, boardModel } from './board.model.ts';
import styles from './board.module.css';
import { Card } from './card.tsx';
import { Composer } from './composer.tsx';
import { drafts } from './drafts.ts';
import { HandOverDialog } from './hand-over.tsx';
import { KIND_ICONS, useColumnName } from './kinds.ts';
import { type Spot, useColumnTarget } from './use-card-drag.ts';

interface BoardProps {
  board: BoardDocument;
  kind: 'table' | 'plenary' | 'former';
  title: string;
}

const pendingOf = ({ pending }: ReturnType<typeof drafts.getState>) => pending;

/** A board of cards: columns beside each other, or one at a time on a narrow screen. */
export function Board({ board, kind, title }: BoardProps) {
  const session = useSession();
  const you = useYou();
  const pending = useStore(drafts, pendingOf);
  const [chosen, choose] = useState<BoardColumn['id']>();
  const [handing, setHanding] = useState(false);
  const people = session?.people;
  const model = useMemo(
    () => (you && people ? boardModel({ board, you, people, pending }, kind) : undefined),
    [board, you, people, pending, kind],
  );
  if (!model) return null;
  const column = board.columns.some(({ id }) => id === chosen) ? chosen : board.columns[0]?.id;
  return (
    <section class={styles.board} aria-label={title}>
      <Head model={model} kind={kind} title={title} handOver={() => setHanding(true)} />
      {column && <Composer model={model} column={column} choose={choose} />}
      {column && !model.add && <ColumnTabs model={model} column={column} choose={choose} />}
      <Columns model={model} shown={column} />
      {handing && <HandOverDialog model={model} close={() => setHanding(false)} />}
    </section>
  );
}

interface HeadProps extends Pick<BoardProps, 'kind' | 'title'> {
  model: BoardModel;
  handOver(): void;
}

function Head({ model, kind, title, handOver }: HeadProps) {
  const t = useT('board');
  const send = useSend();
  const { dots, setWriting, writing, hidden, toHandOver } = model;
  const Icon = writing === 'alone' ? Eye : EyeOff;
  return (
    <header class={styles.head}>
      <h3>{title}</h3>
      <p class={styles.state} role="status">
        {[
          writing === 'alone' ? t('writingAlone', { count: hidden }) : '',
          dots ? t('dotsLeft', { count: dots.left }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div class={styles.doings}>
        {setWriting && (
          <Button icon={Icon} onClick={() => void send(setWriting)}>
            {writing === 'alone' ? t('show') : t('writeAlone')}
          </Button>
        )}
        {model.handOver && (
          <Button
            kind={kind === 'former' ? 'primary' : 'quiet'}
            icon={HandIcon}
            disabled={toHandOver.length === 0}
            onClick={handOver}
          >
            {t('handOver')}
          </Button>
        )}
      </div>
    </header>
  );
}

function ColumnTabs({
  model,
  column,
  choose,
}: {
  model: BoardModel;
  column: string;
  choose(id: BoardColumn['id']): void;
}) {
  const t = useT('board');
  const nameOf = useColumnName();
  return (
    <fieldset class={styles.columnTabs} aria-label={t('column')}>
      {model.columns.map(({ column: each, cards }) => (
        <Button key={each.id} kind="plain" aria-pressed={each.id === column} onClick={() => choose(each.id)}>
          {nameOf(each)} ({cards.length})
        </Button>
      ))}
    </fieldset>
  );
}

function Columns({ model, shown }: { model: BoardModel; shown: BoardColumn['id'] | undefined }) {
  const send = useSend();
  const { columns } = model;
  const all = useMemo(
    () => new Map(columns.flatMap(({ cards }) => cards.map((card) => [card.cardId, card]))),
    [columns],
  );
  const put = useCallback(
    (moved: CardId, onto: BoardCard, spot: Spot) => {
      const card = all.get(moved);
      if (spot === 'into' && card?.mergeInto) return void send(card.mergeInto(onto.cardId));
      const others = columns.find(({ column }) => column.id === onto.column)?.cards ?? [];
      const rest = others.filter(({ cardId }) => cardId !== moved);
      const at = rest.findIndex(({ cardId }) => cardId === onto.cardId);
      const before = spot === 'before' ? onto.cardId : rest[at + 1]?.cardId;
      if (card?.move) void send(card.move(onto.column, before));
    },
    [all, columns, send],
  );
  const toEnd = (column: BoardColumn['id']) => (moved: CardId) => {
    const card = all.get(moved);
    if (card?.move) void send(card.move(column));
  };
  return (
    <div class={styles.columns} style={{ '--columns': columns.length }}>
      {columns.map(({ column, cards }) => (
        <Column
          key={column.id}
          column={column}
          cards={cards}
          model={model}
          isShown={column.id === shown}
          put={put}
          toEnd={toEnd(column.id)}
        />
      ))}
    </div>
  );
}

interface ColumnProps {
  column: BoardColumn;
  cards: readonly BoardCard[];
  model: BoardModel;
  isShown: boolean;
  put(moved: CardId, onto: BoardCard, spot: Spot): void;
  toEnd(moved: CardId): void;
}

function Column({ column, cards, model, isShown, put, toEnd }: ColumnProps) {
  const t = useT('board');
  const nameOf = useColumnName();
  const element = useRef<HTMLElement>(null);
  const over = useColumnTarget(element, column.id, toEnd);
  const Icon = KIND_ICONS[column.kind];
  return (
    <section
      ref={element}
      class={styles.column}
      data-kind={column.kind}
      data-shown={isShown}
      data-over={over}
      aria-label={nameOf(column)}
    >
      <h4>
        <Icon size={18} aria-hidden="true" class={styles.columnSign} /> {nameOf(column)}{' '}
        <span class={cx('figures', styles.columnCount)}>{cards.length}</span>
      </h4>
      {cards.length === 0 ? (
        <p class={styles.none}>{t('none')}</p>
      ) : (
        <ul class={styles.cards}>
          {cards.map((card) => (
            <Card key={card.cardId} card={card} column={column} model={model} put={put} />
          ))}
        </ul>
      )}
    </section>
  );
}
