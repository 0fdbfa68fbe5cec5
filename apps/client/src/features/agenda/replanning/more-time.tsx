import type { Command } from '@werkraum/protocol';
import { Hourglass } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useNow, useSend, useSession, useStaff, useYou } from '../../../connection/hooks.ts';
import { formatList, formatTime } from '../../../i18n/format.ts';
import { useLanguage, useT } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { clockFace } from '../../../ui/clock-face.ts';
import { notify } from '../../../ui/toast-store.ts';
import { type MoreTime, moreTime } from './more-time.model.ts';
import styles from './more-time.module.css';
import type { Offer } from './plans.model.ts';
import { useChangeList } from './replan-line.tsx';
import { useLength } from './use-length.ts';

/** Shortly before the tables close: some minutes more, each with what it takes from the rest. */
export function MoreTimeOffer() {
  const t = useT('replanning');
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  const now = useNow(session?.tables !== undefined);
  const send = useSend();
  const [putOff, putOffIt] = useState<string>();
  const model = session && you && moreTime(session, you, staff, now);
  if (!model || putOff === model.phaseId) return null;
  const give = async (command: Command, minutes: number) => {
    const { ok } = await send(command);
    if (ok) notify({ text: t('offer.done', { minutes }) });
  };
  return (
    <section class={styles.offer} aria-label={t('offer.question')} data-phase="breakout-round">
      <div class={styles.head}>
        <Hourglass size={20} aria-hidden="true" />
        {model.leftMs !== undefined && (
          <span class="figures">
            {model.leftMs < 0 ? t('offer.over') : t('offer.title', { time: clockFace(model.leftMs).text })}
          </span>
        )}
        <strong>{t('offer.question')}</strong>
        <Signals {...model} />
        <Button kind="plain" onClick={() => putOffIt(model.phaseId)}>
          {t('offer.dismiss')}
        </Button>
      </div>
      <ul class={styles.choices}>
        {model.offers.map((offer) => (
          <Choice key={offer.minutes} offer={offer} give={give} />
        ))}
      </ul>
    </section>
  );
}

function Signals({ ready, more }: Pick<MoreTime, 'ready' | 'more'>) {
  const t = useT('replanning');
  const language = useLanguage();
  const said = [ready > 0 && t('offer.ready', { count: ready }), more > 0 && t('offer.more', { count: more })];
  const list = said.filter((words) => words !== false);
  return list.length > 0 ? <span>{t('offer.signals', { list: formatList(list, language) })}</span> : null;
}

function Choice({ offer, give }: { offer: Offer; give(command: Command, minutes: number): Promise<void> }) {
  const t = useT('replanning');
  const language = useLanguage();
  const length = useLength();
  const list = useChangeList();
  const { minutes, changes, endsAt, laterMs, pastHardEndMs, command } = offer;
  const end = formatTime(endsAt, language);
  const later = pastHardEndMs >= 30_000 ? 'offer.laterPast' : 'offer.later';
  return (
    <li>
      <Button disabled={!command} onClick={() => command && void give(command, minutes)}>
        {t('offer.by', { minutes })}
      </Button>
      <span>
        {laterMs > 0 ? t(later, { end, past: length(pastHardEndMs) }) : t('offer.takes', { list: list(changes), end })}
      </span>
    </li>
  );
}
