import type { RoomId, SeatId, TurnId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { HOUSE, minutes, phase, seat, seatedAt, seconds, type Workshop } from '../testing/workshop.ts';

const ROUND = phase('round-1');
const TABLE = 'round-1-a' as RoomId;

const queue = ({ session }: Workshop) => {
  const held = session.turns.queues[TABLE];
  if (!held) throw new Error('no queue at the first table');
  return held;
};
const turnAt = (workshop: Workshop, position: number): TurnId => queue(workshop).order[position] as TurnId;
const seatAt = (workshop: Workshop, position: number): SeatId =>
  queue(workshop).turns[turnAt(workshop, position)]?.seatId as SeatId;
const stateOf = (workshop: Workshop, seatId: SeatId) =>
  Object.values(queue(workshop).turns).find((turn) => turn?.seatId === seatId)?.state;

const begin = minutes(1);

/** Everybody sits at the tables of round 1, and the first turn has been started. */
function speaking(): Workshop {
  const seated = seatedAt('round-1');
  return seated.doing({ type: 'start-turn', roomId: TABLE, turnId: turnAt(seated, 0) }, seat('Theo'), begin);
}

test('[TU-14] the speaker reconnects in the middle of the turn and has lost nothing', () => {
  const before = speaking();
  const speaker = seatAt(before, 0);
  const away = before.doing({ type: 'leave', seatId: speaker }, HOUSE, begin + seconds(30));
  const back = away.doing({ type: 'arrive', seatId: speaker }, HOUSE, begin + seconds(60));
  expect(queue(back)).toEqual(queue(before));
});

test('[TU-12] who was passed over while away waits again after coming back', () => {
  const before = speaking();
  const [first, second] = [turnAt(before, 0), seatAt(before, 1)];
  const away = before.doing({ type: 'leave', seatId: second }, HOUSE, begin + seconds(30));
  const passedOver = away.doing({ type: 'end-turn', roomId: TABLE, turnId: first }, seat('Theo'), minutes(2));
  expect(stateOf(passedOver, second)).toBe('absent');
  expect(stateOf(passedOver.doing({ type: 'arrive', seatId: second }, HOUSE, minutes(3)), second)).toBe('waiting');
});

test('[TU-12] who returned early and was passed over waits again when the tables are kept open', () => {
  const before = speaking();
  const second = seatAt(before, 1);
  const returned = before
    .doing({ type: 'close-tables', phaseId: ROUND, inMs: 60_000 }, seat('Frieda'), minutes(2))
    .doing({ type: 'return-to-plenary', phaseId: ROUND }, { kind: 'seat', seatId: second }, minutes(2))
    .doing({ type: 'end-turn', roomId: TABLE, turnId: turnAt(before, 0) }, seat('Theo'), minutes(2));
  expect(stateOf(returned, second)).toBe('absent');
  const kept = returned.doing({ type: 'keep-tables-open', phaseId: ROUND }, seat('Frieda'), minutes(2) + 1);
  expect(stateOf(kept, second)).toBe('waiting');
});

test('[TU-22] a paused phase stops the turn and gives back exactly the time that was left', () => {
  const paused = speaking().doing({ type: 'pause-phase', phaseId: ROUND }, seat('Frieda'), minutes(2));
  const resumed = paused.doing({ type: 'resume-phase', phaseId: ROUND }, seat('Frieda'), minutes(7));
  const before = queue(speaking());
  expect(queue(resumed)).toMatchObject({
    running: { endsAt: (before.running?.endsAt ?? 0) + minutes(5) },
    inputsEndAt: (before.inputsEndAt ?? 0) + minutes(5),
  });
});

test('[TU-23] a round that is left by mistake goes on with its queue after an undo', () => {
  const before = speaking();
  const speaker = seatAt(before, 0);
  const left = before.doing({ type: 'advance-phase', phaseId: ROUND }, seat('Frieda'), minutes(3));
  expect(stateOf(left, speaker)).toBe('done');
  const undone = left.doing({ type: 'undo-phase', phaseId: phase('round-2') }, seat('Frieda'), minutes(4));
  expect(stateOf(undone, speaker)).toBe('done');
  expect(queue(undone).inputsEndAt).toBe((queue(before).inputsEndAt ?? 0) + minutes(1));
  expect(queue(undone).order).toEqual(queue(before).order);
});

test('[TU-6] a speaker who is moved to another table waits there, and the next one speaks', () => {
  const before = speaking();
  const [speaker, next] = [seatAt(before, 0), turnAt(before, 1)];
  const roomId = 'round-1-b' as RoomId;
  const command = { type: 'assign-seat', phaseId: ROUND, seatId: speaker, roomId } as const;
  const moved = before.doing(command, seat('Frieda'), begin + seconds(30));
  expect(stateOf(moved, speaker)).toBe('done');
  expect(queue(moved).running?.turnId).toBe(next);
  expect(moved.session.turns.queues[roomId]?.order.at(-1)).toBe(`${roomId}_${speaker}`);
});

test('[TU-5] [TU-4] a late person opens a finished queue again', () => {
  let soFar = speaking();
  for (const turnId of queue(soFar).order)
    soFar = soFar.doing({ type: 'end-turn', roomId: TABLE, turnId }, seat('Theo'), minutes(2));
  expect(Object.values(queue(soFar).turns).every((turn) => turn?.state === 'done')).toBe(true);
  const moved = soFar.doing(
    { type: 'assign-seat', phaseId: ROUND, seatId: 'salma' as SeatId, roomId: TABLE },
    seat('Frieda'),
    minutes(3),
  );
  expect(stateOf(moved, 'salma' as SeatId)).toBe('waiting');
});
