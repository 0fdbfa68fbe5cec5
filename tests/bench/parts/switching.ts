import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium } from '@playwright/test';
import { type RunningHouse, startRunningHouse } from '../../e2e/support/running-house.ts';
import config from '../../playwright.config.ts';
import { alone, atMost, compared, type Line, type Pair, type Part, quantile, sortedCopy } from '../lines.ts';
import { inFolder } from '../support/folder.ts';
import { type Noticed, noticeMove } from '../switching/first-senses.ts';
import { openFreshGuests } from '../switching/fresh-guests.ts';
import { writeSpeech } from '../switching/speech.ts';
import { seatTableMates } from '../switching/table-mates.ts';

type Sense = 'picture' | 'sound';
type Move = readonly Noticed[];
/** One repetition: the same people, or as many, moved three ways right after each other. */
type Repetition = Record<'announced' | 'sudden' | 'fresh', Move>;

const REPETITIONS = 3;
const PEOPLE = 3;
const AIM_MS = 500;
const GAP_AIM_MS = 100;
/** Between two moves: whatever belongs to the one before is over. */
const CALM_MS = 1_500;

const HOW = [
  'three people in one Chromium (contexts of their own), fake cameras of 20 pictures a second and a sound that never pauses',
  'all move in the same instant; the slowest of the three counts',
].join('; ');

export const switchingPart: Part = {
  name: 'switching',
  title: 'Plenary to table and back, to the first picture and sound of somebody else, against a fresh livekit-client',
  run: (say) =>
    inFolder(async (fileIn) => {
      const house = await startRunningHouse();
      if ('missing' in house) throw new Error(`no LiveKit: ${house.missing}`);
      const browser = await chromium.launch(launchOptions(fileIn('speech.wav')));
      try {
        return linesOf(await measure(browser, house, say));
      } finally {
        await browser.close();
        await house.stop();
      }
    }),
};

function launchOptions(speech: string) {
  writeSpeech(speech);
  const { args = [], ...options } = config.use?.launchOptions ?? {};
  // The last one of the same name counts.
  const devices = ['--use-fake-device-for-media-stream=fps=20', `--use-file-for-fake-audio-capture=${speech}`];
  return { ...options, args: [...args, ...devices] };
}

async function measure(browser: Browser, house: RunningHouse, say: (text: string) => void): Promise<Repetition[]> {
  say('people come in');
  const table = await seatTableMates(browser, house, REPETITIONS + 1);
  const fresh = await openFreshGuests(browser, house.livekit, PEOPLE);
  const repetitions: Repetition[] = [];
  const move = async (people: Parameters<typeof noticeMove>[0], go: () => Promise<number>) => {
    for (const person of people) await person.sensed();
    const noticed = await noticeMove(people, await go());
    await pause(CALM_MS);
    return noticed;
  };
  for (let index = 0; index < REPETITIONS; index++) {
    say(`repetition ${index + 1} of ${REPETITIONS}, load ${loadavg()[0]?.toFixed(1)}`);
    const announced = await move(table.mates, table.goToTable);
    const sudden = await move(table.mates, table.cutShort);
    // Those who are compared with have the machine for themselves.
    await table.setMedia(false);
    const compare = await move(fresh.guests, fresh.connect);
    await fresh.leave();
    await table.setMedia(true);
    repetitions.push({ announced, sudden, fresh: compare });
  }
  return repetitions;
}

function linesOf(repetitions: readonly Repetition[]): Line[] {
  const senses: readonly Sense[] = ['picture', 'sound'];
  return [
    ...(['announced', 'sudden'] as const).flatMap((way) => senses.map((sense) => firstLine(repetitions, way, sense))),
    ...(['announced', 'sudden'] as const).flatMap((way) => senses.map((sense) => gapLine(repetitions, way, sense))),
  ];
}

function firstLine(repetitions: readonly Repetition[], way: 'announced' | 'sudden', sense: Sense): Line {
  const slowest = (move: Move) => Math.max(...move.map((noticed) => noticed[sense]));
  const pairs = repetitions.map((each): Pair => [slowest(each[way]), slowest(each.fresh)]);
  const all = repetitions.flatMap((each) => each[way].map((noticed) => noticed[sense]));
  const others = repetitions.flatMap(({ fresh }) => fresh.map((noticed) => noticed[sense]));
  return compared(`${way} move, first ${sense} of somebody else`, 'ms', 'fresh livekit-client', pairs, {
    aim: atMost(AIM_MS, 'ours'),
    note: `${HOW}. Each person by themselves: ${percentiles(all)}; fresh ${percentiles(others)}. Load ${loadavg()[0]?.toFixed(1)}.`,
  });
}

function gapLine(repetitions: readonly Repetition[], way: 'announced' | 'sudden', sense: Sense): Line {
  const gaps = repetitions.flatMap((each) =>
    each[way].flatMap(({ [`${sense}Gap` as const]: gap }) => (gap === undefined ? [] : [gap])),
  );
  const note = `${percentiles(gaps)}, each person by themselves`;
  const aim = way === 'announced' ? { aim: atMost(GAP_AIM_MS, 'ours') } : {};
  return alone(`${way} move, gap in the ${sense}`, 'ms', gaps, { ...aim, note });
}

function percentiles(values: readonly number[]): string {
  const sorted = sortedCopy(values);
  return `p50 ${quantile(sorted, 0.5).toFixed(0)}, p95 ${quantile(sorted, 0.95).toFixed(0)} ms of ${sorted.length}`;
}
