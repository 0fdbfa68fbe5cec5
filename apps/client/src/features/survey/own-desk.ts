import { useEffect, useMemo } from 'preact/hooks';
import type { SeatTicket } from '../../connection/provider.tsx';
import { createSeatApi } from '../../connection/seat-api.ts';
import { useStore } from '../../ui/use-store.ts';
import { createOwnBallotKeeper } from './ballot-keeper.ts';
import { castBallot } from './cast-ballot.ts';
import { lookEveryMs } from './survey.model.ts';
import { createSurveyDesk, type SurveyAt, type SurveyDesk } from './survey-desk.ts';

const whole = (state: SurveyAt): SurveyAt => state;

/** The survey of one seat while it is looked at. `live` changes whenever the room has heard that the survey moved on. */
export function useSurveyDesk(ticket: SeatTicket, live?: string): { desk: SurveyDesk; state: SurveyAt } {
  const desk = useMemo(() => {
    const api = createSeatApi(ticket);
    const keeper = createOwnBallotKeeper(api);
    return createSurveyDesk({ api, keeper, cast: (ballot, answers) => castBallot(api.sessionId, ballot, answers) });
  }, [ticket.sessionId, ticket.seatId, ticket.secret]);
  const state = useStore(desk.store, whole);
  const every = lookEveryMs(state);
  useEffect(() => void desk.refresh(), [desk, live]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void desk.refresh();
    };
    const timer = setInterval(look, every);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [desk, every]);
  useAskBeforeLeaving(state.at === 'ready' && Object.keys(state.answers).length > 0);
  return { desk, state };
}

/** Answers stand nowhere else, so the browser asks before they are lost. */
function useAskBeforeLeaving(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [wanted]);
}
