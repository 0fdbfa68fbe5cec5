import { StageView } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { accept, reject, type Session } from '../session.ts';
import {
  as,
  seatId,
  TABLE_A,
  TABLE_B,
  withFacts,
  withOpenRound,
  withSeat,
  workshopAtTables,
  workshopIn,
} from '../testing/turns-fixtures.ts';
import { decideStage, type StageCommand } from './decide.ts';
import { clearStage } from './evolve.ts';
import { handsByPlace, stageView } from './view.ts';

const stageOf = (session: Session) => stageView(session, handsByPlace(session)('plenary'));

const asked = (session: Session, who: string, command: StageCommand, now = 0) =>
  decideStage(session, command, { actor: as(who), now });

function afterSteps(session: Session, ...steps: [who: string, command: StageCommand, now: number][]): Session {
  return steps.reduce((held, [who, command, now]) => {
    const decision = asked(held, who, command, now);
    if (!decision.ok) throw new Error(decision.rejection);
    return withFacts(held, decision.facts);
  }, session);
}

const raise: StageCommand = { type: 'raise-hand' };
const lower = (name?: string): StageCommand => ({ type: 'lower-hand', ...(name && { seatId: seatId(name) }) });
const give = (name: string): StageCommand => ({ type: 'give-word', seatId: seatId(name) });
const take = (name: string): StageCommand => ({ type: 'take-word', seatId: seatId(name) });
const mute = (name: string): StageCommand => ({ type: 'mute-seat', seatId: seatId(name) });

/** Fay sits down at table A, seen by everybody there. */
const visiting = () => withOpenRound(workshopAtTables(), { visits: { [seatId('fay')]: TABLE_A } });

test('[ST-6] a hand goes up where its owner is, and is seen only there', () => {
  const session = afterSteps(workshopAtTables(), ['ada', raise, 5], ['sol', raise, 6]);
  expect(handsByPlace(session)(TABLE_A)).toEqual({ ada: 5 });
  expect(handsByPlace(session)(TABLE_B)).toEqual({});
  expect(handsByPlace(session)('plenary')).toEqual({ sol: 6 });
});

test('[ST-6] a hand is not seen once its owner has gone elsewhere, and goes up anew there', () => {
  const session = afterSteps(workshopAtTables(), ['ada', raise, 5]);
  const gone = withOpenRound(session, { state: 'closing', back: { [seatId('ada')]: true } });
  expect(handsByPlace(gone)(TABLE_A)).toEqual({});
  expect(handsByPlace(gone)('plenary')).toEqual({});
  expect(handsByPlace(afterSteps(gone, ['ada', raise, 9]))('plenary')).toEqual({ ada: 9 });
});

test('[ST-6] there are no hands for who is not admitted', () => {
  expect(asked(withSeat(workshopIn('intro'), 'ada', { admission: 'waiting' }), 'ada', raise)).toEqual(
    reject('not-admitted'),
  );
});

test('[ST-7] raising a hand again keeps its place in the order', () => {
  const session = afterSteps(workshopIn('intro'), ['ada', raise, 5]);
  expect(asked(session, 'ada', raise, 9)).toEqual(accept());
});

test('[ST-8] everybody lowers their own hand, once', () => {
  const session = afterSteps(workshopIn('intro'), ['ada', raise, 5], ['ada', lower(), 6]);
  expect(handsByPlace(session)('plenary')).toEqual({});
  expect(asked(session, 'ada', lower('ada'))).toEqual(accept());
});

test('[ST-8] only facilitators lower the hands of others', () => {
  const session = afterSteps(workshopIn('intro'), ['ada', raise, 5]);
  expect(asked(session, 'ben', lower('ada'))).toEqual(reject('not-your-hand'));
  expect(asked(session, 'tim', lower('ada'))).toEqual(reject('not-your-hand'));
  expect(asked(session, 'fay', lower('ada'))).toEqual(accept({ type: 'hand-lowered', seatId: seatId('ada') }));
});

