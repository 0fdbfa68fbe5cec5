import type { CardId } from '@werkraum/protocol';
import { CornerUpRight } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useSend, useSession } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { bringing, isTaken, type Takeable, type Target } from './wall.model.ts';
import styles from './wall.module.css';

/** Begins choosing what of a table is taken along; undefined where nobody may, or nothing can. */
export type Take = ((table: Takeable) => void) | undefined;

/** The button beside a table's name. */
export function TakeButton({ table, take }: { table: Takeable; take: Take }) {
  const t = useT('board');
  if (!take || table.cards.length === 0) return null;
  return (
    <Button kind="plain" icon={CornerUpRight} onClick={() => take(table)}>
      {t('takeAlong')}
    </Button>
  );
}

interface TakeAlongProps {
  table: Takeable;
  targets: readonly Target[];
  close(): void;
}

/** Chooses what of a table is taken into a round to come, for all its tables or one. */
export function TakeAlong({ table, targets, close }: TakeAlongProps) {
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
    const { ok } = await send(bringing(session, target, table, chosen));
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
