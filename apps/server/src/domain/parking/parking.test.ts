import type { ParkedId, SeatId, SessionView } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { accept, reject, type Session } from '../session.ts';
import { slices } from '../slices.ts';
import { arrivedAt, fold, idOf, seat, seatedAt } from '../testing/workshop.ts';

const later = 'later' as ParkedId;
const park = { type: 'park', parkedId: later, text: 'Who pays for it?' } as const;
const seen = (session: Session) => (slices(session).documents.get('session') as SessionView).parking;
const parked = () => arrivedAt('intro').doing(park, seat('Ada'), 5);

describe('the parking lot', () => {
  test('[PK-1, PK-2] what somebody parks is seen by everybody, with the phase it came up in', () => {
    expect(seen(arrivedAt('intro').session)).toBeUndefined();
    expect(seen(parked().session)).toEqual({
      later: { number: 1, text: 'Who pays for it?', by: 'ada', owner: 'ada', at: 5, phaseId: 'intro', settled: false },
    });
    expect(parked().when({ ...park, text: 'Again' }, seat('Ben'), 6)).toEqual(accept());
  });

  test('[PK-1] it is reached from a table, and after the end', () => {
    const round = seatedAt('round-1').doing(park, seat('Ada'), 90_000);
    expect(seen(round.session)).toMatchObject({ later: { phaseId: 'round-1' } });
    const over = parked().doing({ type: 'end-session' }, seat('Frieda'), 9);
    expect(over.when({ ...park, parkedId: 'next' as ParkedId }, seat('Ben'), 10).ok).toBe(true);
  });

  test('[PK-3] an item is handed to somebody who is in, and to nobody else', () => {
    const own = (name: string) => ({ type: 'own-parked', parkedId: later, owner: idOf(name) }) as const;
    const handed = parked().doing(own('Ben'), seat('Cem'), 6);
    expect(seen(handed.session)).toMatchObject({ later: { owner: 'ben' } });
    expect(handed.when(own('Ben'), seat('Ben'), 7)).toEqual(accept());
    expect(handed.when(own('Zoe'), seat('Ben'), 7)).toEqual(reject('no-such-person'));
    const named = arrivedAt('intro').doing({ ...park, owner: idOf('Ben') }, seat('Ada'), 5);
    expect(seen(named.session)).toMatchObject({ later: { owner: 'ben' } });
  });

  test('[PK-3] an item whose owner was removed shows none', () => {
    const alone = parked().doing({ type: 'remove-person', seatId: idOf('Ada') }, seat('Frieda'), 6);
    expect(seen(alone.session)?.later).not.toHaveProperty('owner');
  });

  test('[PK-3] an item of a follow-up shows its owner before they have come, and none once they are removed', () => {
    const zoe = { seatId: 'zoe' as SeatId, name: 'Zoe', role: 'participant', linkHash: 'z' as never } as const;
    const invited = arrivedAt('intro').doing({ type: 'invite-person', ...zoe }, seat('Frieda'), 5);
    const brought = {
      type: 'parked',
      parkedId: later,
      text: 'Who pays?',
      by: zoe.seatId,
      owner: zoe.seatId,
      at: 5,
    } as const;
    const waiting = fold([...invited.facts, brought]);
    expect(waiting && seen(waiting)).toMatchObject({ later: { owner: 'zoe' } });
    const gone = invited.doing({ type: 'remove-person', seatId: zoe.seatId }, seat('Frieda'), 6);
    const alone = fold([...gone.facts, brought]);
    expect(alone && seen(alone)?.later).not.toHaveProperty('owner');
  });

  test('[PK-4] it holds two hundred', () => {
    const full = Array.from({ length: 200 }, (_, at) => at).reduce(
      (soFar, at) => soFar.doing({ ...park, parkedId: `no-${at}` as ParkedId }, seat('Ada'), at),
      arrivedAt('intro'),
    );
    expect(full.when(park, seat('Ben'), 300)).toEqual(reject('parking-lot-full'));
  });

  test('[PK-5] who parked it, its owner and facilitators change it; the owner does not remove it', () => {
    const handed = parked().doing({ type: 'own-parked', parkedId: later, owner: idOf('Ben') }, seat('Ada'), 6);
    const reword = { type: 'reword-parked', parkedId: later, text: 'Who pays?' } as const;
    const settle = { type: 'settle-parked', parkedId: later, settled: true } as const;
    const drop = { type: 'drop-parked', parkedId: later } as const;
    for (const name of ['Ada', 'Ben', 'Frieda']) {
      expect(seen(handed.doing(reword, seat(name), 7).session)).toMatchObject({ later: { text: 'Who pays?' } });
      expect(seen(handed.doing(settle, seat(name), 7).session)).toMatchObject({ later: { settled: true } });
    }
    for (const command of [reword, settle, drop]) {
      expect(handed.when(command, seat('Cem'), 7)).toEqual(reject('not-your-parked-item'));
    }
    expect(handed.when(drop, seat('Ben'), 7)).toEqual(reject('not-your-parked-item'));
    const gone = handed.doing(drop, seat('Ada'), 7);
    expect(seen(gone.session)).toBeUndefined();
    expect(gone.when(settle, seat('Ada'), 8)).toEqual(reject('no-such-parked-item'));
    expect(seen(gone.doing({ ...park, parkedId: 'two' as ParkedId }, seat('Ada'), 9).session)).toMatchObject({
      two: { number: 2 },
    });
  });
});
