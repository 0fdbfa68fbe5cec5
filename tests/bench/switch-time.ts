/**
 * How long people see nobody when they are moved: from the instant of the move to the first frame of somebody else on
 * screen, in real Chromium against the real server and LiveKit. Usage: node tests/bench/switch-time.ts [rounds]
 * Prints one JSON line; `announced` moves were prepared (make-before-break), `sudden` ones were not.
 */
import { loadavg } from 'node:os';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Command, PhaseId, SessionPlan, SessionView } from '@werkraum/protocol';
import { walkIn } from '../e2e/support/people.ts';
import { expectMoving, type FirstFrame, noteFirstFrames } from '../e2e/support/pictures.ts';
import { startRunningHouse } from '../e2e/support/running-house.ts';
import type { RunningWorkshop } from '../e2e/support/running-workshop.ts';
import config from '../playwright.config.ts';

const MINUTE = 60_000;
const NAMES = ['Ada', 'Ben', 'Cem'] as const;
const rounds = Number(process.argv[2] ?? 6);

interface Watched {
  name: string;
  page: Page;
  frames: { take(): Promise<FirstFrame[]> };
}

const roundId = (index: number) => `round-${index}` as PhaseId;

const plan: SessionPlan = {
  title: 'Switch times',
  language: 'en',
  admission: 'automatic',
  phases: [
    { id: 'intro' as PhaseId, kind: 'intro', title: 'Welcome', plannedMs: MINUTE, minMs: 0, onTimeUp: 'hold' },
    ...Array.from({ length: rounds }, (_, index) => ({
      id: roundId(index),
      kind: 'breakout-round' as const,
      title: `Round ${index}`,
      plannedMs: 30 * MINUTE,
      minMs: 0,
      onTimeUp: 'hold' as const,
      round: { topic: 'Switching', tables: 1, groups: 'new' as const },
    })),
    { id: 'end' as PhaseId, kind: 'plenary-reflection', title: 'End', plannedMs: MINUTE, minMs: 0, onTimeUp: 'hold' },
  ],
};

async function enter(browser: Browser, workshop: RunningWorkshop, name: string): Promise<Watched> {
  let frames: Watched['frames'] | undefined;
  const prepare = async (page: Page) => {
    frames = await noteFirstFrames(page);
  };
  const page = await walkIn(browser, workshop, name, { camera: true, prepare });
  if (!frames) throw new Error('the page was not prepared');
  return { name, page, frames };
}

/** Milliseconds until each person saw the first other person. */
async function untilSeen(people: readonly Watched[], since: number): Promise<number[]> {
  return Promise.all(
    people.map(async ({ name, frames }) => {
      for (;;) {
        const seen = (await frames.take()).filter((frame) => frame.name !== name && frame.at >= since);
        if (seen[0]) return seen[0].at - since;
        if (Date.now() - since > 30_000) throw new Error(`${name} has seen nobody for 30 s`);
      }
    }),
  );
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function measure(workshop: RunningWorkshop, people: readonly Watched[]) {
  const announced: number[] = [];
  const sudden: number[] = [];
  const facilitate = (...commands: Command[]) => workshop.as('Frieda', ...commands);
  await facilitate({ type: 'advance-phase', phaseId: 'intro' as PhaseId });
  for (let index = 0; index < rounds; index++) {
    await pause(6_000); // the announced room is prepared within three seconds; then everything is calm
    const since = Date.now();
    await Promise.all(people.map(({ page }) => page.getByRole('button', { name: /Go now/ }).click()));
    announced.push(...(await untilSeen(people, since)));
    await pause(2_000);
    if (index % 2 === 0) {
      await facilitate({ type: 'close-tables', phaseId: roundId(index), inMs: 8_000 });
      const closesAt = ((await workshop.sees('Frieda', 'session')) as SessionView).tables?.closesAt ?? 0;
      announced.push(...(await untilSeen(people, closesAt)));
    } else {
      const now = Date.now();
      await facilitate({ type: 'advance-phase', phaseId: roundId(index) });
      sudden.push(...(await untilSeen(people, now)));
    }
  }
  return { announced: summary(announced), sudden: summary(sudden) };
}

function summary(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { samples: sorted.length, p50: at(0.5), p95: at(0.95), max: sorted.at(-1) };
}

const house = await startRunningHouse();
if ('missing' in house) throw new Error(house.missing);
const browser = await chromium.launch(config.use?.launchOptions ?? {});
try {
  const roles = Object.fromEntries(NAMES.map((name) => [name, 'participant' as const]));
  const workshop = await house.create(plan, { Frieda: 'facilitator', ...roles });
  await workshop.as('Frieda', { type: 'open-doors' }, { type: 'start-session' });
  const people: Watched[] = [];
  for (const name of NAMES) people.push(await enter(browser, workshop, name));
  for (const { page, name } of people) await expectMoving(page, NAMES.find((other) => other !== name) ?? '');
  const result = await measure(workshop, people);
  console.log(JSON.stringify({ people: NAMES.length, ...result, load: loadavg()[0] }));
} finally {
  await browser.close();
  await house.stop();
}
