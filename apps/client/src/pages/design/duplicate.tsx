import type { SessionId } from '@werkraum/protocol';
import { CircleAlert } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { HostApi, HostProblem } from '../host/host-api.ts';
import { useProblemText } from '../host/use-problem-text.ts';
import { type Draft, fromSession } from './draft.ts';

interface DuplicateProps {
  api: Pick<HostApi, 'list' | 'plan'>;
  sessionId: SessionId;
  /** What is still open there goes along. */
  follow: boolean;
  begin(draft: Draft): void;
}

/** Fetches a workshop there is, to begin a new one with. */
export function Duplicate({ api, sessionId, follow, begin }: DuplicateProps) {
  const t = useT('design');
  const words = useT('common');
  const problemText = useProblemText();
  const [problem, setProblem] = useState<HostProblem>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    const load = async () => {
      const [plan, list] = await Promise.all([api.plan(sessionId), api.list()]);
      if (!wanted) return;
      if (!plan.ok) return setProblem(plan.problem);
      if (!list.ok) return setProblem(list.problem);
      const seats = list.value.find((session) => session.sessionId === sessionId)?.seats ?? [];
      begin(fromSession(plan.value, seats, follow ? sessionId : undefined));
    };
    setProblem(undefined);
    void load();
    return () => {
      wanted = false;
    };
  }, [api, sessionId, attempt]);
  if (!problem) {
    return (
      <>
        <h1>{t('duplicate.title')}</h1>
        <p role="status">{words('loading')}</p>
      </>
    );
  }
  const retry = (
    <Button kind="primary" onClick={() => setAttempt(attempt + 1)}>
      {words('retry')}
    </Button>
  );
  return (
    <Notice icon={CircleAlert} tone="warn" title={t('duplicate.failed')} actions={retry}>
      <p>{problemText(problem)}</p>
    </Notice>
  );
}
