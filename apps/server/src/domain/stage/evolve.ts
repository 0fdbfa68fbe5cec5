import { assertNever, withEntry, without } from '../records.ts';
import type { Stage, StageFact } from './stage.ts';

export const emptyStage: Stage = { hands: {}, words: {}, mutes: {} };

/** Folds one fact about hands, words and microphones. */
export function evolveStage(stage: Stage, fact: StageFact): Stage {
  switch (fact.type) {
    case 'hand-raised':
      return { ...stage, hands: withEntry(stage.hands, fact.seatId, { raisedAt: fact.at, place: fact.place }) };
    case 'hand-lowered':
      return { ...stage, hands: without(stage.hands, fact.seatId) };
    case 'word-given':
      return { ...stage, words: withEntry(stage.words, fact.seatId, fact.at) };
    case 'word-taken':
      return { ...stage, words: without(stage.words, fact.seatId) };
    case 'seat-muted':
      return { ...stage, mutes: withEntry(stage.mutes, fact.seatId, (stage.mutes[fact.seatId] ?? 0) + 1) };
    default:
      return assertNever(fact);
  }
}

/** A phase starts or is undone: hands go down and words are taken back; mutes stay counted (ST-9). */
export const clearStage = (stage: Stage): Stage => ({ ...stage, hands: {}, words: {} });
