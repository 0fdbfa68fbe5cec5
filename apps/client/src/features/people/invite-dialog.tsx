import { ROLES, type Role, type SessionId } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import { useSend } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { invitePerson } from './invitation.ts';
import { LinkDialog } from './link-dialog.tsx';
import styles from './people-panel.module.css';

interface InviteDialogProps {
  sessionId: SessionId;
  close(): void;
}

/** Gives somebody a seat while the workshop is on: name, role, and then the link to hand over. */
export function InviteDialog({ sessionId, close }: InviteDialogProps) {
  const send = useSend();
  const [made, setMade] = useState<{ name: string; link: string }>();
  if (made) return <LinkDialog {...made} close={close} />;
  const invite = async (name: string, role: Role) => {
    const { command, link } = await invitePerson({ sessionId, publicUrl: location.origin }, name, role);
    const reply = await send(command);
    if (reply.ok) setMade({ name, link });
  };
  return <InviteForm invite={invite} close={close} />;
}

interface InviteFormProps {
  invite(name: string, role: Role): Promise<void>;
  close(): void;
}

function InviteForm({ invite, close }: InviteFormProps) {
  const t = useT('people');
  const common = useT('common');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('participant');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '' || busy) return;
    setBusy(true);
    await invite(name.trim(), role);
    setBusy(false);
  };
  return (
    <Dialog title={t('inviteTitle')} onClose={close}>
      <form class={styles.form} onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('inviteName')}
          value={name}
          maxLength={80}
          autoComplete="off"
          error={missing ? t('inviteNameMissing') : undefined}
          onValue={setName}
        />
        <SelectField
          label={t('inviteRole')}
          value={role}
          options={ROLES.map((value) => ({ value, label: common(`roles.${value}`) }))}
          onValue={(next) => setRole(next)}
        />
        <div class={styles.formEnd}>
          <Button onClick={close}>{common('cancel')}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {t('inviteMake')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
