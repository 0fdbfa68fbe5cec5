import { assertNever } from '../records.ts';
import type { Survey, SurveyFact } from './survey.ts';

/** Before anybody has thought of a survey. */
export const noSurvey: Survey = { state: 'draft', questions: [], revision: 0 };

/** Folds one fact about the survey. */
export function evolveSurvey(survey: Survey, fact: SurveyFact): Survey {
  switch (fact.type) {
    case 'survey-set':
      return { ...survey, questions: fact.questions, revision: fact.revision };
    case 'survey-opened':
      return { ...survey, state: 'opening' };
    case 'survey-key-named':
      return { ...survey, state: 'open', key: fact.key };
    case 'survey-closed':
      return { ...survey, state: 'counting' };
    case 'survey-counted':
      return fact.answers === undefined
        ? { ...survey, state: 'too-few' }
        : { ...survey, state: 'counted', answers: fact.answers };
    case 'survey-results-published':
      return { ...survey, state: 'published' };
    default:
      return assertNever(fact);
  }
}
