import type { CloseSurvey, OpenSurvey, PublishSurveyResults, SeatId, SetSurvey } from '@werkraum/protocol';
import { assertNever } from '../records.ts';
import { seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, type HouseCommand, reject, type Session } from '../session.ts';
import { situationOf } from '../standing.ts';

export type SurveyCommand =
  | SetSurvey
  | OpenSurvey
  | CloseSurvey
  | PublishSurveyResults
  | Extract<HouseCommand, { type: 'name-survey-key' | 'count-survey' }>;

/** Decides a command about the survey (docs/spec/survey.md). Roles and status were checked before. */
export function decideSurvey(session: Session, command: SurveyCommand, context: Context): Decision {
  const { state } = session.survey;
  switch (command.type) {
    case 'name-survey-key':
      return state === 'opening' ? accept({ type: 'survey-key-named', key: command.key }) : accept();
    case 'count-survey': {
      const { answers } = command;
      return state === 'counting'
        ? accept({ type: 'survey-counted', ...(answers !== undefined && { answers }) })
        : accept();
    }
    default: {
      const seat = seatOfActor(session, context.actor);
      return seat ? steer(session, command, { by: seat.id, at: context.now }) : reject('not-admitted');
    }
  }
}

interface Signed {
  by: SeatId;
  at: number;
}

function steer(
  session: Session,
  command: Exclude<SurveyCommand, { type: 'name-survey-key' | 'count-survey' }>,
  signed: Signed,
): Decision {
  switch (command.type) {
    case 'set-survey':
      return setSurvey(session, command, signed);
    case 'open-survey':
      return openSurvey(session, command, signed);
    case 'close-survey':
      return closeSurvey(session, signed);
    case 'publish-survey-results':
      return publish(session, signed);
    default:
      return assertNever(command);
  }
}

function setSurvey({ survey }: Session, { questions, seen }: SetSurvey, signed: Signed): Decision {
  if (survey.state !== 'draft') return reject('survey-already-open');
  if (JSON.stringify(questions) === JSON.stringify(survey.questions)) return accept();
  if (seen !== survey.revision) return reject('survey-changed-meanwhile');
  return accept({ type: 'survey-set', questions, revision: survey.revision + 1, ...signed });
}

function openSurvey(session: Session, { seen }: OpenSurvey, signed: Signed): Decision {
  const { state, revision, questions } = session.survey;
  if (state === 'opening' || state === 'open') return accept();
  if (state !== 'draft') return reject('survey-over');
  if (questions.length === 0) return reject('survey-without-questions');
  if (seen !== revision) return reject('survey-changed-meanwhile');
  if (!situationOf(session).isLateEnough) return reject('survey-too-early');
  return accept({ type: 'survey-opened', ...signed });
}

function closeSurvey({ survey: { state } }: Session, signed: Signed): Decision {
  if (state === 'draft') return reject('survey-not-open');
  return state === 'opening' || state === 'open' ? accept({ type: 'survey-closed', ...signed }) : accept();
}

function publish({ survey: { state } }: Session, signed: Signed): Decision {
  if (state === 'published') return accept();
  if (state === 'too-few') return reject('survey-too-few');
  return state === 'counted' ? accept({ type: 'survey-results-published', ...signed }) : reject('survey-not-over');
}
