import type { LinkTicket } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import type { SeatTicket } from '../../connection/provider.tsx';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import styles from './guest-door.module.css';
import { type KnockProblem, knock } from './knock.ts';

/** For people without a seat: a name, a knock, then the waiting room. */
export function GuestDoor({ guest, admitGuest }: { guest: LinkTicket; admitGuest(seat: SeatTicket): void }) {
  const t = useT('join');
  const words = useT('rejections');
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<KnockProblem>();
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const answer = await knock(guest, name);
    setBusy(false);
    if (answer.ok) admitGuest(answer.ticket);
    else setProblem(answer.problem);
  };
  return (
    <form class={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t('guest.title')}</h1>
      <p>{t('guest.text')}</p>
      <TextField
        label={t('guest.name')}
        hint={t('guest.hint')}
        error={problem && problemText(problem, t, words)}
        value={name}
        onValue={setName}
        autoComplete="name"
        maxLength={80}
      />
      <Button kind="primary" size="large" type="submit" busy={busy}>
        {t('guest.knock')}
      </Button>
    </form>
  );
}

function problemText(problem: KnockProblem, t: Translate<'join'>, words: Translate<'rejections'>): string {
  if (problem === 'bad-name') return t('guest.badName');
  if (problem === 'unreachable') return t('guest.unreachable');
  return problem === 'unknown-link' ? words('refusal.unknown-link') : words(`rejection.${problem}`);
}
