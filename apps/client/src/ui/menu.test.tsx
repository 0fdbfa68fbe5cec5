import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { Settings } from 'lucide-preact';
import { afterEach, expect, test } from 'vitest';
import { Menu } from './menu.tsx';

afterEach(cleanup);

function givenMenu() {
  const chosen: string[] = [];
  const item = (id: string) => ({ id, label: id, onSelect: () => chosen.push(id) });
  render(<Menu label="More" icon={Settings} items={[item('Move'), item('Mute'), item('Remove')]} />);
  const opener = screen.getByRole('button', { name: 'More' });
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  const focused = () => document.activeElement?.textContent;
  return { chosen, opener, press, focused };
}

test('opens on a click with the first entry focused, and arrows go round', async () => {
  const { opener, press, focused } = givenMenu();
  fireEvent.click(opener);
  await expect.poll(focused).toBe('Move');
  press('ArrowDown');
  expect(focused()).toBe('Mute');
  press('End');
  expect(focused()).toBe('Remove');
  press('ArrowDown');
  expect(focused()).toBe('Move');
  press('ArrowUp');
  expect(focused()).toBe('Remove');
});

test('a letter goes to the next entry that begins with it', async () => {
  const { opener, press, focused } = givenMenu();
  fireEvent.click(opener);
  await expect.poll(focused).toBe('Move');
  press('m');
  expect(focused()).toBe('Mute');
  press('r');
  expect(focused()).toBe('Remove');
});

test('Escape closes it and gives the focus back', async () => {
  const { opener, press, focused } = givenMenu();
  fireEvent.click(opener);
  await expect.poll(focused).toBe('Move');
  press('Escape');
  await expect.poll(() => screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(opener);
});

test('choosing does it once and closes', async () => {
  const { opener, chosen } = givenMenu();
  fireEvent.click(opener);
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Mute' }));
  await expect.poll(() => screen.queryByRole('menu')).toBeNull();
  expect(chosen).toEqual(['Mute']);
});
