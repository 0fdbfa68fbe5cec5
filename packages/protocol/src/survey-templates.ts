import type { QuestionId } from './ids.ts';
import type { SurveyQuestion } from './survey.ts';
import type { Language } from './views.ts';

/** Questions to start from: what people took along, or how the workshop was made. */
export type SurveyTemplate = 'topics' | 'format';

/** A question before it has an id. */
type Asked = SurveyQuestion extends infer Kind ? (Kind extends SurveyQuestion ? Omit<Kind, 'id'> : never) : never;

const TOPICS: Record<Language, readonly Asked[]> = {
  de: [
    {
      ...{
        kind: 'scale',
        prompt: 'Wie wichtig sind die Themen des Workshops für Ihre tägliche Arbeit?',
        from: 1,
        to: 5,
      },
      labels: { from: 'kaum', to: 'sehr' },
    },
    {
      ...{ kind: 'scale', prompt: 'Wie viel Neues haben Sie zu diesen Themen erfahren?', from: 1, to: 5 },
      labels: { from: 'nichts', to: 'sehr viel' },
    },
    {
      kind: 'multiple',
      prompt: 'Was nehmen Sie mit?',
      options: [
        'Eine Idee, die ich ausprobieren will',
        'Ein Beispiel aus einem anderen Haus',
        'Jemanden, bei dem ich nachfragen kann',
        'Klarheit darüber, was bei uns fehlt',
        'Eine offene Frage',
      ],
    },
    {
      kind: 'single',
      prompt: 'Wie soll es mit diesen Themen weitergehen?',
      options: ['Noch einmal in dieser Runde', 'In kleineren Gruppen', 'Schriftlich genügt', 'Für mich ist es genug'],
    },
    { kind: 'text', prompt: 'Welches Thema hat gefehlt oder kam zu kurz?' },
  ],
  en: [
    {
      ...{ kind: 'scale', prompt: 'How much do the topics of the workshop matter in your daily work?', from: 1, to: 5 },
      labels: { from: 'hardly', to: 'very much' },
    },
    {
      ...{ kind: 'scale', prompt: 'How much was new to you about these topics?', from: 1, to: 5 },
      labels: { from: 'nothing', to: 'a great deal' },
    },
    {
      kind: 'multiple',
      prompt: 'What do you take along?',
      options: [
        'An idea I want to try',
        'An example from somewhere else',
        'Somebody I can ask',
        'A clearer view of what we lack',
        'An open question',
      ],
    },
    {
      kind: 'single',
      prompt: 'How should these topics go on?',
      options: ['Again with these people', 'In smaller groups', 'In writing is enough', 'For me it is enough'],
    },
    { kind: 'text', prompt: 'Which topic was missing, or came too short?' },
  ],
};

const FORMAT: Record<Language, readonly Asked[]> = {
  de: [
    {
      ...{ kind: 'scale', prompt: 'Wie zufrieden sind Sie mit dem Workshop insgesamt?', from: 1, to: 5 },
      labels: { from: 'gar nicht', to: 'sehr' },
    },
    {
      ...{ kind: 'scale', prompt: 'Konnten Sie sich so einbringen, wie Sie wollten?', from: 1, to: 5 },
      labels: { from: 'gar nicht', to: 'voll und ganz' },
    },
    {
      kind: 'single',
      prompt: 'Wie war die Zeit bemessen?',
      options: ['Viel zu knapp', 'Etwas knapp', 'Gerade richtig', 'Etwas lang', 'Viel zu lang'],
    },
    {
      kind: 'multiple',
      prompt: 'Welche Teile waren für Sie besonders wertvoll?',
      options: [
        'Die Vorbereitung',
        'Der Vortrag',
        'Die Beiträge am Tisch',
        'Das freie Gespräch am Tisch',
        'Die Reflexion',
      ],
    },
    { kind: 'text', prompt: 'Was sollten wir beim nächsten Mal anders machen?' },
  ],
  en: [
    {
      ...{ kind: 'scale', prompt: 'How satisfied are you with the workshop as a whole?', from: 1, to: 5 },
      labels: { from: 'not at all', to: 'very' },
    },
    {
      ...{ kind: 'scale', prompt: 'Could you contribute the way you wanted to?', from: 1, to: 5 },
      labels: { from: 'not at all', to: 'entirely' },
    },
    {
      kind: 'single',
      prompt: 'How was the time?',
      options: ['Far too short', 'A little short', 'Just right', 'A little long', 'Far too long'],
    },
    {
      kind: 'multiple',
      prompt: 'Which parts were of most value to you?',
      options: ['Preparing', 'The talk', 'The inputs at the table', 'Talking freely at the table', 'The reflection'],
    },
    { kind: 'text', prompt: 'What should we do differently next time?' },
  ],
};

const TEMPLATES: Readonly<Record<SurveyTemplate, Record<Language, readonly Asked[]>>> = {
  topics: TOPICS,
  format: FORMAT,
};

/** The questions of a template, with ids that are the same wherever they are asked. */
export const surveyTemplate = (template: SurveyTemplate, language: Language): SurveyQuestion[] =>
  TEMPLATES[template][language].map((asked, index) => ({ ...asked, id: `${template}-${index + 1}` as QuestionId }));
