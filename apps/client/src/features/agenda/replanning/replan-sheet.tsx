import type { Command, Instant } from '@werkraum/protocol';
import { Minus, Plus } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { useNow, useSend, useSession, useYou } from '../../../connection/hooks.ts';
import { formatTime } from '../../../i18n/format.ts';
import { useLanguage, useT } from '../../../i18n/i18n.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { notify } from '../../../ui/toast-store.ts';
import { useStore } from '../../../ui/use-store.ts';
import { PlanCard } from './plan-card.tsx';
import { PlanStrip } from './plan-strip.tsx';
import { planSheet, type SheetModel } from './plans.model.ts';
import { Reliefs } from './reliefs.tsx';
import styles from './replan-sheet.module.css';
import { closeReplanning, replanningDoor } from './replanning-door.ts';

const MINUTE = 60_000;
const SHIFT_MS = 5 * MINUTE;
const MORE = ['0', '1', '2', '5', '10'] as const;

const doorState = (state: { open: boolean; moreMs: number }) => state;

/** The re-planning sheet, while its door is open. */
export function ReplanSheet() {
  const { open, moreMs } = useStore(replanningDoor, doorState);
  return open ? <Sheet moreMs={moreMs} /> : null;
}

function Sheet({ moreMs: asked }: { moreMs: number }) {
  const t = useT('replanning');
  const session = useSession();
  const you = useYou();
  const now = useNow();
  const send = useSend();
  const [wish, setWish] = useState({ shiftMs: 0, moreMs: asked });
  const model = session && you && planSheet(session.agenda, you, wish, now);
  useEffect(() => {
    if (!model) closeReplanning();
  }, [model === undefined]);
  if (!model) return null;
  const apply = async (command: Command) => {
    const { ok } = await send(command);
    if (!ok) return; // the sentence says why, and the sheet shows the agenda as it is now
    closeReplanning();
    notify({ text: t('sheet.applied') });
  };
  return (
    <Dialog title={t('sheet.title')} size="large" onClose={closeReplanning}>
      <div class={styles.sheet}>
        <Wishes
          model={model}
          moreMs={wish.moreMs}
          setMore={(moreMs) => setWish({ ...wish, moreMs })}
          shift={(byMs) => setWish({ ...wish, shiftMs: wish.shiftMs + byMs })}
        />
        <Before model={model} />
        {model.reliefs && <Reliefs reliefs={model.reliefs} apply={apply} />}
        {model.plans.map((plan) => (
          <PlanCard key={plan.strategy} plan={plan} model={model} apply={apply} />
        ))}
        {model.plans.length === 0 && <p class={styles.calm}>{t(nothingWords(model))}</p>}
      </div>
    </Dialog>
  );
}

const nothingWords = ({ before, target }: SheetModel) => {
  if (before.segments.every(({ state }) => state === 'now')) return 'sheet.nothing';
  return before.endsAt <= target.at ? 'sheet.fits' : 'sheet.unchanged';
};

interface WishesProps {
  model: SheetModel;
  moreMs: number;
  setMore(moreMs: number): void;
  shift(byMs: number): void;
}

function Wishes({ model: { target, running }, moreMs, setMore, shift }: WishesProps) {
  const t = useT('replanning');
  const value = MORE.find((minutes) => Number(minutes) * MINUTE === moreMs) ?? '0';
  return (
    <div class={styles.wishes}>
      <div class={styles.until}>
        <span class={styles.untilName}>{t('sheet.until')}</span>
        <IconButton icon={Minus} kind="quiet" label={t('sheet.earlier')} onClick={() => shift(-SHIFT_MS)} />
        <Time at={target.at} note={t(`sheet.${target.kind}`)} />
        <IconButton icon={Plus} kind="quiet" label={t('sheet.later')} onClick={() => shift(SHIFT_MS)} />
      </div>
      <div class={styles.more}>
        <span aria-hidden="true">{t('sheet.more', { title: running })}</span>
        <Segmented
          label={t('sheet.more', { title: running })}
          value={value}
          options={MORE.map((minutes) => ({
            value: minutes,
            label: minutes === '0' ? t('sheet.moreNone') : t('sheet.moreBy', { minutes }),
          }))}
          onValue={(minutes) => setMore(Number(minutes) * MINUTE)}
        />
      </div>
    </div>
  );
}

function Time({ at, note }: { at: Instant; note: string }) {
  const language = useLanguage();
  return (
    <span class={styles.time} aria-live="polite">
      <strong class="figures">{formatTime(at, language)}</strong>
      <small>{note}</small>
    </span>
  );
}

function Before({ model: { before, untilShare } }: { model: SheetModel }) {
  const t = useT('replanning');
  const language = useLanguage();
  const end = formatTime(before.endsAt, language);
  return (
    <section class={styles.before}>
      <h3 class={styles.name}>
        {t('sheet.now')} <span class="figures">{t('sheet.ends', { end })}</span>
      </h3>
      <PlanStrip strip={before} untilShare={untilShare} label={t('strip.label', { name: t('sheet.now'), end })} />
    </section>
  );
}
