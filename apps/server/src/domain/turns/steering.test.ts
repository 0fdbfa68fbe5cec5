import type { TurnId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { accept, type Decision, reject, type Session } from '../session.ts';
import {
  as,
  seatId,
  seconds,
  TABLE_A,
  turnOf,
  withFacts,
  withSeat,
  workshopAtTables,
} from '../testing/turns-fixtures.ts';
import { adaSpeaks, afterSteps, asked, at, queue } from '../testing/turns-steps.ts';
import { decideTurns } from './decide.ts';

const move = (session: Session, who: string, whose: string, before?: string): Decision =>
  decideTurns(
    session,
    { type: 'move-turn', roomId: TABLE_A, turnId: turnOf(whose), ...(before && { before: turnOf(before) }) },
    { actor: as(who), now: 1 },
  );

function ordered(session: Session, decision: Decision): readonly TurnId[] | undefined {
  if (!decision.ok) throw new Error(decision.rejection);
  return queue(withFacts(session, decision.facts))?.order;
}

test('[TU-3] a waiting turn is moved before another one, or to the end', () => {
  const session = workshopAtTables();
  expect(ordered(session, move(session, 'tim', 'cem', 'ada'))).toEqual(['cem', 'ada', 'ben'].map(turnOf));
  expect(ordered(session, move(session, 'fay', 'ada'))).toEqual(['ben', 'cem', 'ada'].map(turnOf));
});

test('[TU-3] a turn that is already there changes nothing', () => {
  const session = workshopAtTables();
  expect(move(session, 'tim', 'ada', 'ben')).toEqual(accept());
  expect(move(session, 'tim', 'ben', 'ben')).toEqual(accept());
  expect(move(session, 'tim', 'cem')).toEqual(accept());
});

test('[TU-3] only waiting turns are moved, and only among those that wait', () => {
  const session = afterSteps(adaSpeaks(), ['tim', 'skip-turn', 'ben', 1]);
  expect(move(session, 'tim', 'ada')).toEqual(reject('another-turn-runs'));
  expect(move(session, 'tim', 'cem', 'ada')).toEqual(reject('another-turn-runs'));
  expect(move(session, 'tim', 'cem', 'ben')).toEqual(reject('turn-already-over'));
  expect(move(session, 'tim', 'cem', 'dan')).toEqual(reject('no-such-turn'));
});

test('[TU-25] a table changes its own order only while it paces itself', () => {
  expect(move(workshopAtTables(), 'ada', 'cem', 'ada')).toEqual(reject('staff-only'));
  const alone = withSeat(workshopAtTables(), 'tim', { presence: 'away' });
  expect(move(alone, 'ada', 'cem', 'ada').ok).toBe(true);
  expect(move(alone, 'dan', 'cem', 'ada')).toEqual(reject('not-at-this-table'));
});

test('[TU-28] staff ask the speaker to come to an end', () => {
  expect(asked(adaSpeaks(), ['tim', 'nudge-speaker', 'ada', seconds(20)])).toEqual(
    accept({ type: 'speaker-nudged', ...at('ada'), at: seconds(20) }),
  );
  const nudged = afterSteps(adaSpeaks(), ['tim', 'nudge-speaker', 'ada', seconds(20)]);
  expect(nudged.turns.nudges).toEqual({ [seatId('ada')]: seconds(20) });
});

test('[TU-28] only staff nudge, even where a table paces itself, and only who speaks', () => {
  const alone = withSeat(adaSpeaks(), 'tim', { presence: 'away' });
  expect(asked(alone, ['ben', 'nudge-speaker', 'ada', 1])).toEqual(reject('staff-only'));
  expect(asked(adaSpeaks(), ['tim', 'nudge-speaker', 'ben', 1])).toEqual(reject('turn-not-running'));
});

test('[TU-29] a speaker is asked again only after ten seconds', () => {
  const nudged = afterSteps(adaSpeaks(), ['tim', 'nudge-speaker', 'ada', seconds(20)]);
  expect(asked(nudged, ['fay', 'nudge-speaker', 'ada', seconds(30) - 1])).toEqual(accept());
  expect(asked(nudged, ['fay', 'nudge-speaker', 'ada', seconds(30)])).toEqual(
    accept({ type: 'speaker-nudged', ...at('ada'), at: seconds(30) }),
  );
});

test.each(['end-turn', 'skip-turn', 'postpone-turn', 'extend-turn'] as const)(
  '[TU-30] %s takes the nudge back',
  (type) => {
    const nudged = afterSteps(adaSpeaks(), ['tim', 'nudge-speaker', 'ada', seconds(20)]);
    expect(afterSteps(nudged, ['tim', type, 'ada', seconds(25)]).turns.nudges).toEqual({});
  },
);

test('[TU-30] a pause keeps the nudge, and other turns have nothing to do with it', () => {
  const nudged = afterSteps(adaSpeaks(), ['tim', 'nudge-speaker', 'ada', seconds(20)]);
  const paused = afterSteps(
    nudged,
    ['tim', 'pause-turn', 'ada', seconds(21)],
    ['tim', 'resume-turn', 'ada', seconds(22)],
  );
  expect(afterSteps(paused, ['tim', 'skip-turn', 'cem', seconds(23)]).turns.nudges).toBe(nudged.turns.nudges);
});
