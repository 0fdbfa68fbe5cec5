import type { PhaseId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { givenWorkshop, minutes } from '../support/workshop.ts';

test('the model workshop runs from the first click to the last', async () => {
  const workshop = await givenWorkshop();
  const { facilitator, person, clock } = workshop;
  expect(person('Ada').you().admission).toBe('waiting');

  expect(await facilitator.asks({ type: 'open-doors' })).toEqual({ ok: true });
  expect(person('Ada').you().admission).toBe('admitted');
  await facilitator.asks({ type: 'start-session' });
  await clock.advance(minutes(15));
  expect(person('Ada').sees().agenda.clock?.phaseId).toBe('intro');
  await facilitator.asks({ type: 'advance-phase', phaseId: 'intro' as PhaseId });
  expect(person('Ada').sees().agenda.clock?.phaseId).toBe('talk');
  await workshop.close();
});
