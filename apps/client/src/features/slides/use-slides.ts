import type { ShowingId } from '@werkraum/protocol';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useRoomSlice, useSend, useSession, useYou } from '../../connection/hooks.ts';
import { latestWins } from '../../media/latest-wins.ts';
import { showingHere } from './showing-here.ts';
import { type SlidesModel, slides } from './slides.model.ts';

interface Looking {
  showingId: ShowingId;
  chosen: number | undefined;
  furthest: number;
}

// Sending answers; it does not throw.
const NOTHING = () => {};

/** The slides of the own place. Pages that are turned fast are told one at a time, the newest of them at last. */
export function useSlides(): SlidesModel | undefined {
  const session = useSession();
  const you = useYou();
  const room = useRoomSlice();
  const send = useSend();
  const showing = showingHere(session, you, room);
  const { showingId, page } = showing ?? {};
  const [held, hold] = useState<Looking>();
  const looking = held?.showingId === showingId ? held : undefined;
  const furthest = Math.max(looking?.furthest ?? 1, page ?? 1);

  const tell = useMemo(
    () =>
      latestWins<number>(async (to) => {
        if (!showingId) return;
        const reply = await send({ type: 'turn-page', showingId, page: to });
        if (!reply.ok) hold(undefined);
      }, NOTHING),
    [showingId, send],
  );

  // What was on its way has arrived, or has been overtaken by whoever else turns the pages.
  useEffect(() => {
    if (!showingId || page === undefined) return;
    hold((now) => {
      const before = now?.showingId === showingId ? now : undefined;
      const chosen = before?.chosen === page ? undefined : before?.chosen;
      return { showingId, chosen, furthest: Math.max(before?.furthest ?? 1, page) };
    });
  }, [showingId, page]);

  const choose = (chosen: number | undefined) => showingId && hold({ showingId, chosen, furthest });
  return (
    session &&
    you &&
    slides({
      ...{ session, you, room, furthest, chosen: looking?.chosen },
      look: choose,
      turn: (to) => {
        choose(to);
        tell(to);
      },
      send: (command) => void send(command),
    })
  );
}
