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

test('[PR-15] further images go behind the pages there are, one after the other, and the page is asked anew once', async () => {
  const { desk, paths, changes } = givenDesk();
  const image = (name: string) => new File(['xxxxxx'], name, { type: 'image/png' });
  expect(await desk.addImages('roof', { name: 'Roof.png', pages: 2 }, [image('a.png'), image('b.png')])).toBe(2);
  expect(paths).toEqual(['/decks/roof?name=Roof.png&page=3', '/decks/roof?name=Roof.png&page=4']);
  expect([changes(), desk.store.getState()]).toEqual([1, {}]);
});

test('[PR-15] of several images those before the one that cannot be taken stay', async () => {
  const { desk, paths } = givenDesk();
  const image = (name: string, size = 6) => new File(['x'.repeat(size)], name, { type: 'image/webp' });
  expect(await desk.addImages('roof', { name: 'Roof', pages: 1 }, [image('a.webp'), image('b.webp', 11)])).toBe(1);
  expect([paths.length, desk.store.getState()]).toEqual([1, { problem: { kind: 'too-large' } }]);
  expect(await desk.addImages('roof', { name: 'Roof', pages: 1 }, [pdf()])).toBe(0);
  expect([paths.length, desk.store.getState()]).toEqual([1, { problem: { kind: 'wrong-type' } }]);
});
