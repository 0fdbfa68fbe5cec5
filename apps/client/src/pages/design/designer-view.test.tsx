import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { type CreateSession, modelWorkshop, type SessionId } from '@werkraum/protocol';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startEveryWord } from '../../i18n/every-word.ts';
import { createDesigner, newDraft } from './designer.ts';
import { DesignerView } from './designer-view.tsx';
import { type Draft, fromNothing, fromTemplate } from './draft.ts';
import { createDraftShelf } from './drafts.ts';
import type { Created } from './use-creating.ts';

beforeAll(startEveryWord);
afterEach(() => {
  cleanup();
  localStorage.clear();
});

function givenDesigner(draft: Draft = fromTemplate(modelWorkshop('en'))) {
  const sent: CreateSession[] = [];
  const made: Created[] = [];
  const desk = {
    create: async (session: CreateSession) => {
      sent.push(session);
      return { ok: true as const, value: { sessionId: 'session-1' as SessionId } };
    },
  };
  const designer = createDesigner(createDraftShelf(localStorage), newDraft(draft, 0, 'model'), () => 1);
  const leave = () => undefined;
  render(<DesignerView designer={designer} desk={desk} now={0} created={(what) => made.push(what)} leave={leave} />);
  const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
  const open = (name: RegExp) => fireEvent.click(screen.getByRole('tab', { name }));
  const now = () => designer.store.getState().history.now;
  return { sent, made, press, open, now };
}

test('a template is created as it stands, with a link for each person', async () => {
  const { sent, made, press } = givenDesigner();
  press('Create and show the links');
  await expect.poll(() => made.length).toBe(1);
  expect(sent[0]?.plan).toEqual(modelWorkshop('en').plan);
  expect(made[0]?.sheet.people.map(({ name }) => name)).toEqual(sent[0]?.seats.map(({ name }) => name));
});

test('[KE-24] the draft of a follow-up says what will come along, and is created as one', async () => {
  const followsUp = 'earlier' as SessionId;
  const { sent, press } = givenDesigner({ ...fromTemplate(modelWorkshop('en')), followsUp });
  expect(screen.getByText(/^A follow-up: once it is created, the parking lot/)).toBeTruthy();
  press('Create and show the links');
  await expect.poll(() => sent).toMatchObject([{ followsUp }]);
  cleanup();
  givenDesigner();
  expect(screen.queryByText(/^A follow-up:/)).toBeNull();
});

test('[DE-17] what is missing is said when going on, and nothing is sent', async () => {
  const { sent, press } = givenDesigner(fromNothing('en'));
  press('Create and show the links');
  expect((await screen.findByRole('alert')).textContent).toBe('3 things have to be mended first.');
  press('Person 1 has no name.');
  const name = await screen.findByRole('textbox', { name: 'Name of person 1' });
  expect(document.activeElement).toBe(name);
  expect(name.getAttribute('aria-invalid')).toBe('true');
  expect(sent).toEqual([]);
});

test('[DE-16] a check leads to the field where it is mended', async () => {
  const { open, press } = givenDesigner(fromNothing('en'));
  open(/^Checks/);
  press('Round 1 has no topic.');
  expect(document.activeElement).toBe(await screen.findByRole('textbox', { name: 'Topic' }));
});

test('[DE-30] a pasted list tells what it would bring before it joins the people', async () => {
  const { open, press, now } = givenDesigner();
  open(/^People/);
  press('Paste a list');
  const dialog = within(await screen.findByRole('dialog', { hidden: true }));
  fireEvent.input(dialog.getByRole('textbox', { hidden: true }), { target: { value: 'Ada <a@x.de>\nZoe' } });
  expect((await dialog.findByRole('status', { hidden: true })).textContent).toBe(
    '2 people found, addresses: 1. One of them is on the list already.',
  );
  fireEvent.click(dialog.getByRole('button', { name: 'Add these people', hidden: true }));
  expect(
    now()
      .people.map(({ name, address }) => `${name} ${address}`)
      .slice(-1),
  ).toEqual(['Zoe ']);
  expect(now().people.find(({ name }) => name === 'Ada')?.address).toBe('a@x.de');
});

test('[DE-4] a phase is moved and resized by keys', () => {
  const { now } = givenDesigner();
  const block = () => screen.getByRole('button', { name: /Introduction/ });
  fireEvent.keyDown(block(), { key: 'ArrowDown', altKey: true });
  expect(
    now()
      .plan.phases.map(({ id }) => id)
      .slice(0, 2),
  ).toEqual(['talk', 'intro']);
  fireEvent.keyDown(block(), { key: '-' });
  expect(now().plan.phases[1]?.plannedMs).toBe(14 * 60_000);
});

test('a length that is none is told, and what was there holds', async () => {
  const { now } = givenDesigner();
  const field = screen.getByRole('textbox', { name: 'Minutes of Input talk' });
  fireEvent.input(field, { target: { value: 'soon' } });
  expect(await screen.findByText('Please type minutes, for example 25 or 2:30.')).toBeTruthy();
  expect(now().plan.phases[1]?.plannedMs).toBe(20 * 60_000);
  fireEvent.input(field, { target: { value: '2:30' } });
  expect(now().plan.phases[1]?.plannedMs).toBe(150_000);
});

test('[DE-6] a length that is taken back is shown as it was, also in the field it was typed into', async () => {
  const { now } = givenDesigner();
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Minutes of Input talk' });
  fireEvent.input(field, { target: { value: '35' } });
  await expect.poll(() => field.value).toBe('35');
  fireEvent.keyDown(field, { key: 'z', ctrlKey: true });
  expect(now().plan.phases[1]?.plannedMs).toBe(20 * 60_000);
  await expect.poll(() => field.value).toBe('20');
});

test('[DE-4] when a phase is removed, the focus goes to the next one', async () => {
  const { press, now } = givenDesigner();
  fireEvent.click(screen.getByRole('button', { name: /Input talk/ }));
  const remove = await screen.findByRole('button', { name: 'Remove' });
  remove.focus();
  press('Remove');
  expect(
    now()
      .plan.phases.map(({ id }) => id)
      .slice(0, 2),
  ).toEqual(['intro', 'round-1']);
  await expect.poll(() => document.activeElement?.textContent).toBe('Phase 2 of 5');
});
