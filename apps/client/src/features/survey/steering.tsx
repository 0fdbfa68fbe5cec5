import { Download, Eye, Lock } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { saveBytes } from '../../ui/save-file.ts';
import { notify } from '../../ui/toast-store.ts';
import { Editor } from './editor.tsx';
import { LoadingNote } from './loading-note.tsx';
import { Results } from './results.tsx';
import styles from './survey.module.css';
import type { SurveyDesk, SurveyReady } from './survey-desk.ts';
import { useSteer } from './use-steer.ts';

export interface SteeringProps {
  state: SurveyReady;
  desk: Pick<SurveyDesk, 'steer' | 'download'>;
}

/** For those who facilitate: writing the questions, opening, closing, reading and showing. */
export function Steering({ state, desk }: SteeringProps) {
  const t = useT('survey');
  const say = useSteer(desk);
  const { page, results } = state;
  const at = page.survey?.state;
  if (page.draft) return <Editor key={page.draft.revision} state={state} desk={desk} draft={page.draft} />;
  if (at === 'opening' || at === 'counting') return <LoadingNote />;
  if (at === 'open') return <Running state={state} desk={desk} />;
  if (at === 'too-few') return <p class={styles.promise}>{t('steer.tooFew')}</p>;
  if (!results) return <LoadingNote />;
  return (
    <>
      <div class={styles.actions}>
        <Button icon={Download} onClick={() => void download(desk, t('fileName'), t('notNow'))}>
          {t('steer.download')}
        </Button>
        {at === 'counted' ? (
          <Button
            kind="primary"
            icon={Eye}
            busy={state.busy}
            onClick={() => void say({ type: 'publish-survey-results' })}
          >
            {t('steer.publish')}
          </Button>
        ) : (
          <p class={styles.about}>{t('steer.published')}</p>
        )}
      </div>
      <Results results={results} />
    </>
  );
}

async function download(desk: SteeringProps['desk'], name: string, problem: string): Promise<void> {
  const file = await desk.download();
  if (file) saveBytes(`${name}.csv`, file);
  else notify({ kind: 'problem', text: problem });
}

function Running({ state, desk }: SteeringProps) {
  const t = useT('survey');
  const say = useSteer(desk);
  const [asking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
    void say({ type: 'close-survey' });
  };
  return (
    <section class={styles.promise}>
      <h2>{t('steer.open')}</h2>
      <p>{t('steer.openText')}</p>
      <p role="status">{t(state.page.enough ? 'steer.enough' : 'steer.notEnough')}</p>
      <Button icon={Lock} busy={state.busy} onClick={() => setAsking(true)}>
        {t('steer.close')}
      </Button>
      {asking && (
        <Dialog
          title={t('steer.closeTitle')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('steer.keepOpen')}</Button>
              <Button kind="danger" onClick={close}>
                {t('steer.close')}
              </Button>
            </>
          }
        >
          <p>{t(state.page.enough ? 'steer.closeText' : 'steer.closeFew')}</p>
        </Dialog>
      )}
    </section>
  );
}
