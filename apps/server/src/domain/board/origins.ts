import type { BroughtFrom, PhasePlan, RoomId } from '@werkraum/protocol';
import { values } from '../records.ts';
import type { Session } from '../session.ts';

type Origins = (roomId: RoomId) => BroughtFrom | undefined;

/** Tells the round and the table a card was brought from. */
export function originsIn(phases: readonly PhasePlan[], rounds: Session['breakouts']['rounds']): Origins {
  const numbered = phases.filter(({ kind }) => kind === 'breakout-round').map(({ id }) => id);
  return (roomId) => {
    for (const round of values(rounds)) {
      const table = round?.tables.find((each) => each.roomId === roomId);
      if (!round || !table) continue;
      return { phaseId: round.phaseId, roomId, label: table.label, round: numbered.indexOf(round.phaseId) + 1 };
    }
    return undefined;
  };
}
