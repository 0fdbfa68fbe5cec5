import { z } from 'zod';
import { AskedId, Instant, PhaseId, SeatId } from './ids.ts';
import { typed } from './text.ts';

/** UTF-16 units. */
export const QUESTION_MAX = 500;

/** Asks everybody, and above all who speaks. The sender made the id. */
export const AskQuestion = z.strictObject({
  type: z.literal('ask-question'),
  askedId: AskedId,
  text: typed(QUESTION_MAX),
  /** Nobody in the workshop, facilitators included, is told who asked. */
  anonymous: z.boolean(),
});
export type AskQuestion = z.infer<typeof AskQuestion>;

const about = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type), askedId: AskedId });

/** Says that one would like to hear the answer too. */
export const UpvoteQuestion = about('upvote-question');
export type UpvoteQuestion = z.infer<typeof UpvoteQuestion>;

export const TakeBackUpvote = about('take-back-upvote');
export type TakeBackUpvote = z.infer<typeof TakeBackUpvote>;

/** Takes an own question away for good. */
export const WithdrawQuestion = about('withdraw-question');
export type WithdrawQuestion = z.infer<typeof WithdrawQuestion>;

/** Shows a question large on the stage: it is this one's turn. Another one that was there goes back to the list. */
export const TakeQuestion = about('take-question');
export type TakeQuestion = z.infer<typeof TakeQuestion>;

/** Takes a question from the stage without an answer. */
export const LayQuestionAside = about('lay-question-aside');
export type LayQuestionAside = z.infer<typeof LayQuestionAside>;

export const MarkAnswered = about('mark-answered');
export type MarkAnswered = z.infer<typeof MarkAnswered>;

export const ReopenQuestion = about('reopen-question');
export type ReopenQuestion = z.infer<typeof ReopenQuestion>;

/** Takes a question from everybody's list; who asked it sees that. */
export const HideQuestion = about('hide-question');
export type HideQuestion = z.infer<typeof HideQuestion>;

export const ShowQuestion = about('show-question');
export type ShowQuestion = z.infer<typeof ShowQuestion>;

/** A question as everybody admitted sees it. */
export const AskedView = z.strictObject({
  /** Counts the questions of the session; a lower one was asked earlier. */
  number: z.int(),
  text: z.string(),
  /** How many would like to hear the answer. */
  votes: z.int(),
  /** Who asked; absent when it was asked without a name. */
  by: SeatId.optional(),
  /** The phase it was asked in. */
  phaseId: PhaseId.optional(),
  answeredAt: Instant.optional(),
});
export type AskedView = z.infer<typeof AskedView>;

export const QuestionsView = z.strictObject({
  asked: z.record(z.string(), AskedView),
  /** The one on the stage. */
  now: AskedId.optional(),
});
export type QuestionsView = z.infer<typeof QuestionsView>;

/** What one person has to do with the questions. */
export const OwnQuestionsView = z.strictObject({
  /** Asked by them; with the text when a facilitator has taken it from the list. */
  asked: z.record(z.string(), z.strictObject({ hidden: z.string().optional() })),
  votes: z.record(z.string(), z.literal(true)),
});
export type OwnQuestionsView = z.infer<typeof OwnQuestionsView>;
