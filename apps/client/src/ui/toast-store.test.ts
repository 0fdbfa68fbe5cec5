import { beforeEach, expect, test } from 'vitest';
import { dismiss, notify, stayMs, toasts } from './toast-store.ts';

beforeEach(() => toasts.setState({ lines: [] }));
const texts = () => toasts.getState().lines.map(({ text }) => text);

test('the same line stands once, as the newest, and only the last three stay', () => {
  for (const text of ['a', 'b', 'a', 'c']) notify({ text });
  expect(texts()).toEqual(['b', 'a', 'c']);
  notify({ text: 'd' });
  expect(texts()).toEqual(['a', 'c', 'd']);
});

test('a line is dismissed by its own id', () => {
  notify({ text: 'a' });
  notify({ text: 'b' });
  dismiss(toasts.getState().lines[0]?.id ?? -1);
  expect(texts()).toEqual(['b']);
});

test('a problem stays longer than a note, and a long line longer than a short one', () => {
  const line = (kind: 'note' | 'problem', text: string) => stayMs({ id: 1, kind, text });
  expect(line('problem', 'x')).toBeGreaterThan(line('note', 'x'));
  expect(line('note', 'x'.repeat(80))).toBeGreaterThan(line('note', 'x'));
});
