import { Download, Eraser } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useStore } from '../../ui/use-store.ts';
import type { ContributionDesk, ContributionState } from './contribution-desk.ts';
import styles from './own-contribution.module.css';

const whole = (state: ContributionState): ContributionState => state;

/** Two quiet buttons: save what one contributed, and have it erased. `erased` is called once that was taken on. */
export function OwnContribution({ desk, erased }: { desk: ContributionDesk; erased(): void }) {
  const t = useT('keeping');
  const state = useStore(desk.store, whole);
  const [asking, setAsking] = useState(false);
  const problem = useProblemText(state);
  const save = async () => {
    if (await desk.save()) announce(t('saved'));
  };
  return (
    <section class={styles.own} aria-label={t('title')}>
      <p>
        <strong>{t('title')}</strong> {t('text')}
      </p>
      <div class={styles.doings}>
        <Button kind="plain" icon={Download} busy={state.doing === 'saving'} onClick={() => void save()}>
          {t('save')}
        </Button>
        <Button kind="plain" icon={Eraser} onClick={() => setAsking(true)}>
          {t('erase')}
        </Button>
      </div>
      {problem && !asking && (
        <p class={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {asking && <AskAgain desk={desk} erased={erased} close={() => setAsking(false)} />}
    </section>
  );
}

interface AskAgainProps {
  desk: ContributionDesk;
  /** Called as soon as it was taken on, also when nothing of this is drawn any more: the room may have closed by then. */
  erased(): void;
  close(): void;
}

/** It cannot be undone, so it is asked once more. */
export function AskAgain({ desk, erased, close }: AskAgainProps) {
  const t = useT('keeping');
  const words = useT('common');
  const state = useStore(desk.store, whole);
  const problem = useProblemText(state);
  const erase = async () => {
    if (await desk.erase()) erased();
  };
  return (
    <Dialog
      title={t('ask.title')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words('cancel')}</Button>
          <Button kind="danger" icon={Eraser} busy={state.doing === 'erasing'} onClick={() => void erase()}>
            {t('ask.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('ask.text')}</p>
      <p>{t('ask.others')}</p>
      {problem && (
        <p class={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}

function useProblemText({ problem }: ContributionState): string | undefined {
  const t = useT('keeping');
  const rejections = useT('rejections');
  if (problem === undefined) return undefined;
  if (problem === 'unreachable') return t('problem.unreachable');
  // The one rule that stands in the way of an erasure; anything else is the server's trouble.
  if (problem === 'last-facilitator') return rejections('rejection.last-facilitator');
  return t('problem.other');
}
