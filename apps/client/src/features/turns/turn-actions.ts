import type { Command, SeatView, SessionView, TurnId, TurnsView, TurnView } from '@werkraum/protocol';
import type { Send } from '../../connection/connection.ts';

export type Action = () => void;

/** What this person may do with one turn now. An action that is not possible is undefined. */
export interface TurnActions {
  start?: Action;
  pause?: Action;
  resume?: Action;
  /** Half a minute more. */
  extend?: Action;
  end?: Action;
  skip?: Action;
  /** To the end of the queue. */
  later?: Action;
  /** A turn that was skipped, passed or missed goes to the end of the queue. */
  bringBack?: Action;
  pass?: Action;
  /** A sign that only the speaker sees. */
  nudge?: Action;
  /** One place forward or back among those who wait. */
  up?: Action;
  down?: Action;
  /** Before another waiting turn, or to the end. */
  moveBefore?: (before: TurnId | undefined) => void;
}

/** What is needed to know it. */
export interface ActionScene {
  turns: TurnsView;
  session: SessionView;
  you: SeatView;
  send: Send;
}

const EXTENSION_MS = 30_000;

type TurnCommandType = Exclude<Extract<Command['type'], `${string}-turn`>, 'move-turn'> | 'nudge-speaker';

/** The actions for one turn of a queue (docs/spec/turns.md, TU-7 to TU-31). */
export function turnActions(scene: ActionScene, turnId: TurnId): TurnActions {
  const turn = scene.turns.turns[turnId];
  if (!turn) return {};
  return turn.state === 'now' ? whileRunning(scene, turn, turnId) : whileNotRunning(scene, turn, turnId);
}

function whileRunning(scene: ActionScene, turn: TurnView, turnId: TurnId): TurnActions {
  const { you, turns, session } = scene;
  const own = turn.seatId === you.seatId;
  const pacing = mayPace(scene);
  const paused = turns.now?.pausedAt !== undefined;
  const phasePaused = session.agenda.clock?.pausedAt !== undefined;
  return available(scene, turnId, {
    pause: pacing && !paused && 'pause-turn',
    resume: pacing && paused && !phasePaused && 'resume-turn',
    extend: pacing && 'extend-turn',
    end: (pacing || own) && 'end-turn',
    skip: pacing && 'skip-turn',
    later: (pacing || own) && 'postpone-turn',
    pass: own && 'pass-turn',
    nudge: !own && !paused && 'nudge-speaker',
  });
}

function whileNotRunning(scene: ActionScene, turn: TurnView, turnId: TurnId): TurnActions {
  const { you, turns, session } = scene;
  const own = turn.seatId === you.seatId;
  const pacing = mayPace(scene);
  const person = session.people[turn.seatId];
  const here = person?.presence === 'here' && person.place === turns.roomId;
  const waiting = turn.state === 'waiting';
  const actions = available(scene, turnId, {
    start: pacing && waiting && here && !turns.now && turns.beat === undefined && 'start-turn',
    skip: pacing && waiting && 'skip-turn',
    later: (pacing || own) && waiting && turns.order.at(-1) !== turnId && 'postpone-turn',
    bringBack: (pacing || own) && !waiting && turn.state !== 'done' && 'postpone-turn',
    pass: own && waiting && 'pass-turn',
  });
  return waiting && pacing ? { ...actions, ...moves(scene, turnId) } : actions;
}

function moves({ turns, you, send }: ActionScene, turnId: TurnId): TurnActions {
  const line = turns.order.filter((id) => turns.turns[id]?.state === 'waiting');
  const at = line.indexOf(turnId);
  if (line.length < 2 || !you.may.includes('move-turn')) return {};
  const { roomId } = turns;
  const moveBefore = (before: TurnId | undefined) =>
    void send({ type: 'move-turn', roomId, turnId, ...(before !== undefined && { before }) });
  return {
    moveBefore,
    ...(at > 0 && { up: () => moveBefore(line[at - 1]) }),
    ...(at < line.length - 1 && { down: () => moveBefore(line[at + 2]) }),
  };
}

/** Whether this person keeps the time here: staff anywhere, everybody at a table that paces itself. */
export const mayPace = ({ you, turns }: Pick<ActionScene, 'you' | 'turns'>): boolean =>
  you.role === 'facilitator' || you.role === 'timekeeper' || (turns.pacedBy === 'table' && you.place === turns.roomId);

function available(
  { you, turns, send }: ActionScene,
  turnId: TurnId,
  wanted: Partial<Record<keyof TurnActions, TurnCommandType | false>>,
): TurnActions {
  const possible = Object.entries(wanted).flatMap(([name, type]) =>
    type && you.may.includes(type) ? [[name, () => void send(commandOf(type, turns, turnId))] as const] : [],
  );
  return Object.fromEntries(possible);
}

function commandOf(type: TurnCommandType, { roomId }: TurnsView, turnId: TurnId): Command {
  const at = { roomId, turnId };
  return type === 'extend-turn' ? { type, ...at, byMs: EXTENSION_MS } : { type, ...at };
}
