import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { drawnWhenChanged } from './drawn-when-changed.ts';

afterEach(cleanup);

test('is drawn anew for a new word, not for the same word said again', () => {
  let drawn = 0;
  const Line = drawnWhenChanged(({ row }: { row: { name: string } }) => {
    drawn += 1;
    return <p>{row.name}</p>;
  });
  const { rerender } = render(<Line row={{ name: 'Ada' }} />);
  rerender(<Line row={{ name: 'Ada' }} />);
  expect(drawn).toBe(1);
  rerender(<Line row={{ name: 'Ben' }} />);
  expect([drawn, screen.getByText('Ben').textContent]).toEqual([2, 'Ben']);
});
