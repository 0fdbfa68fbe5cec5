import type { Command } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { SeatAnswer } from '../../connection/seat-answer.ts';
import { createContributionDesk } from './contribution-desk.ts';

const SILENCE = { ok: false, problem: 'unreachable', code: 'unreachable' } as const;
const LAST = { ok: false, problem: 'refused', code: 'last-facilitator' } as const;

/** A server that answers as told. */
function givenDesk({ answer, reply }: { answer?: SeatAnswer<Blob>; reply?: SeatAnswer<undefined> } = {}) {
  const kept: Blob[] = [];
  const said: Command[] = [];
  const api = {
    fetchFile: async (path: string) => answer ?? { ok: true as const, value: new Blob([`archive of ${path}`]) },
    send: async (command: Command) => {
      said.push(command);
      return reply ?? { ok: true as const, value: undefined };
    },
  };
  return { desk: createContributionDesk({ api, keep: (archive) => kept.push(archive) }), kept, said };
}

test('[KE-23] what one contributed is saved as it came', async () => {
  const { desk, kept } = givenDesk();
  expect(await desk.save()).toBe(true);
  expect(await Promise.all(kept.map((archive) => archive.text()))).toEqual(['archive of /export']);
  expect(desk.store.getState()).toEqual({});
});

test('[KE-23] without an answer no file is made, and why is said', async () => {
  const { desk, kept } = givenDesk({ answer: SILENCE });
  expect(await desk.save()).toBe(false);
  expect([kept, desk.store.getState()]).toEqual([[], { problem: 'unreachable' }]);
});

test('[KE-19] people erase themselves: nobody else is named', async () => {
  const { desk, said } = givenDesk();
  expect(await desk.erase()).toBe(true);
  expect([said, desk.store.getState()]).toEqual([[{ type: 'erase-person' }], {}]);
});

test.each([
  [SILENCE, 'unreachable'],
  [LAST, 'last-facilitator'],
] as const)('[KE-19] what was not erased is not said to be: %#', async (reply, problem) => {
  const { desk } = givenDesk({ reply });
  expect(await desk.erase()).toBe(false);
  expect(desk.store.getState()).toEqual({ problem });
});
