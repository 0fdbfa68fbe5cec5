import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import type { RoomId, StaffView } from '@werkraum/protocol';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Documents, modelSession, roomIdOf } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { signalCount, tableTiles } from './table-tiles.model.ts';
import { TableTiles } from './table-tiles.tsx';

beforeAll(startEveryWord);
afterEach(cleanup);

const A = roomIdOf('round-1', 'A');
const B = roomIdOf('round-1', 'B');
const round = () => modelSession({ moment: 'inputs', you: 'frieda' });

/** The same documents with something else known of a table. */
const knowing =
  (roomId: RoomId, more: Partial<StaffView['progress'][string]>) =>
  (documents: Documents): Documents => {
    const { staff } = documents;
    const before = staff?.progress[roomId];
    if (!staff || !before) throw new Error('no such table');
    return { ...documents, staff: { ...staff, progress: { ...staff.progress, [roomId]: { ...before, ...more } } } };
  };

test('[FA-4] a tile says who is there, who speaks with how much time, and how far the inputs are', () => {
  const documents = round();
  const [a, b] = tableTiles(documents, documents.now, false);
  expect(a).toMatchObject({
    ...{ label: 'A', shortcut: '1', speaker: { name: 'Ben', leftMs: 80_000, paused: false } },
    inputs: { done: 1, total: 5 },
    visit: { type: 'visit-table', phaseId: 'round-1', roomId: A },
  });
  expect(b?.people.map(({ name, state }) => [name, state])).toContainEqual(['Hakan', 'away']);
});

test('[FA-4] while people walk, a tile tells who is on the way', () => {
  const documents = modelSession({ moment: 'gathering', you: 'frieda' });
  const [a] = tableTiles(documents, documents.now, false);
  expect(a?.people.map(({ name, state }) => [name, state])).toEqual([
    ['Ben', 'here'],
    ...['Ada', 'Cem', 'Dora', 'Emil'].map((name) => [name, 'on-the-way']),
  ]);
});

test('[FA-4] on demand, tables that call come first, the longest waiting before the others', () => {
  const documents = knowing(B, { help: 5 })(round());
  expect(tableTiles(documents, documents.now, true).map(({ label }) => label)).toEqual(['B', 'A']);
  expect(tableTiles(documents, documents.now, false).map(({ label }) => label)).toEqual(['A', 'B']);
});

test('[BR-22] what tables say about their time is counted', () => {
  const documents = knowing(A, { signal: 'ready' })(knowing(B, { signal: 'more-time' })(round()));
  expect(signalCount(tableTiles(documents, documents.now, false))).toEqual({ ready: 1, more: 1, total: 2 });
});

test('[FA-4] a table that calls says so in words, and is one press away', () => {
  const sent = showScene({ moment: 'inputs', you: 'frieda' }, <TableTiles />, knowing(B, { help: 1, signal: 'ready' }));
  const tile = screen.getByRole('heading', { name: 'Table B' }).closest('li') as HTMLElement;
  expect(tile.textContent).toMatch(/Calls you since .*Ready/);
  fireEvent.click(within(tile).getByRole('button', { name: 'Put away: Table B' }));
  fireEvent.click(within(tile).getByRole('button', { name: 'Sit down here: Table B' }));
  expect(sent).toEqual([
    { type: 'clear-help', roomId: B },
    { type: 'visit-table', phaseId: 'round-1', roomId: B },
  ]);
});
