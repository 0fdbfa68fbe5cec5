import type { SeatId, SessionId } from '@werkraum/protocol';

/**
 * A store beside the log that keeps something of sessions: bytes of files, notes, ballots. Everything that is promised of deletion
 * in `docs/spec/keeping.md` holds for it as well. Each method rejects when it could not do all of it and is called again then;
 * doing it twice is fine.
 */
export interface Erasable {
  /** What it keeps, for the operator's log. */
  readonly keeps: string;
  /** Removes everything of the session, for good: once resolved, no byte of it remains. */
  deleteSession(sessionId: SessionId): Promise<void>;
  /** Removes what this person left here. Called while their facts are still readable. */
  erasePerson(sessionId: SessionId, seatId: SeatId): Promise<void>;
  /** At the start of the house: whatever belongs to no session of these has been left behind and goes. */
  keepOnly(sessions: ReadonlySet<SessionId>): Promise<void>;
}
