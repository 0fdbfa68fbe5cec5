import { MessagesSquare, Square } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import styles from './desk.module.css';

/** How long each voice may be, in seconds. */
const LENGTHS = ['30', '60', '90', '120', '180'];

/** Starts and ends a round of voices: in the introduction and in the reflection, everybody speaks once. */
export function Voices() {
  const t = useT('facilitating');
  const session = useSession();
  const you = useYou();
  const send = useSend();
  const [seconds, setSeconds] = useState('60');
  const phaseId = session?.agenda.clock?.phaseId;
  if (!phaseId || !you) return null;
  if (you.may.includes('end-voices')) {
    return (
      <Button wide icon={Square} onClick={() => void send({ type: 'end-voices', phaseId })}>
        {t('voices.end')}
      </Button>
    );
  }
  if (!you.may.includes('start-voices')) return null;
  return (
    <section class={styles.voices} aria-label={t('voices.title')}>
      <p>{t('voices.about')}</p>
      <div class={styles.row}>
        <SelectField<string>
          label={t('voices.each')}
          value={seconds}
          options={LENGTHS.map((value) => ({ value, label: t('voices.seconds', { count: Number(value) }) }))}
          onValue={setSeconds}
        />
        <Button
          icon={MessagesSquare}
          onClick={() => void send({ type: 'start-voices', phaseId, slotMs: Number(seconds) * 1_000 })}
        >
          {t('voices.start')}
        </Button>
      </div>
    </section>
  );
}
