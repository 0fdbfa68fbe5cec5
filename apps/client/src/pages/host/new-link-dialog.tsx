import type { SessionList } from '@werkraum/protocol';
import { personalLink } from '@werkraum/protocol';
import { KeyRound } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import type { HostProblem } from './host-api.ts';
import type { HostDesk } from './host-desk.ts';
import styles from './link-sheet.module.css';
import { freshSeat } from './links.model.ts';
import { useProblemText } from './use-problem-text.ts';

type Session = SessionList[number];

interface NewLinkDialogProps {
  desk: HostDesk;
  session: Session;
  seat: Session['seats'][number];
  close(): void;
}

/** A new personal link for one person. The old one stops working, so it is asked for first. */
export function NewLinkDialog({ desk, session, seat, close }: NewLinkDialogProps) {
  const t = useT('host');
  const words = useT('common');
  const problemText = useProblemText();
  const [link, setLink] = useState<string>();
  const [problem, setProblem] = useState<HostProblem>();
  const [busy, setBusy] = useState(false);
  const issue = async () => {
    setBusy(true);
    const fresh = await freshSeat(seat.seatId, seat.name, seat.role);
    const refused = await desk.issueLink(session.sessionId, fresh.seat);
    setBusy(false);
    setProblem(refused);
    const { sessionId } = session;
    if (!refused) setLink(personalLink(location.origin, { sessionId, seatId: seat.seatId, secret: fresh.secret }));
  };
  const title = t('relink.title', { name: seat.name });
  if (link) return <LinkDialog title={title} link={link} note={t('relink.done')} close={close} />;
  return (
    <Dialog
      title={title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words('cancel')}</Button>
          <Button kind="primary" icon={KeyRound} busy={busy} onClick={() => void issue()}>
            {t('relink.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('relink.text', { name: seat.name })}</p>
      {problem && <p role="alert">{problemText(problem)}</p>}
    </Dialog>
  );
}

/** One link, large: to copy, and to photograph. */
export function LinkDialog(props: { title: string; link: string; note: string; close(): void }) {
  const t = useT('host');
  const { title, link, note, close } = props;
  return (
    <Dialog
      title={title}
      onClose={close}
      actions={<CopyButton text={link} label={t('links.copy')} words={t('links.copy')} />}
    >
      <p>{note}</p>
      <QrCode text={link} label={t('links.qrOf', { name: title })} />
      <p class={styles.link}>{link}</p>
    </Dialog>
  );
}
