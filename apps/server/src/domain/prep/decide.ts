import type { AnswerQuestion, PrepAnswer, PrepQuestion, Rejection, SeatId, ShowAnswers } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { placeOf } from '../places.ts';
import { assertNever, values } from '../records.ts';
import { runningPhase, seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, reject, type Session } from '../session.ts';
import type { Showing } from './prep.ts';

export type PrepCommand =
  | { type: 'open-preparation' }
  | AnswerQuestion
  | { type: 'set-ready'; ready: boolean }
  | { type: 'share-answers'; shared: boolean }
  | ShowAnswers
  | { type: 'hide-answers' };

/** Decides what somebody does with their own preparation. Who and when was checked before (`permissions.ts`) [PR-1]. */
export function decidePrep(session: Session, command: PrepCommand, { actor, now }: Context): Decision {
  const seat = seatOfActor(session, actor);
  if (!seat) return reject('not-admitted');
  const own = session.prep.people[seat.id];
  switch (command.type) {
    case 'open-preparation':
      return own ? accept() : accept({ type: 'preparation-opened', by: seat.id, at: now });
    case 'answer-question':
      return answer(session, seat, command, now);
    case 'set-ready':
      if ((own?.ready ?? false) === command.ready) return accept();
      return accept({ type: 'ready-set', by: seat.id, ready: command.ready, at: now });
    case 'share-answers':
      if ((own?.shared ?? false) === command.shared) return accept();
      return accept({ type: 'answers-shared', by: seat.id, shared: command.shared });
    case 'show-answers':
      return show(session, seat, command);
    case 'hide-answers':
      return session.prep.shown[seat.id] ? accept({ type: 'answers-hidden', by: seat.id }) : accept();
    default:
      return assertNever(command);
  }
}

function answer(session: Session, { id: by }: Seat, { questionId, answer }: AnswerQuestion, at: number): Decision {
  const question = session.questions?.find(({ id }) => id === questionId);
  if (!question) return reject('no-such-question');
  const held = session.prep.people[by]?.answers[questionId];
  if (answer === null) return held ? accept({ type: 'question-answered', by, questionId, at }) : accept();
  if (!fits(question, answer)) return reject('answer-does-not-fit');
  if (held && isSame(held, answer)) return accept();
  return accept({ type: 'question-answered', by, questionId, answer, at });
}

function fits(question: PrepQuestion, answer: PrepAnswer): boolean {
  if (answer.kind === 'text') return question.kind === 'text';
  if (answer.kind === 'choice') return question.kind === 'choice' && answer.option < question.options.length;
  return question.kind === 'scale' && answer.figure >= question.from && answer.figure <= question.to;
}

const isSame = (one: PrepAnswer, other: PrepAnswer): boolean => said(one) === said(other);
const said = (answer: PrepAnswer): string | number =>
  answer.kind === 'text' ? answer.text : answer.kind === 'choice' ? answer.option : answer.figure;

// Where one speaks, and only there, one shows what one has prepared [PR-9].
function show(session: Session, seat: Seat, { phaseId, turn }: ShowAnswers): Decision {
  if (runningPhase(session)?.id !== phaseId) return reject('phase-already-ended');
  const refusal = turn ? notSpeakingInTurn(session, seat.id, turn) : notOnStage(session, seat);
  if (refusal) return reject(refusal);
  if (values(session.prep.people[seat.id]?.answers ?? {}).length === 0) return reject('nothing-answered');
  if (isShowing(session.prep.shown[seat.id], turn)) return accept();
  return accept({ type: 'answers-shown', by: seat.id, phaseId, ...(turn && { turn }) });
}

function isShowing(showing: Showing | undefined, turn: ShowAnswers['turn']): boolean {
  if (!showing) return false;
  if (showing.at === 'plenary') return turn === undefined;
  return showing.at === turn?.roomId && showing.turnId === turn.turnId;
}

function notSpeakingInTurn(
  session: Session,
  seatId: SeatId,
  { roomId, turnId }: NonNullable<ShowAnswers['turn']>,
): Rejection | undefined {
  const queue = session.turns.queues[roomId];
  const turn = queue?.turns[turnId];
  if (!turn) return 'no-such-turn';
  if (turn.seatId !== seatId) return 'not-your-turn';
  if (queue?.running?.turnId !== turnId) return turn.state === 'waiting' ? 'turn-not-running' : 'turn-already-over';
  return placeOf(session, seatId) === roomId ? undefined : 'not-at-this-table';
}

function notOnStage(session: Session, { id, role }: Seat): Rejection | undefined {
  const speaks = session.stage.words[id] !== undefined;
  const givesTalk = role === 'speaker' && runningPhase(session)?.kind === 'input-talk';
  if (!speaks && !givesTalk) return 'not-your-turn';
  return placeOf(session, id) === 'plenary' ? undefined : 'not-your-turn';
}
