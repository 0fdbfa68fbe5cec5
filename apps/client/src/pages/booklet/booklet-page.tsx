import { useEffect, useMemo } from 'preact/hooks';
import { createSeatApi, ownSeat } from '../../connection/seat-api.ts';
import { createBookletDesk } from '../../features/booklet/booklet-desk.ts';
import { BookletNotice } from '../../features/booklet/desk-notice.tsx';
import { BookletDeskView } from '../../features/booklet/desk-view.tsx';
import { Page } from '../../ui/page.tsx';
import { saveBytes } from '../../ui/save-file.ts';

/** The booklet, opened by a personal link or from the room. Reading it makes nobody present. */
export function BookletPage() {
  const ticket = useMemo(ownSeat, []);
  const desk = useMemo(() => ticket && createBookletDesk({ api: createSeatApi(ticket), save: saveBytes }), [ticket]);
  useEffect(() => void desk?.refresh(), [desk]);
  return (
    <Page width="wide">
      {desk ? <BookletDeskView desk={desk} /> : <BookletNotice state={{ at: 'no-link' }} again={() => undefined} />}
    </Page>
  );
}
