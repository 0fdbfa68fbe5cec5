import type { AnnouncementId, FacilitatorsView, RoomId, RoomView, SessionView } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { accept, reject, type Session } from '../session.ts';
import { slices } from '../slices.ts';
import { arrivedAt, HOUSE, idOf, phase, seat, seatedAt, seconds } from '../testing/workshop.ts';

const id = (name: string) => name as AnnouncementId;
const announce = (to: 'everybody' | RoomId, name = 'one') =>
  ({ type: 'announce', announcementId: id(name), text: 'Coffee is ready', to }) as const;
const view = <View>(session: Session, audience: never): View => slices(session).documents.get(audience) as View;
const session = (state: Session) => view<SessionView>(state, 'session' as never);
const history = (state: Session) => view<FacilitatorsView>(state, 'facilitators' as never).announcements;
const room = (state: Session, roomId: RoomId) => view<RoomView>(state, `room:${roomId}` as never);

describe('announcements', () => {
  test('[AN-1] everybody admitted sees it for a minute', () => {
    const told = arrivedAt('intro').doing(announce('everybody'), seat('Frieda'), 5);
    const shown = { text: 'Coffee is ready', by: 'frieda', at: 5, until: seconds(60) + 5 };
    expect(session(told.session).announcements).toEqual({ one: shown });
    expect(session(told.until(seconds(60) + 4).session).announcements).toEqual({ one: shown });
    expect(session(told.until(seconds(60) + 5).session)).not.toHaveProperty('announcements');
  });

  test('[AN-2] one table sees it, and nothing but its document and that of facilitators names it', () => {
    const round = seatedAt('round-1');
    const home = round.session.breakouts.rounds[phase('round-1')]?.seats[idOf('Ada')] as RoomId;
    const told = round.doing(announce(home), seat('Frieda'), seconds(90)).session;
    expect(room(told, home).announcements).toMatchObject({ one: { text: 'Coffee is ready' } });
    const holding = [...slices(told).documents].filter(([, doc]) => JSON.stringify(doc).includes('Coffee'));
    expect(holding.map(([audience]) => audience).toSorted()).toEqual(['facilitators', `room:${home}`]);
  });

  test('[AN-2] there is no announcing to a table that is not in use', () => {
    const round = seatedAt('round-1');
    expect(round.when(announce('round-2-a' as RoomId), seat('Frieda'), 9)).toEqual(reject('no-such-table'));
    const intro = arrivedAt('intro');
    expect(intro.when(announce('round-1-a' as RoomId), seat('Frieda'), 9)).toEqual(reject('tables-not-open'));
  });

  test('[AN-1] somebody at the door sees none', () => {
    const told = arrivedAt('intro')
      .doing({ type: 'knock', seatId: idOf('Zoe'), name: 'Zoe', linkHash: 'z' }, HOUSE, 1)
      .doing({ type: 'arrive', seatId: idOf('Zoe') }, HOUSE, 1)
      .doing(announce('everybody'), seat('Frieda'), 5).session;
    expect(JSON.stringify(slices(told).documents.get('seat:zoe' as never))).not.toContain('Coffee');
  });

  test('[AN-3] making the same announcement again changes nothing', () => {
    const told = arrivedAt('intro').doing(announce('everybody'), seat('Frieda'), 5);
    expect(told.when(announce('everybody'), seat('Frieda'), 9)).toEqual(accept());
  });

  test('[AN-4] taking it back takes it from every screen, and facilitators see that', () => {
    const told = arrivedAt('intro').doing(announce('everybody'), seat('Frieda'), 5);
    const takeBack = { type: 'take-back-announcement', announcementId: id('one') } as const;
    const back = told.doing(takeBack, seat('Frieda'), 9);
    expect(session(back.session)).not.toHaveProperty('announcements');
    expect(history(back.session)).toMatchObject({ one: { state: 'taken-back' } });
    expect(back.when(takeBack, seat('Frieda'), 10)).toEqual(accept());
    expect(back.until(seconds(61)).session).toEqual(back.session);
    const unknown = { ...takeBack, announcementId: id('never') };
    expect(back.when(unknown, seat('Frieda'), 10)).toEqual(reject('no-such-announcement'));
  });

  test('[AN-5] facilitators keep the last ten, over or not', () => {
    const many = Array.from({ length: 12 }, (_, at) => at).reduce(
      (soFar, at) => soFar.doing(announce('everybody', `no-${at}`), seat('Frieda'), at),
      arrivedAt('intro'),
    );
    expect(Object.keys(history(many.session)).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, at) => `no-${at + 2}`).toSorted(),
    );
    expect(history(many.until(seconds(65)).session)).toMatchObject({ 'no-2': { state: 'over' } });
  });
});
