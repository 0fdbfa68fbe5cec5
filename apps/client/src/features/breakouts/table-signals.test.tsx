import { cleanup, fireEvent, screen } from '@testing-library/preact';
import type { RoomView, SeatId } from '@werkraum/protocol';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Documents, roomIdOf } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { TableSignals } from './table-signals.tsx';
import { VisitLine } from './visit-line.tsx';

beforeAll(startEveryWord);
afterEach(cleanup);

const A = roomIdOf('round-1', 'A');
const atTable = { moment: 'inputs', you: 'ada' } as const;
const button = (name: string) => screen.getByRole('button', { name });
const saying =
  (more: Partial<RoomView>) =>
  (documents: Documents): Documents => {
    if (!documents.room) throw new Error('not at a table');
    return { ...documents, room: { ...documents.room, ...more } };
  };
const visited = (documents: Documents): Documents => {
  const frieda = documents.session.people.frieda;
  if (!frieda) throw new Error('no Frieda');
  const people = { ...documents.session.people, frieda: { ...frieda, place: A } };
  return { ...documents, session: { ...documents.session, people } };
};

test('[BR-20] anybody at a table calls the facilitator, and takes it back', () => {
  const sent = showScene(atTable, <TableSignals />);
  fireEvent.click(button('Call the facilitator'));
  cleanup();
  const again = showScene(atTable, <TableSignals />, saying({ help: { at: 1, by: 'ben' as SeatId } }));
  expect(screen.getByText(/Ben called the facilitator\. The facilitator is notified\./)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Call the facilitator' })).toBeNull();
  fireEvent.click(button('Cancel'));
  expect([...sent, ...again]).toEqual([
    { type: 'call-help', roomId: A },
    { type: 'cancel-help', roomId: A },
  ]);
});

test('[BR-21] while a facilitator is there nobody has to be called', () => {
  showScene(atTable, <TableSignals />, visited);
  expect(screen.getByText('Frieda is at your table.')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Call the facilitator' })).toBeNull();
});

test('[BR-22] a table says that it is ready, and takes that back by the same button', () => {
  const sent = showScene(atTable, <TableSignals />);
  fireEvent.click(button('We are ready'));
  cleanup();
  const again = showScene(atTable, <TableSignals />, saying({ signal: { signal: 'ready', by: 'ada' as SeatId } }));
  expect(button('We are ready').getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByText('You said this for your table.')).toBeDefined();
  fireEvent.click(button('We are ready'));
  fireEvent.click(button('We need more time'));
  expect([...sent, ...again]).toEqual([
    { type: 'signal-table', roomId: A, signal: 'ready' },
    { type: 'signal-table', roomId: A, signal: 'none' },
    { type: 'signal-table', roomId: A, signal: 'more-time' },
  ]);
});

test('a visitor does not speak for the table', () => {
  const toTableA = (documents: Documents): Documents => ({
    ...visited(documents),
    you: { ...documents.you, place: A, may: ['leave-table'] },
    room: { roomId: A, phaseId: 'round-1' as RoomView['phaseId'], hands: {} },
  });
  showScene({ moment: 'inputs', you: 'frieda' }, <TableSignals />, toTableA);
  expect(screen.queryByRole('button')).toBeNull();
});

test('[BR-28] the people at a table read who visits them', () => {
  showScene(atTable, <VisitLine />, visited);
  expect(screen.getByRole('status').textContent).toBe('Frieda is visiting your table.');
  cleanup();
  showScene(atTable, <VisitLine />);
  expect(screen.getByRole('status').textContent).toBe('');
});
