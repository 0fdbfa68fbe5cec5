import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import type { SeatId } from '@werkraum/protocol';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { conflicting, type LiteralRotation, literalRotation, proposing } from './literal-rotation.ts';
import { ProposalNotice } from './proposal-notice.tsx';
import { RotationView } from './rotation-view.tsx';

beforeAll(startEveryWord);
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const region = (name: string) => within(screen.getByRole('region', { name }));
const show = (literal: LiteralRotation, view = <RotationView />) =>
  showScene({ moment: literal.moment, you: 'frieda' }, view, () => literalRotation(literal));

test('the rounds stand beside each other; one is dealt anew with a seed of its own, and takes another table', () => {
  const sent = show({ moment: 'talk' });
  const first = region('Seating: Round 1');
  fireEvent.click(first.getByRole('button', { name: 'Mix again' }));
  fireEvent.click(first.getByRole('button', { name: 'One table more' }));
  fireEvent.change(first.getByRole('combobox', { name: 'Groups' }), { target: { value: 'choose' } });
  fireEvent.change(first.getByRole('combobox', { name: 'At most' }), { target: { value: '5' } });
  expect(sent).toEqual([
    { type: 'plan-groups', phaseId: 'round-1', method: 'new', seed: expect.any(Number) },
    { type: 'set-tables', phaseId: 'round-1', tables: 3 },
    { type: 'set-groups', phaseId: 'round-1', groups: 'choose' },
    { type: 'set-groups', phaseId: 'round-1', groups: 'new', sizes: { least: 1, most: 5 } },
  ]);
});

test('the list seats people by a choice per round', () => {
  const sent = show({ moment: 'talk' });
  fireEvent.click(screen.getByRole('radio', { name: 'List' }));
  fireEvent.change(screen.getByRole('combobox', { name: 'Table of Ada, Round 2' }), { target: { value: 'nowhere' } });
  expect(sent).toEqual([{ type: 'assign-seat', phaseId: 'round-2', seatId: 'ada' }]);
});

test('who meets whom is a table with headers for rows and columns', () => {
  show({ moment: 'talk' });
  fireEvent.click(screen.getByRole('radio', { name: 'Who meets whom' }));
  const table = within(screen.getByRole('table', { name: 'Who meets whom' }));
  expect(table.getAllByRole('columnheader')).toHaveLength(9);
  expect(table.getAllByRole('rowheader').map(({ textContent }) => textContent)).toContain('Ines');
  expect(table.queryByRole('cell', { name: '0' })).toBeNull();
  expect(screen.getByText('Everybody meets everybody.')).toBeTruthy();
});

test('of more than sixty people the list says who misses whom, and no table', () => {
  const names = Array.from(
    { length: 61 },
    (_, at) => `Person ${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`,
  );
  show({ moment: 'talk', names, tables: 10, planned: 1 });
  fireEvent.click(screen.getByRole('radio', { name: 'Who meets whom' }));
  expect(screen.queryByRole('table')).toBeNull();
  expect(region('Who misses whom').getAllByRole('listitem')).toHaveLength(61);
});

test('[RO-21] a chosen seat is locked with one key', () => {
  const sent = show({ moment: 'talk' });
  fireEvent.click(region('Seating: Round 2').getByRole('button', { name: /^Ada/ }));
  fireEvent.keyDown(screen.getByRole('toolbar', { name: 'Move Ada' }), { key: 'l' });
  expect(sent).toMatchObject([{ type: 'add-seating-rule', rule: { kind: 'pin', phaseId: 'round-2', seatId: 'ada' } }]);
  expect(screen.queryByRole('toolbar')).toBeNull();
});

test('[RO-21] a rule is put together from people, and removed by its sentence', () => {
  const sent = show({ moment: 'talk', rules: { old: { kind: 'host', seatId: 'salma' as SeatId, table: 1 } } });
  const rules = region('Seating rules');
  fireEvent.click(rules.getByRole('radio', { name: 'Keep apart' }));
  expect(rules.getByRole('button', { name: 'Add rule' })).toHaveProperty('disabled', true);
  for (const name of ['ada', 'ben'])
    fireEvent.change(rules.getByRole('combobox', { name: 'Add a person' }), { target: { value: name } });
  fireEvent.click(rules.getByRole('button', { name: 'Add rule' }));
  fireEvent.click(rules.getByRole('button', { name: 'Remove rule: Salma stays at table B in all rounds.' }));
  expect(sent).toEqual([
    { type: 'add-seating-rule', ruleId: expect.any(String), rule: { kind: 'apart', seats: ['ada', 'ben'] } },
    { type: 'drop-seating-rule', ruleId: 'old' },
  ]);
});

test('[RO-20] all rounds are planned with one press, the rest improved with another', () => {
  const sent = show({ moment: 'talk' });
  fireEvent.click(button('Plan all rounds'));
  fireEvent.click(button('Improve the rest'));
  expect(sent).toMatchObject([
    { type: 'ask-rotation', method: 'anew', requestId: expect.any(String), seed: expect.any(Number) },
    { type: 'ask-rotation', method: 'improve' },
  ]);
});

test('[RO-26] somebody missing: the proposal is accepted with one key, wherever one is in the room', () => {
  const literal: LiteralRotation = { moment: 'talk', away: ['Ben'], proposal: proposing({ method: 'attendance' }) };
  const sent = show(literal, <ProposalNotice look={() => {}} />);
  expect(region('Proposal for the seating').getByText('Ben is missing.')).toBeTruthy();
  fireEvent.keyDown(document.body, { key: 'a' });
  fireEvent.click(button('Leave as it is'));
  expect(sent).toEqual([
    { type: 'accept-rotation', requestId: 'wish', basis: 'here' },
    { type: 'dismiss-rotation', requestId: 'wish' },
  ]);
});

test('[RO-27] a conflict is told in words, and offers nothing to accept', () => {
  const seats = ['ada', 'ben'] as SeatId[];
  const sent = show({ moment: 'talk', proposal: conflicting({ kind: 'together-apart', seats, tables: [] }) });
  expect(screen.getByText('Ada and Ben should sit together and apart.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
  fireEvent.keyDown(document.body, { key: 'a' });
  expect(sent).toEqual([]);
});
