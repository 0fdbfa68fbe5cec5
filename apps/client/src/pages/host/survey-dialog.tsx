import type { SessionList, SurveyOutcome } from '@werkraum/protocol';
import { Download, RotateCw } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { LoadingNote } from '../../features/survey/loading-note.tsx';
import { Results } from '../../features/survey/results.tsx';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/toast-store.ts';
import type { Answer } from './host-api.ts';
import type { HostDesk } from './host-desk.ts';
import styles from './session-list.module.css';
import { useProblemText } from './use-problem-text.ts';

interface SurveyDialogProps {
  desk: Pick<HostDesk, 'save' | 'survey'>;
  session: SessionList[number];
  close(): void;
}

/** What came of a workshop's survey, as those who facilitate see it [SU-25]. */
export function SurveyDialog({ desk, session: { sessionId, title }, close }: SurveyDialogProps) {
  const t = useT('host');
  const words = useT('common');
  const [answer, setAnswer] = useState<Answer<SurveyOutcome>>();
  const look = async () => setAnswer(await desk.survey(sessionId));
  useEffect(() => void look(), [desk, sessionId]);
  const isFinal = answer?.ok && (answer.value.results !== undefined || answer.value.state === 'too-few');
  return (
    <Dialog
      title={t('survey.title', { title: title || t('list.untitled') })}
      size={answer?.ok && answer.value.results ? 'large' : 'small'}
      onClose={close}
      actions={
        <>
          {answer && !isFinal && (
            <Button icon={RotateCw} onClick={() => void look()}>
              {t('survey.again')}
            </Button>
          )}
          <Button onClick={close}>{words('close')}</Button>
        </>
      }
    >
      {answer ? <Outcome answer={answer} save={() => desk.save(sessionId, 'survey.csv', title)} /> : <LoadingNote />}
    </Dialog>
  );
}

function Outcome({ answer, save }: { answer: Answer<SurveyOutcome>; save(): ReturnType<HostDesk['save']> }) {
  const t = useT('host');
  const problemText = useProblemText();
  if (!answer.ok) return <p role="alert">{problemText(answer.problem)}</p>;
  const { state, enough, results } = answer.value;
  if (!results) return <p role="status">{t(`survey.${state === 'open' && enough ? 'open-enough' : state}`)}</p>;
  const take = async () => {
    const problem = await save();
    if (problem) notify({ kind: 'problem', text: problemText(problem) });
  };
  return (
    <div class={styles.outcome} data-phase="plenary-reflection">
      <p>{t(`survey.${state}`)}</p>
      <Button icon={Download} onClick={() => void take()}>
        {t('survey.csv')}
      </Button>
      <Results results={results} />
    </div>
  );
}
