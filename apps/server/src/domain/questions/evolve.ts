import type { AskedId, SeatId } from '@werkraum/protocol';
import { assertNever, entries, withEntry, without } from '../records.ts';
import type { OwnQuestions, Question, Questions, QuestionsFact } from './questions.ts';

/** Folds one fact about questions. */
export function evolveQuestions(questions: Questions, fact: QuestionsFact): Questions {
  const { askedId } = fact;
  switch (fact.type) {
    case 'question-asked':
      return asked(questions, fact);
    case 'question-upvoted':
      return voted(questions, askedId, fact.seatId, 1);
    case 'upvote-taken-back':
      return voted(questions, askedId, fact.seatId, -1);
    case 'question-withdrawn':
      return withdrawn(questions, askedId);
    case 'question-taken':
      return questions.asked[askedId] ? { ...questions, now: askedId } : questions;
    case 'question-laid-aside':
      return offStage(questions, askedId);
    case 'question-marked-answered':
      return offStage(
        changed(questions, askedId, (it) => ({ ...it, answeredAt: fact.at })),
        askedId,
      );
    case 'question-reopened':
      return changed(questions, askedId, ({ answeredAt: _, ...it }) => it);
    case 'question-hidden':
      return offStage(
        changed(questions, askedId, (it) => ({ ...it, hidden: true })),
        askedId,
      );
    case 'question-shown':
      return changed(questions, askedId, ({ hidden: _, ...it }) => it);
    default:
      return assertNever(fact);
  }
}

/** A phase begins or is undone: its stage is empty. */
export function clearQuestions(questions: Questions): Questions {
  const { now, ...rest } = questions;
  return now === undefined ? questions : rest;
}

const offStage = (questions: Questions, askedId: AskedId): Questions =>
  questions.now === askedId ? clearQuestions(questions) : questions;

const NOTHING: OwnQuestions = { asked: {}, votes: {} };
const ownOf = ({ own }: Questions, seatId: SeatId): OwnQuestions => own[seatId] ?? NOTHING;

function asked(questions: Questions, fact: Extract<QuestionsFact, { type: 'question-asked' }>): Questions {
  const { askedId, text, by, anonymous, phaseId } = fact;
  const number = questions.count + 1;
  // Whoever was erased from the log has asked nothing; what others did about it finds nothing either.
  if (text === '') return { ...questions, count: number };
  const question: Question = { number, text, by, anonymous, votes: 0, ...(phaseId && { phaseId }) };
  return put({ ...questions, count: number }, askedId, question);
}

function put(questions: Questions, askedId: AskedId, question: Question): Questions {
  const own = ownOf(questions, question.by);
  return {
    ...questions,
    asked: withEntry(questions.asked, askedId, question),
    own: withEntry(questions.own, question.by, { ...own, asked: withEntry(own.asked, askedId, question) }),
  };
}

function changed(questions: Questions, askedId: AskedId, change: (question: Question) => Question): Questions {
  const question = questions.asked[askedId];
  return question ? put(questions, askedId, change(question)) : questions;
}

function voted(questions: Questions, askedId: AskedId, seatId: SeatId, by: 1 | -1): Questions {
  if (!questions.asked[askedId]) return questions;
  const counted = changed(questions, askedId, (it) => ({ ...it, votes: it.votes + by }));
  const own = ownOf(counted, seatId);
  const votes = by === 1 ? withEntry(own.votes, askedId, true) : without(own.votes, askedId);
  return { ...counted, own: withEntry(counted.own, seatId, { ...own, votes }) };
}

function withdrawn(questions: Questions, askedId: AskedId): Questions {
  const { asked, own } = questions;
  const concerned = entries(own).filter(([, it]) => it.asked[askedId] || it.votes[askedId]);
  const forgotten = concerned.reduce(
    (all, [seatId, it]) =>
      withEntry(all, seatId, { asked: without(it.asked, askedId), votes: without(it.votes, askedId) }),
    own,
  );
  return offStage({ ...questions, asked: without(asked, askedId), own: forgotten }, askedId);
}
