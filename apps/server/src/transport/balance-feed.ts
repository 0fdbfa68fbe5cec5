import type { SessionId } from '@werkraum/protocol';
import type { House } from '../application/house.ts';
import type { Speaking } from '../application/speaking.ts';
import type { Session } from '../domain/session.ts';
import { balancesOf } from '../domain/slices.ts';
import type { Cancel, Clock } from '../ports/clock.ts';
import type { SeatSocket } from './typed-socket.ts';

/** Tells each connection what its seat may know of who has spoken how long. */
export interface BalanceFeed {
  join(socket: SeatSocket): void;
  committed(sessionId: SessionId, before: Session | undefined, after: Session): void;
  stop(): void;
}

export interface BalanceFeedParts {
  house: Pick<House, 'session'>;
  speaking: Pick<Speaking, 'speech' | 'onHeard'>;
  clock: Clock;
}

/** A figure that trembles is no calm one. */
const AFTER_SPEECH_MS = 5_000;
/** Who has just come, or raised a hand, waits for their figure or their place in the order. */
const AFTER_COMMIT_MS = 200;

interface Audience {
  /** What each connection was told last. */
  members: Map<SeatSocket, string>;
  due?: { at: number; cancel: Cancel } | undefined;
}

export function createBalanceFeed({ house, speaking, clock }: BalanceFeedParts): BalanceFeed {
  const audiences = new Map<SessionId, Audience>();
  speaking.onHeard((sessionId) => tellIn(sessionId, AFTER_SPEECH_MS));

  function tellIn(sessionId: SessionId, ms: number): void {
    const audience = audiences.get(sessionId);
    const at = clock.now() + ms;
    if (!audience || (audience.due && audience.due.at <= at)) return;
    audience.due?.cancel();
    const cancel = clock.at(at, () => {
      audience.due = undefined;
      const session = house.session(sessionId);
      if (session) tell(session, audience);
    });
    audience.due = { at, cancel };
  }

  // Few and small, and each replaces the one before: whoever was told the same is not told again.
  function tell(session: Session, { members }: Audience): void {
    const viewOf = balancesOf(session, speaking.speech(session.id));
    for (const [socket, told] of members) {
      const view = viewOf(socket.data.seatId);
      const text = JSON.stringify(view);
      if (told === text) continue;
      members.set(socket, text);
      socket.emit('balance', view);
    }
  }

  function leave(sessionId: SessionId, socket: SeatSocket): void {
    const audience = audiences.get(sessionId);
    audience?.members.delete(socket);
    if (audience?.members.size !== 0) return;
    audience.due?.cancel();
    audiences.delete(sessionId);
  }

  return {
    join(socket) {
      const { sessionId } = socket.data;
      if (!house.session(sessionId) || !socket.connected) return;
      const audience = audiences.get(sessionId) ?? { members: new Map<SeatSocket, string>() };
      audiences.set(sessionId, audience);
      audience.members.set(socket, NOTHING_SAID);
      socket.on('disconnect', () => leave(sessionId, socket));
      // Together with whoever else comes now: what one is told is worked out from all who are here.
      tellIn(sessionId, AFTER_COMMIT_MS);
    },
    committed(sessionId, before, after) {
      if (!before || mayDiffer(before, after)) tellIn(sessionId, AFTER_COMMIT_MS);
    },
    stop() {
      for (const { due } of audiences.values()) due?.cancel();
      audiences.clear();
    },
  };
}

/** Whether a commit can change what somebody is told: places, turns, answers, and hands where their order is at stake. */
function mayDiffer(before: Session, after: Session): boolean {
  const parts = ['status', 'people', 'agenda', 'breakouts', 'turns', 'balance'] as const;
  const isOrdered = after.balance.handOrder === 'quiet-first' && before.stage.hands !== after.stage.hands;
  return isOrdered || parts.some((part) => before[part] !== after[part]);
}

/** A client begins with nothing, so nothing need not be said to it. */
const NOTHING_SAID = '{}';
