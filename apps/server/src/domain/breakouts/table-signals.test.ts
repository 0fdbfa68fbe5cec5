import type { RoomId, RoomView, StaffView } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { accept, reject, type Session } from '../session.ts';
import { slices } from '../slices.ts';
import { holds } from '../testing/anything.ts';
import { idOf, minutes, phase, seat, seatedAt, type Workshop } from '../testing/workshop.ts';

const tableOf = ({ session }: Workshop, name: string) =>
  session.breakouts.rounds[phase('round-1')]?.seats[idOf(name)] as RoomId;
const progressOf = (session: Session) => (slices(session).documents.get('staff') as StaffView).progress;
const roomOf = (session: Session, roomId: RoomId) => slices(session).documents.get(`room:${roomId}`) as RoomView;

/** Round 1 with everybody seated, Ada's table and another one. */
function seated() {
  const workshop = seatedAt('round-1');
  const home = tableOf(workshop, 'Ada');
  const other = workshop.session.breakouts.rounds[phase('round-1')]?.tables.find(({ roomId }) => roomId !== home);
  if (!other) throw new Error('one table only');
  return { workshop, home, other: other.roomId };
}
const at = minutes(2);
const visit = (roomId: RoomId) => ({ type: 'visit-table', phaseId: phase('round-1'), roomId }) as const;

describe('help', () => {
  test('[BR-20] a call is seen by staff and the table, with the instant it went out', () => {
    const { workshop, home, other } = seated();
    const { session } = workshop.doing({ type: 'call-help', roomId: home }, seat('Ada'), at);
    expect(progressOf(session)[home]).toMatchObject({ help: at });
    expect(progressOf(session)[other]).not.toHaveProperty('help');
    expect(roomOf(session, home).help).toEqual({ at, by: 'ada' });
    expect(roomOf(session, other)).not.toHaveProperty('help');
  });

  test('[BR-20] calling again keeps the place in the order', () => {
    const { workshop, home } = seated();
    const called = workshop.doing({ type: 'call-help', roomId: home }, seat('Ada'), at);
    expect(called.when({ type: 'call-help', roomId: home }, seat('Ada'), at + 9)).toEqual(accept());
  });

  test('[BR-20] nobody calls for a table they do not sit at', () => {
    const { workshop, other } = seated();
    const call = { type: 'call-help', roomId: other } as const;
    expect(workshop.when(call, seat('Ada'), at)).toEqual(reject('not-at-this-table'));
    const visiting = workshop.doing(visit(other), seat('Frieda'), at);
    expect(visiting.when(call, seat('Frieda'), at)).toEqual(reject('not-at-this-table'));
  });

  test('[BR-20] there is no call for a table that is not in use', () => {
    const { workshop } = seated();
    const call = { type: 'call-help', roomId: 'round-2-a' as RoomId } as const;
    expect(workshop.when(call, seat('Ada'), at)).toEqual(reject('no-such-table'));
  });

  test('[BR-21] a call ends when a facilitator comes, and is not needed while one is there', () => {
    const { workshop, home } = seated();
    const called = workshop.doing({ type: 'call-help', roomId: home }, seat('Ada'), at);
    const visited = called.doing(visit(home), seat('Frieda'), at + 1);
    expect(progressOf(visited.session)[home]).not.toHaveProperty('help');
    expect(visited.when({ type: 'call-help', roomId: home }, seat('Ada'), at + 2)).toEqual(accept());
  });

  test('[BR-21] going to another table answers nothing here', () => {
    const { workshop, home, other } = seated();
    const called = workshop.doing({ type: 'call-help', roomId: home }, seat('Ada'), at);
    const { session } = called.doing(visit(other), seat('Frieda'), at + 1);
    expect(progressOf(session)[home]).toHaveProperty('help');
  });

  test.each([
    ['anybody at the table', { type: 'cancel-help' }, 'Ada'],
    ['a facilitator', { type: 'clear-help' }, 'Frieda'],
  ] as const)('[BR-21] %s ends a call, and once is enough', (_who, how, name) => {
    const { workshop, home } = seated();
    const command = { ...how, roomId: home };
    const ended = workshop
      .doing({ type: 'call-help', roomId: home }, seat('Ada'), at)
      .doing(command, seat(name), at + 1);
    expect(progressOf(ended.session)[home]).not.toHaveProperty('help');
    expect(ended.when(command, seat(name), at + 2)).toEqual(accept());
  });
});

describe('ready and more time', () => {
  test('[BR-22] a table says how it stands; the last word counts', () => {
    const { workshop, home } = seated();
    const ready = workshop.doing({ type: 'signal-table', roomId: home, signal: 'ready' }, seat('Ada'), at);
    expect(progressOf(ready.session)[home]).toMatchObject({ signal: 'ready' });
    const more = ready.doing({ type: 'signal-table', roomId: home, signal: 'more-time' }, seat('Ada'), at);
    expect(roomOf(more.session, home).signal).toEqual({ signal: 'more-time', by: 'ada' });
    const none = more.doing({ type: 'signal-table', roomId: home, signal: 'none' }, seat('Ada'), at);
    expect(progressOf(none.session)[home]).not.toHaveProperty('signal');
  });

  test('[BR-22] nobody speaks for another table', () => {
    const { workshop, other } = seated();
    const command = { type: 'signal-table', roomId: other, signal: 'ready' } as const;
    expect(workshop.when(command, seat('Ada'), at)).toEqual(reject('not-at-this-table'));
  });

  test('[BR-23] more time answers those who asked for it, and nobody else', () => {
    const { workshop, home, other } = seated();
    const neighbour = workshop.session.people.seats;
    const there = Object.values(neighbour).find((one) => one && tableOf(workshop, one.name) === other);
    const { session } = workshop
      .doing({ type: 'signal-table', roomId: home, signal: 'more-time' }, seat('Ada'), at)
      .doing({ type: 'signal-table', roomId: other, signal: 'ready' }, seat(there?.name ?? ''), at)
      .doing({ type: 'extend-phase', phaseId: phase('round-1'), byMs: minutes(2) }, seat('Frieda'), at);
    expect(progressOf(session)[home]).not.toHaveProperty('signal');
    expect(progressOf(session)[other]).toMatchObject({ signal: 'ready' });
  });

  test('[BR-22] what tables said is gone when they close', () => {
    const { workshop, home } = seated();
    const { session } = workshop
      .doing({ type: 'call-help', roomId: home }, seat('Ada'), at)
      .doing({ type: 'signal-table', roomId: home, signal: 'ready' }, seat('Ada'), at)
      .doing({ type: 'advance-phase', phaseId: phase('round-1') }, seat('Frieda'), at);
    const again = workshop
      .doing({ type: 'advance-phase', phaseId: phase('round-1') }, seat('Frieda'), at)
      .doing({ type: 'undo-phase', phaseId: phase('round-2') }, seat('Frieda'), at);
    expect(JSON.stringify(progressOf(session))).not.toMatch(/"help"|"signal"/);
    expect(progressOf(again.session)[home]).not.toHaveProperty('signal');
  });
});

test('[BR-20] whatever people press, only tables in use call, and never one that is visited', () => {
  holds((_before, _facts, { breakouts }) => {
    const { open, rounds } = breakouts;
    const rooms = (open?.practice ?? (open && rounds[open.phaseId]))?.tables.map(({ roomId }) => roomId) ?? [];
    for (const roomId of Object.keys(open?.help ?? {})) expect(rooms).toContain(roomId);
    for (const roomId of Object.values(open?.visits ?? {})) expect(open?.help).not.toHaveProperty([roomId as string]);
  });
});
