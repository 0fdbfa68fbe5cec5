import type { CreateSession, SessionId, SessionPlan } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import type { Answer, HostProblem } from '../host/host-api.ts';
import { type LinkSheet, linkSheet, prepareSession } from '../host/links.model.ts';
import type { Check } from './checks/check.ts';
import type { Designer } from './designer.ts';
import { completePlan } from './draft.ts';

/** Who makes workshops: the host's API. */
export interface Desk {
  create(session: CreateSession): Promise<Answer<{ sessionId: SessionId }>>;
}

/** A workshop that was made, and its links. */
export interface Created {
  sheet: LinkSheet;
  plan: SessionPlan;
}

interface Creating {
  designer: Designer;
  desk: Desk;
  checks: readonly Check[];
  created(created: Created): void;
  /** Something has to be mended first. */
  mend(): void;
}

/** Makes a workshop of the draft, once nothing stands in its way. */
export function useCreating({ designer, desk, checks, created, mend }: Creating) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<HostProblem>();
  const create = async () => {
    const draft = designer.store.getState().history.now;
    const { followsUp } = draft;
    const plan = completePlan(draft);
    setAsked(true);
    setProblem(undefined);
    if (!plan || checks.some(({ level }) => level === 'error')) return mend();
    setBusy(true);
    const prepared = await prepareSession(plan, draft.people);
    const answer = await desk.create({ ...prepared.session, ...(followsUp && { followsUp }) });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    designer.created();
    created({ sheet: linkSheet(location.origin, answer.value.sessionId, prepared), plan });
  };
  return { asked, busy, problem, create: () => void create() };
}
