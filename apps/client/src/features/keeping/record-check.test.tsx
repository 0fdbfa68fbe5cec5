import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startEveryWord } from '../../i18n/every-word.ts';
import { RecordLine } from './record-check.tsx';

beforeAll(startEveryWord);
afterEach(cleanup);

test('[KE-26] the check value is shown in groups, with what it is for', () => {
  render(<RecordLine check={{ entries: 1482, value: '0123456789abcdef'.repeat(4) }} />);
  const section = screen.getByRole('region', { name: 'Record of this workshop' });
  expect(section.textContent).toContain(
    `1,482 entries up to the end, check value ${'01234567 89abcdef '.repeat(4).trim()}`,
  );
  expect(section.textContent).toContain('As long as it stays the same');
});

test('[KE-26] of a damaged record it is said that there is none', () => {
  render(<RecordLine check={{ damagedAt: 3 }} />);
  expect(screen.getByText(/is damaged/)).toBeDefined();
});
