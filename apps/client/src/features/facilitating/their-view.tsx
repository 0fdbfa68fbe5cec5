import type { Json, Place } from '@werkraum/protocol';
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Connection } from '../../connection/connection.ts';
import { useConnection, useFacilitators, useSession, useStaff } from '../../connection/hooks.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { createRoomStore } from '../../connection/room-store.ts';
import { silentNotes } from '../../connection/silent-notes.ts';
import { useT } from '../../i18n/i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { AgendaStrip } from '../agenda/agenda-strip.tsx';
import { BreakScreen } from '../agenda/break-screen.tsx';
import { PhaseBanner } from '../agenda/phase-banner.tsx';
import { PhaseClock } from '../agenda/phase-clock.tsx';
import { TaskCard } from '../agenda/task-card.tsx';
import { AnnouncementCards } from '../announcements/announcement-cards.tsx';
import { MovingCard } from '../breakouts/moving-card.tsx';
import { TurnPanel } from '../turns/turn-panel.tsx';
import { busiest, type Perspective, perspective } from './their-view.model.ts';
import styles from './their-view.module.css';

/** What participants see now: the parts that are on their screens, drawn from the documents they hold. */
export function TheirView({ close }: { close: () => void }) {
  const t = useT('facilitating');
  const session = useSession();
  const staff = useStaff();
  const facilitators = useFacilitators();
  const [wanted, setPlace] = useState<Place>();
  if (!session) return null;
  const rooms = session.tables?.order ?? [];
  const places: readonly Place[] = ['plenary', ...rooms];
  const place = wanted !== undefined && places.includes(wanted) ? wanted : busiest(session, places);
  const seen = perspective(session, staff, facilitators, place);
  const labelOf = (roomId: Place) => t('theirView.table', { label: session.tables?.rooms[roomId]?.label ?? '' });
  return (
    <Dialog title={t('theirView.title')} size="large" onClose={close}>
      <div class={styles.view}>
        {rooms.length > 0 && (
          <SelectField<Place>
            label={t('theirView.whose')}
            value={place}
            options={places.map((value) => ({
              value,
              label: value === 'plenary' ? t('theirView.plenary') : labelOf(value),
            }))}
            onValue={(value) => setPlace(value)}
          />
        )}
        <p class={styles.soft}>{t(seen.isEmpty ? 'theirView.nobody' : 'theirView.explained')}</p>
        <Through key={place} {...seen}>
          <Screen
            atTable={place !== 'plenary'}
            kind={session.agenda.clock && session.agenda.phases[session.agenda.clock.phaseId]?.kind}
          />
        </Through>
      </div>
    </Dialog>
  );
}

/** Lets everything inside see with somebody else's documents, and do nothing. */
function Through({ you, room, children }: Perspective & { children: ComponentChildren }) {
  const { ticker, serverNow } = useConnection();
  const session = useSession();
  const connection = useMemo<Connection>(() => {
    const held = [
      ['session', session] as const,
      [`seat:${you.seatId}`, you] as const,
      [`room:${room?.roomId}`, room] as const,
    ];
    const slices = held.flatMap(([audience, doc]) =>
      doc ? [[audience, { revision: 1, doc: doc as unknown as Json }]] : [],
    );
    return {
      store: createRoomStore({ slices: Object.fromEntries(slices), link: { state: 'connected' } }),
      ...{ ticker, serverNow },
      send: async () => ({ ok: true }),
      requestVideoToken: async () => ({ ok: false, reason: 'not-yours' }),
      tell: () => {},
      react: () => {},
      notes: silentNotes,
      close: () => {},
    };
  }, [session, you, room]);
  return <ConnectionProvider connection={connection}>{children}</ConnectionProvider>;
}

function Screen({ kind, atTable }: { kind: string | undefined; atTable: boolean }) {
  const t = useT('facilitating');
  return (
    <fieldset class={styles.screen} disabled data-phase={kind}>
      <legend class={styles.legend}>{t('theirView.label')}</legend>
      <div class={styles.top}>
        <AgendaStrip />
        <PhaseClock quiet />
      </div>
      <AnnouncementCards quiet />
      <MovingCard quiet />
      <PhaseBanner />
      {kind === 'break' && <BreakScreen />}
      <TaskCard />
      {atTable && <TurnPanel />}
    </fieldset>
  );
}
