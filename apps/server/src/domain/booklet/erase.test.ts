import { type BlockId, type BookletChange, fingerprint, type PartId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { eraseFrom } from '../erase.ts';
import type { Fact } from '../session.ts';
import { arrivedAt, fold, idOf, seat } from '../testing/workshop.ts';
import { bookletOf } from './document.ts';

const text = (said: string): BookletChange => ({
  ...{ kind: 'text', blockId: 'cover' as BlockId, part: 'title' as PartId, text: said },
  was: fingerprint('Innovative municipalities: sustainable and digital'),
});
const own: BookletChange = {
  kind: 'add',
  blockId: 'own' as BlockId,
  sectionId: 'people' as BlockId,
  text: 'My own words',
};

test('[KE-20, BK-9] an erased person leaves no words in the booklet, and changes are still taken back one by one', () => {
  const edit = (change: BookletChange) => ({ type: 'edit-booklet', change }) as const;
  const before = arrivedAt('reflection')
    .doing(edit(text('Words of mine')), seat('Frieda'), 1)
    .doing(edit(own), seat('Frieda'), 2)
    .doing({ type: 'undo-booklet', revision: 2 }, seat('Frieda'), 3)
    .doing(edit(own), seat('Frieda'), 4);
  const facts = before.facts.flatMap((fact): Fact[] => {
    const left = eraseFrom(fact, idOf('Frieda'));
    return left ? [left] : [];
  });
  const after = fold(facts);
  expect(JSON.stringify(facts)).not.toMatch(/Words of mine|My own words/);
  expect(after?.booklet.revision).toBe(before.session.booklet.revision);
  expect(after && bookletOf(after, {}, 9).cover.title).toBe('Innovative municipalities: sustainable and digital');
  expect(JSON.stringify(before.session)).toContain('My own words');
});
