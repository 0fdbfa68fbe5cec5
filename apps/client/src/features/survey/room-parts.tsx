import { ClipboardList } from 'lucide-preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useSession, useYou } from '../../connection/hooks.ts';
import type { SeatTicket } from '../../connection/provider.tsx';
import { createSeatApi, ownSeat } from '../../connection/seat-api.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { createOwnBallotKeeper } from './ballot-keeper.ts';
import { useSurveyDesk } from './own-desk.ts';
import styles from './survey.module.css';
import { SurveyView } from './survey-view.tsx';

/** In the room and after it: one line once there is something to do with the survey, and the survey over the room. */
export function SurveyNotice() {
  const t = useT('survey');
  const you = useYou();
  const survey = useSession()?.survey;
  const [ticket] = useState(ownSeat);
  const [open, setOpen] = useState(false);
  useFetchedBallot(ticket, survey === 'open' && you?.role !== 'facilitator');
  // Read anew when the survey was put away: meanwhile it may have been answered.
  const answered = useMemo(
    () => ticket !== undefined && createOwnBallotKeeper(createSeatApi(ticket)).isUsed(),
    [ticket, survey, open],
  );
  if (!you || !ticket) return null;
  const words = noticeOf(you, survey, answered);
  return (
    <div role="status">
      {words && (
        <div class={styles.notice} data-phase="plenary-reflection">
          <ClipboardList size={20} aria-hidden="true" />
          <p>{t(`notice.${words}`)}</p>
          <Button onClick={() => setOpen(true)}>{t(`notice.${words}Button`)}</Button>
        </div>
      )}
      {open && <SurveyDialog ticket={ticket} live={survey} close={() => setOpen(false)} />}
    </div>
  );
}

/** What is said of the survey, if anything: nothing more to whoever has answered, until there are results. Those who facilitate are reminded of it when it can be opened. */
export function noticeOf(
  { role, may }: { role: string; may: readonly string[] },
  survey: string | undefined,
  answered = false,
): 'prepare' | 'running' | 'answer' | 'results' | undefined {
  const steers = role === 'facilitator';
  if (survey === undefined) return may.includes('open-survey') ? 'prepare' : undefined;
  if (survey === 'opening' || survey === 'open') return steers ? 'running' : answered ? undefined : 'answer';
  if (survey === 'published') return 'results';
  return steers ? 'results' : undefined;
}

function SurveyDialog({ ticket, live, close }: { ticket: SeatTicket; live: string | undefined; close: () => void }) {
  const t = useT('survey');
  const { state, desk } = useSurveyDesk(ticket, live);
  return (
    <Dialog title={t('title')} size="large" onClose={close}>
      <SurveyView state={state} desk={desk} bare />
    </Dialog>
  );
}

/** Within so long after the survey opened everybody's browser fetches its ballot, so that fetching it says nothing. */
const SPREAD_MS = 8_000;

function useFetchedBallot(ticket: SeatTicket | undefined, wanted: boolean): void {
  useEffect(() => {
    if (!ticket || !wanted) return undefined;
    const timer = setTimeout(() => void fetchBallot(ticket), Math.random() * SPREAD_MS);
    return () => clearTimeout(timer);
  }, [ticket, wanted]);
}

async function fetchBallot(ticket: SeatTicket): Promise<void> {
  const api = createSeatApi(ticket);
  const answer = await api.ask('GET', '/survey');
  const page = answer.ok ? (answer.value as { survey?: { key?: string }; may: { answer: boolean } }) : undefined;
  const key = page?.survey?.key;
  // Whoever cannot have it now is told when they open the survey.
  if (page?.may.answer && key !== undefined)
    await createOwnBallotKeeper(api)
      .ensure(key)
      .catch(() => 'unreachable');
}
