import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import type { CreateSession, SessionId } from '@werkraum/protocol';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startEveryWord } from '../../i18n/every-word.ts';
import type { HostApi } from './host-api.ts';
import { createHostDesk } from './host-desk.ts';
import type { LinkSheet } from './links.model.ts';
import { NewWorkshop } from './new-workshop.tsx';

beforeAll(startEveryWord);
afterEach(cleanup);

function givenForm() {
  const sent: CreateSession[] = [];
  const sheets: LinkSheet[] = [];
  const api: HostApi = {
    list: async () => ({ ok: true, value: [] }),
    create: async (session) => {
      sent.push(session);
      return { ok: true, value: { sessionId: 'session-1' as SessionId } };
    },
    remove: async () => ({ ok: true, value: undefined }),
    issueLink: async () => ({ ok: true, value: undefined }),
  };
  render(<NewWorkshop desk={createHostDesk(api)} created={(sheet) => sheets.push(sheet)} cancel={() => undefined} />);
  const create = () => fireEvent.click(screen.getByRole('button', { name: 'Create and show the links' }));
  return { sent, sheets, create };
}

test('the model workshop is created as it stands, with a link for each person', async () => {
  const { sent, sheets, create } = givenForm();
  create();
  await expect.poll(() => sheets.length).toBe(1);
  expect(sent[0]?.seats.map(({ name }) => name)).toEqual(sheets[0]?.people.map(({ name }) => name));
  expect(sheets[0]?.people).toHaveLength(12);
});

test('an unnamed person is pointed out when going on, not before, and nothing is sent', async () => {
  const { sent, create } = givenForm();
  fireEvent.click(screen.getByRole('button', { name: 'Add a person' }));
  const name = await screen.findByRole('textbox', { name: 'Name of person 13' });
  expect(screen.queryByText('A name is missing.')).toBeNull();
  create();
  await screen.findByText('A name is missing.');
  expect(name.getAttribute('aria-invalid')).toBe('true');
  expect(sent).toEqual([]);
});

test('a pasted list joins the people', async () => {
  givenForm();
  fireEvent.click(screen.getByRole('button', { name: 'Paste a list of names' }));
  const dialog = within(await screen.findByRole('dialog', { hidden: true }));
  fireEvent.input(dialog.getByRole('textbox', { hidden: true }), { target: { value: 'Ada\nZoe' } });
  fireEvent.click(await dialog.findByRole('button', { name: 'Add these people', hidden: true }));
  const added = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name of person 13' });
  expect(added.value).toBe('Zoe');
  expect(screen.getByRole('heading', { name: '13 people' })).toBeTruthy();
});
