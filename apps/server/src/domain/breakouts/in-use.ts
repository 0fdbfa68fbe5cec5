import type { Session } from '../session.ts';
import type { Practice, Round } from './breakouts.ts';

/** The seating of the tables in use: of the round that runs, or of a practice; undefined while no tables are in use. */
export const roundInUse = ({ breakouts: { open, rounds } }: Pick<Session, 'breakouts'>): Round | Practice | undefined =>
  open && (open.practice ?? rounds[open.phaseId]);
