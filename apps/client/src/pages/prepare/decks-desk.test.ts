import { expect, test } from 'vitest';
import type { SeatAnswer } from '../../connection/seat-answer.ts';
import type { Transfer } from '../../connection/seat-transfer.ts';
import { createDecksDesk } from './decks-desk.ts';

const pdf = (name = 'slides.pdf', size = 6) => new File(['x'.repeat(size)], name, { type: 'application/pdf' });

/** A page whose server takes or refuses files as told. */
function givenDesk(answer: SeatAnswer<unknown> = { ok: true, value: {} }) {
  const paths: string[] = [];
  const parts: (number | undefined)[] = [];
  let changes = 0;
  const upload = async (path: string, _bytes: Blob, { signal, progress }: Transfer = {}) => {
    paths.push(path);
    progress?.(3, 6);
    parts.push(desk.store.getState().uploading?.part);
    return signal?.aborted ? ({ ok: false, problem: 'stopped', code: 'stopped' } as const) : answer;
  };
  const changed = async () => {
    changes += 1;
  };
  const desk = createDecksDesk({ upload, send: async () => ({ ok: true, value: undefined }) }, changed, 10);
  return { desk, paths, parts, changes: () => changes };
}

test('a file goes up under an id of its own, tells how far, and the page is asked anew', async () => {
  const { desk, paths, parts, changes } = givenDesk();
  expect(await desk.upload(pdf('Über uns & mehr.pdf'))).toBe(true);
  const url = new URL(paths[0] ?? '', 'https://x.example');
  expect(url.pathname).toMatch(/^\/decks\/[0-9a-f-]{36}$/);
  expect(url.searchParams.get('name')).toBe('Über uns & mehr.pdf');
  expect([parts, changes(), desk.store.getState()]).toEqual([[0.5], 1, {}]);
});

test('a name that could turn the reading direction around is one visible line', async () => {
  const { desk, paths } = givenDesk();
  await desk.upload(pdf('a\u202efdp.exe\n.pdf'));
  expect(new URL(paths[0] ?? '', 'https://x.example').searchParams.get('name')).toBe('afdp.exe.pdf');
});

test.each([
  [pdf('big.pdf', 11), { kind: 'too-large' }],
  [new File(['x'], 'page.html', { type: 'text/html' }), { kind: 'wrong-type' }],
] as const)('what cannot be taken is not sent: %#', async (file, problem) => {
  const { desk, paths } = givenDesk();
  expect(await desk.upload(file)).toBe(false);
  expect([paths, desk.store.getState()]).toEqual([[], { problem }]);
});

test.each([
  [
    { ok: false, problem: 'refused', code: 'file-locked' },
    { kind: 'refused', code: 'file-locked' },
  ],
  [{ ok: false, problem: 'unreachable', code: 'unreachable' }, { kind: 'unreachable' }],
  [{ ok: false, problem: 'stopped', code: 'stopped' }, { kind: 'stopped' }],
] as const)('a file that is not taken says why: %#', async (answer, problem) => {
  const { desk } = givenDesk(answer);
  expect(await desk.upload(pdf())).toBe(false);
  expect(desk.store.getState()).toEqual({ problem });
});
