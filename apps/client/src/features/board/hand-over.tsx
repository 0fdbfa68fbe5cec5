import type { CardId } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import { useSend } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { BoardModel } from './board.model.ts';
import styles from './board.module.css';
import { useColumnName } from './kinds.ts';

/** Chooses what leaves the table, and says who will see it. Nothing is chosen beforehand. */
export function HandOverDialog({ model, close }: { model: BoardModel; close(): void }) {
  const t = useT('board');
  const nameOf = useColumnName();
  const send = useSend();
  const [chosen, setChosen] = useState<ReadonlySet<CardId>>(new Set());
  const cards = model.toHandOver;
  const wanted = cards.filter(({ cardId }) => chosen.has(cardId));
  const toggle = (cardId: CardId, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(cardId);
    else next.delete(cardId);
    setChosen(next);
  };
  const hand = async () => {
    if (!model.handOver || wanted.length === 0) return;
    const { ok } = await send(model.handOver(wanted));
    if (!ok) return;
    announce(t('handedOver', { count: wanted.length }));
    close();
  };
  const all = wanted.length === cards.length;
  return (
    <Dialog
      title={t('handOverTitle')}
      size="large"
      onClose={close}
      actions={
        <Button kind="primary" disabled={wanted.length === 0} onClick={() => void hand()}>
          {t('handOverCount', { count: wanted.length })}
        </Button>
      }
    >
      <p>{t('handOverSays')}</p>
      <div class={styles.row}>
        <Button kind="plain" onClick={() => setChosen(new Set(all ? [] : cards.map(({ cardId }) => cardId)))}>
          {all ? t('chooseNone') : t('chooseAll')}
        </Button>
      </div>
      {model.columns.map(({ column }) => {
        const here = cards.filter((card) => card.column === column.id);
        if (here.length === 0) return null;
        return (
          <fieldset key={column.id} class={styles.handing}>
            <legend>{nameOf(column)}</legend>
            {here.map((card) => (
              <CheckField
                key={card.cardId}
                label={[card.text, ...card.parts.map(({ text }) => text)].join(' + ')}
                {...(card.handed === 'changed' && { hint: t('handed.changed') })}
                {...(card.alone && { hint: t('onlyYou') })}
                checked={chosen.has(card.cardId)}
                onValue={(on) => toggle(card.cardId, on)}
              />
            ))}
          </fieldset>
        );
      })}
    </Dialog>
  );
}
