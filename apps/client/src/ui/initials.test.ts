import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['Ada', 'A'],
  ['Ada Lovelace', 'AL'],
  ['Karl-Heinz von Berg', 'KB'],
  ['öz', 'Ö'],
  ['𝒜da', '𝒜'],
  ['  ', ''],
])('%s → %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
