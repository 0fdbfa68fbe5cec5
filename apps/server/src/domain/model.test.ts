import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDeadline } from './deadlines.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { mayTry } from './permissions.ts';
import { mayJoin, placeOf, videoKeysOf, wantedRooms } from './places.ts';
import { entries, values } from './records.ts';
import { isHere, seatOf, seatsOf } from './seats.ts';
import type { Session } from './session.ts';
import { audiencesOf, slices } from './slices.ts';
import { standingOf } from './standing.ts';
import { happenings, holds, play } from './testing/anything.ts';
import { fold, HOUSE } from './testing/workshop.ts';

test('[AG-1] whatever people press, the agenda moves one phase at a time', () => {
  holds((before, _facts, after) => {
    const [from, to] = [before.agenda.running?.index, after.agenda.running?.index];
    if (from === undefined || to === undefined) expect(to ?? 0).toBe(from === undefined ? (to ?? 0) : 0);
    else expect(Math.abs(to - from)).toBeLessThanOrEqual(1);
    expect(after.agenda.past.map(({ phaseId }) => phaseId)).toEqual(
      after.agenda.phases.slice(0, after.agenda.past.length).map(({ id }) => id),
    );
  });
});

test('[KE-1] the state is what its facts say: folding them anew gives the same', () => {
  fc.assert(
    fc.property(happenings(80), (all) => {
      const run = play(all, () => {});
      expect(fold(JSON.parse(JSON.stringify(run.facts)))).toEqual(run.session);
      expect(JSON.parse(JSON.stringify(run.session))).toEqual(run.session);
    }),
    { numRuns: 200 },
  );
});

test('[VI-1] everybody who is admitted has one video room now, and nobody else may join it', () => {
  holds((_before, _facts, after) => {
    const rooms = wantedRooms(after);
    for (const { id, admission } of values(after.people.seats)) {
      const mine = rooms.filter(({ key }) => mayJoin(after, id, key));
      const keys = videoKeysOf(after, id);
      expect(mine.map(({ key }) => key).toSorted()).toEqual([keys.now, keys.next].filter((key) => key).toSorted());
      if (admission !== 'admitted') expect(mine).toEqual([]);
      for (const { key, guests } of rooms)
        expect(guests.some(({ seat }) => seat.id === id)).toBe(mayJoin(after, id, key));
    }
  });
});

test('[BR-4, WI-13] a seat sees the table it is at, and no other', () => {
  holds((_before, _facts, after) => {
    for (const { id, admission } of values(after.people.seats)) {
      const place = placeOf(after, id);
      const rooms = audiencesOf(after, id).filter((audience) => audience.startsWith('room:'));
      expect(rooms).toEqual(place === 'lobby' || place === 'plenary' ? [] : [`room:${place}`]);
      expect(audiencesOf(after, id).at(-1)).toBe(`seat:${id}`);
      if (admission !== 'admitted') expect(audiencesOf(after, id)).toEqual([`seat:${id}`]);
      else for (const audience of rooms) expect(slices(after).documents.has(audience)).toBe(true);
    }
  }, 200);
});

test('[BR-9] when a round opens nobody who is here sits alone while others are at tables', () => {
  holds((_before, facts, after) => {
    const opened = facts.find((fact) => fact.type === 'tables-opened');
    if (opened?.type !== 'tables-opened') return;
    const here = entries(after.breakouts.rounds[opened.phaseId]?.seats ?? {}).filter(([id]) =>
      isHere(seatOf(after, id)),
    );
    const sizes = new Map<string, number>();
    for (const [, room] of here) sizes.set(room, (sizes.get(room) ?? 0) + 1);
    if (here.length > 1) expect([...sizes.values()]).not.toContain(1);
  });
});

test('[PE-8] there is always somebody who can open the next phase', () => {
  holds((_before, _facts, after) => {
    expect(seatsOf(after).some(({ role }) => role === 'facilitator')).toBe(true);
  });
});

test('[AG-8] what the house does by itself moves time on and comes to rest', () => {
  holds((_before, _facts, after) => {
    let session = after;
    for (let count = 0; ; count++) {
      const due = nextDeadline(session);
      if (!due) return;
      const decision = decide(session, due.command, { actor: HOUSE, now: due.at });
      expect(decision).toMatchObject({ ok: true });
      if (!decision.ok) return;
      expect(decision.facts.length).toBeGreaterThan(0);
      session = decision.facts.reduce<Session>(evolve, session);
      expect(count).toBeLessThan(20);
    }
  }, 150);
});

test('[PE-9] what is offered without naming anything is accepted', () => {
  const plain = ['open-doors', 'start-session', 'end-session', 'admit-everyone', 'raise-hand'] as const;
  holds((_before, _facts, after) => {
    for (const seat of seatsOf(after)) {
      for (const type of plain) {
        const decision = decide(after, { type }, { actor: { kind: 'seat', seatId: seat.id }, now: 1e9 });
        expect({ type, ok: decision.ok }).toEqual({ type, ok: mayTry(standingOf(after, seat), type) });
      }
    }
  }, 100);
});
