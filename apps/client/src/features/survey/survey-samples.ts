import { type SurveyPage, type SurveyResults, type SurveyState, surveyTemplate } from '@werkraum/protocol';
import { currentLanguage } from '../../i18n/i18n.ts';
import type { SurveyReady } from './survey-desk.ts';

/** The questions of both templates, in the language of now. */
const sampleQuestions = () => [
  ...surveyTemplate('topics', currentLanguage()),
  ...surveyTemplate('format', currentLanguage()),
];

/** A page of the survey in some state, for somebody who takes part or facilitates. */
export function samplePage(state: SurveyState | 'draft', role: 'asked' | 'steers' = 'asked'): SurveyPage {
  const language = currentLanguage();
  const questions = sampleQuestions();
  const steers = role === 'steers';
  const title = { de: 'Innovative Kommunen: nachhaltig und digital', en: 'Innovative municipalities' }[language];
  return {
    ...{ title, language },
    ...(state === 'draft'
      ? steers && { draft: { questions, revision: 2 } }
      : { survey: { state, questions, key: 'k' } }),
    may: {
      answer: state === 'open' && !steers,
      read: state === 'published' || (state === 'counted' && steers),
      ...{ steer: steers, open: steers && state === 'draft' },
    },
  };
}

/** Somebody's survey in some state. */
export const sampleSurvey = (page: SurveyPage, change: Partial<SurveyReady> = {}): SurveyReady => ({
  ...{ at: 'ready', page, ballot: 'none', answers: {}, sending: 'no', results: undefined, busy: false },
  ...change,
});

const TEXTS = {
  en: [
    'More time for the second round.',
    'A list of everybody’s contact details afterwards, if people agree.\nAnd the slides, please.',
    'Nothing, really.',
    'The talk could have been shorter; the tables were where I learned most. '.repeat(4),
  ],
  de: [
    'Mehr Zeit für die zweite Runde.',
    'Hinterher eine Liste mit den Kontaktdaten aller, die einverstanden sind.\nUnd bitte die Folien.',
    'Eigentlich nichts.',
    'Der Vortrag hätte kürzer sein können; am meisten habe ich an den Tischen gelernt. '.repeat(4),
  ],
};

/** What came back; one question too few have answered. */
export function sampleResults(): SurveyResults {
  const language = currentLanguage();
  const questions = sampleQuestions().map((question, at): SurveyResults['questions'][number] => {
    if (question.kind === 'text') return { ...question, texts: at > 5 ? [...TEXTS[language]] : [] };
    if (at === 6) return question;
    const size = question.kind === 'scale' ? question.to - question.from + 1 : question.options.length;
    const counts = Array.from({ length: size }, (_, index) => [0, 1, 2, 5, 1][(index + at) % 5] ?? 0);
    return { ...question, answered: 9, counts };
  });
  return { title: samplePage('open').title, answers: 9, questions };
}
