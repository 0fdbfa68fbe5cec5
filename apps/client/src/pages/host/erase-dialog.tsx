import type { SessionList } from '@werkraum/protocol';
import { Eraser } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/toast-store.ts';
import type { HostDesk } from './host-desk.ts';
import { useProblemText } from './use-problem-text.ts';

type Session = SessionList[number];

interface EraseDialogProps {
  desk: Pick<HostDesk, 'erase'>;
  session: Session;
  seat: Session['seats'][number];
  close(): void;
}

/** Asks once more before everything is taken out that one person contributed. */
export function EraseDialog({ desk, session, seat, close }: EraseDialogProps) {
  const t = useT('host');
  const words = useT('common');
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const { name } = seat;
  const erase = async () => {
    setBusy(true);
    const problem = await desk.erase(session.sessionId, seat.seatId);
    if (problem) notify({ kind: 'problem', text: problemText(problem) });
    else notify({ text: t('erase.done', { name }) });
    close();
  };
  return (
    <Dialog
      title={t('erase.title', { name })}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words('cancel')}</Button>
          <Button kind="danger" icon={Eraser} busy={busy} onClick={() => void erase()}>
            {t('erase.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('erase.text', { name })}</p>
      <p>{t('erase.others')}</p>
    </Dialog>
  );
}
