import { type Place, React, type ReactionKind, type ReactionsView, type SessionId } from '@werkraum/protocol';
import type { House } from '../application/house.ts';
import { meetsAt } from '../domain/slices.ts';
import type { Cancel, Clock } from '../ports/clock.ts';
import { createTokenBucket } from './token-bucket.ts';
import type { SeatSocket } from './typed-socket.ts';

/** Passes fleeting signs on to those at the same place, counted and never by name. Nothing is kept [RE-1]. */
export interface ReactionFeed {
  join(socket: SeatSocket): void;
  stop(): void;
}

export interface ReactionFeedParts {
  house: Pick<House, 'session'>;
  clock: Clock;
}

/** Signs given within this time go out as one message. */
const TOGETHER_MS = 1_000;
/** What one person may give; more is left out without a word [RE-3]. */
const PER_SECOND = 1;
const BURST = 5;

type Counts = ReactionsView['counts'];

interface Gathering {
  members: Set<SeatSocket>;
  /** What was given since the last message, by place. */
  given: Map<Place, Counts>;
  due?: Cancel | undefined;
}

export function createReactionFeed({ house, clock }: ReactionFeedParts): ReactionFeed {
  const gatherings = new Map<SessionId, Gathering>();

  function give(socket: SeatSocket, input: unknown): void {
    const reaction = React.safeParse(input);
    const { sessionId, seatId } = socket.data;
    const gathering = gatherings.get(sessionId);
    const session = house.session(sessionId);
    if (!reaction.success || !gathering || !session) return;
    const { kind, place } = reaction.data;
    // Whoever was moved meanwhile meant other people.
    if (meetsAt(session, seatId) !== place) return;
    gathering.given.set(place, withOneMore(gathering.given.get(place), kind));
    gathering.due ??= clock.at(clock.now() + TOGETHER_MS, () => tell(sessionId, gathering));
  }

  function tell(sessionId: SessionId, gathering: Gathering): void {
    const { members, given } = gathering;
    const session = house.session(sessionId);
    gathering.due = undefined;
    gathering.given = new Map();
    if (!session) return;
    for (const socket of members) {
      const place = meetsAt(session, socket.data.seatId);
      const counts = place && given.get(place);
      if (counts) socket.emit('reactions', { place: place as ReactionsView['place'], counts });
    }
  }

  function leave(sessionId: SessionId, socket: SeatSocket): void {
    const gathering = gatherings.get(sessionId);
    gathering?.members.delete(socket);
    if (gathering?.members.size !== 0) return;
    gathering.due?.();
    gatherings.delete(sessionId);
  }

  return {
    join(socket) {
      const { sessionId } = socket.data;
      if (!socket.connected) return;
      const gathering = gatherings.get(sessionId) ?? { members: new Set<SeatSocket>(), given: new Map() };
      gatherings.set(sessionId, gathering);
      gathering.members.add(socket);
      socket.on('disconnect', () => leave(sessionId, socket));
      const mayGive = createTokenBucket(clock, PER_SECOND, BURST);
      socket.on('react', (input: unknown) => {
        if (mayGive()) give(socket, input);
      });
    },
    stop() {
      for (const { due } of gatherings.values()) due?.();
      gatherings.clear();
    },
  };
}

const withOneMore = (counts: Counts = {}, kind: ReactionKind): Counts => ({
  ...counts,
  [kind]: (counts[kind] ?? 0) + 1,
});
