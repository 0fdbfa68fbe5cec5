import type {
  AskQuestion,
  HideQuestion,
  LayQuestionAside,
  MarkAnswered,
  ReopenQuestion,
  ShowQuestion,
  TakeBackUpvote,
  TakeQuestion,
  UpvoteQuestion,
  WithdrawQuestion,
} from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { assertNever, ids, values } from '../records.ts';
import { runningPhase, seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, reject, type Session } from '../session.ts';
import type { Question, QuestionsFact } from './questions.ts';

export type QuestionsCommand =
  | AskQuestion
  | UpvoteQuestion
  | TakeBackUpvote
  | WithdrawQuestion
  | TakeQuestion
  | LayQuestionAside
  | MarkAnswered
  | ReopenQuestion
  | HideQuestion
  | ShowQuestion;

/** Nobody asks more at once, and no session bears more [QU-7]. */
const MOST = { ofOnePerson: 20, ofAll: 300 } as const;

/** Decides a command about questions (docs/spec/questions.md). Roles and status were checked before. */
export function decideQuestions(session: Session, command: QuestionsCommand, { actor, now }: Context): Decision {
  const seat = seatOfActor(session, actor);
  if (!seat) return reject('not-admitted');
  if (command.type === 'ask-question') return ask(session, seat, command, now);
  const question = session.asking.asked[command.askedId];
  if (!question) return command.type === 'withdraw-question' ? accept() : reject('question-gone');
  return decideAbout(session, seat, question, command, now);
}

function ask(session: Session, { id: by }: Seat, command: AskQuestion, at: number): Decision {
  const { askedId, text, anonymous } = command;
  const { asked, own } = session.asking;
  const known = asked[askedId];
  if (known) return known.by === by ? accept() : reject('not-your-question');
  const open = values(own[by]?.asked ?? {}).filter(({ answeredAt }) => answeredAt === undefined);
  if (open.length >= MOST.ofOnePerson || ids(asked).length >= MOST.ofAll) return reject('too-many-questions');
  const phaseId = runningPhase(session)?.id;
  return accept({ type: 'question-asked', askedId, text, by, anonymous, ...(phaseId && { phaseId }), at });
}

function decideAbout(
  session: Session,
  { id: by }: Seat,
  question: Question,
  { type, askedId }: Exclude<QuestionsCommand, AskQuestion>,
  at: number,
): Decision {
  const isNow = session.asking.now === askedId;
  const hasVoted = session.asking.own[by]?.votes[askedId] === true;
  const answered = question.answeredAt !== undefined;
  const only = (needed: boolean, fact: QuestionsFact) => (needed ? accept(fact) : accept());
  switch (type) {
    case 'upvote-question':
      if (question.hidden) return reject('question-gone');
      if (question.by === by) return reject('own-question');
      return only(!hasVoted, { type: 'question-upvoted', askedId, seatId: by });
    case 'take-back-upvote':
      return only(hasVoted, { type: 'upvote-taken-back', askedId, seatId: by });
    case 'withdraw-question':
      return question.by === by ? accept({ type: 'question-withdrawn', askedId }) : reject('not-your-question');
    case 'take-question':
      if (question.hidden) return reject('question-gone');
      if (answered) return reject('question-is-answered');
      return only(!isNow, { type: 'question-taken', askedId, by, at });
    case 'lay-question-aside':
      return only(isNow, { type: 'question-laid-aside', askedId, by });
    case 'mark-answered':
      return only(!answered, { type: 'question-marked-answered', askedId, by, at });
    case 'reopen-question':
      return only(answered, { type: 'question-reopened', askedId, by });
    case 'hide-question':
      return only(!question.hidden, { type: 'question-hidden', askedId, by });
    case 'show-question':
      return only(question.hidden === true, { type: 'question-shown', askedId, by });
    default:
      return assertNever(type);
  }
}
