import type { RoomId, SeatId, SessionView } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { modelSession, modelTurns } from '../../gallery/model-session.ts';
import { floorPlan } from './floor-plan.model.ts';
import { movingCard } from './moving-card.model.ts';
import { MOST_IN_CIRCLES, seatCircle } from './seat-circle.model.ts';
import { lonely, tableActions } from './table-actions.model.ts';
import { turnRing } from './turn-ring.model.ts';

const names = (seats: readonly { name: string }[] | undefined) => seats?.map(({ name }) => name);

test('in the plenary everybody sits in one circle', () => {
  const documents = modelSession({ moment: 'intro' });
  const plan = floorPlan(documents, documents.now);

  expect(plan.map(({ id }) => id)).toEqual(['plenary']);
  expect(plan[0]?.seats).toHaveLength(12);
  expect(plan[0]?.own).toBe(true);
});

test('in a round the plan shows who sits at which table, with topic and label', () => {
  const documents = modelSession({ moment: 'inputs', you: 'frieda' });
  const [plenary, a, b] = floorPlan(documents, documents.now);

  expect(names(plenary?.seats)).toEqual(['Frieda', 'Theo']);
  expect(a).toMatchObject({ label: 'A', topic: 'Strategies, structures, processes', own: false });
  expect(names(b?.seats)).toEqual(['Salma', 'Finja', 'Greta', 'Hakan', 'Ines']);
});

test('speaking order and ring are drawn from what the viewer may know', () => {
  const facilitator = modelSession({ moment: 'inputs', you: 'frieda' });
  const [, a] = floorPlan(facilitator, facilitator.now);
  expect(a?.seats.map(({ name, order }) => [name, order])).toEqual([
    ['Ada', undefined],
    ['Ben', 1],
    ['Cem', 2],
    ['Dora', 3],
    ['Emil', 4],
  ]);
  expect(a?.seats[1]?.turn).toEqual({ share: 80 / 120, over: false });

  const ada = modelSession({ moment: 'inputs', you: 'ada' });
  const [, own, other] = floorPlan(ada, ada.now);
  expect(own?.seats.some(({ order }) => order !== undefined)).toBe(true);
  expect(other?.seats.some(({ order }) => order !== undefined)).toBe(false);
});

test('who is away has no place in the speaking order and holds nobody up', () => {
  const documents = modelSession({ moment: 'inputs', you: 'frieda' });
  const [, a] = floorPlan({ ...documents, session: away(documents.session, 'cem') }, documents.now);
  expect(a?.seats.map(({ name, order }) => [name, order])).toContainEqual(['Cem', undefined]);
  expect(a?.seats.map(({ name, order }) => [name, order])).toContainEqual(['Dora', 2]);
});

test('hands are numbered in the order in which they went up', () => {
  const documents = modelSession({ moment: 'talk' });
  const seats = floorPlan(documents, documents.now)[0]?.seats ?? [];
  const hands = seats.filter(({ hand }) => hand !== undefined).map(({ name, hand }) => [name, hand]);
  expect(hands).toEqual([
    ['Ada', 2],
    ['Cem', 1],
  ]);
});

test('a facilitator at a table is marked as visiting', () => {
  const documents = modelSession({ moment: 'inputs', you: 'ada' });
  const session = moved(documents.session, 'frieda', 'round-1-a');
  const [, a] = floorPlan({ ...documents, session }, documents.now);
  expect(a?.seats.filter(({ visiting }) => visiting).map(({ name }) => name)).toEqual(['Frieda']);
});

test('a paused turn keeps its ring, overtime empties it', () => {
  const now = 1_000_000;
  const turns = modelTurns('A', now);
  if (!turns.now) throw new Error('Ben speaks');
  const paused = { ...turns, now: { ...turns.now, pausedAt: now } };
  expect(turnRing(paused, 'ben' as SeatId, now + 500_000)?.share).toBeCloseTo(80 / 120);
  expect(turnRing(turns, 'ben' as SeatId, now + 80_001)).toEqual({ share: 0, over: true });
});

test('seats never sit on top of each other, up to as many as circles hold', () => {
  for (let count = 1; count <= MOST_IN_CIRCLES; count += 1) {
    const spots = seatCircle(count);
    expect(spots).toHaveLength(count);
    expect(new Set(spots.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
    expect(spots.every(({ x, y }) => x > 5 && x < 95 && y > 5 && y < 95)).toBe(true);
  }
});

test('the way to a table says round, table, topic, company and time', () => {
  const { session, you, now } = modelSession({ moment: 'gathering', you: 'ada' });
  expect(movingCard(session, you, now)).toEqual({
    way: 'to-table',
    roundNumber: 1,
    label: 'A',
    topic: 'Strategies, structures, processes',
    company: ['Ben', 'Cem', 'Dora', 'Emil'],
    leftMs: 42_000,
    share: 0.7,
    practice: false,
    goNow: { type: 'go-to-table', phaseId: 'round-1' },
  });
});

test('the way back is the same card; who already walked sees none', () => {
  const back = modelSession({ moment: 'closing', you: 'ada' });
  expect(movingCard(back.session, back.you, back.now)).toMatchObject({
    way: 'to-plenary',
    leftMs: 45_000,
    goNow: { type: 'return-to-plenary', phaseId: 'round-1' },
  });
  expect(movingCard(back.session, { ...back.you, place: 'plenary' }, back.now)).toBeUndefined();
});

test('somebody alone is offered the smallest table where people sit', () => {
  const { session, you, staff } = modelSession({ moment: 'inputs', you: 'frieda' });
  if (!staff) throw new Error('Frieda is staff');
  const left = ['greta', 'ines', 'salma'].reduce((view, id) => away(view, id), session);
  const progress = { ...staff.progress, 'round-1-b': { lonely: true, hands: {} } };

  expect(lonely(left, you, { ...staff, progress })).toEqual([
    {
      seatId: 'finja',
      name: 'Finja',
      label: 'B',
      move: {
        label: 'A',
        command: { type: 'assign-seat', phaseId: 'round-1', seatId: 'finja', roomId: 'round-1-a' },
      },
    },
  ]);
});

test('participants cannot move anybody', () => {
  const { session, you } = modelSession({ moment: 'inputs', you: 'ada' });
  expect(tableActions(session, you)).toEqual({ move: undefined, visit: undefined, leave: undefined });
});

function moved(session: SessionView, id: string, place: string): SessionView {
  const person = session.people[id];
  if (!person) throw new Error(`no ${id}`);
  return { ...session, people: { ...session.people, [id]: { ...person, place: place as RoomId } } };
}

function away(session: SessionView, id: string): SessionView {
  const person = session.people[id];
  if (!person) throw new Error(`no ${id}`);
  return { ...session, people: { ...session.people, [id]: { ...person, presence: 'away' } } };
}
