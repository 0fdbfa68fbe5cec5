import type { Role } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { placeOf } from '../places.ts';
import { audiencesOf, slices } from '../slices.ts';
import { assembled, drafted, HOUSE, idOf, minutes, phase, seat, seatedAt, type Workshop } from '../testing/workshop.ts';

const invite = (name: string, role: Role = 'participant') =>
  ({ type: 'invite-person', seatId: idOf(name), name, role, linkHash: `${name}-hash` }) as const;
const knock = (name: string) => ({ type: 'knock', seatId: idOf(name), name, linkHash: `${name}-hash` }) as const;
const arrive = (name: string) => ({ type: 'arrive', seatId: idOf(name) }) as const;
const leave = (name: string) => ({ type: 'leave', seatId: idOf(name) }) as const;
const remove = (name: string) => ({ type: 'remove-person', seatId: idOf(name) }) as const;
const frieda = seat('Frieda');
const admissionOf = ({ session }: Workshop, name: string) => session.people.seats[idOf(name)]?.admission;
const rejected = (rejection: string) => ({ ok: false, rejection });

describe('coming in', () => {
  test('[PE-4] invited people wait until the doors open, and then walk in', () => {
    const waiting = drafted().doing(arrive('Ada'), HOUSE, 5);
    expect(admissionOf(waiting, 'Ada')).toBe('waiting');

    const open = waiting.doing(arrive('Frieda'), HOUSE, 6).doing({ type: 'open-doors' }, frieda, 7);
    expect(admissionOf(open, 'Ada')).toBe('admitted');
    expect(admissionOf(open.doing(arrive('Ben'), HOUSE, 8), 'Ben')).toBe('admitted');
  });

  test('[PE-4] with admission by hand everybody but facilitators waits', () => {
    const byHand = assembled((plan) => ({ ...plan, admission: 'by-hand' }));
    expect(admissionOf(byHand, 'Ada')).toBe('waiting');
    expect(admissionOf(byHand, 'Frieda')).toBe('admitted');

    const automatic = byHand.doing({ type: 'set-admission', invited: 'automatic' }, frieda, 1);
    expect(admissionOf(automatic, 'Ada')).toBe('admitted');
  });

  test('[PE-4] who knocks waits for a facilitator even when admission is automatic', () => {
    const knocking = assembled().doing(knock('Zoe'), HOUSE, 1).doing(arrive('Zoe'), HOUSE, 2);
    expect(admissionOf(knocking, 'Zoe')).toBe('waiting');
    expect(admissionOf(knocking.doing({ type: 'admit-everyone' }, frieda, 3), 'Zoe')).toBe('admitted');
  });

  test('[PE-5] somebody who waits sees the programme and nothing of the people', () => {
    const waiting = assembled().doing(knock('Zoe'), HOUSE, 1).doing(arrive('Zoe'), HOUSE, 2);
    expect(audiencesOf(waiting.session, idOf('Zoe'))).toEqual(['seat:zoe']);

    const view = JSON.stringify(slices(waiting.session).documents.get('seat:zoe'));
    expect(view).toContain('Introduction');
    expect(view).not.toMatch(/Ada|Frieda|Theo/);
  });

  test('[PE-6] a person admitted ahead of time walks in when they come', () => {
    const ahead = assembled()
      .doing(knock('Zoe'), HOUSE, 1)
      .doing({ type: 'admit-person', seatId: idOf('Zoe') }, frieda, 2);
    expect(admissionOf(ahead.doing(arrive('Zoe'), HOUSE, 3), 'Zoe')).toBe('admitted');
  });
});

