import type { PhaseId, RoomId, RotationFinding, SeatId } from '@werkraum/protocol';
import { type RotationQuestion, rotationQuestion } from '../rotation/question.ts';
import type { Session } from '../session.ts';

interface About {
  seatId: SeatId;
  other: SeatId;
  phaseId: PhaseId | undefined;
  roomId: RoomId;
  turn: number;
}

const METHODS = ['anew', 'improve', 'attendance', 'anew', 'improve'] as const;

/** What is said about rules and proposals. The house proposes what it found; a plan is put together by chance. */
export function anyRotation(session: Session, { seatId, phaseId, roomId, turn, other }: About) {
  const { request } = session.rotation;
  const question = request && rotationQuestion(session, request);
  const seats = [seatId, other];
  const rules = [
    { kind: 'together', seats },
    { kind: 'apart', seats },
    { kind: 'pin', phaseId, seatId, roomId },
    { kind: 'host', seatId, table: turn },
  ];
  return {
    ...{ ruleId: `rule-${turn}`, rule: rules[turn % 4], requestId: request?.requestId ?? `wish-${turn}` },
    // `method` is said of groups too.
    ...(turn > 1 && { method: METHODS[turn] }),
    basis: turn === 4 ? 'another' : (question?.basis ?? ''),
    ...(question && { finding: anyFinding(question, turn), done: turn > 2 }),
  };
}

function anyFinding({ people, phases, task }: RotationQuestion, turn: number): RotationFinding {
  if (turn === 3) return { kind: 'conflict', conflict: { kind: 'sizes', seats: [...people], tables: [] } };
  const rounds = phases.flatMap((id, at) =>
    task.rounds[at]?.frozen ? [] : [[id, people.map((_, index) => ((index + turn) % 3) - 1)] as const],
  );
  const figures = {
    met: 0,
    never: 0,
    twice: 0,
    more: 0,
    pairs: 0,
    bound: { met: 0, kind: 'proven' },
    perfect: false,
  } as const;
  return { kind: 'plan', people: [...people], rounds: Object.fromEntries(rounds), figures };
}
