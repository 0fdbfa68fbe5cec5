import type {
  PhaseId,
  RequestId,
  RoomId,
  RotationFinding,
  RotationMethod,
  RuleId,
  SeatId,
  SeatingRule,
} from '@werkraum/protocol';
import type { ById } from '../records.ts';

/** What the planner found for a request, and what for. */
export interface RotationProposal {
  /** Names everything it was made from (`question.ts`): while that is the same, the proposal fits. */
  basis: string;
  finding: RotationFinding;
  /** Nothing better will come. */
  done: boolean;
}

/** A wish for a rotation that nobody has accepted or dismissed yet. */
export interface RotationRequest {
  requestId: RequestId;
  seed: number;
  method: RotationMethod;
  /** Absent: the house asked by itself. */
  by?: SeatId;
  proposal?: RotationProposal;
}

/** The rules of seating, and the proposal on the table. */
export interface Rotation {
  rules: ById<RuleId, SeatingRule>;
  request?: RotationRequest;
  /** The request that was accepted last: whoever accepts it again finds it done. */
  accepted?: RequestId;
  /** Who was missing and who had come when a facilitator said to leave the seating as it is. */
  left?: string;
}

export type RotationFact =
  | { type: 'seating-rule-added'; ruleId: RuleId; rule: SeatingRule }
  | { type: 'seating-rule-dropped'; ruleId: RuleId }
  | { type: 'rotation-asked'; requestId: RequestId; seed: number; method: RotationMethod; by?: SeatId }
  | { type: 'rotation-proposed'; requestId: RequestId; basis: string; finding: RotationFinding; done: boolean }
  | { type: 'rotation-accepted'; requestId: RequestId; rounds: ById<PhaseId, ById<SeatId, RoomId>> }
  | { type: 'rotation-dismissed'; requestId: RequestId; left?: string };
