import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import type { Command, PhaseId, SessionPlan } from '@werkraum/protocol';
import { doorPage } from '../../e2e/support/door-page.ts';
import { expectMoving } from '../../e2e/support/pictures.ts';
import { roomPage } from '../../e2e/support/room-page.ts';
import type { RunningHouse } from '../../e2e/support/running-house.ts';
import { type Sensed, watchSenses } from './senses.ts';

/** Somebody in a browser of their own, with camera and microphone on. */
export interface Mate {
  name: string;
  page: Page;
  sensed(): Promise<Sensed>;
}

/** People who are moved to a table and back, round after round. */
export interface TableMates {
  mates: readonly Mate[];
  /** The next round: all go to their table, announced, and at the same instant, which is returned. */
  goToTable(): Promise<number>;
  /** The facilitator ends the round without a word; returns the instant of the command. */
  cutShort(): Promise<number>;
  setMedia(on: boolean): Promise<void>;
}

const MINUTE = 60_000;
const NAMES = ['Ada', 'Ben', 'Cem'] as const;
/** An announced room is joined within three seconds; after so long everything is calm again. */
const PREPARED_MS = 4_500;
const CLICK_AHEAD_MS = 300;

const roundId = (index: number) => `round-${index}` as PhaseId;

function planOf(rounds: number): SessionPlan {
  const phase = { minMs: 0, onTimeUp: 'hold' } as const;
  return {
    title: 'Switch times',
    language: 'en',
    admission: 'automatic',
    phases: [
      { ...phase, id: 'intro' as PhaseId, kind: 'intro', title: 'Welcome', plannedMs: MINUTE },
      ...Array.from({ length: rounds }, (_, index) => ({
        ...phase,
        id: roundId(index),
        kind: 'breakout-round' as const,
        title: `Round ${index}`,
        plannedMs: 30 * MINUTE,
        round: { topic: 'Switching', tables: 1, groups: 'new' as const },
      })),
      { ...phase, id: 'end' as PhaseId, kind: 'plenary-reflection', title: 'End', plannedMs: MINUTE },
    ],
  };
}

async function enter(browser: Browser, link: string, name: string): Promise<Mate> {
  const context = await browser.newContext({
    locale: 'en-GB',
    permissions: ['camera', 'microphone'],
    bypassCSP: true,
    viewport: { width: 1024, height: 700 },
  });
  const page = await context.newPage();
  const sensed = await watchSenses(page);
  await page.goto(link);
  const door = doorPage(page);
  await door.switchCameraOn();
  await page.getByRole('button', { name: 'Microphone', exact: true }).click();
  await door.enter();
  await roomPage(page).isOpen();
  return { name, page, sensed };
}

export async function seatTableMates(browser: Browser, house: RunningHouse, rounds: number): Promise<TableMates> {
  const roles = Object.fromEntries(NAMES.map((name) => [name, 'participant' as const]));
  const workshop = await house.create(planOf(rounds), { Frieda: 'facilitator', ...roles });
  const facilitate = (...commands: Command[]) => workshop.as('Frieda', ...commands);
  await facilitate({ type: 'open-doors' }, { type: 'start-session' });
  const mates: Mate[] = [];
  for (const name of NAMES) mates.push(await enter(browser, workshop.link(name), name));
  for (const { page, name } of mates) await expectMoving(page, NAMES.find((other) => other !== name) ?? '');
  let round = -1;
  let phaseId = 'intro' as PhaseId;
  let gathering = false;

  async function endPhase(): Promise<void> {
    const ended = phaseId;
    round += 1;
    phaseId = roundId(round);
    gathering = true;
    await facilitate({ type: 'advance-phase', phaseId: ended });
  }

  return {
    mates,
    goToTable: async () => {
      if (!gathering) await endPhase();
      await pause(PREPARED_MS);
      gathering = false;
      return clickTogether(mates, 'Go now');
    },
    cutShort: async () => {
      const at = Date.now();
      await endPhase();
      return at;
    },
    setMedia: async (on) => {
      for (const { page } of mates) {
        for (const device of ['camera', 'microphone']) {
          await page.getByRole('button', { name: new RegExp(`^Switch ${device} ${on ? 'on' : 'off'}`) }).click();
        }
      }
    },
  };
}

/** Everybody presses the same button at the same instant, by the clock of this machine. */
async function clickTogether(mates: readonly Mate[], label: string): Promise<number> {
  const at = Date.now() + CLICK_AHEAD_MS;
  await Promise.all(
    mates.map(({ page }) =>
      page
        .getByRole('button', { name: new RegExp(`^${label}`) })
        .evaluate(
          (button: HTMLElement, when) =>
            new Promise<void>((resolve) => setTimeout(() => resolve(button.click()), when - Date.now())),
          at,
        ),
    ),
  );
  return at;
}
