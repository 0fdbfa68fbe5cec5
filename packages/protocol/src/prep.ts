import { z } from 'zod';
import { PhaseKind, SessionStatus } from './agenda.ts';
import { Instant, PhaseId, QuestionId, RoomId, TurnId } from './ids.ts';
import { Role } from './people.ts';
import { ANSWER_MAX } from './prep-limits.ts';
import { DeckView } from './slides.ts';
import { line, prose, typed } from './text.ts';

const question = {
  id: QuestionId,
  /** The question as it is put to people. */
  prompt: prose(400).min(1),
};

/** Something everybody is asked before the workshop. */
export const PrepQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ ...question, kind: z.literal('text') }),
  z.strictObject({ ...question, kind: z.literal('choice'), options: z.array(line(160)).min(2).max(12) }),
  z.strictObject({
    ...question,
    kind: z.literal('scale'),
    /** The lowest and the highest figure one can choose, both whole. */
    from: z.int().min(0).max(1),
    to: z.int().min(2).max(10),
    /** What the two ends mean. */
    labels: z.strictObject({ from: line(80).optional(), to: line(80).optional() }).optional(),
  }),
]);
export type PrepQuestion = z.infer<typeof PrepQuestion>;

/** What one question can be answered with, by its kind. An option is counted from 0. */
export const PrepAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: typed(ANSWER_MAX) }),
  z.strictObject({ kind: z.literal('choice'), option: z.int().min(0).max(11) }),
  z.strictObject({ kind: z.literal('scale'), figure: z.int().min(0).max(10) }),
]);
export type PrepAnswer = z.infer<typeof PrepAnswer>;

/** The person has opened their page of preparation. */
export const OpenPreparation = z.strictObject({ type: z.literal('open-preparation') });
export type OpenPreparation = z.infer<typeof OpenPreparation>;

/** Replaces the own answer; null takes it away. */
export const AnswerQuestion = z.strictObject({
  type: z.literal('answer-question'),
  questionId: QuestionId,
  answer: PrepAnswer.nullable(),
});
export type AnswerQuestion = z.infer<typeof AnswerQuestion>;

/** "I am ready", or not yet. */
export const SetReady = z.strictObject({ type: z.literal('set-ready'), ready: z.boolean() });
export type SetReady = z.infer<typeof SetReady>;

/** Lets the people at the own table read the own answers all the time, not only in the own turn. */
export const ShareAnswers = z.strictObject({ type: z.literal('share-answers'), shared: z.boolean() });
export type ShareAnswers = z.infer<typeof ShareAnswers>;

/** Shows the own answers: at the table, in the turn the sender saw running; without a turn in the plenary, with the word. */
export const ShowAnswers = z.strictObject({
  type: z.literal('show-answers'),
  phaseId: PhaseId,
  turn: z.strictObject({ roomId: RoomId, turnId: TurnId }).optional(),
});
export type ShowAnswers = z.infer<typeof ShowAnswers>;

/** Takes the own answers away from wherever they are shown. */
export const HideAnswers = z.strictObject({ type: z.literal('hide-answers') });
export type HideAnswers = z.infer<typeof HideAnswers>;

/** A question and what one person answered. */
export const AnsweredView = z.strictObject({ question: PrepQuestion, answer: PrepAnswer });
export type AnsweredView = z.infer<typeof AnsweredView>;

/** One person's answers, in the order of the questions, where others may read them. */
export const ShownAnswersView = z.strictObject({
  /** Shown to all now, by the one who speaks. Absent: shared for reading. */
  shown: z.literal(true).optional(),
  answers: z.array(AnsweredView),
});
export type ShownAnswersView = z.infer<typeof ShownAnswersView>;

/** How far somebody has come, for whoever invited them: figures, never words. */
export const ReadinessView = z.strictObject({
  /** Has opened the page. */
  opened: z.boolean(),
  answered: z.int(),
  of: z.int(),
  /** Has uploaded a presentation. */
  slides: z.boolean(),
  ready: z.boolean(),
});
export type ReadinessView = z.infer<typeof ReadinessView>;

/** `GET /api/v1/sessions/:id/readiness` with the host key: seat id → how far. */
export const ReadinessList = z.record(z.string(), ReadinessView);
export type ReadinessList = z.infer<typeof ReadinessList>;

/** `GET /api/v1/sessions/:id/seat/preparation`: everything the own page of preparation shows. */
export const PreparationView = z.strictObject({
  name: z.string(),
  role: Role,
  title: z.string(),
  language: z.enum(['de', 'en']),
  status: SessionStatus,
  startsAt: Instant.optional(),
  phases: z.array(z.strictObject({ kind: PhaseKind, title: z.string(), plannedMs: z.number() })),
  questions: z.array(PrepQuestion),
  /** Question id → the own answer. */
  answers: z.record(z.string(), PrepAnswer),
  /** Deck id → an own presentation. */
  decks: z.record(z.string(), DeckView),
  /** When an answer was last taken. */
  savedAt: Instant.optional(),
  ready: z.boolean(),
  shared: z.boolean(),
  /** Whether answers are still taken from this person. */
  open: z.boolean(),
  /** Everything is deleted by itself so many days after the end. */
  keepDays: z.int(),
  /** When that is, as things stand. */
  keptUntil: Instant,
});
export type PreparationView = z.infer<typeof PreparationView>;
