import type { SurveyPage, SurveyState } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { facilitates } from '../seats.ts';
import type { Session } from '../session.ts';
import { isLateEnough } from './late-enough.ts';

/** Where the survey stands, for everybody; undefined before it was opened. */
export const surveyState = ({ survey: { state } }: Session): SurveyState | undefined =>
  state === 'draft' ? undefined : state;

/** Who gets a ballot: everybody who was let in, except those who facilitate and so read the results first [SU-8]. */
const mayAnswer = ({ admission, role }: Pick<Seat, 'admission' | 'role'>): boolean =>
  admission === 'admitted' && role !== 'facilitator';

/** Whether it is closed and enough have answered: from then on there are results to be read [SU-14]. */
export const isCounted = ({ survey: { state } }: Session): boolean => state === 'counted' || state === 'published';

/** Who reads the results: those who facilitate once it is counted, everybody who was let in once it is published [SU-14]. */
const mayRead = (session: Session, seat: Seat): boolean =>
  isCounted(session) && (facilitates(seat) || (session.survey.state === 'published' && seat.admission === 'admitted'));

/** The survey as one person meets it on a page of its own. */
export function surveyPage(session: Session, seat: Seat): SurveyPage {
  const { title, language, survey } = session;
  const state = surveyState(session);
  const { questions, key, revision } = survey;
  const isSteering = facilitates(seat);
  const drafting = isSteering && survey.state === 'draft';
  const sees = isSteering || seat.admission === 'admitted';
  return {
    ...{ title, language },
    ...(state && sees && { survey: { state, questions: [...questions], ...(key && { key }) } }),
    ...(drafting && { draft: { questions: [...questions], revision } }),
    may: {
      answer: state === 'open' && mayAnswer(seat),
      read: mayRead(session, seat),
      steer: isSteering,
      open: drafting && isLateEnough(session.agenda),
    },
  };
}
