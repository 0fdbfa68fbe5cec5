import type {
  EndTurn,
  EndVoices,
  ExtendTurn,
  Instant,
  MoveTurn,
  NudgeSpeaker,
  PaceTogether,
  PassTurn,
  PauseTurn,
  PostponeTurn,
  Rejection,
  ResumeTurn,
  SkipTurn,
  StartBeat,
  StartTurn,
  StartVoices,
  TurnId,
} from '@werkraum/protocol';
import { assertNever } from '../records.ts';
import { accept, type Context, type Decision, reject, type Session } from '../session.ts';
import { evolveQueue } from './evolve.ts';
import { beginTurn, isPhasePaused, startNext } from './next.ts';
import { isAtTable, pacingRefusal, waitsForBeat } from './pacing.ts';
import { resumeRunning } from './queue.ts';
import { usedMs } from './slot.ts';
import { paceTogether, startBeat } from './together.ts';
import { PLENARY, type RunningTurn, type Turn, type TurnQueue } from './turns.ts';
import { endVoices, startVoices } from './voices.ts';

/** A command about one turn of one table. */
export type TurnCommand =
  | StartTurn
  | PauseTurn
  | ResumeTurn
  | ExtendTurn
  | EndTurn
  | SkipTurn
  | PostponeTurn
  | PassTurn
  | MoveTurn
  | NudgeSpeaker;

export type TurnsCommand = TurnCommand | PaceTogether | StartBeat | StartVoices | EndVoices;

/** A speaker is not asked again within this time (TU-29). */
const NUDGE_AGAIN_MS = 10_000;

interface Scene {
  session: Session;
  queue: TurnQueue;
  turn: Turn;
  now: Instant;
}

/** Decides a command about turns (docs/spec/turns.md). */
export function decideTurns(session: Session, command: TurnsCommand, context: Context): Decision {
  switch (command.type) {
    case 'pace-together':
      return paceTogether(session, command);
    case 'start-voices':
      return startVoices(session, command);
    case 'end-voices':
      return endVoices(session, command);
    case 'start-beat':
      return startBeat(session, command, context.now);
    default:
      return decideTurn(session, command, context);
  }
}

function decideTurn(session: Session, command: TurnCommand, { actor, now }: Context): Decision {
  const queue = session.turns.queues[command.roomId];
  const turn = queue?.turns[command.turnId];
  if (!queue || !turn) return reject('no-such-turn');
  if (queue.roomId !== PLENARY && session.breakouts.open?.phaseId !== queue.phaseId) return reject('tables-not-open');
  const refusal = pacingRefusal(session, actor, turn, queue.roomId, command.type);
  if (refusal) return reject(refusal);
  const scene = { session, queue, turn, now };
  switch (command.type) {
    case 'start-turn':
      return startTurn(scene);
    case 'pause-turn':
      return pauseTurn(scene);
    case 'resume-turn':
      return resumeTurn(scene);
    case 'extend-turn':
      return extendTurn(scene, command.byMs);
    case 'end-turn':
      return endTurn(scene);
    case 'skip-turn':
      return giveAway(scene, 'turn-skipped');
    case 'postpone-turn':
      return postponeTurn(scene);
    case 'pass-turn':
      return giveAway(scene, 'turn-passed');
    case 'move-turn':
      return moveTurn(scene, command.before);
    case 'nudge-speaker':
      return nudgeSpeaker(scene);
    default:
      return assertNever(command);
  }
}

function startTurn({ session, queue, turn, now }: Scene): Decision {
  if (turn.state === 'now') return accept();
  if (turn.state !== 'waiting') return reject('turn-already-over');
  if (queue.running) return reject('another-turn-runs');
  if (waitsForBeat(session, queue)) return reject('waits-for-beat');
  if (!isAtTable(session, turn.seatId, queue.roomId)) return reject('person-not-here');
  return accept(...beginTurn(session, queue, turn, now));
}

function pauseTurn(scene: Scene): Decision {
  const { queue, turn, now } = scene;
  const running = runningTurn(scene);
  if (!running) return reject(notRunning(turn));
  if (running.pausedAt !== undefined) return reject('already-paused');
  return accept({ type: 'turn-paused', roomId: queue.roomId, turnId: turn.id, at: now, by: 'person' });
}

