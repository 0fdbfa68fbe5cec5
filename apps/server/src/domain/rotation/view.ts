import type { RotationProposalView, RotationView } from '@werkraum/protocol';
import type { Session } from '../session.ts';
import { keep, remake } from '../share.ts';
import { rotationQuestion } from './question.ts';
import type { RotationProposal } from './rotation.ts';

// Only while something is asked does a proposal depend on everything a question is read from.
function proposalInputs({ status, agenda, breakouts, people, rotation }: Session) {
  return rotation.request ? { asked: true, status, agenda, breakouts, people, rotation } : { asked: false };
}

/** Rules and the proposal on the table, for facilitators [RO-28]. */
export function rotationView(
  session: Session,
  before: { session: Session; view: RotationView } | undefined,
): RotationView {
  const state = before?.session;
  const view = before?.view.proposal;
  const proposal = remake(session, state && { state, view }, proposalInputs, () => proposalView(session));
  const rules = session.rotation.rules as RotationView['rules'];
  return keep(before?.view, { rules, ...(proposal && { proposal }) });
}

function proposalView(session: Session): RotationProposalView | undefined {
  const { request } = session.rotation;
  if (!request) return undefined;
  const { requestId, method, seed, by, proposal } = request;
  const basis = rotationQuestion(session, { method, seed })?.basis;
  return { requestId, method, ...(by && { by }), ...(proposal && { found: foundView(proposal, basis) }) };
}

const foundView = (
  { basis, finding, done }: RotationProposal,
  current: string | undefined,
): NonNullable<RotationProposalView['found']> => ({ basis, finding, done, outdated: basis !== current });
