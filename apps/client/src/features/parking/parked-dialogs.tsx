import type { SeatId } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import { useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextArea } from '../../ui/field.tsx';
import { MOST_CHARACTERS, type ParkedLine, possibleOwners } from './parking.model.ts';
import styles from './parking.module.css';

interface DialogProps {
  line: ParkedLine;
  close(): void;
}

/** Says an item in other words. */
export function RewordDialog({ line, close }: DialogProps) {
  const t = useT('parking');
  const send = useSend();
  const [text, setText] = useState(line.text);
  const save = async (event: Event) => {
    event.preventDefault();
    const said = text.trim();
    if (said === '') return;
    const reply = await send({ type: 'reword-parked', parkedId: line.id, text: said });
    if (reply.ok) close();
  };
  return (
    <Dialog title={t('reword')} onClose={close}>
      <form class={styles.form} onSubmit={(event) => void save(event)}>
        <TextArea label={t('text')} autoFocus rows={4} maxLength={MOST_CHARACTERS} value={text} onValue={setText} />
        <DialogEnd disabled={text.trim() === ''} close={close} />
      </form>
    </Dialog>
  );
}

/** Gives an item to somebody else. */
export function HandDialog({ line, close }: DialogProps) {
  const t = useT('parking');
  const session = useSession();
  const you = useYou();
  const send = useSend();
  const owners = session && you ? possibleOwners(session, you.seatId) : [];
  const [wanted, setOwner] = useState<SeatId>();
  const owner = wanted ?? line.owner?.seatId ?? owners[0]?.seatId;
  if (!owner || !you) return null;
  const save = async (event: Event) => {
    event.preventDefault();
    const reply = await send({ type: 'own-parked', parkedId: line.id, owner });
    if (reply.ok) close();
  };
  return (
    <Dialog title={t('handTitle')} onClose={close}>
      <form class={styles.form} onSubmit={(event) => void save(event)}>
        <p class={styles.text}>{line.text}</p>
        <SelectField<SeatId>
          label={t('owner')}
          value={owner}
          options={owners.map(({ seatId, name }) => ({
            value: seatId,
            label: seatId === you.seatId ? t('yourself', { name }) : name,
          }))}
          onValue={setOwner}
        />
        <DialogEnd disabled={false} close={close} />
      </form>
    </Dialog>
  );
}

function DialogEnd({ disabled, close }: { disabled: boolean; close(): void }) {
  const t = useT('parking');
  return (
    <div class={styles.formEnd}>
      <Button onClick={close}>{t('cancel')}</Button>
      <Button type="submit" kind="primary" disabled={disabled}>
        {t('save')}
      </Button>
    </div>
  );
}
