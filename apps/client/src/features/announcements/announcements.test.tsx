import { cleanup, fireEvent, screen } from '@testing-library/preact';
import type { AnnouncementView, SeatId } from '@werkraum/protocol';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Documents, roomIdOf } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { announcements as spoken } from '../../ui/announcer.ts';
import { Announce } from './announce.tsx';
import { AnnouncementCards } from './announcement-cards.tsx';

beforeAll(startEveryWord);
afterEach(cleanup);

const A = roomIdOf('round-1', 'A');
const atTable = { moment: 'inputs', you: 'ada' } as const;
const said = (text: string, at: number, lastsMs = 60_000): AnnouncementView => ({
  ...{ text, at, until: at + lastsMs },
  by: 'frieda' as SeatId,
});
const announced = (documents: Documents): Documents => ({
  ...documents,
  session: { ...documents.session, announcements: { one: said('Coffee is ready', documents.now - 5_000) } },
  ...(documents.room && {
    room: { ...documents.room, announcements: { two: said('Well done', documents.now - 1_000) } },
  }),
});
const texts = () => screen.queryAllByRole('article', { name: 'Announcement' }).map(({ textContent }) => textContent);

test('[AN-6] announcements stand newest first, say whom they are for, and are read out once', () => {
  showScene(atTable, <AnnouncementCards />, announced);
  expect(texts()).toEqual([
    expect.stringMatching(/^Frieda to your table.*Well done/),
    expect.stringMatching(/^Frieda to everybody.*Coffee is ready/),
  ]);
  expect(spoken.getState().text).toBe('Announcement: Well done Announcement: Coffee is ready');
});

test('[AN-6] each person puts a card away for themselves', () => {
  const sent = showScene(atTable, <AnnouncementCards />, announced);
  fireEvent.click(screen.getAllByRole('button', { name: 'Put away' })[0] as HTMLElement);
  expect(texts()).toEqual([expect.stringContaining('Coffee')]);
  expect(sent).toEqual([]);
});

test('[AN-1] what is over is not shown, whatever the document still says', () => {
  showScene(atTable, <AnnouncementCards />, (documents) => ({
    ...documents,
    session: { ...documents.session, announcements: { old: said('Old', documents.now - 60_000) } },
  }));
  expect(texts()).toEqual([]);
});

test('[AN-2] a facilitator announces to everybody or to one table', () => {
  const sent = showScene({ moment: 'inputs', you: 'frieda' }, <Announce />);
  const field = screen.getByRole('textbox');
  const send = screen.getByRole('button', { name: 'Announce' });
  expect(send.hasAttribute('disabled')).toBe(true);
  fireEvent.input(field, { target: { value: ' Five minutes left ' } });
  fireEvent.change(screen.getByRole('combobox'), { target: { value: A } });
  fireEvent.submit(field.closest('form') as HTMLFormElement);
  expect(sent).toEqual([
    { type: 'announce', announcementId: expect.stringMatching(/^[a-z0-9]+$/), text: 'Five minutes left', to: A },
  ]);
});

test('[AN-4] [AN-5] the last announcements stand below, and what is shown can be taken back', () => {
  const sent = showScene({ moment: 'inputs', you: 'frieda' }, <Announce />, (documents) => {
    const { facilitators, now } = documents;
    if (!facilitators) throw new Error('not a facilitator');
    const announcements = {
      one: { ...said('Coffee is ready', now - 5_000), to: 'everybody' as const, state: 'shown' as const },
      two: { ...said('Wrong table', now - 9_000), to: A, state: 'taken-back' as const },
    };
    return { ...documents, facilitators: { ...facilitators, announcements } };
  });
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('To everybody · on screen, 0:55 left'),
    expect.stringContaining('To table A · taken back'),
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Take back: Coffee is ready' }));
  expect(sent).toEqual([{ type: 'take-back-announcement', announcementId: 'one' }]);
});
