import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { type BlockId, type Booklet, type BookletAnswer, type Command, fingerprint } from '@werkraum/protocol';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { refusalOf, type SeatAnswer } from '../../connection/seat-answer.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { goBack, moved, placeOf, retell } from './booklet.model.ts';
import { type BookletDeskParts, createBookletDesk } from './booklet-desk.ts';
import { BookletDeskView } from './desk-view.tsx';
import sample from './sample-en.json';

const booklet = sample as unknown as Booklet;
const id = (name: string) => name as BlockId;

beforeAll(startEveryWord);
afterEach(cleanup);

/** A desk whose server answers with this, and what was asked of it. */
function deskOf(answer: Partial<BookletAnswer> | SeatAnswer<unknown>, refused?: SeatAnswer<undefined>) {
  const sent: Command[] = [];
  const saved: string[] = [];
  const value = { booklet, canUndo: false, ...answer };
  const api: BookletDeskParts['api'] = {
    ask: async () => ('ok' in answer ? answer : { ok: true, value }),
    send: async (command) => {
      sent.push(command);
      return refused ?? { ok: true, value: undefined };
    },
    fetchFile: async (path) => (path.endsWith('.md') ? refusalOf('refused') : { ok: true, value: new Blob(['x']) }),
  };
  return { desk: createBookletDesk({ api, save: (name) => saved.push(name) }), sent, saved };
}

async function shown(answer: Partial<BookletAnswer>, refused?: SeatAnswer<undefined>) {
  const made = deskOf(answer, refused);
  await made.desk.refresh();
  render(<BookletDeskView desk={made.desk} />);
  return made;
}

test('[BK-7] a text is told differently with what it was made from; telling what is generated goes back to it', () => {
  const plain = placeOf({ id: id('people~lead') }, 'text', 'Twelve people.');
  const was = fingerprint('Twelve people.');
  const at = { kind: 'text', blockId: 'people~lead', part: 'text', was };
  expect(retell(plain, ' Twelve of us. ')).toEqual({ ...at, text: 'Twelve of us.' });
  expect(retell(plain, 'Twelve people.')).toBeUndefined();
  const edits = { text: { source: 'Twelve people.' } };
  const edited = placeOf({ id: id('people~lead'), edits }, 'text', 'Twelve of us.');
  expect(retell(edited, 'All of us.')).toEqual({ ...at, text: 'All of us.', seen: 'Twelve of us.' });
  expect(goBack(edited)).toEqual({ ...at, seen: 'Twelve of us.' });
  expect(goBack(plain)).toBeUndefined();
});

test('[BK-7] sections move by one place, and not beyond either end', () => {
  const order = booklet.sections.map((section) => section.id);
  const [first, second, third] = order;
  expect(moved(booklet, id('people'), 'up')).toEqual({ kind: 'move', sectionId: second, before: first });
  expect(moved(booklet, first as BlockId, 'down')).toEqual({ kind: 'move', sectionId: first, before: third });
  expect(moved(booklet, first as BlockId, 'up')).toBeUndefined();
  expect(moved(booklet, order.at(-2) as BlockId, 'down')).toEqual({ kind: 'move', sectionId: order.at(-2) });
  expect(moved(booklet, order.at(-1) as BlockId, 'down')).toBeUndefined();
});

test('[BK-1] readers see the document and its files, and nothing to edit', async () => {
  const { desk, saved } = await shown({ publishedAt: 1 });
  expect(screen.getByRole('heading', { level: 1, name: booklet.cover.title })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
  await desk.download('pdf');
  expect(saved).toEqual([`${booklet.cover.title}.pdf`]);
  await desk.download('md');
  expect((await screen.findByRole('alert')).textContent).toContain('could not be made');
});

test('[BK-7] who edits presses a text, changes it where it stands, and saves it', async () => {
  const { sent } = await shown({ revision: 0 });
  fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
  fireEvent.click(screen.getByRole('button', { name: `Edit: ${booklet.cover.title}` }));
  const box = screen.getByRole('textbox', { name: 'Text' });
  fireEvent.input(box, { target: { value: 'What we found' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await expect.poll(() => sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    type: 'edit-booklet',
    change: { kind: 'text', part: 'title', text: 'What we found' },
  });
});

test('[BK-8] a refusal is told in words, and what was typed stays', async () => {
  await shown({ revision: 0 }, refusalOf('refused', 'booklet-changed-meanwhile'));
  fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
  fireEvent.click(screen.getByRole('button', { name: `Edit: ${booklet.cover.title}` }));
  fireEvent.input(screen.getByRole('textbox', { name: 'Text' }), { target: { value: 'Mine' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Somebody else has just changed this');
  expect((screen.getByRole('textbox', { name: 'Text' }) as HTMLTextAreaElement).value).toBe('Mine');
});

test('what a link leads to is checked once more by the page', async () => {
  const items = [{ part: 'r', text: 'Bad', detail: 'javascript:alert(1)', href: 'javascript:alert(1)' }];
  const block = { id: 'references~list', kind: 'list', items };
  const sections = [{ id: 'references', title: 'References', blocks: [block] }] as unknown as Booklet['sections'];
  await shown({ booklet: { ...booklet, sections } });
  expect(within(screen.getByRole('article')).queryByRole('link', { name: /javascript/ })).toBeNull();
});

test.each([
  [refusalOf('unknown-link'), 'This needs your personal link'],
  [refusalOf('removed'), 'This link opens nothing any more'],
  [refusalOf('unreachable'), 'The server does not answer'],
  [refusalOf('refused', 'not-published'), 'The booklet is not ready yet'],
])('[BK-1] why there is nothing to read is said: %o', async (refusal, words) => {
  const { desk } = deskOf(refusal);
  await desk.refresh();
  render(<BookletDeskView desk={desk} />);
  expect(screen.getByRole('heading', { name: words })).toBeTruthy();
});

test('[BK-14] what the house alone says of the record is read, and offers no editing', () => {
  const { desk } = deskOf({ revision: 0 });
  return desk.refresh().then(() => {
    render(<BookletDeskView desk={desk} startsEditing />);
    expect(screen.getByText(/check value 3f2a9c1e/).closest('button')).toBeNull();
    expect(screen.getByText(/Made with Werkraum from/).closest('button')).not.toBeNull();
  });
});
