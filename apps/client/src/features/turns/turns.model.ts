import type { Instant, SeatId, TurnId, TurnState, TurnsView } from '@werkraum/protocol';
import { type Action, type ActionScene, mayPace, type TurnActions, turnActions } from './turn-actions.ts';
import { type TurnClock, turnClock } from './turn-clock.ts';

/** Everything the input round of one table is drawn from. */
export interface TurnsScene extends ActionScene {
  now: Instant;
}

/** One person's turn as a line of the queue. */
export interface TurnLine {
  turnId: TurnId;
  seatId: SeatId;
  /** Undefined for somebody who is no longer in the workshop. */
  name: string | undefined;
  own: boolean;
  state: TurnState;
  /** Connected and at the table. */
  here: boolean;
  isNext: boolean;
  /** Time granted and time spoken so far, in ms; undefined before the turn has begun. */
  slotMs: number | undefined;
  usedMs: number | undefined;
  actions: TurnActions;
}

/** The line of the turn that runs, with its clock. */
export interface SpeakingLine extends TurnLine {
  clock: TurnClock;
}

export interface TurnQueueModel {
  state: TurnsView['state'];
  mode: TurnsView['mode'];
  /** Whether this person keeps the time; if not, who does. */
  pacing: 'you' | 'staff' | 'table';
  lines: readonly TurnLine[];
  speaking: SpeakingLine | undefined;
  next: TurnLine | undefined;
  /** Starts the next turn while nobody speaks. */
  startNext: Action | undefined;
  /** Time left for all inputs together, in ms; below zero the discussion should have begun. */
  inputsLeftMs: number | undefined;
  /** All tables go together, and this is the beat the next turn waits for. */
  beat: number | undefined;
  /** What everybody who waits is going to get, in ms, while that is known. */
  eachMs: number | undefined;
}

/** The input round of one table as one person sees it. */
export function turnQueue(scene: TurnsScene): TurnQueueModel {
  const { turns } = scene;
  const lines = turns.order.flatMap((turnId) => lineOf(scene, turnId) ?? []);
  const running = lines.find(({ turnId }) => turnId === turns.now?.turnId);
  const next = lines.find(({ isNext }) => isNext);
  return {
    state: turns.state,
    mode: turns.mode,
    pacing: mayPace(scene) ? 'you' : turns.pacedBy,
    lines,
    speaking: running && turns.now && { ...running, clock: turnClock(turns.now, scene.now) },
    next,
    startNext: next?.actions.start,
    inputsLeftMs: inputsLeft(scene),
    beat: turns.beat,
    eachMs: turns.fairShare?.eachMs,
  };
}

function lineOf(scene: TurnsScene, turnId: TurnId): TurnLine | undefined {
  const { turns, session, you } = scene;
  const turn = turns.turns[turnId];
  if (!turn) return undefined;
  const person = session.people[turn.seatId];
  return {
    turnId,
    seatId: turn.seatId,
    name: person?.name,
    own: turn.seatId === you.seatId,
    state: turn.state,
    here: person?.presence === 'here' && person.place === turns.roomId,
    isNext: turns.next === turnId,
    slotMs: turn.slotMs,
    usedMs: usedMs(scene, turnId),
    actions: turnActions(scene, turnId),
  };
}

function usedMs({ turns, now }: TurnsScene, turnId: TurnId): number | undefined {
  const before = turns.turns[turnId]?.usedMs;
  if (turns.now?.turnId !== turnId) return before;
  return (before ?? 0) + turnClock(turns.now, now).spokenMs;
}

function inputsLeft({ turns, session, now }: TurnsScene): number | undefined {
  if (turns.inputsEndAt === undefined || turns.state === 'finished') return undefined;
  return turns.inputsEndAt - (session.agenda.clock?.pausedAt ?? now);
}
