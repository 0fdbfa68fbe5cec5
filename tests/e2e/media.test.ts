import type { PhaseId, RoomId, SessionPlan } from '@werkraum/protocol';
import { VIDEO_IS_DOWN } from './support/console-watch.ts';
import { expect, test } from './support/fixtures.ts';
import { expectMoving, expectPeople, framesOf, tile } from './support/pictures.ts';

const MINUTE = 60_000;
const round = 'round-1' as PhaseId;
const intro = 'intro' as PhaseId;
const PLAN: SessionPlan = {
  title: 'Pictures move along',
  language: 'en',
  admission: 'automatic',
  phases: [
    { id: intro, kind: 'intro', title: 'Welcome', plannedMs: 10 * MINUTE, minMs: 0, onTimeUp: 'hold' },
    {
      id: round,
      kind: 'breakout-round',
      title: 'Round 1',
      plannedMs: 20 * MINUTE,
      minMs: 0,
      onTimeUp: 'hold',
      round: { topic: 'Structures', tables: 2, groups: 'new' },
    },
  ],
};

test.use({
  plan: PLAN,
  people: { Frieda: 'facilitator', Ada: 'participant', Ben: 'participant', Cem: 'participant', Dora: 'participant' },
});

test('[E2E-20] pictures flow in the plenary, follow to the table and come back', async ({ workshop, enter }) => {
  await workshop.as('Frieda', { type: 'open-doors' }, { type: 'start-session' });
  await workshop.as('Dora'); // here without a camera, so that Cem is not alone at the other table
  const { page: ada } = await enter('Ada', { camera: true });
  const { page: ben } = await enter('Ben', { camera: true });
  const { page: cem } = await enter('Cem', { camera: true });

  await test.step('in the plenary everybody sees everybody', async () => {
    for (const name of ['Ben', 'Cem']) await expectMoving(ada, name);
    for (const name of ['Ada', 'Cem']) await expectMoving(ben, name);
  });

  await test.step('at a table only its people see each other', async () => {
    const seated = (name: string, at: 'a' | 'b') =>
      ({
        type: 'assign-seat',
        phaseId: round,
        seatId: workshop.seatId(name),
        roomId: `${round}-${at}` as RoomId,
      }) as const;
    await workshop.as('Frieda', seated('Ada', 'a'), seated('Ben', 'a'), seated('Cem', 'b'), seated('Dora', 'b'));
    await workshop.as('Frieda', { type: 'advance-phase', phaseId: intro });
    for (const page of [ada, ben, cem]) await page.getByRole('button', { name: /Go now/ }).click();
    await expectPeople(ada, 'Ada', 'Ben');
    await expectMoving(ada, 'Ben');
    await expectMoving(ben, 'Ada');
    await workshop.as('Dora', { type: 'go-to-table', phaseId: round });
    await expectPeople(cem, 'Cem', 'Dora');
    await expect(tile(cem, 'Ada')).toHaveCount(0);
  });

  await test.step('a camera that is off shows initials, and moves again when it is on', async () => {
    await ben.getByRole('button', { name: /Switch camera off/ }).click();
    await expect.poll(() => framesOf(ada, 'Ben')).toBe(0);
    await ben.getByRole('button', { name: /Switch camera on/ }).click();
    await expectMoving(ada, 'Ben');
  });

  await test.step('a shared screen is seen at the table and ends with it', async () => {
    await ada.getByRole('button', { name: 'Share screen' }).click();
    await expectMoving(ben, 'Screen of Ada', 2);
  });

  await test.step('back in the plenary everybody sees everybody again', async () => {
    await workshop.as('Frieda', { type: 'close-tables', phaseId: round, inMs: 60_000 });
    for (const page of [ada, ben, cem]) await page.getByRole('button', { name: /Go back now/ }).click();
    for (const name of ['Ben', 'Cem']) await expectMoving(ada, name);
    for (const name of ['Ada', 'Cem']) await expectMoving(ben, name);
    await expect(tile(ben, 'Screen of Ada')).toHaveCount(0);
  });
});

test.describe('when the video server dies', () => {
  test.use({ expectedErrors: VIDEO_IS_DOWN });

  test('[E2E-21] the workshop goes on, and pictures return with it', async ({ house, workshop, enter }) => {
    await workshop.as('Frieda', { type: 'open-doors' }, { type: 'start-session' });
    const { page: ada } = await enter('Ada', { camera: true });
    const { page: ben } = await enter('Ben', { camera: true });
    await expectMoving(ada, 'Ben');

    await house.stopVideo();
    await expect(ada.getByText(/Sound and picture (are being connected|cannot be reached)/)).toBeVisible({
      timeout: 60_000,
    });
    await workshop.as('Frieda', { type: 'advance-phase', phaseId: intro });
    await ada.getByRole('button', { name: /Go now/ }).click();
    await ben.getByRole('button', { name: /Go now/ }).click();
    await expectPeople(ada, 'Ada', 'Ben');

    await house.startVideo();
    await expectMoving(ada, 'Ben', 5, 60_000);
    await expectMoving(ben, 'Ada', 5, 60_000);
  });
});
