import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './link-dialog.module.css';
import { LinkQrCode } from './link-qr.ts';

interface LinkDialogProps {
  name: string;
  link: string;
  close(): void;
}

/** A personal link, shown once: to copy, or to scan from the screen. */
export function LinkDialog({ name, link, close }: LinkDialogProps) {
  const t = useT('people');
  const common = useT('common');
  return (
    <Dialog
      title={t('linkTitle', { name })}
      onClose={close}
      actions={
        <>
          <CopyButton text={link} label={t('linkCopy')} words={t('linkCopy')} />
          <Button kind="primary" onClick={close}>
            {common('close')}
          </Button>
        </>
      }
    >
      <p>{t('linkExplained', { name })}</p>
      <p class={styles.link}>{link}</p>
      <LinkQrCode text={link} label={t('linkQr', { name })} />
    </Dialog>
  );
}
