import { DoorOpen } from 'lucide-preact';
import { useLocation } from 'preact-iso';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { comeBack } from './come-back.ts';

/** After leaving by one's own choice: the seat is kept, the way back is one click. */
export function LeftScreen() {
  const t = useT('room');
  const { route } = useLocation();
  const back = () => {
    if (!comeBack()) route('/join', true);
  };
  return (
    <Page>
      <Notice
        icon={DoorOpen}
        title={t('left')}
        actions={
          <Button kind="primary" onClick={back}>
            {t('comeBack')}
          </Button>
        }
      >
        <p>{t('leftExplained')}</p>
      </Notice>
    </Page>
  );
}
