import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useSend, useSession } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { reissueLink } from './invitation.ts';
import { LinkDialog } from './link-dialog.tsx';
import type { PersonRow } from './people.model.ts';

/** What is asked once more: a removal, or a new link that kills the old one. */
export type Asked = 'remove' | 'link';

interface PersonDialogsProps {
  row: PersonRow;
  asked: Asked;
  close(): void;
}

export function PersonDialogs({ row, asked, close }: PersonDialogsProps) {
  return asked === 'remove' ? <RemoveDialog row={row} close={close} /> : <ReissueDialog row={row} close={close} />;
}

function RemoveDialog({ row: { name, remove }, close }: Omit<PersonDialogsProps, 'asked'>) {
  const t = useT('people');
  const send = useSend();
  const confirm = () => {
    close();
    if (remove) void send(remove);
  };
  return (
    <Confirmation title={t('removeQuestion', { name })} text={t('removeExplained', { name })} close={close}>
      <Button kind="danger" onClick={confirm}>
        {t('removeYes', { name })}
      </Button>
    </Confirmation>
  );
}

function ReissueDialog({ row: { name, seatId }, close }: Omit<PersonDialogsProps, 'asked'>) {
  const t = useT('people');
  const send = useSend();
  const session = useSession();
  const [link, setLink] = useState<string>();
  if (link !== undefined) return <LinkDialog name={name} link={link} close={close} />;
  const confirm = async () => {
    if (!session) return;
    const invitation = await reissueLink({ sessionId: session.sessionId, publicUrl: location.origin }, seatId);
    const reply = await send(invitation.command);
    if (reply.ok) setLink(invitation.link);
    else close();
  };
  return (
    <Confirmation title={t('reissueQuestion', { name })} text={t('reissueExplained', { name })} close={close}>
      <Button kind="primary" onClick={() => void confirm()}>
        {t('reissueYes')}
      </Button>
    </Confirmation>
  );
}

interface ConfirmationProps {
  title: string;
  text: string;
  close(): void;
  /** The button that does it. */
  children: ComponentChildren;
}

/** A question with a way back and a button that does it. */
export function Confirmation({ title, text, close, children }: ConfirmationProps) {
  const common = useT('common');
  return (
    <Dialog
      title={title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{common('cancel')}</Button>
          {children}
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