test('[ST-8] facilitators lower hands only where they are', () => {
  const session = afterSteps(workshopAtTables(), ['ada', raise, 5]);
  expect(asked(session, 'fay', lower('ada'))).toEqual(reject('hands-not-here'));
  expect(asked(afterSteps(visiting(), ['ada', raise, 5]), 'fay', lower('ada')).ok).toBe(true);
});

test('[ST-9] a new phase clears hands and words, and keeps what was muted counted', () => {
  const session = afterSteps(workshopIn('intro'), ['ada', raise, 5], ['fay', give('ben'), 6], ['fay', mute('cem'), 7]);
  expect(clearStage(session.stage)).toEqual({ hands: {}, words: {}, mutes: { cem: 1 } });
});

test('[ST-10] giving the word lowers the hand', () => {
  const session = afterSteps(workshopIn('input-talk'), ['ada', raise, 5]);
  expect(asked(session, 'fay', give('ada'), 7)).toEqual(
    accept({ type: 'word-given', seatId: seatId('ada'), at: 7 }, { type: 'hand-lowered', seatId: seatId('ada') }),
  );
});

test('[ST-10] giving the word twice changes nothing', () => {
  const session = afterSteps(workshopIn('input-talk'), ['fay', give('ada'), 5]);
  expect(asked(session, 'fay', give('ada'), 7)).toEqual(accept());
});

test('[ST-10] the word goes to somebody who is here, in the plenary', () => {
  expect(asked(workshopAtTables(), 'fay', give('ada'))).toEqual(reject('person-not-here'));
  expect(asked(withSeat(workshopIn('intro'), 'ada', { presence: 'away' }), 'fay', give('ada'))).toEqual(
    reject('person-not-here'),
  );
  expect(asked(workshopIn('intro'), 'fay', give('nobody'))).toEqual(reject('no-such-person'));
});

test('[ST-11] the word is taken back once', () => {
  const session = afterSteps(workshopIn('input-talk'), ['fay', give('ada'), 5], ['fay', take('ada'), 6]);
  expect(stageOf(session).words).toEqual({});
  expect(asked(session, 'fay', take('ada'))).toEqual(reject('word-not-given'));
});

test.each([give('ada'), take('ada'), mute('ada')])('[ST-10] [ST-11] [ST-12] $type is for facilitators', (command) => {
  for (const who of ['tim', 'sol', 'ada'])
    expect(asked(workshopIn('intro'), who, command)).toEqual(reject('facilitator-only'));
});

test('[ST-12] each muting is counted', () => {
  const session = afterSteps(workshopIn('intro'), ['fay', mute('ada'), 1], ['fay', mute('ada'), 2]);
  expect(session.stage.mutes).toEqual({ ada: 2 });
});

test('[ST-12] facilitators mute only where they are', () => {
  expect(asked(workshopAtTables(), 'fay', mute('ada'))).toEqual(reject('not-at-this-table'));
  expect(asked(visiting(), 'fay', mute('ada')).ok).toBe(true);
  expect(asked(visiting(), 'fay', mute('sol'))).toEqual(reject('person-not-here'));
  expect(asked(withSeat(workshopIn('intro'), 'ada', { presence: 'away' }), 'fay', mute('ada'))).toEqual(
    reject('person-not-here'),
  );
});

test('[ST-13] during an input talk the speakers and who has the word are on stage', () => {
  const session = afterSteps(workshopIn('input-talk'), ['fay', give('ada'), 5], ['ben', raise, 6]);
  expect(StageView.parse(stageOf(session))).toEqual({
    onStage: { sol: true, ada: true },
    words: { ada: 5 },
    hands: { ben: 6 },
  });
});

test('[ST-13] at any other time nobody is on stage', () => {
  expect(stageOf(afterSteps(workshopIn('intro'), ['fay', give('ada'), 5])).onStage).toEqual({});
});

test('[ST-13] a speaker who has left is not on stage', () => {
  expect(stageOf(withSeat(workshopIn('input-talk'), 'sol', { presence: 'away' })).onStage).toEqual({});
});
