import { expect, test } from 'vitest';
import { machineTraces } from './tracked-files.ts';

const home = ['', 'home', 'ada', 'code'].join('/');
const registry = ['https://registry', 'npmjs', 'org/zod'].join('.');

test('a path of one machine and a registry are found, with their line', () => {
  expect(machineTraces('a.ts', `fine\nconst path = '${home}';\n"resolved": "${registry}"\n`)).toEqual([
    'a.ts:2: a path of one machine',
    'a.ts:3: a package registry',
  ]);
});

test.each(['/usr/bin/chromium', './work/it', 'https://example.org/home/page/', '~/work/', '$HOME/work/'])(
  '%s is not',
  (text) => {
    expect(machineTraces('a.ts', text)).toEqual([]);
  },
);
