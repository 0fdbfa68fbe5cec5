import { expect, test } from 'vitest';
import { modelSession } from '../../gallery/model-session.ts';
import { hands } from './hands.model.ts';

test('hands stand in the order in which they went up', () => {
  const model = hands(modelSession({ moment: 'talk', you: 'ada' }));
  expect(model.hands.map(({ name }) => name)).toEqual(['Cem', 'Ada']);
  expect(model).toMatchObject({ up: true, position: 2, raise: undefined, lower: { type: 'lower-hand' } });
});

test('who has no hand up may raise it', () => {
  expect(hands(modelSession({ moment: 'talk', you: 'dora' }))).toMatchObject({
    up: false,
    position: undefined,
    raise: { type: 'raise-hand' },
    lower: undefined,
  });
});

test('participants act on their own hand only', () => {
  const [cem, ada] = hands(modelSession({ moment: 'talk', you: 'ada' })).hands;
  expect(cem).toMatchObject({ giveWord: undefined, lower: undefined });
  expect(ada?.lower).toEqual({ type: 'lower-hand', seatId: 'ada' });
});

test('a facilitator gives the word, lowers hands and takes the word back', () => {
  const model = hands(modelSession({ moment: 'talk', you: 'frieda' }));
  expect(model.hands[0]).toMatchObject({
    giveWord: { type: 'give-word', seatId: 'cem' },
    lower: { type: 'lower-hand', seatId: 'cem' },
  });
  expect(model.words).toEqual([
    { seatId: 'ben', name: 'Ben', own: false, takeBack: { type: 'take-word', seatId: 'ben' } },
  ]);
});

test('at a table only that table counts', () => {
  const documents = modelSession({ moment: 'inputs', you: 'ada' });
  if (!documents.room) throw new Error('Ada sits at a table');
  const room = { ...documents.room, hands: { emil: documents.now } };
  const session = { ...documents.session, stage: { ...documents.session.stage, hands: { theo: documents.now } } };

  const model = hands({ ...documents, session, room });
  expect(model.hands.map(({ name }) => name)).toEqual(['Emil']);
  expect(model.words).toEqual([]);
});