describe('links and names', () => {
  test('[PE-1] a session needs a facilitator and one seat per person', () => {
    const { session } = drafted();
    expect(Object.keys(session.people.seats)).toHaveLength(12);
    expect(() => drafted(undefined, ['Ada', 'Ada'])).toThrow('seat-exists');
    expect(() => drafted(undefined, ['Ada', 'ADÁ', 'adá'])).toThrow();
  });

  test('[PE-2] a new link replaces the old one, and asking twice changes nothing', () => {
    const reissue = { type: 'reissue-link', seatId: idOf('Ada'), linkHash: 'new' } as const;
    const after = assembled().doing(reissue, frieda, 1);
    expect(after.session.people.seats[idOf('Ada')]?.linkHash).toBe('new');
    expect(after.when(reissue, frieda, 2)).toEqual({ ok: true, facts: [] });
  });

  test('[PE-3] names that read alike are one name, also when a session is created', () => {
    expect(() => drafted(undefined, ['Ada Li', 'ada  li'])).toThrow('name-taken');
  });

  test('[PE-3] a name that reads like another is taken', () => {
    const workshop = assembled();
    expect(workshop.when({ ...invite('Zoe'), name: ' aDa ' }, frieda, 1)).toEqual(rejected('name-taken'));
    expect(workshop.when(invite('Ada'), frieda, 1)).toEqual({ ok: true, facts: [] });
    expect(workshop.when({ ...invite('Ada'), linkHash: 'other' }, frieda, 1)).toEqual(rejected('seat-exists'));
  });

  test('[PE-12] a session does not hold more than 500 seats', () => {
    const names = Array.from({ length: 497 }, (_, index) => `P${index}`);
    expect(drafted(undefined, names).doing(arrive('Frieda'), HOUSE, 0).when(invite('Zoe'), frieda, 1)).toEqual(
      rejected('session-full'),
    );
  });
});

describe('leaving', () => {
  test('[PE-7] being away changes neither place nor table', () => {
    const seated = seatedAt('round-1');
    const place = placeOf(seated.session, idOf('Ada'));
    const away = seated.doing(leave('Ada'), HOUSE, minutes(3));

    expect(place).toMatch(/^round-1-/);
    expect(placeOf(away.session, idOf('Ada'))).toBe(place);
    expect(placeOf(away.doing(arrive('Ada'), HOUSE, minutes(4)).session, idOf('Ada'))).toBe(place);
  });

  test('[PE-8] a removed person is nowhere, has nothing and never comes back', () => {
    const seated = seatedAt('round-1');
    const gone = seated.doing({ type: 'raise-hand' }, seat('Ada'), 5).doing(remove('Ada'), frieda, 6);

    expect(placeOf(gone.session, idOf('Ada'))).toBe('lobby');
    expect(audiencesOf(gone.session, idOf('Ada'))).toEqual(['seat:ada']);
    expect(gone.session.stage.hands[idOf('Ada')]).toBeUndefined();
    expect(gone.session.breakouts.rounds[phase('round-1')]?.seats[idOf('Ada')]).toBeUndefined();
    expect(JSON.stringify(slices(gone.session).documents.get('session'))).not.toContain('"Ada"');
    expect(gone.when(arrive('Ada'), HOUSE, 7)).toEqual(rejected('person-removed'));
    expect(gone.when({ type: 'raise-hand' }, seat('Ada'), 7)).toEqual(rejected('person-removed'));
  });

  test('[PE-8] the last facilitator stays, and one of two may go', () => {
    const workshop = assembled();
    expect(workshop.when(remove('Frieda'), frieda, 1)).toEqual(rejected('last-facilitator'));
    const demote = { type: 'change-role', seatId: idOf('Frieda'), role: 'participant' } as const;
    expect(workshop.when(demote, frieda, 1)).toEqual(rejected('last-facilitator'));

    const two = workshop.doing({ type: 'change-role', seatId: idOf('Theo'), role: 'facilitator' }, frieda, 1);
    expect(two.when(remove('Frieda'), seat('Theo'), 2).ok).toBe(true);
  });

  test('[PE-11] two facilitators press next: one moves on, the other hears that it has happened', () => {
    const two = assembled()
      .doing({ type: 'change-role', seatId: idOf('Theo'), role: 'facilitator' }, frieda, 1)
      .doing({ type: 'start-session' }, frieda, 2);
    const next = { type: 'advance-phase', phaseId: phase('intro') } as const;
    expect(two.doing(next, frieda, 3).when(next, seat('Theo'), 3)).toEqual(rejected('phase-already-ended'));
  });
});
