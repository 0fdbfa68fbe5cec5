import { hashSecret, readTicket, type SeatId, type SessionId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { modelSession } from '../../gallery/model-session.ts';
import { invitePerson, reissueLink } from './invitation.ts';
import { peopleGroups } from './people.model.ts';
import { waitingRoom } from './waiting-room.model.ts';

const DOOR = { sessionId: 'model-session' as SessionId, publicUrl: 'https://rooms.example' };

function staffed(scene: Parameters<typeof modelSession>[0]) {
  const { staff, ...documents } = modelSession({ you: 'frieda', ...scene });
  if (!staff) throw new Error('Frieda is staff');
  return { ...documents, staff };
}

test('people are listed by where they are', () => {
  const groups = peopleGroups(modelSession({ moment: 'inputs' }));
  expect(groups.map(({ table, rows }) => [table?.label ?? 'plenary', rows.length])).toEqual([
    ['plenary', 2],
    ['A', 5],
    ['B', 5],
  ]);
});

test('a participant sees names and hands, and can do nothing to others', () => {
  const rows = peopleGroups(modelSession({ moment: 'talk', you: 'ada' })).flatMap((group) => group.rows);
  expect(rows.filter(({ handUp }) => handUp).map(({ name }) => name)).toEqual(['Ada', 'Cem']);
  expect(rows.filter(({ hasWord }) => hasWord).map(({ name }) => name)).toEqual(['Ben']);
  for (const row of rows) {
    expect(row).toMatchObject({ giveWord: undefined, mute: undefined, roles: [], remove: undefined });
    expect(row.reissuable).toBe(false);
  }
});

test('a facilitator gives the word, takes it back, mutes and removes; never themselves', () => {
  const rows = peopleGroups(staffed({ moment: 'talk' })).flatMap((group) => group.rows);
  const row = (name: string) => rows.find((other) => other.name === name);

  expect(row('Cem')).toMatchObject({ giveWord: { seatId: 'cem' }, mute: { seatId: 'cem' }, remove: { seatId: 'cem' } });
  expect(row('Ben')).toMatchObject({ giveWord: undefined, takeWord: { type: 'take-word', seatId: 'ben' } });
  expect(row('Frieda')).toMatchObject({ giveWord: undefined, mute: undefined, remove: undefined, reissuable: false });
  expect(row('Hakan')).toMatchObject({ giveWord: undefined, mute: undefined });
});

test('nobody is muted at a table where the facilitator is not', () => {
  const rows = peopleGroups(staffed({ moment: 'inputs' })).flatMap((group) => group.rows);
  expect(rows.find(({ name }) => name === 'Ada')?.mute).toBeUndefined();
  expect(rows.find(({ name }) => name === 'Theo')?.mute).toEqual({ type: 'mute-seat', seatId: 'theo' });
});

test('who waits longest stands first; guests are marked', () => {
  const { staff, you, now } = staffed({ moment: 'intro' });
  const door = waitingRoom(staff, you, now);
  expect(door.waiting.map(({ name, minutes, invited }) => [name, minutes, invited])).toEqual([
    ['Jonas', 1, false],
    ['Kerstin', 0, true],
  ]);
  expect(door.expected.map(({ name }) => name)).toEqual(['Lars']);
  expect(door.admitAll).toEqual({ type: 'admit-everyone' });
});

test('a timekeeper sees the door and does not open it', () => {
  const { staff, you, now } = staffed({ moment: 'intro', you: 'theo' });
  const door = waitingRoom(staff, you, now);
  expect(door.waiting[0]).toMatchObject({ admit: undefined, refuse: undefined });
  expect(door.admitAll).toBeUndefined();
});

test('[PE-2] an invitation carries the hash, the link carries the secret', async () => {
  const { command, link } = await invitePerson(DOOR, ' Mia ', 'participant');
  const ticket = readTicket(new URL(link).hash);

  expect(command).toMatchObject({ type: 'invite-person', name: 'Mia', role: 'participant', seatId: ticket?.seatId });
  expect(command).toMatchObject({ linkHash: await hashSecret(ticket?.secret ?? '') });
  expect(JSON.stringify(command)).not.toContain(ticket?.secret);
});

test('[PE-2] a new link keeps the seat', async () => {
  const { command, link } = await reissueLink(DOOR, 'ada' as SeatId);
  expect(command).toMatchObject({ type: 'reissue-link', seatId: 'ada' });
  expect(readTicket(new URL(link).hash)?.seatId).toBe('ada');
});
