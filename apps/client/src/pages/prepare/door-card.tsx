import type { SeatView } from '@werkraum/protocol';
import { ClipboardPen } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { SeatTicket } from '../../connection/provider.tsx';
import { createSeatApi } from '../../connection/seat-api.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { suggestLanguage, useLanguage, useT } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button.tsx';
import styles from './door-card.module.css';

/** Before the doors open, and afterwards. */
export type Preparing = 'ahead' | 'still';

interface DoorCardProps {
  ticket: SeatTicket;
  /** What there is to prepare: the card is there, and going in is not the first thing to do any more; or it can still be changed. */
  onKnown(preparing: Preparing): void;
}

/** At the door: the way to the page of preparation [PR-11]. */
export function DoorCard({ ticket, onKnown }: DoorCardProps) {
  const [you, setYou] = useState<SeatView>();
  useEffect(() => {
    const stop = new AbortController();
    void createSeatApi(ticket)
      .document({ signal: stop.signal })
      .then((answer) => {
        if (!answer.ok) return; // the door itself says what is wrong, when it is knocked at
        setYou(answer.value);
        if (isEarly(answer.value)) onKnown('ahead');
        else if (answer.value.role !== 'facilitator' && answer.value.may.includes('open-preparation')) onKnown('still');
        if (answer.value.lobby) void suggestLanguage(answer.value.lobby.language);
      });
    return () => stop.abort();
  }, [ticket]);
  return you && isEarly(you) ? <DoorCardView startsAt={you.lobby?.startsAt} /> : null;
}

// Who facilitates comes early to open the doors.
const isEarly = ({ lobby, role }: SeatView): boolean => lobby?.status === 'draft' && role !== 'facilitator';

export function DoorCardView({ startsAt }: { startsAt: number | undefined }) {
  const t = useT('prepare');
  const language = useLanguage();
  return (
    <section class={styles.card} aria-label={t('door.title')}>
      <h2>{t('door.title')}</h2>
      <p>
        {startsAt !== undefined && `${t('door.starts', { when: formatDateTime(startsAt, language) })} `}
        {t('door.text')}
      </p>
      <ButtonLink href="/prepare" kind="primary" size="large" icon={ClipboardPen}>
        {t('door.button')}
      </ButtonLink>
    </section>
  );
}
