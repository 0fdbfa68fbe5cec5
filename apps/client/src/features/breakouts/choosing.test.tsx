import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Documents } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { ChooseCard } from './choose-card.tsx';

beforeAll(startEveryWord);
afterEach(cleanup);

/** People choose among two tables of two chairs; these have. */
const choosing =
  (taken: Readonly<Record<string, string>>) =>
  ({ session, you, ...more }: Documents): Documents => {
    const people = Object.fromEntries(
      Object.entries(session.people).map(([id, { table: _dealt, ...person }]) => {
        const table = taken[id];
        return [id, { ...person, ...(table && { table }) }];
      }),
    );
    const { tables } = session;
    if (!tables) throw new Error('no tables');
    return {
      ...more,
      session: { ...session, people, tables: { ...tables, choosing: { most: 2 } } },
      you: { ...you, may: [...you.may, 'choose-table'] },
    };
  };

const item = (name: string) =>
  within(screen.getAllByRole('listitem').find((each) => within(each).queryByRole('heading', { name })) as HTMLElement);

test('[BR-15] one takes a chair at a table that has one left, and sees the company', () => {
  const sent = showScene(
    { moment: 'gathering' },
    <ChooseCard />,
    choosing({ ben: 'round-1-a', cem: 'round-1-a', dora: 'round-1-b' }),
  );
  expect(item('Table A').getByText('with Ben and Cem')).toBeTruthy();
  expect(item('Table A').getByText('full')).toBeTruthy();
  expect(item('Table A').queryByRole('button')).toBeNull();
  fireEvent.click(item('Table B').getByRole('button', { name: 'Take a chair: Table B' }));
  expect(sent).toEqual([{ type: 'choose-table', phaseId: 'round-1', roomId: 'round-1-b' }]);
});

test('[BR-15] the own chair is marked, and another table can still be chosen', () => {
  showScene({ moment: 'gathering' }, <ChooseCard />, choosing({ ada: 'round-1-a' }));
  expect(item('Table A').getByText('Your chair')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toContain('You sit at table A.');
  expect(item('Table B').getByRole('button')).toBeTruthy();
});

test('[BR-15] in any other round there is nothing to choose', () => {
  showScene({ moment: 'gathering' }, <ChooseCard />);
  expect(screen.queryByRole('heading')).toBeNull();
});
