import type { SessionList } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { later } from '../../ui/later.tsx';
import { notify } from '../../ui/toast-store.ts';
import { SESSION_FILES, type SessionFile } from './host-api.ts';
import type { HostDesk } from './host-desk.ts';
import styles from './session-list.module.css';
import { useProblemText } from './use-problem-text.ts';

const WORDS = { 'booklet.pdf': 'pdf', 'booklet.docx': 'docx', 'booklet.md': 'md', record: 'record' } as const;

interface SessionFilesProps {
  desk: Pick<HostDesk, 'save' | 'survey'>;
  session: SessionList[number];
}

const SurveyDialog = later(() => import('./survey-dialog.tsx').then((part) => part.SurveyDialog), ['survey']);

/** What remains of a workshop that has ended: its booklet, its record, and what came back in the survey. */
export function SessionFiles({ desk, session }: SessionFilesProps) {
  const t = useT('host');
  const { sessionId, title } = session;
  const problemText = useProblemText();
  const [busy, setBusy] = useState<SessionFile>();
  const [survey, setSurvey] = useState(false);
  const save = async (file: SessionFile) => {
    setBusy(file);
    const problem = await desk.save(sessionId, file, title);
    setBusy(undefined);
    if (problem) notify({ kind: 'problem', text: problemText(problem) });
  };
  return (
    <section class={styles.files} aria-label={t('files.of', { title })}>
      <p>{t('files.text')}</p>
      <div>
        {SESSION_FILES.map((file) => (
          <Button key={file} kind="plain" busy={busy === file} onClick={() => void save(file)}>
            {t(`files.${WORDS[file]}`)}
          </Button>
        ))}
        <Button kind="plain" onClick={() => setSurvey(true)}>
          {t('survey.button')}
        </Button>
      </div>
      {survey && <SurveyDialog desk={desk} session={session} close={() => setSurvey(false)} />}
    </section>
  );
}
