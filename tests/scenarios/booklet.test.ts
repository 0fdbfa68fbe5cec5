import type { BlockId, BookletAnswer } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { givenWorkshop } from '../support/workshop.ts';

test('[BK-1] a booklet is read with the personal link once it is published, and by facilitators before', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  const { facilitator } = workshop;
  const ada = workshop.person('Ada');
  expect((await ada.fetches('GET', '/booklet')).status).toBe(403);
  expect((await ada.fetches('GET', '/booklet.pdf')).status).toBe(403);
  const before = (await (await facilitator.fetches('GET', '/booklet')).json()) as BookletAnswer;
  expect(before.revision).toBe(0);

  const change = { kind: 'hide', blockId: 'programme' as BlockId, hidden: true } as const;
  await facilitator.asks({ type: 'edit-booklet', change });
  await facilitator.asks({ type: 'publish-booklet' });
  const read = (await (await ada.fetches('GET', '/booklet')).json()) as BookletAnswer;
  expect(read).toMatchObject({ canUndo: false, publishedAt: expect.any(Number) });
  expect(read.revision).toBeUndefined();
  expect(read.booklet.sections.map(({ id }) => id)).not.toContain('programme');
});

test('[BK-11] files are attachments under the name of the workshop, with the link and with the host key', async () => {
  const workshop = await givenWorkshop(['Ada']);
  await workshop.facilitator.asks({ type: 'publish-booklet' });
  const pdf = await workshop.person('Ada').fetches('GET', '/booklet.pdf');
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(pdf.headers.get('content-disposition')).toMatch(/^attachment; filename=".+\.pdf"; filename\*=UTF-8''.+\.pdf$/);
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});
