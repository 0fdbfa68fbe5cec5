import { expect, test } from 'vitest';
import { paintedPicture } from '../../media/literal-media.ts';
import { INITIAL_MEDIA } from '../../media/media-store.ts';
import { showingSession, showingTable } from '../slides/slides-samples.ts';
import { grid, type StageInput, stage, turnLeftMs } from './stage.model.ts';
import { anyRoom, anySession, anyYou, seatId, seen, TABLE } from './stage-samples.ts';

const input = (more: Partial<StageInput> = {}): StageInput => ({
  you: anyYou(),
  session: anySession(4),
  room: undefined,
  media: INITIAL_MEDIA,
  page: 0,
  turnTo: () => {},
  ...more,
});
const names = (tiles: readonly { name: string }[]) => tiles.map(({ name }) => name.split(' ')[0]);

test('[VC-30] shows everybody in the own place, oneself first, also without any video room', () => {
  const you = { ...anyYou(), seatId: seatId(2) };
  expect(names(stage(input({ you })).tiles)).toEqual(['Cem', 'Ada', 'Ben', 'Dora']);
});

test('[VC-30] who is elsewhere is not shown, even when the video room still has them', () => {
  const session = anySession(4);
  const gone = session.people[seatId(1)];
  if (gone) session.people[seatId(1)] = { ...gone, place: TABLE };
  const { tiles } = stage(input({ session, media: { ...INITIAL_MEDIA, sight: seen(4) } }));
  expect(names(tiles)).toEqual(['Ada', 'Cem', 'Dora']);
});

test('[VC-30] who has not come yet is not shown, who is away for a moment stays', () => {
  const session = anySession(3, 'plenary');
  const set = (index: number, presence: 'expected' | 'away') => {
    const person = session.people[seatId(index)];
    if (person) session.people[seatId(index)] = { ...person, presence };
  };
  set(1, 'expected');
  set(2, 'away');
  expect(stage(input({ session })).tiles.map(({ name, away }) => [name, away])).toEqual([
    ['Ada Lovelace', false],
    ['Cem Yıldız', true],
  ]);
});

test('[VC-31] the order does not change when somebody speaks', () => {
  const quiet = stage(input()).tiles;
  const loud = stage(input({ media: { ...INITIAL_MEDIA, sight: { ...seen(4), speaking: [seatId(3)] } } })).tiles;
  expect(names(loud)).toEqual(names(quiet));
  expect(loud.filter(({ speaking }) => speaking).map(({ id }) => id)).toEqual([seatId(3)]);
});

test('[VC-32] the speaker of an input talk is shown large', () => {
  const { large, tiles } = stage(input({ session: anySession(5, 'talk') }));
  expect(names(large)).toEqual(['Cem']);
  expect(names(tiles)).toEqual(['Ada', 'Ben', 'Dora', 'Emil']);
});

test('[VC-31] beside slides or a shared screen those who present come first', () => {
  const session = showingSession(7, { presenter: seatId(4) });
  expect(names(stage(input({ session })).tiles)).toEqual(['Cem', 'Emil', 'Ada', 'Ben', 'Dora']);
  const media = { ...INITIAL_MEDIA, sight: seen(7, { screen: true }) };
  expect(names(stage(input({ session: anySession(7, 'talk'), media })).tiles)[0]).toBe('Cem');
  const room = showingTable({ presenter: seatId(2) });
  const you = { ...anyYou(), place: TABLE };
  expect(names(stage(input({ you, session: anySession(4, 'table'), room })).tiles)[0]).toBe('Cem');
});

test('[VC-32] at a table nobody is on stage', () => {
  const session = { ...anySession(4, 'table'), stage: anySession(4, 'talk').stage };
  expect(stage(input({ session, you: { ...anyYou(), place: TABLE }, room: anyRoom() })).large).toEqual([]);
});

test('[VC-33] a shared screen is larger than any person, and its person stays among the people', () => {
  const media = { ...INITIAL_MEDIA, sight: seen(4, { screen: true }) };
  const { large, tiles } = stage(input({ session: anySession(4, 'talk'), media }));
  expect(large.map(({ id, kind }) => [id, kind])).toEqual([[`${seatId(2)}:screen`, 'screen']]);
  expect(names(tiles)).toContain('Cem');
});

test('[VC-33] the own shared screen is shown as well', () => {
  const screen = { on: true, busy: false, picture: paintedPicture('mine', 1, 'screen') };
  expect(stage(input({ media: { ...INITIAL_MEDIA, screen } })).large).toHaveLength(1);
});

test('[VC-34] the speaker of the turn that runs carries its clock', () => {
  const you = { ...anyYou(), place: TABLE };
  const { tiles } = stage(input({ you, session: anySession(4, 'table'), room: anyRoom() }));
  const withClock = tiles.filter(({ turn }) => turn);
  expect(names(withClock)).toEqual(['Ben']);
  expect(withClock[0]?.turn && turnLeftMs(withClock[0].turn, 100_000)).toBe(70_000);
});

test('[VC-34] grace and pause do not use up a turn', () => {
  const turn = { graceUntil: 50_000, endsAt: 170_000, slotMs: 120_000 };
  expect(turnLeftMs(turn, 20_000)).toBe(120_000);
  expect(turnLeftMs({ ...turn, pausedAt: 60_000 }, 90_000)).toBe(110_000);
  expect(turnLeftMs(turn, 175_000)).toBe(-5_000);
});

test('[VC-35] a facilitator at a table without a seat there is marked as visiting', () => {
  const you = { ...anyYou(), place: TABLE };
  const { tiles } = stage(input({ you, session: anySession(4, 'table'), room: anyRoom() }));
  expect(names(tiles.filter(({ visiting }) => visiting))).toEqual(['Dora']);
});

test('[VC-36] raised hands are numbered in the order they went up', () => {
  const { tiles } = stage(input({ session: anySession(6, 'marks') }));
  expect(tiles.filter(({ hand }) => hand).map(({ name, hand }) => [name, hand])).toEqual([
    ['Ben', 2],
    ['Emil', 1],
  ]);
});

test('[VC-37] at most twelve people are shown at once, the rest on further pages', () => {
  const turned: number[] = [];
  const turnTo = (page: number) => turned.push(page);
  const first = stage(input({ session: anySession(17), turnTo }));
  expect(first.tiles).toHaveLength(12);
  expect(first.pager).toMatchObject({ from: 1, to: 12, total: 17 });
  expect(first.pager?.back).toBeUndefined();
  first.pager?.on?.();
  expect(turned).toEqual([1]);

  const second = stage(input({ session: anySession(17), page: 1 }));
  expect(second.tiles).toHaveLength(5);
  expect(second.pager?.on).toBeUndefined();
});

test('[VC-37] a page that no longer exists becomes the last one', () => {
  expect(stage(input({ session: anySession(13), page: 7 })).tiles).toHaveLength(1);
});

test('[VC-37] every tile of a full stage has its place in the grid', () => {
  for (let count = 1; count <= 12; count++) {
    const { wide, tall, wideRows, tallRows } = grid(count);
    expect(wide * wideRows).toBeGreaterThanOrEqual(count);
    expect(tall * tallRows).toBeGreaterThanOrEqual(count);
    expect(wide * (wideRows - 1)).toBeLessThan(count);
  }
});
