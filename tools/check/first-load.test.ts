import { expect, test } from 'vitest';
import { filesOf, type Manifest } from './first-load.ts';

const manifest: Manifest = {
  'index.html': { file: 'index.js', css: ['base.css'], imports: ['_shared'] },
  'room.tsx': { file: 'room.js', css: ['room.css'], imports: ['_shared', 'index.html'] },
  _shared: { file: 'shared.js', css: ['shared.css'] },
  'plan.tsx': { file: 'plan.js', imports: ['_shared'] },
};

test('counts what comes with the entries, each file once, and nothing that comes later', () => {
  const files = ['index.js', 'base.css', 'shared.js', 'shared.css', 'room.js', 'room.css'];
  expect([...filesOf(manifest, ['index.html', 'room.tsx'])].sort()).toEqual(files.sort());
});

test('a page that is not in the build cannot be measured', () => {
  expect(() => filesOf(manifest, ['moved.tsx'])).toThrow('the build has no moved.tsx');
});
