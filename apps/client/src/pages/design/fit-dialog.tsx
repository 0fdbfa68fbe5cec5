import { useState } from 'preact/hooks';
import { formatList } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/toast-store.ts';
import type { Draft } from './draft.ts';
import { type FitOffer, type FitSegment, fitOffers } from './fit.model.ts';
import styles from './fit-dialog.module.css';
import { writeMinutes } from './lengths.ts';
import { MinutesField } from './minutes-field.tsx';
import { PlanStrip, type StripPart } from './plan-strip.tsx';
import { totalsOf } from './totals.ts';
import { useLengthText } from './use-length-text.ts';

interface FitDialogProps {
  draft: Draft;
  change(draft: Draft): void;
  close(): void;
}

/** Makes the agenda as long as it should be: several ways beside each other, each with what it does to whom. */
export function FitDialog({ draft, change, close }: FitDialogProps) {
  const t = useT('design');
  const length = useLengthText();
  const { plannedMs, availableMs } = totalsOf(draft.plan);
  const [wanted, setWanted] = useState(availableMs ?? plannedMs);
  const offers = fitOffers(draft, wanted);
  const parts = draft.plan.phases.map(({ id, kind, title, plannedMs: ms }) => ({ id, kind, title, ms }));
  const use = (next: Draft) => {
    change(next);
    notify({ text: t('fit.done') });
    close();
  };
  return (
    <Dialog title={t('fit.title')} size="large" onClose={close}>
      <MinutesField
        label={t('fit.length')}
        hint={t('fit.lengthHint')}
        value={wanted}
        least={60_000}
        most={999 * 60_000}
        onValue={setWanted}
        steps={{ less: t('phase.less'), more: t('phase.more') }}
      />
      <div class={styles.before}>
        <h3>{t('fit.now', { length: length(plannedMs) })}</h3>
        <PlanStrip parts={parts} availableMs={wanted} />
      </div>
      {plannedMs === wanted ? (
        <p role="status">{t('fit.fits')}</p>
      ) : (
        <ul class={styles.offers}>
          {offers.map((offer) => (
            <Offer key={offer.strategy} offer={offer} wanted={wanted} use={use} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

const asPart = ({ id, kind, title, beforeMs, afterMs }: FitSegment): StripPart[] =>
  afterMs === undefined ? [] : [{ id, kind, title, ms: afterMs, marked: afterMs !== beforeMs }];

function Offer({ offer, wanted, use }: { offer: FitOffer; wanted: number; use(draft: Draft): void }) {
  const t = useT('design');
  const length = useLengthText();
  const language = useLanguage();
  const { strategy, segments, totalMs, shortMs, squeezed, draft } = offer;
  const changed = segments.filter(({ beforeMs, afterMs }) => beforeMs !== afterMs);
  const name = t(`fit.strategies.${strategy}`);
  return (
    <li class={styles.offer}>
      <h3>{name}</h3>
      <p class={styles.why}>{t(`fit.hints.${strategy}`)}</p>
      <PlanStrip parts={segments.flatMap(asPart)} availableMs={wanted} />
      <p class={styles.total} data-short={shortMs > 0}>
        {shortMs > 0 ? t('fit.short', { total: length(totalMs), missing: length(shortMs) }) : length(totalMs)}
      </p>
      {changed.length === 0 ? (
        <p class={styles.why}>{t('fit.nothing')}</p>
      ) : (
        <ul class={styles.changes}>
          {changed.map((segment) => (
            <li key={segment.id} data-phase={segment.kind}>
              {segment.afterMs === undefined
                ? t('fit.dropped', { title: segment.title })
                : t('fit.changed', {
                    title: segment.title,
                    before: writeMinutes(segment.beforeMs),
                    after: writeMinutes(segment.afterMs),
                  })}
            </li>
          ))}
        </ul>
      )}
      {squeezed.length > 0 && (
        <p class={styles.warn}>{t('fit.squeezed', { rounds: formatList(squeezed, language) })}</p>
      )}
      {draft && (
        <Button
          kind={shortMs > 0 ? 'quiet' : 'primary'}
          aria-label={t('fit.useNamed', { name })}
          onClick={() => use(draft)}
        >
          {t('fit.use')}
        </Button>
      )}
    </li>
  );
}
