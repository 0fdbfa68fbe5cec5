import type { SeatId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { accept } from '../session.ts';
import { arrivedAt, assembled, HOUSE, idOf, seat, type Workshop } from '../testing/workshop.ts';

const yes = { type: 'answer-consent', keepSpeakingTimes: true } as const;
const no = { type: 'answer-consent', keepSpeakingTimes: false } as const;
const FOUR = ['Frieda', 'Theo', 'Salma', 'Ada'];

const agreed = (names: readonly string[], workshop: Workshop = assembled(undefined, ['Ada'])): Workshop =>
  names.reduce((soFar, name) => soFar.doing(yes, seat(name), 1), workshop);

const ended = (workshop: Workshop): Workshop =>
  workshop.doing({ type: 'start-session' }, seat('Frieda'), 2).doing({ type: 'end-session' }, seat('Frieda'), 9);

const amounts = (all: Readonly<Record<string, number>>) => all as Readonly<Record<SeatId, number>>;

const keep = { type: 'keep-speaking-times', from: 2, seats: { [idOf('Ada')]: 5_000, [idOf('Zoe')]: 7_000 } } as const;

test('[BA-9] the order of hands is chosen once, and seen by everybody', () => {
  const chosen = arrivedAt('intro').doing({ type: 'order-hands', by: 'quiet-first' }, seat('Frieda'), 5);
  expect(chosen.session.balance.handOrder).toBe('quiet-first');
  expect(chosen.when({ type: 'order-hands', by: 'quiet-first' }, seat('Frieda'), 6)).toEqual(accept());
  expect(chosen.when({ type: 'order-hands', by: 'raised' }, seat('Ada'), 6)).toMatchObject({ ok: false });
});

test('[BA-11] no answer is a no, and an answer can be changed until the end', () => {
  expect(assembled().when(no, seat('Ada'), 1)).toEqual(accept());
  const changed = agreed(['Ada']).doing(no, seat('Ada'), 2);
  expect(changed.session.balance.consents).toEqual({ ada: false });
  expect(ended(assembled()).when(yes, seat('Ada'), 10)).toMatchObject({ ok: false });
});

test('[BA-12] times are kept when everybody who came has agreed, and only of those who came', () => {
  expect(ended(agreed(FOUR)).when(keep, HOUSE, 10)).toEqual(
    accept({ type: 'speaking-times-kept', from: 2, seats: amounts({ frieda: 0, theo: 0, salma: 0, ada: 5_000 }) }),
  );
});

test('[BA-12] one person who has not agreed, and nothing is kept', () => {
  for (const missing of FOUR) {
    const workshop = ended(agreed(FOUR.filter((name) => name !== missing)));
    expect(workshop.when(keep, HOUSE, 10)).toEqual(accept());
  }
  expect(ended(agreed(FOUR).doing(no, seat('Ada'), 1)).when(keep, HOUSE, 10)).toEqual(accept());
});

test('[BA-12] somebody who was removed is neither asked nor kept', () => {
  const workshop = agreed(['Frieda', 'Theo', 'Salma']).doing(
    { type: 'remove-person', seatId: idOf('Ada') },
    seat('Frieda'),
    1,
  );
  expect(ended(workshop).when(keep, HOUSE, 10)).toEqual(
    accept({ type: 'speaking-times-kept', from: 2, seats: amounts({ frieda: 0, theo: 0, salma: 0 }) }),
  );
});

test('[BA-12] nothing is kept before the end, and nothing twice', () => {
  expect(agreed(FOUR).when(keep, HOUSE, 10)).toEqual(accept());
  const kept = ended(agreed(FOUR)).doing(keep, HOUSE, 10);
  expect(kept.when(keep, HOUSE, 11)).toEqual(accept());
});

test('[BA-12] no client can have times kept', () => {
  expect(ended(agreed(FOUR)).when(keep, seat('Frieda'), 10)).toEqual({ ok: false, rejection: 'malformed-command' });
});
