import { MOST_FILE_BYTES, personalLink } from '@werkraum/protocol';
import { KeyRound } from 'lucide-preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SeatTicket } from '../../connection/provider.tsx';
import { createSeatApi, ownSeat } from '../../connection/seat-api.ts';
import { contributionDeskOf, useErased } from '../../features/keeping/own-work.tsx';
import { suggestLanguage, useT } from '../../i18n/i18n.ts';
import { recall, remember } from '../../ui/memory.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useStore } from '../../ui/use-store.ts';
import { PasteLink } from '../home/paste-link.tsx';
import { createDecksDesk } from './decks-desk.ts';
import { createPrepDesk, type PrepDesk, type PrepState } from './prep-desk.ts';
import { PrepareView } from './prepare-view.tsx';

/** The page of preparation: opened with the personal link, or by whoever stands at the door with it [PR-11]. */
export function PreparePage() {
  const t = useT('prepare');
  const [ticket, setTicket] = useState(ownSeat);
  if (ticket) return <Preparing key={`${ticket.sessionId}.${ticket.seatId}.${ticket.secret}`} ticket={ticket} />;
  return (
    <Page>
      <Notice icon={KeyRound} title={t('noLink.title')}>
        <p>{t('noLink.text')}</p>
        <PasteLink onTicket={() => setTicket(ownSeat())} />
      </Notice>
    </Page>
  );
}

const whole = (state: PrepState): PrepState => state;

function Preparing({ ticket }: { ticket: SeatTicket }) {
  const { desk, decks } = useMemo(() => desksFor(ticket), [ticket]);
  const erased = useErased();
  const state = useStore(desk.store, whole);
  useLife(desk);
  const language = state.at === 'ready' ? state.view.language : undefined;
  useEffect(() => {
    if (language) void suggestLanguage(language);
  }, [language]);
  const link = personalLink(location.origin, ticket);
  const title = state.at === 'ready' ? state.view.title : '';
  const contribution = useMemo(() => contributionDeskOf(ticket, title), [ticket, title]);
  return (
    <Page width={state.at === 'ready' ? 'wide' : 'narrow'}>
      <PrepareView {...{ state, desk, decks, contribution, erased, ticket, link }} />
    </Page>
  );
}

function desksFor(ticket: SeatTicket) {
  const api = createSeatApi(ticket);
  const key = `prepared.${ticket.sessionId}.${ticket.seatId}`;
  const desk = createPrepDesk(api, {
    now: () => Date.now(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    keep: (pending) => remember('session', key, pending && JSON.stringify(pending)),
    kept: () => readKept(recall('session', key)),
  });
  return { desk, decks: createDecksDesk(api, desk.refresh, MOST_FILE_BYTES) };
}

function readKept(text: string | undefined) {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined; // not ours: nothing was kept
  }
}

/** How often the page looks whether the doors have opened. */
const LOOK_MS = 60_000;

/** What happens while the page is open: it looks again now and then, and says what is left when it is left. */
function useLife(desk: PrepDesk): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void desk.refresh();
      else desk.settle();
    };
    const online = () => {
      desk.settle();
      void desk.refresh();
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    addEventListener('online', online);
    addEventListener('pagehide', desk.part);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('online', online);
      removeEventListener('pagehide', desk.part);
      desk.part();
      desk.close();
    };
  }, [desk]);
}
