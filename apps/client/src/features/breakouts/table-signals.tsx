import type { Command } from '@werkraum/protocol';
import { BellRing, Check, LifeBuoy, Timer } from 'lucide-preact';
import { useNow, useRoomSlice, useSend, useSession, useYou } from '../../connection/hooks.ts';
import { formatList } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { clockFace } from '../../ui/clock-face.ts';
import { practiceLeft, type TableSignalsModel, tableSignals } from './table-signals.model.ts';
import styles from './table-signals.module.css';

const ICONS = { ready: Check, 'more-time': Timer };

/** At a table: calls the facilitator, and says how the table stands with its time. */
export function TableSignals() {
  const t = useT('table-signals');
  const session = useSession();
  const you = useYou();
  const room = useRoomSlice();
  const send = useSend();
  const model = session && you && tableSignals(session, you, room);
  if (!model) return null;
  const doCommand = (command: Command) => void send(command);
  return (
    <section class={styles.signals} aria-label={t('label')}>
      <Help {...model} send={doCommand} />
      <TimeChoice {...model} send={doCommand} />
    </section>
  );
}

interface Sending {
  send(command: Command): void;
}

function Help({ call, called, visitors, send }: TableSignalsModel & Sending) {
  const t = useT('table-signals');
  const language = useLanguage();
  if (visitors.length > 0) return <p class={styles.said}>{t('visited', { names: formatList(visitors, language) })}</p>;
  if (!called) {
    return call ? (
      <Button wide icon={LifeBuoy} onClick={() => send(call)}>
        {t('call')}
      </Button>
    ) : null;
  }
  const { name, own, cancel } = called;
  return (
    <div class={styles.called} role="status">
      <BellRing size={20} aria-hidden="true" />
      <p>
        {!own && t('calledBy', { name })} {t('called')}
      </p>
      {cancel && <Button onClick={() => send(cancel)}>{t('cancel')}</Button>}
    </div>
  );
}

function TimeChoice({ choices, said, send }: TableSignalsModel & Sending) {
  const t = useT('table-signals');
  if (choices.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: two toggles, not a set of form fields
    <div class={styles.time} role="group" aria-label={t('time')}>
      {choices.map(({ signal, pressed, command }) => (
        <Button key={signal} icon={ICONS[signal]} aria-pressed={pressed} onClick={() => send(command)}>
          {t(signal)}
        </Button>
      ))}
      {said && <p class={styles.said}>{said.own ? t('saidYou') : t('said', { name: said.name })}</p>}
    </div>
  );
}

/** At the top of the room: what to do at a table when nothing but moving is tried, and for how long. */
export function PracticeLine() {
  const t = useT('table-signals');
  const session = useSession();
  const you = useYou();
  const now = useNow(session?.tables?.practiceUntil !== undefined);
  const leftMs = session && you && practiceLeft(session, you, now);
  if (leftMs === undefined) return null;
  return (
    <div class={styles.practice} data-phase="breakout-round">
      <p>{t('practice')}</p>
      <p class="figures">{t('practiceLeft', { time: clockFace(leftMs).text })}</p>
    </div>
  );
}
