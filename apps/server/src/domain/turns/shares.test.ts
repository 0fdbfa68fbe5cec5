import { expect, test } from 'vitest';
import type { Session } from '../session.ts';
import { minutes, SHARED_TEN_MINUTES, seconds, TABLE_A, turnOf, workshopAtTables } from '../testing/turns-fixtures.ts';
import { adaSpeaks, afterSteps, GRACE, SLOT, turn } from '../testing/turns-steps.ts';
import { sharesInputs, sharesView } from './shares.ts';
import { turnsInputs, turnsView } from './view.ts';

const shares = (session: Session) => sharesView(sharesInputs(session));

test('[TU-36] everybody has a share: granted, used, over, turns', () => {
  const session = afterSteps(
    adaSpeaks(),
    ['tim', 'extend-turn', 'ada', GRACE + seconds(9)],
    ['tim', 'end-turn', 'ada', GRACE + minutes(3)],
  );
  expect(shares(session)).toEqual({
    ada: { grantedMs: SLOT + seconds(30), usedMs: minutes(3), overMs: seconds(30), turns: 1 },
    ben: { grantedMs: SLOT, usedMs: 0, overMs: 0, turns: 1 },
    cem: { grantedMs: 0, usedMs: 0, overMs: 0, turns: 0 },
    dan: { grantedMs: 0, usedMs: 0, overMs: 0, turns: 0 },
    eva: { grantedMs: 0, usedMs: 0, overMs: 0, turns: 0 },
  });
});

test('[TU-36] the shares of several rounds are added up', () => {
  const session = afterSteps(adaSpeaks(), ['tim', 'end-turn', 'ada', GRACE + minutes(3)]);
  const [first] = Object.values(session.turns.queues);
  if (!first) throw new Error('no queue');
  const queues = { ...session.turns.queues, ['round-2-a' as never]: { ...first, roomId: 'round-2-a' as never } };
  expect(shares({ ...session, turns: { ...session.turns, queues } })['ada' as never]).toEqual({
    grantedMs: 2 * SLOT,
    usedMs: minutes(6),
    overMs: minutes(2),
    turns: 2,
  });
});

function fairShare(session: Session) {
  const inputs = turnsInputs(session, TABLE_A);
  if (!inputs) throw new Error('no queue');
  return turnsView(inputs).fairShare;
}
const shared = () => workshopAtTables(SHARED_TEN_MINUTES);

test('[TU-36] with fixed slots there is no share to come', () => {
  expect(fairShare(adaSpeaks())).toBeUndefined();
});

test('[TU-36] the share to come is what the next one gets if the turn of now uses its time', () => {
  const session = afterSteps(shared(), ['tim', 'start-turn', 'ada', 0], ['tim', 'end-turn', 'ada', minutes(2)]);
  const [now, share] = [turn(session, 'ben')?.slotMs ?? 0, fairShare(session)];
  const endsAt = minutes(2) + GRACE + now;
  expect(turn(afterSteps(session, ['tim', 'end-turn', 'ben', endsAt]), 'cem')?.slotMs).toBe(share?.eachMs);
  expect(share?.before).toEqual({ turnId: turnOf('ada'), givenMs: seconds(192) });
});

test('[TU-36] before the first start the share to come is what the first one gets', () => {
  const each = fairShare(shared())?.eachMs;
  expect(turn(afterSteps(shared(), ['tim', 'start-turn', 'ada', 0]), 'ada')?.slotMs).toBe(each);
});

test('[TU-36] a pause of the turn costs share, a pause that is over has cost it', () => {
  const running = afterSteps(shared(), ['tim', 'start-turn', 'ada', 0]);
  const paused = afterSteps(running, ['tim', 'pause-turn', 'ada', minutes(1)]);
  expect(fairShare(paused)?.eachMs).toBe(fairShare(running)?.eachMs);
  const resumed = afterSteps(paused, ['tim', 'resume-turn', 'ada', minutes(2)]);
  expect(fairShare(resumed)?.eachMs).toBe((fairShare(running)?.eachMs ?? 0) - seconds(30));
});

test('[TU-36] while nobody speaks, and when nobody waits, there is none', () => {
  const first = afterSteps(
    shared(),
    ['tim', 'start-turn', 'ada', 0],
    ['tim', 'skip-turn', 'ben', 1],
    ['tim', 'skip-turn', 'cem', 1],
  );
  expect(fairShare(first)).toEqual({});
  expect(fairShare(afterSteps(first, ['tim', 'end-turn', 'ada', 9], ['tim', 'postpone-turn', 'cem', 10]))).toEqual({});
});
