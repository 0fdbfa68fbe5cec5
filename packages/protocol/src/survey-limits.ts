/** From so many answers up, results are shown to anybody; with fewer nobody ever sees one [SU-12]. */
export const LEAST_ANSWERS = 5;

/** Letters one may write in answer to an open question. */
export const MOST_LETTERS = 1_000;

/** Questions a survey may have: two minutes are not more. */
export const MOST_SURVEY_QUESTIONS = 16;
