import type { QuestionId, SeatId, SessionId, SurveyAnswers } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { canonical } from '../adapters/ballot-files/canonical.ts';
import { createMemoryBallotBox } from '../adapters/memory/ballot-box.ts';
import type { KeptSurvey } from '../ports/ballot-box.ts';
import { createBallotOffice } from './ballot-office.ts';
import { publicKeyOf } from './blind-signature.ts';
import { signingKey } from './testing/vectors.ts';
import { createVoter } from './testing/voter.ts';

const SURVEYS = 1_000;
const SESSION = 'workshop' as SessionId;
const QUESTION = 'words' as QuestionId;
const ASKED = { title: 'Survey', questions: [{ id: QUESTION, kind: 'text' as const, prompt: 'Words?' }] };
const PEOPLE = ['ada', 'ben', 'cem', 'dora', 'emil', 'finja', 'greta', 'hakan'];
const SECRET = signingKey().export({ type: 'pkcs8', format: 'der' }).toString('base64');
const KEY = { secret: SECRET, key: publicKeyOf(SECRET) };

/** Reproducible chance (mulberry32), so that a failing run can be looked at. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const mixedBy = <Item>(items: readonly Item[], roll: () => number): Item[] =>
  items
    .map((item) => ({ item, at: roll() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

interface Survey {
  /** Everything that is kept, as it stands on the disk before the survey closes. */
  disk: string;
  /** People in the order in which they took their ballots, and in which they answered. */
  took: readonly string[];
  answered: readonly string[];
  /** Who wrote what: words that say nothing of who wrote them. */
  wrote: ReadonlyMap<string, string>;
}

async function survey(roll: () => number): Promise<Survey> {
  const box = createMemoryBallotBox();
  const office = createBallotOffice(box, async () => KEY);
  const key = await office.open(SESSION);
  const [took, answered, words] = [mixedBy(PEOPLE, roll), mixedBy(PEOPLE, roll), PEOPLE.map(() => `words ${roll()}`)];
  const wrote = new Map(PEOPLE.map((name, at) => [name, words[at] ?? '']));
  const ballots = new Map<string, Parameters<typeof office.cast>[2]>();
  for (const name of took) {
    const voter = createVoter(key, (length) => Buffer.from(Array.from({ length }, () => Math.floor(roll() * 256))));
    const signed = await office.sign(SESSION, name as SeatId, voter.blinded);
    if (!signed.ok) throw new Error(signed.why);
    ballots.set(name, voter.ballot(signed.signature, { [QUESTION]: wrote.get(name) } as SurveyAnswers));
  }
  for (const name of answered) {
    const ballot = ballots.get(name);
    if (!ballot || (await office.cast(SESSION, ASKED, ballot)) !== 'counted') throw new Error(name);
  }
  return { disk: box.bytes(), took, answered, wrote };
}

/** What somebody who holds the disk makes of it: for each person (in the file's order of marks) the text they guess. */
const ADVERSARIES: Record<string, (disk: KeptSurvey) => Map<string, string | undefined>> = {
  'pairs marks with texts as they stand': ({ received, tally }) => pair(Object.keys(received), textsOf(tally)),
  'pairs marks by digest with texts': ({ received, tally }) =>
    pair(
      Object.entries(received)
        .sort(byValue)
        .map(([name]) => name),
      textsOf(tally),
    ),
  'pairs the order of ballots with texts': ({ received, spent, tally }) =>
    pair(Object.keys(received), orderedBy(Object.keys(spent), textsOf(tally))),
  'pairs the order of seals with texts': ({ received, spent, tally }) =>
    pair(
      Object.entries(received)
        .sort(byValue)
        .map(([name]) => name),
      orderedBy(Object.values(spent), textsOf(tally)),
    ),
};

type Entry = [string, string | undefined];
const byValue = ([, one]: Entry, [, other]: Entry) => ((one ?? '') < (other ?? '') ? -1 : 1);
const pair = (names: readonly string[], texts: readonly string[]) =>
  new Map(names.map((name, at) => [name, texts[at]]));
const textsOf = ({ questions }: KeptSurvey['tally']): readonly string[] => {
  const tally = questions[QUESTION];
  return tally && 'texts' in tally ? tally.texts : [];
};
const orderedBy = (keys: readonly (string | undefined)[], texts: readonly string[]): string[] =>
  texts
    .map((text, at) => [text, keys[at]] as Entry)
    .sort(byValue)
    .map(([text]) => text);

/** Pearson's correlation of two ranks is Spearman's of what they rank. */
function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => pairs.reduce((sum, one) => sum + one[at], 0) / pairs.length;
  const [mx, my] = [mean(0), mean(1)];
  const sum = (of: (x: number, y: number) => number) => pairs.reduce((all, [x, y]) => all + of(x - mx, y - my), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_x, y) => y * y));
}

test('[SU-11] who holds every byte of a thousand surveys links people to answers no better than chance', async () => {
  const roll = dice(20_260_309);
  const hits = new Map(Object.keys(ADVERSARIES).map((name) => [name, 0]));
  const ranks = { asKept: [] as [number, number][], spent: [] as [number, number][] };
  for (let at = 0; at < SURVEYS; at += 1) {
    const { disk, answered, took, wrote } = await survey(roll);
    const kept = JSON.parse(disk) as KeptSurvey;
    expect(disk).toBe(canonical(kept));
    for (const [name, guess] of Object.entries(ADVERSARIES)) {
      const right = [...guess(kept)].filter(([person, text]) => wrote.get(person) === text).length;
      hits.set(name, (hits.get(name) ?? 0) + right);
    }
    const texts = textsOf(kept.tally);
    for (const [rank, person] of answered.entries()) ranks.asKept.push([rank, texts.indexOf(wrote.get(person) ?? '')]);
    const marks = Object.entries(kept.received)
      .sort(byValue)
      .map(([person]) => person);
    for (const [rank, person] of took.entries()) ranks.spent.push([rank, marks.indexOf(person)]);
  }
  // A pairing by chance hits one of n on average, with variance one per survey: 99 % of all runs lie within 2.58 deviations.
  const width = 2.58 * Math.sqrt(SURVEYS);
  for (const [name, count] of hits) expect(Math.abs(count - SURVEYS), name).toBeLessThan(width);
  for (const [what, pairs] of Object.entries(ranks)) expect(Math.abs(correlation(pairs)), what).toBeLessThan(0.1);
}, 120_000);

test('[SU-11] the same adversary finds everybody where an order is kept', async () => {
  const { answered, wrote } = await survey(dice(7));
  const inOrder: KeptSurvey = {
    received: Object.fromEntries(answered.map((name) => [name as SeatId, name])),
    spent: {},
    tally: {
      ballots: answered.length,
      questions: { [QUESTION]: { texts: answered.map((name) => wrote.get(name) ?? '') } },
    },
  };
  const guesses = ADVERSARIES['pairs marks with texts as they stand']?.(inOrder) ?? new Map();
  expect(new Map(guesses)).toEqual(new Map(answered.map((name) => [name, wrote.get(name)])));
});
