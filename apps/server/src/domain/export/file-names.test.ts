import { expect, test } from 'vitest';
import { createNames, safeName } from './file-names.ts';

test.each([
  ['Our roof', 'Our roof'],
  ['Größe: ja/nein?', 'Größe- ja-nein'],
  ['../../etc/passwd', 'etc-passwd'],
  ['..\\..\\autoexec.bat', 'autoexec.bat'],
  ['.hidden.', 'hidden'],
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['console', 'console'],
  ['a\u202efdp.exe', 'a-fdp.exe'],
  ['line\nfeed\tand\u0000more', 'line-feed-and-more'],
  [' ... ', 'File'],
  ['\ud800', '\ufffd'],
])('[KE-23] a name given by somebody is the name of a file and never a path: %j', (given, name) => {
  expect(safeName(given, 'File')).toBe(name);
});

test('[KE-23] a long name is cut between letters', () => {
  expect(safeName('🏠'.repeat(200), 'File')).toBe('🏠'.repeat(80));
});

test('[KE-23] no name is given twice, however it is capitalised', () => {
  const nameOf = createNames();
  expect([nameOf('Roof', '.pdf'), nameOf('roof', '.pdf'), nameOf('Roof', '.pdf'), nameOf('Roof', '.png')]).toEqual([
    'Roof.pdf',
    'roof (2).pdf',
    'Roof (3).pdf',
    'Roof.png',
  ]);
});
