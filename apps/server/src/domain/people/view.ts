import type { CommandType, PersonView, SeatSpeechView, SeatView, StaffSeatView } from '@werkraum/protocol';
import { speechKeyIn } from '../balance/speech-key.ts';
import { ownView } from '../board/view.ts';
import { seatBookletView } from '../booklet/view.ts';
import { chatView } from '../chat/view.ts';
import { formerTablesIn, movingIn, placeIn, videoKeysIn } from '../places.ts';
import { ownVotes } from '../polls/view.ts';
import { atHand } from '../prep/view.ts';
import { ownQuestionsView } from '../questions/view.ts';
import { decksView } from '../slides/decks-view.ts';
import { publishIn } from '../stage/publish.ts';
import type { Situation, Standing } from '../standing.ts';
import type { Seat } from './people.ts';

/** A person as everybody in the session sees them; undefined for somebody who is not admitted. */
export function personView(standing: Standing): PersonView | undefined {
  const { seat, table } = standing;
  const { name, role, presence, admission } = seat;
  if (admission !== 'admitted') return undefined;
  return { name, role, presence, place: placeIn(standing), ...(table && { table }) };
}

/** A seat as staff see it; undefined for somebody who was removed. */
export function staffSeatView(seat: Seat): StaffSeatView | undefined {
  const { name, role, presence, admission, invited, waitingSince } = seat;
  if (admission === 'removed') return undefined;
  return { name, role, presence, admission, invited, ...(admission === 'waiting' && { waitingSince }) };
}

/** What one person is told about themselves; `may` says what they may try. */
export function seatView(standing: Standing, may: (standing: Standing) => CommandType[]): SeatView {
  const { seat, mutes, nudgedAt, situation, votes, pulse, decks } = standing;
  const admission = seat.admission === 'expected' ? 'waiting' : seat.admission;
  const moving = movingIn(standing);
  const tables = formerTablesIn(standing);
  const board = admission === 'admitted' ? ownView(standing.own) : undefined;
  const polls = ownVotes(votes, pulse);
  const prep = atHand(standing);
  const questions = ownQuestionsView(standing.questions);
  const thread = admission === 'admitted' ? chatView(standing.thread) : undefined;
  return {
    ...{ seatId: seat.id, name: seat.name, role: seat.role, admission },
    place: placeIn(standing),
    may: may(standing),
    publish: publishIn(standing),
    mutes,
    ...(nudgedAt !== undefined && { nudgedAt }),
    ...(moving && { moving }),
    video: videoKeysIn(standing),
    ...(prep && { prep }),
    ...(admission === 'admitted' && { speech: speechView(standing) }),
    ...(tables.length > 0 && { tables }),
    ...(board && { board }),
    ...(thread && { thread }),
    ...(questions && { questions }),
    ...(admission === 'admitted' && { booklet: seatBookletView(standing) }),
    ...(decks && admission !== 'removed' && { decks: decksView(decks) }),
    ...(admission === 'admitted' && polls && { polls }),
    ...(admission === 'waiting' && { lobby: lobbyView(situation) }),
  };
}

function speechView(standing: Standing): SeatSpeechView {
  const { mayKeep, keptMs } = standing;
  const key = speechKeyIn(standing);
  return { ...(key && { key }), mayKeep, ...(keptMs !== undefined && { keptMs }) };
}

// The programme and nothing else: who is inside is not for people at the door [PE-5].
function lobbyView({ title, language, status, startsAt, phases }: Situation): NonNullable<SeatView['lobby']> {
  const programme = phases.map(({ kind, title, plannedMs }) => ({ kind, title, plannedMs }));
  return { title, language, status, ...(startsAt !== undefined && { startsAt }), phases: programme };
}
