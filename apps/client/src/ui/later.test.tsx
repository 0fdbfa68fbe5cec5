import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startLanguage } from '../i18n/i18n.ts';
import { later } from './later.tsx';

beforeAll(startLanguage);
afterEach(cleanup);

const Plan = ({ name }: { name: string }) => <p>The plan of {name}</p>;

test('shows the part once its code has come', async () => {
  const Part = later(async () => Plan);
  render(<Part name="Ada" />);
  expect(await screen.findByText('The plan of Ada')).toBeTruthy();
});

test('shows it at once when it was fetched before', async () => {
  const Part = later(async () => Plan);
  await Part.fetch();
  render(<Part name="Ada" />);
  expect(screen.getByText('The plan of Ada')).toBeTruthy();
});

test('says when the code cannot be had, and tries again', async () => {
  const answers = [Promise.reject(new Error('no network')), Promise.resolve(Plan)];
  const Part = later(() => answers.shift() ?? Promise.reject(new Error('asked too often')));
  render(<Part name="Ada" />);
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('The plan of Ada')).toBeTruthy();
});

test('has the page loaded anew when trying again was of no use', async () => {
  const Part = later((): Promise<typeof Plan> => Promise.reject(new Error('a newer build')));
  render(<Part name="Ada" />);
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: 'Load again' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});
