import { CircleCheck } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { formatList } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toast-store.ts';
import { Card } from './card.tsx';
import { progressOf } from './prepare.model.ts';
import type { ReadyProps } from './prepare-view.tsx';
import styles from './ready-card.module.css';

/** "I am ready", with what is still open; who sees it stands beside it. */
export function ReadyCard({ state, desk }: ReadyProps) {
  const t = useT('prepare');
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const { open } = progressOf(state);
  const { ready } = state.view;
  const say = async (is: boolean) => {
    setBusy(true);
    if (await desk.setReady(is)) notify({ kind: 'problem', text: t('ready.failed') });
    setBusy(false);
  };
  const list = formatList(open.map(String), language);
  return (
    <Card title={t('ready.title')}>
      <p>{open.length > 0 ? t('ready.open', { count: open.length, list }) : t('ready.complete')}</p>
      {ready ? (
        <div class={styles.said}>
          <p role="status">
            <CircleCheck size={22} aria-hidden="true" />
            {t('ready.said')}
          </p>
          <Button kind="plain" busy={busy} onClick={() => void say(false)}>
            {t('ready.notYet')}
          </Button>
        </div>
      ) : (
        <div>
          <Button kind="primary" size="large" icon={CircleCheck} busy={busy} onClick={() => void say(true)}>
            {t('ready.button')}
          </Button>
        </div>
      )}
      <p class={styles.host}>{t('ready.host')}</p>
    </Card>
  );
}
