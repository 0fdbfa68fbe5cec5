import { later } from '../../ui/later.tsx';

/** The line about the survey, in the room and when the workshop is over. */
export const SurveyNotice = later(() => import('./room-parts.tsx').then((part) => part.SurveyNotice), ['survey']);
