import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { readTicket } from '@werkraum/protocol';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startLanguage } from '../../i18n/i18n.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { PeoplePanel } from './people-panel.tsx';

beforeAll(startLanguage);
afterEach(cleanup);

const button = (name: string) => screen.getByRole('button', { name });

test('people stand under the place where they are', () => {
  showScene({ moment: 'inputs' }, <PeoplePanel />);
  const names = within(screen.getByRole('region', { name: 'Table B' })).getAllByRole('listitem');
  expect(names.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('SalmaSpeaker'),
    expect.stringContaining('Finja'),
    expect.stringContaining('Greta'),
    expect.stringContaining('Hakanaway'),
    expect.stringContaining('Ines'),
  ]);
  expect(screen.queryByRole('button')).toBeNull();
});

test('one or all are let in', () => {
  const sent = showScene({ moment: 'intro', you: 'frieda' }, <PeoplePanel />);
  fireEvent.click(button('Let in: Jonas'));
  fireEvent.click(button('Let everybody in'));
  expect(sent).toEqual([{ type: 'admit-person', seatId: 'jonas' }, { type: 'admit-everyone' }]);
});

test('removing somebody is asked once more', () => {
  const sent = showScene({ moment: 'intro', you: 'frieda' }, <PeoplePanel />);
  fireEvent.click(button('Actions for Ben'));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Remove from the workshop…' }));
  expect(sent).toEqual([]);
  fireEvent.click(button('Remove Ben'));
  expect(sent).toEqual([{ type: 'remove-person', seatId: 'ben' }]);
});

test('the word is given and roles are changed from the menu', () => {
  const sent = showScene({ moment: 'talk', you: 'frieda' }, <PeoplePanel />);
  fireEvent.click(button('Actions for Cem'));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Give the word' }));
  fireEvent.click(button('Actions for Cem'));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Make Timekeeper' }));
  expect(sent).toEqual([
    { type: 'give-word', seatId: 'cem' },
    { type: 'change-role', seatId: 'cem', role: 'timekeeper' },
  ]);
});

test('[PE-2] somebody invited late gets a link that is shown once; only its hash is sent', async () => {
  const sent = showScene({ moment: 'intro', you: 'frieda' }, <PeoplePanel />);
  fireEvent.click(button('Invite somebody'));
  fireEvent.click(button('Make the link'));
  expect(screen.getByText('Please write a name.')).toBeTruthy();
  fireEvent.input(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Mia' } });
  fireEvent.click(button('Make the link'));

  const link = await waitFor(() => screen.getByText(/\/join#/).textContent ?? '');
  const ticket = readTicket(new URL(link).hash);
  expect(sent).toEqual([
    { type: 'invite-person', seatId: ticket?.seatId, name: 'Mia', role: 'participant', linkHash: expect.any(String) },
  ]);
  expect(JSON.stringify(sent)).not.toContain(ticket?.secret);
  expect(await screen.findByRole('img', { name: 'QR code of the link for Mia' })).toBeTruthy();
});
