import { cleanup, fireEvent, screen } from '@testing-library/preact';
import type { ReferenceView, SeatId } from '@werkraum/protocol';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Documents } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { ReferenceList } from './reference-list.tsx';
import { problemOf, saidIn } from './references.model.ts';

beforeAll(startEveryWord);
afterEach(cleanup);

const reference = (title: string, by: string, link?: string): ReferenceView => ({
  ...{ number: 1, title, kind: 'guideline', by: by as SeatId, at: 0 },
  ...(link && { link }),
});
const knowing = (references: Record<string, ReferenceView>) => (documents: Documents) => ({
  ...documents,
  session: { ...documents.session, references },
});
const atTable = { moment: 'inputs', you: 'ada' } as const;
const draft = (link: string) => ({ title: 'A title', link, kind: 'network' as const });

test('[RF-1] what is filled in is added; without a title it says what is missing', () => {
  const sent = showScene(atTable, <ReferenceList />);
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(screen.getByText('Please give it a title.')).toBeTruthy();
  fireEvent.input(screen.getByLabelText('Title'), { target: { value: 'Open data ' } });
  fireEvent.input(screen.getByLabelText(/Link/), { target: { value: 'example.org/open' } });
  fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'platform' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(sent).toEqual([
    {
      ...{ type: 'add-reference', referenceId: expect.any(String) },
      ...{ title: 'Open data', link: 'https://example.org/open', kind: 'platform' },
    },
  ]);
});

test('[RF-2] what is no web address is refused before it is sent; what everybody leaves out is put back', () => {
  expect(saidIn(draft(' example.org '))).toEqual({ title: 'A title', kind: 'network', link: 'https://example.org' });
  expect(saidIn(draft('  '))).toEqual({ title: 'A title', kind: 'network' });
  expect(problemOf(draft('https://example.org/a b'))).toBeUndefined();
  for (const link of [
    'javascript:alert(1)',
    'http://example.org',
    'ask Ben',
    'https://me:word@example.org',
    'data:,x',
  ]) {
    expect({ link, problem: problemOf(draft(link)) }).toEqual({ link, problem: 'no-web-address' });
  }
});

test('[RF-2] a link that is none, wherever it came from, is shown as no link', () => {
  const items = {
    one: reference('Bad', 'ben', 'javascript:alert(1)'),
    two: reference('Good', 'ben', 'https://e.org/x'),
  };
  showScene(atTable, <ReferenceList />, knowing(items));
  const links = screen.getAllByRole('link');
  expect(links.map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('rel')])).toEqual([
    ['e.org', 'https://e.org/x', 'noopener noreferrer'],
  ]);
});

test('[RF-5] only who added it, or a facilitator, has something to do with it', () => {
  showScene(atTable, <ReferenceList />, knowing({ one: reference('Mine', 'ada'), two: reference('Theirs', 'ben') }));
  expect(screen.getByRole('button', { name: 'Actions for: Mine' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Actions for: Theirs' })).toBeNull();
});
