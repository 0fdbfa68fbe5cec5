import type { SeatId, SurveyQuestion } from '@werkraum/protocol';
import type { SurveyFact } from './survey.ts';

/**
 * A fact about the survey without the questions that this person wrote. Their ids, kinds and the number of their options stay, so
 * that what others answered is still counted.
 */
export const eraseSurvey = (fact: SurveyFact, seatId: SeatId): SurveyFact =>
  fact.type === 'survey-set' && fact.by === seatId ? { ...fact, questions: fact.questions.map(withoutWords) } : fact;

function withoutWords(question: SurveyQuestion): SurveyQuestion {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { ...question, prompt: '–', options: question.options.map((_, at) => `– ${at + 1}`) };
    case 'scale': {
      const { labels: _, ...rest } = question;
      return { ...rest, prompt: '–' };
    }
    default:
      return { ...question, prompt: '–' };
  }
}
