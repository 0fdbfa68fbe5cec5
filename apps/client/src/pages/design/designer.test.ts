import { modelWorkshop } from '@werkraum/protocol';
import { afterEach, expect, test } from 'vitest';
import { createDesigner, newDraft } from './designer.ts';
import { type Draft, fromTemplate } from './draft.ts';
import { createDraftShelf } from './drafts.ts';
import { withLanguage, withPlan } from './edits.ts';

const shelf = createDraftShelf(localStorage);
afterEach(() => localStorage.clear());

const opened = newDraft(fromTemplate(modelWorkshop('en')), 0, 'model');
function givenDesigner(kept = opened) {
  let at = 0;
  const designer = createDesigner(shelf, kept, () => ++at);
  const draft = (): Draft => designer.store.getState().history.now;
  const entitle = (title: string) => designer.change(withPlan(draft(), { title }), 'title');
  return { designer, draft, entitle, saving: () => designer.store.getState().saving };
}
const said = () => {
  const key = `werkraum.design.${opened.id}`;
  dispatchEvent(Object.assign(new Event('storage'), { key, newValue: localStorage.getItem(key) }));
};

test('[DE-7] every edit is kept at once, and so is every step back', () => {
  const { designer, draft, entitle, saving } = givenDesigner();
  entitle('Our day');
  expect(shelf.read(opened.id)?.draft.plan.title).toBe('Our day');
  expect(saving()).toEqual({ at: 'kept', when: 1 });
  designer.undo();
  expect(shelf.read(opened.id)?.draft).toEqual(draft());
  expect(draft().plan.title).toBe(opened.draft.plan.title);
  designer.redo();
  expect(shelf.read(opened.id)?.draft.plan.title).toBe('Our day');
});

test('[DE-8] when another tab wrote, it is told, and a person chooses whose draft it is', () => {
  const mine = givenDesigner();
  mine.entitle('Mine');
  const there = shelf.read(opened.id);
  if (!there) throw new Error('nothing kept');
  const theirs = givenDesigner(there);
  theirs.entitle('Theirs');
  said();
  mine.entitle('Mine again');
  expect(mine.saving()).toMatchObject({ at: 'changed', other: { draft: { plan: { title: 'Theirs' } } } });
  expect(shelf.read(opened.id)?.draft.plan.title).toBe('Theirs');

  mine.designer.keepMine();
  expect(shelf.read(opened.id)?.draft.plan.title).toBe('Mine again');
  said();
  theirs.designer.takeOther();
  expect(theirs.draft().plan.title).toBe('Mine again');
  theirs.designer.undo();
  expect(theirs.draft().plan.title).toBe('Theirs');
  for (const { designer } of [mine, theirs]) designer.stop();
});

test('[DE-9] starting over brings the template back, and can be taken back', () => {
  const { designer, draft, entitle } = givenDesigner();
  entitle('Our day');
  designer.startOver?.();
  expect(draft().plan).toEqual(modelWorkshop('en').plan);
  designer.undo();
  expect(draft().plan.title).toBe('Our day');
  expect(createDesigner(shelf, newDraft(opened.draft, 0), () => 0).startOver).toBeUndefined();
});

test('a draft nobody changed is not left on the shelf', () => {
  shelf.write(opened);
  const { designer, entitle } = givenDesigner();
  designer.putAway();
  expect(shelf.list()).toEqual([]);
  entitle('Our day');
  designer.putAway();
  expect(shelf.list()).toHaveLength(1);
});

test('a workshop that was made leaves its draft on the shelf', () => {
  const { designer } = givenDesigner();
  designer.created();
  expect(shelf.list()[0]).toMatchObject({ id: opened.id, createdAt: 1 });
});

test('[DE-14] another language takes along what the template wrote, and leaves what was changed', () => {
  const german = modelWorkshop('de').plan;
  expect(withLanguage(opened.draft, 'de', modelWorkshop).plan).toEqual(german);
  const changed = withLanguage(withPlan(opened.draft, { title: 'Our day' }), 'de', modelWorkshop).plan;
  expect(changed).toEqual({ ...german, title: 'Our day' });
  expect(withLanguage(opened.draft, 'de').plan).toEqual({ ...opened.draft.plan, language: 'de' });
});
