import type { SeatId, SessionId } from '@werkraum/protocol';
import type { ById } from '../domain/records.ts';
import type { Tally } from '../domain/survey/tally.ts';

/** Everything that is kept of one survey besides its questions. Nothing in it has an order or a time. */
export interface KeptSurvey {
  /** The private key, PKCS #8 in base64; absent once the survey is closed. */
  key?: string;
  /** Seat → digest of what it had signed: that it has its ballot, and which request may be answered again. */
  received: ById<SeatId, string>;
  /** Digest of a ballot that was used → digest of that ballot together with its answers. */
  spent: ById<string, string>;
  tally: Tally;
}

/** Keeps surveys, apart from everything else that is kept (`ballot-box.contract.ts`, ADR 0028). */
export interface BallotBox {
  /** Undefined when nothing is kept of this session's survey. */
  read(sessionId: SessionId): Promise<KeptSurvey | undefined>;
  /**
   * Replaces what is kept of it, all or nothing, and is durable once it resolves; rejects when it cannot be written. What is
   * on the medium then follows from `kept` alone: the same survey is the same bytes, whatever happened on the way.
   */
  write(sessionId: SessionId, kept: KeptSurvey): Promise<void>;
  /** Nothing of it remains. */
  delete(sessionId: SessionId): Promise<void>;
  /** Sessions of which something is kept. */
  sessions(): Promise<readonly SessionId[]>;
}
