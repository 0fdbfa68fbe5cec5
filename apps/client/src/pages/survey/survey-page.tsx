import { KeyRound } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { SeatTicket } from '../../connection/provider.tsx';
import { ownSeat } from '../../connection/seat-api.ts';
import { useSurveyDesk } from '../../features/survey/own-desk.ts';
import { SurveyView } from '../../features/survey/survey-view.tsx';
import { suggestLanguage, useT } from '../../i18n/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PasteLink } from '../home/paste-link.tsx';

/** The survey, opened with the personal link, days after too [SU-21]. */
export function SurveyPage() {
  const t = useT('survey');
  const [ticket, setTicket] = useState(ownSeat);
  if (ticket) return <Surveyed key={`${ticket.sessionId}.${ticket.seatId}.${ticket.secret}`} ticket={ticket} />;
  return (
    <Page>
      <Notice icon={KeyRound} title={t('noLink.title')}>
        <p>{t('noLink.text')}</p>
        <PasteLink onTicket={() => setTicket(ownSeat())} />
      </Notice>
    </Page>
  );
}

function Surveyed({ ticket }: { ticket: SeatTicket }) {
  const { state, desk } = useSurveyDesk(ticket);
  const language = state.at === 'ready' ? state.page.language : undefined;
  useEffect(() => {
    if (language) void suggestLanguage(language);
  }, [language]);
  return (
    <Page>
      <SurveyView state={state} desk={desk} />
    </Page>
  );
}
