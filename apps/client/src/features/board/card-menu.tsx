import type { CardId, Command } from '@werkraum/protocol';
import {
  ArrowDown,
  ArrowRight,
  ArrowUp,
  Combine,
  EllipsisVertical,
  Pencil,
  Tag,
  Trash2,
  Undo2,
  Ungroup,
} from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useSend } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { type BoardCard, type BoardModel, neighbourMove } from './board.model.ts';
import styles from './board.module.css';
import { useColumnName } from './kinds.ts';

interface CardMenuProps {
  card: BoardCard;
  model: BoardModel;
  edit(what: 'edit' | 'tag'): void;
}

/** Everything that can be done to a card without a pointer. */
export function CardMenu({ card, model, edit }: CardMenuProps) {
  const t = useT('board');
  const [merging, setMerging] = useState(false);
  const items = useItems({ card, model, edit }, () => setMerging(true));
  if (items.length === 0) return null;
  return (
    <>
      <Menu label={t('menu', { text: card.text.slice(0, 40) })} icon={EllipsisVertical} items={items} tip="above-end" />
      {merging && <MergeDialog card={card} model={model} close={() => setMerging(false)} />}
    </>
  );
}

function useItems({ card, model, edit }: CardMenuProps, merge: () => void): MenuItem[] {
  const t = useT('board');
  const send = useSend();
  const doing = (id: string, label: string, icon: MenuItem['icon'], command: Command | undefined): MenuItem[] =>
    command ? [{ id, label, ...(icon && { icon }), onSelect: () => void send(command) }] : [];
  const moves = useMoves(card, model);
  const others = model.columns.some(({ cards }) => cards.some((each) => each.mergeInto && each.cardId !== card.cardId));
  return [
    ...(card.edit ? [{ id: 'edit', label: t('edit'), icon: Pencil, onSelect: () => edit('edit') }] : []),
    ...moves,
    ...(card.mergeInto && others ? [{ id: 'merge', label: t('mergeInto'), icon: Combine, onSelect: merge }] : []),
    ...doing('split', t('split'), Ungroup, card.split),
    ...(card.tag ? [{ id: 'tag', label: t('tag'), icon: Tag, onSelect: () => edit('tag') }] : []),
    ...doing('take-back', t('takeBack'), Undo2, card.takeBack),
    ...doing('remove', t('remove'), Trash2, card.remove).map((item) => ({ ...item, danger: true })),
  ];
}

function useMoves({ cardId, column, move }: BoardCard, { columns }: BoardModel): MenuItem[] {
  const t = useT('board');
  const send = useSend();
  const nameOf = useColumnName();
  if (!move) return [];
  const go = (to: typeof column, before: CardId | undefined, said: string) => () => {
    void send(move(to, before));
    announce(said);
  };
  const own = columns.find((each) => each.column.id === column)?.cards ?? [];
  const [up, down] = [neighbourMove(own, cardId, -1), neighbourMove(own, cardId, 1)];
  return [
    ...(up ? [{ id: 'up', label: t('up'), icon: ArrowUp, onSelect: go(column, up.before, t('movedUp')) }] : []),
    ...(down
      ? [{ id: 'down', label: t('down'), icon: ArrowDown, onSelect: go(column, down.before, t('movedDown')) }]
      : []),
    ...columns
      .filter((each) => each.column.id !== column)
      .map(({ column: to }) => ({
        id: `to-${to.id}`,
        label: t('moveTo', { column: nameOf(to) }),
        icon: ArrowRight,
        onSelect: go(to.id, undefined, t('movedTo', { column: nameOf(to) })),
      })),
  ];
}

function MergeDialog({ card, model, close }: Omit<CardMenuProps, 'edit'> & { close(): void }) {
  const t = useT('board');
  const send = useSend();
  const others = model.columns.flatMap(({ cards }) =>
    cards.filter((each) => each.mergeInto !== undefined && each.cardId !== card.cardId),
  );
  const into = (cardId: CardId) => {
    if (card.mergeInto) void send(card.mergeInto(cardId));
    close();
  };
  return (
    <Dialog title={t('mergeTitle')} onClose={close}>
      <p>{t('mergeHint')}</p>
      <ul class={styles.choices}>
        {others.map((each) => (
          <li key={each.cardId}>
            <button type="button" class={styles.choice} onClick={() => into(each.cardId)}>
              {each.text} <small>{each.author}</small>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