function resumeTurn(scene: Scene): Decision {
  const { session, queue, turn, now } = scene;
  const running = runningTurn(scene);
  if (!running) return reject(notRunning(turn));
  if (running.pausedAt === undefined) return reject('not-paused');
  if (isPhasePaused(session)) return reject('already-paused');
  return accept(...resumeRunning(queue, now));
}

function extendTurn(scene: Scene, byMs: number): Decision {
  const { queue, turn, now } = scene;
  const running = runningTurn(scene);
  if (!running) return reject(notRunning(turn));
  const endsAt = Math.max(running.endsAt, running.pausedAt ?? now) + byMs;
  const slotMs = (turn.slotMs ?? 0) + endsAt - running.endsAt;
  return accept({ type: 'turn-extended', roomId: queue.roomId, turnId: turn.id, endsAt, slotMs });
}

function endTurn(scene: Scene): Decision {
  const { queue, turn, now } = scene;
  if (!runningTurn(scene)) return reject(notRunning(turn));
  const used = usedMs(queue, turn, now);
  return leave(scene, { type: 'turn-ended', roomId: queue.roomId, turnId: turn.id, usedMs: used });
}

/** Skip and pass: the turn is left out, whether it runs or waits. */
function giveAway(scene: Scene, type: 'turn-skipped' | 'turn-passed'): Decision {
  const { turn } = scene;
  if (turn.state !== 'now' && turn.state !== 'waiting') return reject('turn-already-over');
  return leave(scene, { type, ...spokenSoFar(scene) });
}

function postponeTurn(scene: Scene): Decision {
  if (scene.turn.state === 'done') return reject('turn-already-over');
  return leave(scene, { type: 'turn-postponed', ...spokenSoFar(scene) });
}

// Only among those who wait: what is over or running has no place to give (TU-3).
function moveTurn({ queue, turn }: Scene, before: TurnId | undefined): Decision {
  const other = before === undefined ? undefined : queue.turns[before];
  if (before !== undefined && !other) return reject('no-such-turn');
  for (const { state } of [turn, ...(other ? [other] : [])]) {
    if (state !== 'waiting') return reject(state === 'now' ? 'another-turn-runs' : 'turn-already-over');
  }
  const moved = { type: 'turn-moved', roomId: queue.roomId, turnId: turn.id, ...(before && { before }) } as const;
  const alreadySo = before === turn.id || String(evolveQueue(queue, moved).order) === String(queue.order);
  return alreadySo ? accept() : accept(moved);
}

function nudgeSpeaker(scene: Scene): Decision {
  const { session, queue, turn, now } = scene;
  if (!runningTurn(scene)) return reject(notRunning(turn));
  const nudgedAt = session.turns.nudges[turn.seatId];
  if (nudgedAt !== undefined && now - nudgedAt < NUDGE_AGAIN_MS) return accept();
  return accept({ type: 'speaker-nudged', roomId: queue.roomId, turnId: turn.id, at: now });
}

type LeavingFact = Extract<
  Parameters<typeof evolveQueue>[1],
  { type: 'turn-ended' | 'turn-skipped' | 'turn-passed' | 'turn-postponed' }
>;

/** Records what became of the turn; if it was the running one, the next begins (TU-10), or with the beat (TU-31). */
function leave(scene: Scene, fact: LeavingFact): Decision {
  const { session, queue, turn, now } = scene;
  if (!runningTurn(scene) || waitsForBeat(session, queue)) return accept(fact);
  return accept(fact, ...startNext(session, evolveQueue(queue, fact), turn.id, now));
}

function spokenSoFar(scene: Scene) {
  const { queue, turn, now } = scene;
  const at = { roomId: queue.roomId, turnId: turn.id };
  return runningTurn(scene) ? { ...at, usedMs: usedMs(queue, turn, now) } : at;
}

const runningTurn = ({ queue, turn }: Scene): RunningTurn | undefined =>
  queue.running?.turnId === turn.id ? queue.running : undefined;

const notRunning = (turn: Turn): Rejection => (turn.state === 'waiting' ? 'turn-not-running' : 'turn-already-over');
