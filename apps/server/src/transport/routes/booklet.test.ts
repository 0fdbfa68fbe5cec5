import { expect, test } from 'vitest';
import { attachment } from './booklet.ts';

test('[BK-11] a file has a name of any letters, and nothing in it ends the header', () => {
  const header = attachment('Städte & "Ziele": 17/17\r\nSet-Cookie: x=1; ümlaut.pdf');
  expect(header).not.toMatch(/[\r\n]/);
  const [, plain, exact] =
    /^attachment; filename="([^"\\]*)"; filename\*=UTF-8''([A-Za-z0-9%._~!-]+)$/.exec(header) ?? [];
  expect(plain).toMatch(/^Stadte & -Ziele-/);
  expect(decodeURIComponent(exact ?? '')).toMatch(/^Städte & -Ziele- 17-17-Set-Cookie- x=1; ümlaut\.pdf$/);
});
