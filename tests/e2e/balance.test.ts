import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeVoice } from '../support/voice-file.ts';
import { expect, test } from './support/fixtures.ts';
import { roomPage } from './support/room-page.ts';

const voice = join(tmpdir(), `werkraum-voice-${process.pid}.wav`);

// A worker of its own, whose browser hears a voice in its microphone instead of beeps.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await writeVoice(voice, { spokenMs: 2_600, silentMs: 400 });
    await use({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), `--use-file-for-fake-audio-capture=${voice}`],
    });
  },
});

test('[E2E-40] whoever speaks sees their own time, others see theirs', async ({ workshop, arrive, enter }) => {
  await workshop.as('Frieda', { type: 'open-doors' }, { type: 'start-session' });
  const door = await arrive('Ada');
  await door.page.getByRole('button', { name: 'Microphone', exact: true }).click();
  await door.page.getByRole('checkbox', { name: /Speaking times may be kept/ }).check();
  await door.enter();
  const ben = await enter('Ben');
  const line = (page: typeof door.page) => page.getByRole('region', { name: 'Speaking time' });

  await roomPage(door.page).open('People');
  await ben.open('People');
  await expect(line(door.page)).toContainText(/Your speaking time here: 0:[1-5]0 min/, { timeout: 60_000 });
  await expect(line(ben.page)).toContainText('Your speaking time here: less than 10 seconds.');

  await test.step('what was answered at the door has gone in', async () => {
    await door.page.getByRole('button', { name: 'Settings' }).click();
    await expect(door.page.getByRole('checkbox', { name: /Speaking times may be kept/ })).toBeChecked();
  });
});
