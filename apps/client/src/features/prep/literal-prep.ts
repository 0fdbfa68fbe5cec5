import {
  type AnsweredView,
  type Language,
  modelWorkshop,
  type PrepAnswer,
  type ReadinessView,
} from '@werkraum/protocol';
import type { Documents } from '../../gallery/model-session.ts';

const WORDS: Record<Language, readonly string[]> = {
  en: [
    'Climate office of a town of 30,000, part of the mayor’s department.',
    'A shared map of all roofs that could carry solar panels, made with open data.\nTwo offices feed it; neither had the time alone.',
    'QGIS has helped. What is missing is somebody who keeps the data fresh.',
    'Schools and the energy cooperative. Tenants are hard to reach.',
  ],
  de: [
    'Klimaschutzstelle einer Stadt mit 30.000 Menschen, angesiedelt beim Bürgermeisteramt.',
    'Ein gemeinsames Dachkataster mit offenen Daten.\nZwei Ämter pflegen es; keines hätte allein die Zeit gehabt.',
    'QGIS hat geholfen. Es fehlt jemand, der die Daten frisch hält.',
    'Schulen und die Energiegenossenschaft. Mieterinnen und Mieter erreichen wir kaum.',
  ],
};

/** What somebody answered to the model workshop's questions. */
export function literalAnswers(language: Language, count = 6): AnsweredView[] {
  const words = [...WORDS[language]];
  const { questions = [] } = modelWorkshop(language).plan;
  const answerOf = (kind: string): PrepAnswer => {
    if (kind === 'choice') return { kind: 'choice', option: 1 };
    return kind === 'scale' ? { kind: 'scale', figure: 4 } : { kind: 'text', text: words.shift() ?? '' };
  };
  return questions.slice(0, count).map((question) => ({ question, answer: answerOf(question.kind) }));
}

const STATES: readonly ReadinessView[] = [
  { opened: true, answered: 6, of: 6, slides: true, ready: true },
  { opened: false, answered: 0, of: 6, slides: false, ready: false },
  { opened: true, answered: 4, of: 6, slides: false, ready: false },
  { opened: true, answered: 2, of: 6, slides: true, ready: true },
];

/** People who have come this far or that far. */
export const literalReadiness = (seatIds: readonly string[]): Record<string, ReadinessView> =>
  Object.fromEntries(seatIds.map((seatId, index) => [seatId, STATES[index % STATES.length] as ReadinessView]));

/** The own answers are there, and what can be done with them. */
export const withOwnAnswers =
  (language: Language, count?: number) =>
  (documents: Documents): Documents => ({
    ...documents,
    you: {
      ...documents.you,
      may: [...documents.you.may, 'answer-question', 'show-answers', 'hide-answers'],
      prep: literalAnswers(language, count),
    },
  });

/** Somebody's answers stand where this person is: shown now, or shared for reading. */
export const withTheirAnswers =
  (language: Language, seatIds: readonly string[], shown: boolean) =>
  (documents: Documents): Documents => {
    const answers = literalAnswers(language);
    const prep = Object.fromEntries(
      seatIds.map((seatId) => [seatId, { ...(shown && { shown: true as const }), answers }]),
    );
    return documents.room
      ? { ...documents, room: { ...documents.room, prep: { ...documents.room.prep, ...prep } } }
      : { ...documents, session: { ...documents.session, prep } };
  };
