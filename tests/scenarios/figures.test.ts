import { expect, test } from 'vitest';
import { begin, must } from '../support/steps.ts';
import { givenWorkshop, type Workshop } from '../support/workshop.ts';

/** A figure as the operator reads it; its labels are part of the name. */
async function figures({ server }: Workshop): Promise<(name: string) => number> {
  const lines = (await (await server.api('GET', '/metrics')).text()).split('\n');
  return (name) => Number(lines.find((line) => line.startsWith(`${name} `))?.slice(name.length) ?? Number.NaN);
}

const DIRECT = 'werkraum_patch_deliveries_total{way="direct"}';
const STOCK = 'werkraum_patch_deliveries_total{way="stock"}';

test('the figures follow what happens: one patch however many people, each of them reached directly', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  await begin(workshop);
  const before = await figures(workshop);
  const { length } = workshop.person('Ada').client().frames();
  await must(workshop.person('Ada').asks({ type: 'raise-hand' }));
  const after = await figures(workshop);
  const grown = (name: string) => after(name) - before(name);
  const frames = workshop.person('Ada').client().frames().slice(length);
  const patches = frames.filter((frame) => frame.includes('"kind":"patch"'));

  // The session's patch to everybody, and Ada's own document, in which raising a hand gives way to lowering it.
  expect(after('werkraum_sockets')).toBe(5);
  expect(grown('werkraum_patch_bytes_count')).toBe(patches.length);
  expect(grown(DIRECT)).toBe(5 + patches.length - 1);
  expect(after(STOCK)).toBe(0);
  // What Engine.IO and WebSocket put around a packet is one byte of type and two or four of frame.
  const size = patches.reduce((sum, frame) => sum + Buffer.byteLength(frame), 0);
  expect(grown('werkraum_patch_bytes_sum') - size).toBeLessThanOrEqual(5 * patches.length);
  expect(grown('werkraum_patch_bytes_sum')).toBeGreaterThan(size);
  await workshop.close();
});

test('refusals are counted by their code', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  await begin(workshop);
  const reply = await workshop.person('Ada').asks({ type: 'give-word', seatId: workshop.person('Ben').seatId });
  await workshop.person('Ben').vanishes();
  expect(await workshop.person('Ben').enters({ protocol: 0 })).toBe('upgrade-required');
  const figure = await figures(workshop);

  expect(reply).toEqual({ ok: false, rejection: 'facilitator-only' });
  expect(figure('werkraum_commands_rejected_total{code="facilitator-only"}')).toBe(1);
  expect(figure('werkraum_handshakes_refused_total{code="upgrade-required"}')).toBe(1);
  await workshop.close();
});
