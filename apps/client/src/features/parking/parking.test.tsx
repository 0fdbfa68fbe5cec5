import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import type { ParkedView, SeatId } from '@werkraum/protocol';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Documents } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { ParkingLot } from './parking-lot.tsx';

beforeAll(startEveryWord);
afterEach(cleanup);

const seatId = (name: string) => name as SeatId;
const item = (number: number, text: string, by: string, more: Partial<ParkedView> = {}): ParkedView => ({
  ...{ number, text, by: seatId(by), owner: seatId(by), at: 0, settled: false },
  ...more,
});
const parking = (items: Record<string, ParkedView>) => (documents: Documents) => ({
  ...documents,
  session: { ...documents.session, parking: items },
});
const atTable = { moment: 'inputs', you: 'ada' } as const;
const rows = () => screen.queryAllByRole('listitem').map((row) => row.querySelector('div')?.textContent);
const choose = (text: string, entry: string) => {
  fireEvent.click(screen.getByRole('button', { name: `Actions for: ${text}` }));
  fireEvent.click(screen.getByRole('menuitem', { name: entry }));
};

test('[PK-1] it is reached from a table; what is said is parked with its owner', async () => {
  const sent = showScene(atTable, <ParkingLot />);
  expect(screen.getByText(/Nothing is parked yet/)).toBeTruthy();
  fireEvent.input(screen.getByRole('textbox'), { target: { value: ' Who pays? ' } });
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'ben' } });
  fireEvent.click(screen.getByRole('button', { name: 'Park it' }));
  expect(sent).toEqual([{ type: 'park', parkedId: expect.any(String), text: 'Who pays?', owner: 'ben' }]);
  expect(await screen.findByDisplayValue('')).toBeTruthy();
});

test('[PK-3] open items come first, with where they came up and who sees to them', () => {
  const { owner: _owner, ...alone } = item(3, 'Third', 'cem');
  const items = {
    one: item(1, 'First', 'ben', { settled: true }),
    two: item(2, 'Second', 'ben', { owner: seatId('ada'), phaseId: 'intro' as never }),
    three: alone,
    four: item(4, 'Fourth', 'cem', { owner: seatId('not-here-yet') }),
  };
  showScene(atTable, <ParkingLot />, parking(items));
  expect(rows()).toEqual([
    'SecondYou see to it · Introduction · parked by Ben',
    'ThirdNobody sees to it · parked by Cem',
    'FourthWhoever sees to it has not come yet · parked by Cem',
    'FirstBen sees to it · settled',
  ]);
  expect(screen.getByText('3 open')).toBeTruthy();
});

test('[PK-5] what somebody may do with an item depends on whose it is', () => {
  const items = { one: item(1, 'Mine', 'ada'), two: item(2, 'Theirs', 'ben') };
  const sent = showScene(atTable, <ParkingLot />, parking(items));
  choose('Mine', 'Settled');
  choose('Theirs', 'I will see to it');
  expect(sent).toEqual([
    { type: 'settle-parked', parkedId: 'one', settled: true },
    { type: 'own-parked', parkedId: 'two', owner: 'ada' },
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Actions for: Theirs' }));
  expect(screen.queryAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
    'I will see to it',
    'Hand to…',
  ]);
});

test('[PK-5] an item is reworded, or given to somebody else', () => {
  const sent = showScene(atTable, <ParkingLot />, parking({ one: item(1, 'Mine', 'ada') }));
  choose('Mine', 'Reword');
  const reword = within(screen.getByRole('dialog', { hidden: true }));
  fireEvent.input(reword.getByDisplayValue('Mine'), { target: { value: 'Ours' } });
  fireEvent.click(reword.getByRole('button', { name: 'Save', hidden: true }));
  expect(sent).toEqual([{ type: 'reword-parked', parkedId: 'one', text: 'Ours' }]);
});
