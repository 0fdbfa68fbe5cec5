import { useFacilitators, useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { proposalModel } from './proposal.model.ts';
import { ProposalCard } from './proposal-card.tsx';

/** The proposal on the table, wherever in the room a facilitator is. */
export function ProposalNotice({ look }: { look: () => void }) {
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  const facilitators = useFacilitators();
  const send = useSend();
  if (!session || !you || !staff || !facilitators) return null;
  const { rules, proposal } = facilitators.rotation;
  const model = proposalModel({ session, you, staff, rules }, proposal);
  return model ? <ProposalCard proposal={model} look={look} send={(command) => void send(command)} /> : null;
}
