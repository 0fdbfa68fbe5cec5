import { createHash, randomInt } from 'node:crypto';
import {
  type CastBallot,
  LEAST_ANSWERS,
  type SeatId,
  type SessionId,
  type SurveyQuestion,
  type SurveyResults,
} from '@werkraum/protocol';
import { withEntry, without } from '../domain/records.ts';
import { emptyTally, resultsOf, withBallot } from '../domain/survey/tally.ts';
import type { BallotBox, KeptSurvey } from '../ports/ballot-box.ts';
import type { Erasable } from '../ports/erasable.ts';
import { isSigned, makeSurveyKey, privateKeyFrom, publicKeyOf, signBlinded } from './blind-signature.ts';
import { createKeptSurveys, type Step } from './kept-surveys.ts';

export type Signed =
  | { ok: true; signature: string }
  | { ok: false; why: 'ballot-taken' | 'survey-not-open' | 'malformed' };
export type Cast = 'counted' | 'ballot-spent' | 'no-ballot' | 'survey-not-open' | 'malformed';

/** What is asked, and what the person says. */
export interface Asked {
  title: string;
  questions: readonly SurveyQuestion[];
}

/**
 * Gives out ballots and takes them back (docs/spec/survey.md). Who has a ballot is known here, and what was answered, but
 * never both of one person. Everything that is answered is durable; rejects when it cannot be kept.
 */
export interface BallotOffice extends Erasable {
  /** Makes the key of a survey, or finds the one it has; answers with its public half. */
  open(sessionId: SessionId): Promise<string>;
  /** Signs the one ballot of a seat without seeing it. */
  sign(sessionId: SessionId, seatId: SeatId, blinded: string): Promise<Signed>;
  /** Counts the answers on a ballot, whoever brings it. */
  cast(sessionId: SessionId, asked: Asked, ballot: CastBallot): Promise<Cast>;
  /** Whether so many have answered that there will be results. */
  hasEnough(sessionId: SessionId): Promise<boolean>;
  /** Ends it: deletes all but the results, and those too when they are too few. Answers with how many have answered then. */
  close(sessionId: SessionId): Promise<number | undefined>;
  results(sessionId: SessionId, asked: Asked): Promise<SurveyResults | undefined>;
  idle(): Promise<void>;
}

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

export function createBallotOffice(box: BallotBox, makeKey = makeSurveyKey): BallotOffice {
  const surveys = createKeptSurveys(box);

  async function open(sessionId: SessionId): Promise<string> {
    const { secret } = await makeKey();
    const kept = await surveys.change(sessionId, (before): Step<KeptSurvey> => {
      if (before?.key !== undefined) return { answer: before };
      const fresh = { key: secret, received: {}, spent: {}, tally: emptyTally };
      return { kept: fresh, answer: fresh };
    });
    return publicKeyOf(kept.key ?? secret);
  }

  async function sign(sessionId: SessionId, seatId: SeatId, blinded: string): Promise<Signed> {
    const key = (await surveys.look(sessionId))?.key;
    if (key === undefined) return { ok: false, why: 'survey-not-open' };
    const signature = signBlinded(privateKeyFrom(key), bytes(blinded))?.toString('base64url');
    if (signature === undefined) return { ok: false, why: 'malformed' };
    const asked = digest(blinded);
    return surveys.change(sessionId, (kept): Step<Signed> => {
      if (kept?.key !== key) return { answer: { ok: false, why: 'survey-not-open' } };
      const before = kept.received[seatId];
      if (before === asked) return { answer: { ok: true, signature } };
      if (before !== undefined) return { answer: { ok: false, why: 'ballot-taken' } };
      return {
        kept: { ...kept, received: withEntry(kept.received, seatId, asked) },
        answer: { ok: true, signature },
      };
    });
  }

  async function cast(sessionId: SessionId, { questions }: Asked, ballot: CastBallot): Promise<Cast> {
    const { nonce, signature, answers } = ballot;
    const key = (await surveys.look(sessionId))?.key;
    if (key === undefined) return 'survey-not-open';
    if (!(await isSigned(privateKeyFrom(key), bytes(nonce), bytes(signature)))) return 'no-ballot';
    const tag = digest(nonce);
    const sealed = digest(nonce, JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))));
    return surveys.change(sessionId, (kept): Step<Cast> => {
      if (kept?.key !== key) return { answer: 'survey-not-open' };
      const before = kept.spent[tag];
      if (before !== undefined) return { answer: before === sealed ? 'counted' : 'ballot-spent' };
      const tally = withBallot(kept.tally, questions, answers);
      if (!tally) return { answer: 'malformed' };
      return { kept: { ...kept, spent: withEntry(kept.spent, tag, sealed), tally }, answer: 'counted' };
    });
  }

  const close = (sessionId: SessionId): Promise<number | undefined> =>
    surveys.change(sessionId, (kept) => {
      const tally = (kept?.tally.ballots ?? 0) < LEAST_ANSWERS ? emptyTally : (kept?.tally ?? emptyTally);
      const answer = tally.ballots === 0 ? undefined : tally.ballots;
      return { kept: { received: {}, spent: {}, tally }, answer };
    });

  // All that can be found of a person is their mark [SU-16].
  const erasePerson = (sessionId: SessionId, seatId: SeatId): Promise<void> =>
    surveys.change(sessionId, (kept) =>
      kept?.received[seatId] === undefined
        ? { answer: undefined }
        : { kept: { ...kept, received: without(kept.received, seatId) }, answer: undefined },
    );

  return {
    ...{ keeps: 'surveys', open, sign, cast, close, erasePerson, deleteSession: surveys.forget },
    async hasEnough(sessionId) {
      return ((await surveys.look(sessionId))?.tally.ballots ?? 0) >= LEAST_ANSWERS;
    },
    async results(sessionId, { title, questions }) {
      const kept = await surveys.look(sessionId);
      return kept && resultsOf(title, questions, kept.tally, shuffled);
    },
    async keepOnly(sessions) {
      for (const sessionId of await box.sessions()) if (!sessions.has(sessionId)) await surveys.forget(sessionId);
    },
    idle: surveys.idle,
  };
}

/** In an order that nobody can foretell (Fisher and Yates). */
function shuffled(texts: readonly string[]): string[] {
  const mixed = [...texts];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as string, mixed[last] as string];
  }
  return mixed;
}
