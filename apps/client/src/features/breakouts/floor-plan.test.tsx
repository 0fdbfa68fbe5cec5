import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { FloorPlan } from './floor-plan.tsx';
import { MovingCard } from './moving-card.tsx';
import { TableTiles } from './table-tiles-part.ts';
import { TablesLine } from './tables-line.tsx';

beforeAll(startEveryWord);
beforeAll(() => TableTiles.fetch());
afterEach(cleanup);

/** A facilitator begins with the tables at work; the plan is one press away. */
const onPlan = () => fireEvent.click(screen.getByRole('radio', { name: 'Plan' }));
const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('a participant looks at the plan: seats with their states in words, and nothing to press', () => {
  showScene({ moment: 'inputs', you: 'ada' }, <FloorPlan />);
  const table = within(screen.getByRole('group', { name: 'Table A' }));
  expect(table.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining(', you'),
    expect.stringContaining(', speaking now'),
    expect.stringContaining(', speaks as number 2'),
    expect.stringContaining(', speaks as number 3'),
    expect.stringContaining(', speaks as number 4'),
  ]);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a facilitator moves a seat without dragging: choose it, then choose the table', () => {
  const sent = showScene({ moment: 'inputs', you: 'frieda' }, <FloorPlan />);
  onPlan();
  fireEvent.click(button(/^Dora/));
  fireEvent.click(
    within(screen.getByRole('toolbar', { name: 'Move Dora' })).getByRole('button', { name: 'To table B' }),
  );
  expect(sent).toEqual([{ type: 'assign-seat', phaseId: 'round-1', seatId: 'dora', roomId: 'round-1-b' }]);
  expect(screen.queryByRole('toolbar')).toBeNull();
});

test('Escape leaves a chosen seat where it is', () => {
  const sent = showScene({ moment: 'inputs', you: 'frieda' }, <FloorPlan />);
  onPlan();
  fireEvent.click(button(/^Dora/));
  fireEvent.keyDown(screen.getByRole('toolbar'), { key: 'Escape' });
  expect(screen.queryByRole('toolbar')).toBeNull();
  expect(document.activeElement).toBe(button(/^Dora/));
  expect(sent).toEqual([]);
});

test('a facilitator sits down at a table', () => {
  const sent = showScene({ moment: 'inputs', you: 'frieda' }, <FloorPlan />);
  onPlan();
  fireEvent.click(button('Sit down here: Table B'));
  expect(sent).toEqual([{ type: 'visit-table', phaseId: 'round-1', roomId: 'round-1-b' }]);
});

test('the card says where one goes and with whom, and "go now" goes', () => {
  const sent = showScene({ moment: 'gathering' }, <MovingCard />);
  expect(screen.getByRole('heading', { name: 'Round 1 · Table A' })).toBeTruthy();
  expect(screen.getByText('with Ben, Cem, Dora and Emil')).toBeTruthy();
  fireEvent.click(button('Go now'));
  expect(sent).toEqual([{ type: 'go-to-table', phaseId: 'round-1' }]);
});

test('a facilitator can keep closing tables open', () => {
  const sent = showScene({ moment: 'closing', you: 'frieda' }, <TablesLine />);
  fireEvent.click(button('Keep the tables open'));
  expect(sent).toEqual([{ type: 'keep-tables-open', phaseId: 'round-1' }]);
});
