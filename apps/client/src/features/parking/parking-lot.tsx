import type { ParkedId, SeatId } from '@werkraum/protocol';
import { CircleParking } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextArea } from '../../ui/field.tsx';
import { randomId } from '../../ui/random-id.ts';
import { ParkedRow } from './parked-row.tsx';
import { MOST_CHARACTERS, openItems, parkedLines, possibleOwners } from './parking.model.ts';
import styles from './parking.module.css';

/** What is worth not losing, each with somebody who sees to it; in reach at all times. */
export function ParkingLot() {
  const t = useT('parking');
  const session = useSession();
  const you = useYou();
  if (!session || !you) return null;
  const lines = parkedLines(session, you);
  return (
    <section class={styles.lot} aria-label={t('title')}>
      <h3 class={styles.head}>
        {t('title')}
        {lines.length > 0 && <span class={styles.count}>{t('open', { count: openItems(session) })}</span>}
      </h3>
      {you.may.includes('park') && <ParkForm />}
      {lines.length === 0 && <p class={styles.none}>{t('none')}</p>}
      <ol class={styles.list}>
        {lines.map((line) => (
          <ParkedRow key={line.id} line={line} />
        ))}
      </ol>
    </section>
  );
}

function ParkForm() {
  const t = useT('parking');
  const session = useSession();
  const you = useYou();
  const send = useSend();
  const [text, setText] = useState('');
  const [wanted, setOwner] = useState<SeatId>();
  const [busy, setBusy] = useState(false);
  if (!session || !you) return null;
  const owners = possibleOwners(session, you.seatId);
  // Somebody who was chosen may be gone by now.
  const owner = owners.some(({ seatId }) => seatId === wanted) && wanted ? wanted : you.seatId;
  const submit = async (event: Event) => {
    event.preventDefault();
    const said = text.trim();
    if (said === '' || busy) return;
    setBusy(true);
    const reply = await send({ type: 'park', parkedId: randomId() as ParkedId, text: said, owner });
    setBusy(false);
    if (!reply.ok) return;
    setText('');
    setOwner(undefined);
  };
  return (
    <form class={styles.form} onSubmit={(event) => void submit(event)}>
      <TextArea
        label={t('text')}
        hint={t('hint')}
        placeholder={t('placeholder')}
        rows={2}
        maxLength={MOST_CHARACTERS}
        value={text}
        onValue={setText}
      />
      <div class={styles.foot}>
        <SelectField<SeatId>
          label={t('owner')}
          value={owner}
          options={owners.map(({ seatId, name }) => ({
            value: seatId,
            label: seatId === you.seatId ? t('yourself', { name }) : name,
          }))}
          onValue={setOwner}
        />
        <Button type="submit" icon={CircleParking} busy={busy} disabled={text.trim() === ''}>
          {t('park')}
        </Button>
      </div>
    </form>
  );
}
