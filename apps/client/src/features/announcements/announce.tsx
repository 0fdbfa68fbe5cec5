import type { AnnouncedTo, AnnouncementId } from '@werkraum/protocol';
import { Megaphone, Undo2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useFacilitators, useNow, useSend, useSession, useYou } from '../../connection/hooks.ts';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { clockFace } from '../../ui/clock-face.ts';
import { SelectField, TextArea } from '../../ui/field.tsx';
import {
  type AnnouncedLine,
  announceCommand,
  announcedLines,
  announceTargets,
  MOST_CHARACTERS,
  type Target,
} from './announce.model.ts';
import styles from './announce.module.css';

/** Where a facilitator says something in writing, to everybody or one table, and takes it back. */
export function Announce() {
  const t = useT('announcements');
  const session = useSession();
  const you = useYou();
  const targets = session && you && announceTargets(session, you);
  if (!targets) return null;
  return (
    <section class={styles.announce}>
      <h3>{t('title')}</h3>
      <Form targets={targets} />
      <Announced />
    </section>
  );
}

function Form({ targets }: { targets: readonly Target[] }) {
  const t = useT('announcements');
  const send = useSend();
  const [text, setText] = useState('');
  const [wanted, setTo] = useState<AnnouncedTo>('everybody');
  const [busy, setBusy] = useState(false);
  // A table that was closed meanwhile is no longer there to be told.
  const to = targets.some((target) => target.to === wanted) ? wanted : 'everybody';
  const submit = async (event: Event) => {
    event.preventDefault();
    const command = announceCommand(text, to, newId());
    if (!command || busy) return;
    setBusy(true);
    const reply = await send(command);
    setBusy(false);
    if (reply.ok) setText('');
  };
  return (
    <form class={styles.form} onSubmit={(event) => void submit(event)}>
      <TextArea
        label={t('text')}
        hint={text.length > MOST_CHARACTERS - 60 ? t('left', { count: MOST_CHARACTERS - text.length }) : t('hint')}
        placeholder={t('placeholder')}
        rows={2}
        maxLength={MOST_CHARACTERS}
        value={text}
        onValue={setText}
      />
      <div class={styles.foot}>
        {targets.length > 1 && (
          <SelectField<AnnouncedTo>
            label={t('to')}
            value={to}
            options={targets.map((target) => ({ value: target.to, label: targetWords(t, target) }))}
            onValue={(value) => setTo(value)}
          />
        )}
        <Button type="submit" icon={Megaphone} busy={busy} disabled={text.trim() === ''}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}

function Announced() {
  const t = useT('announcements');
  const facilitators = useFacilitators();
  const session = useSession();
  const you = useYou();
  const isAnySeen = Object.values(facilitators?.announcements ?? {}).some(({ state }) => state === 'shown');
  const now = useNow(isAnySeen);
  const lines = facilitators && session && you ? announcedLines(facilitators, session, you, now) : [];
  if (lines.length === 0) return null;
  return (
    <ol class={styles.history} aria-label={t('history')}>
      {lines.map((line) => (
        <Line key={line.id} {...line} />
      ))}
    </ol>
  );
}

function Line({ text, to, label, state, leftMs, takeBack }: AnnouncedLine) {
  const t = useT('announcements');
  const send = useSend();
  return (
    <li class={styles.line} data-state={state}>
      <p class={styles.text}>{text}</p>
      <p class={`${styles.about} figures`}>
        {targetWords(t, { to, label })} · {t(`state.${state}`, { time: clockFace(leftMs).text })}
      </p>
      {takeBack && (
        <Button kind="plain" icon={Undo2} aria-label={`${t('takeBack')}: ${text}`} onClick={() => void send(takeBack)}>
          {t('takeBack')}
        </Button>
      )}
    </li>
  );
}

function targetWords(t: Translate<'announcements'>, { to, label }: Target): string {
  if (to === 'everybody') return t('everybody');
  return label === undefined ? t('tableGone') : t('table', { label });
}

const newId = (): AnnouncementId =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('') as AnnouncementId;
