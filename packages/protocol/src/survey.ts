import './no-code-from-text.ts';
import { z } from 'zod';
import { QuestionId } from './ids.ts';
import { MOST_LETTERS, MOST_SURVEY_QUESTIONS } from './survey-limits.ts';
import { line, prose } from './text.ts';

const question = {
  id: QuestionId,
  /** The question as it is put to people. */
  prompt: prose(400).min(1),
};
const options = z.array(line(160)).min(2).max(12);

/** Something everybody is asked after the workshop, without anybody knowing who answered what. */
export const SurveyQuestion = z.discriminatedUnion('kind', [
  z.strictObject({
    ...question,
    kind: z.literal('scale'),
    /** The lowest and the highest figure one can choose, both whole. */
    from: z.int().min(0).max(1),
    to: z.int().min(2).max(10),
    /** What the two ends mean. */
    labels: z.strictObject({ from: line(80).optional(), to: line(80).optional() }).optional(),
  }),
  z.strictObject({ ...question, kind: z.literal('single'), options }),
  z.strictObject({ ...question, kind: z.literal('multiple'), options }),
  z.strictObject({ ...question, kind: z.literal('text') }),
]);
export type SurveyQuestion = z.infer<typeof SurveyQuestion>;

export const SurveyQuestions = z
  .array(SurveyQuestion)
  .max(MOST_SURVEY_QUESTIONS)
  .refine((questions) => new Set(questions.map(({ id }) => id)).size === questions.length, 'question ids must differ');

/** Replaces the questions of the survey before it opens. Names the revision the sender saw. */
export const SetSurvey = z.strictObject({
  type: z.literal('set-survey'),
  questions: SurveyQuestions,
  /** `SurveyDraftView.revision` as the sender saw it; 0 where nothing was written yet. */
  seen: z.int().min(0),
});
export type SetSurvey = z.infer<typeof SetSurvey>;

/** Puts the questions to everybody. From then on they are as they are. */
export const OpenSurvey = z.strictObject({
  type: z.literal('open-survey'),
  /** The revision of the questions the sender saw. */
  seen: z.int().min(1),
});
export type OpenSurvey = z.infer<typeof OpenSurvey>;

/** Ends the survey, for good. */
export const CloseSurvey = z.strictObject({ type: z.literal('close-survey') });
export type CloseSurvey = z.infer<typeof CloseSurvey>;

/** Shows the results to everybody who was in the workshop. */
export const PublishSurveyResults = z.strictObject({ type: z.literal('publish-survey-results') });
export type PublishSurveyResults = z.infer<typeof PublishSurveyResults>;

/**
 * Where a survey stands, for everybody. `opening`: its key is being made. `counting`: it is closed and what was answered
 * is being made up. `too-few`: closed, and nobody will see a result.
 */
export const SurveyState = z.enum(['opening', 'open', 'counting', 'too-few', 'counted', 'published']);
export type SurveyState = z.infer<typeof SurveyState>;

/** The survey as facilitators prepare it. */
export const SurveyDraftView = z.strictObject({
  questions: z.array(SurveyQuestion),
  /** Rises with every change of the questions. */
  revision: z.int().min(0),
});
export type SurveyDraftView = z.infer<typeof SurveyDraftView>;

/** `GET /api/v1/sessions/:id/seat/survey`: the survey as one person meets it. */
export const SurveyPage = z.strictObject({
  title: z.string(),
  language: z.enum(['de', 'en']),
  /** Absent: no survey was opened yet. */
  survey: z
    .strictObject({
      state: SurveyState,
      questions: z.array(SurveyQuestion),
      /** The public key of this survey: SubjectPublicKeyInfo, base64url. */
      key: z.string().optional(),
    })
    .optional(),
  /** For those who facilitate, before it is opened. */
  draft: SurveyDraftView.optional(),
  /** What this person may do. Those who facilitate ask, and so do not answer [SU-8]. */
  may: z.strictObject({ answer: z.boolean(), read: z.boolean(), steer: z.boolean(), open: z.boolean() }),
  /** For those who facilitate, while it is open: whether enough have answered for results to be shown. */
  enough: z.boolean().optional(),
});
export type SurveyPage = z.infer<typeof SurveyPage>;

const base64Url = (bytes: number) =>
  z
    .string()
    .length(Math.ceil((bytes * 4) / 3))
    .regex(/^[A-Za-z0-9_-]+$/);

/** `POST /api/v1/sessions/:id/seat/survey/ballot`: 256 bytes that tell nothing about the ballot they will make valid. */
export const BallotRequest = z.strictObject({ blinded: base64Url(256) });
export type BallotRequest = z.infer<typeof BallotRequest>;

/** The blind signature over it. */
export const BallotReply = z.strictObject({ signature: base64Url(256) });
export type BallotReply = z.infer<typeof BallotReply>;

/** One answer: the figure chosen, the option's place in the list (from 0), several of them, or words. */
export const SurveyAnswer = z.union([
  z.int().min(0).max(11),
  z.array(z.int().min(0).max(11)).min(1).max(12),
  prose(MOST_LETTERS).min(1),
]);
export type SurveyAnswer = z.infer<typeof SurveyAnswer>;

/** Question id → answer. Whatever is not answered is left out. */
export const SurveyAnswers = z.record(QuestionId, SurveyAnswer);
export type SurveyAnswers = z.infer<typeof SurveyAnswers>;

/** `POST /api/v1/surveys/:id/answers`, by nobody in particular: a ballot (32 random bytes and a signature) and answers. */
export const CastBallot = z.strictObject({
  nonce: base64Url(32),
  signature: base64Url(256),
  answers: SurveyAnswers,
});
export type CastBallot = z.infer<typeof CastBallot>;

const asked = { id: QuestionId, prompt: z.string() };
/** How many chose each figure or option, in their order. */
const counts = z.array(z.int().min(0));
/** How many answered this question. Absent, together with the counts, where they were fewer than five. */
const answered = z.int().min(0);

/** What came back to one question. */
export const SurveyResult = z.discriminatedUnion('kind', [
  z.strictObject({
    ...{ ...asked, kind: z.literal('scale'), from: z.int(), to: z.int() },
    labels: z.strictObject({ from: z.string().optional(), to: z.string().optional() }).optional(),
    ...{ answered: answered.optional(), counts: counts.optional() },
  }),
  z.strictObject({
    ...{ ...asked, kind: z.enum(['single', 'multiple']), options: z.array(z.string()) },
    ...{ answered: answered.optional(), counts: counts.optional() },
  }),
  /** In another order each time they are read. */
  z.strictObject({ ...asked, kind: z.literal('text'), texts: z.array(z.string()) }),
]);
export type SurveyResult = z.infer<typeof SurveyResult>;

/** `GET /api/v1/sessions/:id/seat/survey/results`: what came back, five answers or more. */
export const SurveyResults = z.strictObject({
  title: z.string(),
  answers: z.int().min(5),
  questions: z.array(SurveyResult),
});
export type SurveyResults = z.infer<typeof SurveyResults>;

/** `GET /api/v1/sessions/:id/survey` with the host key: where the survey stands, as those who facilitate see it. */
export const SurveyOutcome = z.strictObject({
  state: z.enum(['draft', ...SurveyState.options]),
  /** While it is open: whether enough have answered for results to be shown. */
  enough: z.boolean().optional(),
  /** Once it is counted and they are enough. */
  results: SurveyResults.optional(),
});
export type SurveyOutcome = z.infer<typeof SurveyOutcome>;
