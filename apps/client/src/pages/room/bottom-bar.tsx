import { LogOut } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { ReactionButton } from '../../features/reactions/parts.ts';
import { HandButton } from '../../features/stage/hands.tsx';
import { MediaBar } from '../../features/stage/media-bar.tsx';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './room-frame.module.css';

/** Microphone, camera, share, hand, leave. */
export function BottomBar({ leave }: { leave: () => void }) {
  const t = useT('room');
  const common = useT('common');
  const [leaving, setLeaving] = useState(false);
  return (
    <footer class={styles.bar}>
      <span class={styles.spring} />
      <MediaBar />
      <HandButton />
      <ReactionButton />
      <span class={styles.spring} />
      <Button kind="plain" icon={LogOut} class={styles.leave ?? ''} onClick={() => setLeaving(true)}>
        {t('leave')}
      </Button>
      {leaving && (
        <Dialog
          title={t('leaveQuestion')}
          onClose={() => setLeaving(false)}
          actions={
            <>
              <Button onClick={() => setLeaving(false)}>{common('cancel')}</Button>
              <Button kind="primary" onClick={leave}>
                {t('leaveYes')}
              </Button>
            </>
          }
        >
          <p>{t('leaveExplained')}</p>
        </Dialog>
      )}
    </footer>
  );
}
