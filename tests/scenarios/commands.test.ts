import type { CommandId, PhaseId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { begin, must, phaseOf } from '../support/steps.ts';
import { givenWorkshop } from '../support/workshop.ts';

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as CommandId;
const next = (phaseId: string) => ({ type: 'advance-phase' as const, phaseId: phaseId as PhaseId });

test('[WI-8] a command that is repeated with its id has one effect, also after a restart', async () => {
  const before = await givenWorkshop(['Ada']);
  await begin(before);
  await must(before.facilitator.asks(next('intro'), id(1)));
  expect(await before.facilitator.asks(next('intro'), id(1))).toEqual({ ok: true });
  expect(await before.facilitator.asks(next('intro'), id(2))).toMatchObject({ rejection: 'phase-already-ended' });

  const after = await before.restart();
  expect(await after.facilitator.asks(next('intro'), id(1))).toEqual({ ok: true });

  expect(phaseOf(after)).toBe('talk');
  await after.close();
});

test('[WI-8] an id that is used for something else is refused', async () => {
  const { facilitator, person, close } = await givenWorkshop(['Ada']);
  await must(facilitator.asks({ type: 'open-doors' }, id(1)));

  expect(await facilitator.asks({ type: 'start-session' }, id(1))).toMatchObject({ rejection: 'command-id-reused' });
  expect(await person('Ada').asks({ type: 'open-doors' }, id(1))).toMatchObject({ rejection: 'command-id-reused' });
  await close();
});

test('[PE-11] [WI-9] of two facilitators who press the same button one wins, and the other learns it', async () => {
  const workshop = await givenWorkshop(['Ada']);
  await begin(workshop);
  const fay = await workshop.invite('Fay', 'facilitator');
  await fay.enters();

  const replies = await Promise.all([workshop.facilitator.asks(next('intro')), fay.asks(next('intro'))]);

  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(replies).toContainEqual({ ok: false, rejection: 'phase-already-ended' });
  expect(phaseOf(workshop)).toBe('talk');
  expect(fay.sees()).toEqual(workshop.facilitator.sees());
  await workshop.close();
});

test('[WI-3] commands that only the house sends are no commands on the wire', async () => {
  const workshop = await givenWorkshop(['Ada']);
  await begin(workshop);
  const { clock } = workshop.facilitator.sees().agenda;
  const forged = { type: 'expire-phase', phaseId: clock?.phaseId, endsAt: clock?.endsAt };

  expect(await workshop.facilitator.asks(forged as never)).toEqual({ ok: false, rejection: 'malformed-command' });
  await workshop.close();
});
