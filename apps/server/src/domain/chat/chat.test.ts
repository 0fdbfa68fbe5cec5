import type {
  ChatChannel,
  FacilitatorsView,
  MessageId,
  RoomId,
  RoomView,
  SeatView,
  SessionView,
} from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { values } from '../records.ts';
import { accept, type Fact, reject, type Session } from '../session.ts';
import { slices } from '../slices.ts';
import {
  arrivedAt,
  assembled,
  fold,
  HOUSE,
  idOf,
  phase,
  seat,
  seatedAt,
  seconds,
  type Workshop,
} from '../testing/workshop.ts';
import type { ChatFact } from './chat.ts';
import { eraseChat } from './erase.ts';

const PLENARY: ChatChannel = { place: 'plenary' };
const thread = (name: string): ChatChannel => ({ seatId: idOf(name) });
const named = (name: string) => name as MessageId;
const saying = (text: string, channel: ChatChannel = PLENARY, id = text) =>
  ({ type: 'say', messageId: named(id), channel, text }) as const;
const deleting = (id: string, channel = PLENARY) =>
  ({ type: 'delete-message', messageId: named(id), channel }) as const;
const editing = (id: string, text: string, channel = PLENARY) =>
  ({ type: 'edit-message', messageId: named(id), channel, text }) as const;

const view = <View>(session: Session, audience: string): View =>
  slices(session).documents.get(audience as never) as View;
const plenary = (session: Session) => view<SessionView>(session, 'session').chat;
const texts = (chat: SessionView['chat']) => Object.values(chat?.messages ?? {}).map(({ text }) => text);
const holders = (session: Session, text: string) =>
  [...slices(session).documents].filter(([, doc]) => JSON.stringify(doc).includes(text)).map(([audience]) => audience);
const tableOf = ({ session }: Workshop, name: string): RoomId => {
  const table = session.breakouts.rounds[phase('round-1')]?.seats[idOf(name)];
  if (!table) throw new Error(`${name} sits nowhere`);
  return table;
};

describe('who reads what', () => {
  test('[CH-1] the plenary reads it, and nobody at the door', () => {
    const said = arrivedAt('intro')
      .doing({ type: 'knock', seatId: idOf('Zoe'), name: 'Zoe', linkHash: 'z' }, HOUSE, 1)
      .doing({ type: 'arrive', seatId: idOf('Zoe') }, HOUSE, 1)
      .doing(saying('Hello all'), seat('Ada'), 5);
    expect(plenary(said.session)).toEqual({
      messages: { 1: { id: 'Hello all', by: 'ada', at: 5, text: 'Hello all' } },
    });
    expect(holders(said.session, 'Hello all')).toEqual(['session']);
  });

  test('[CH-1] a table reads its own from the beginning, also who comes late; nobody does when it is closed', () => {
    const round = seatedAt('round-1');
    const roomId = tableOf(round, 'Ada');
    const said = round.doing(saying('Among us', { place: roomId }), seat('Ada'), seconds(90));
    expect(holders(said.session, 'Among us')).toEqual([`room:${roomId}`]);
    const visited = said.doing({ type: 'visit-table', phaseId: phase('round-1'), roomId }, seat('Frieda'), seconds(95));
    expect(texts(view<RoomView>(visited.session, `room:${roomId}`).chat)).toEqual(['Among us']);
    const over = said
      .doing({ type: 'close-tables', phaseId: phase('round-1'), inMs: 0 }, seat('Frieda'), seconds(100))
      .until(seconds(400));
    expect(over.session.breakouts.open?.phaseId).toBe('round-2');
    expect(holders(over.session, 'Among us')).toEqual([]);
  });

  test('[CH-2] a thread is seen by its person and by those who facilitate', () => {
    const said = arrivedAt('intro')
      .doing(saying('May I leave early?', thread('Ada')), seat('Ada'), 5)
      .doing(saying('Of course', thread('Ada')), seat('Frieda'), 6);
    expect(holders(said.session, 'leave early').toSorted()).toEqual(['facilitators', 'seat:ada']);
    expect(texts(view<SeatView>(said.session, 'seat:ada').thread)).toEqual(['May I leave early?', 'Of course']);
    expect(texts(view<FacilitatorsView>(said.session, 'facilitators').threads?.ada)).toHaveLength(2);
  });

  test('[CH-2] nobody reaches into a thread of others, and those who facilitate have none', () => {
    const intro = arrivedAt('intro');
    expect(intro.when(saying('Hi', thread('Ada')), seat('Ben'), 5)).toEqual(reject('no-such-thread'));
    expect(intro.when(saying('Hi', thread('Ada')), seat('Theo'), 5)).toEqual(reject('no-such-thread'));
    expect(intro.when(saying('Hi', thread('Frieda')), seat('Frieda'), 5)).toEqual(reject('no-such-thread'));
    expect(intro.when(saying('Hi', thread('Nobody')), seat('Frieda'), 5)).toEqual(reject('no-such-thread'));
  });
});

describe('where one writes', () => {
  test('[CH-3] in the plenary while one is there; those who facilitate from anywhere', () => {
    const round = seatedAt('round-1');
    expect(round.when(saying('Hi'), seat('Ada'), seconds(90))).toEqual(reject('not-in-plenary'));
    const roomId = tableOf(round, 'Ada');
    const visiting = round.doing(
      { type: 'visit-table', phaseId: phase('round-1'), roomId },
      seat('Frieda'),
      seconds(90),
    );
    expect(visiting.when(saying('Hi'), seat('Frieda'), seconds(91))).toMatchObject({ ok: true });
    expect(visiting.when(saying('Hi', { place: roomId }), seat('Frieda'), seconds(91))).toMatchObject({ ok: true });
  });

  test('[CH-3] at a table only who is there', () => {
    const round = seatedAt('round-1');
    const command = saying('Hi', { place: tableOf(round, 'Ada') });
    for (const name of ['Frieda', 'Theo', 'Salma']) {
      expect(round.when(command, seat(name), seconds(90))).toEqual(reject('not-at-this-table'));
    }
    const elsewhere = ['Ben', 'Cem', 'Dora'].find((name) => tableOf(round, name) !== tableOf(round, 'Ada'));
    expect(round.when(command, seat(elsewhere ?? ''), seconds(90))).toEqual(reject('not-at-this-table'));
  });

  test('[CH-3] the own thread can be written in from a table', () => {
    const command = saying('Help', thread('Ada'));
    expect(seatedAt('round-1').when(command, seat('Ada'), seconds(90))).toMatchObject({ ok: true });
  });

  test('[CH-4] a repeat changes nothing, also when the place has changed meanwhile; a name is not taken over', () => {
    const said = arrivedAt('intro').doing(saying('Hello'), seat('Ada'), 5);
    expect(said.when(saying('Hello'), seat('Ada'), 6)).toEqual(accept());
    expect(said.when(saying('Hello'), seat('Ben'), 6)).toEqual(reject('not-your-message'));
  });
});

describe('changing and taking away', () => {
  const said = () => arrivedAt('intro').doing(saying('Helo', PLENARY, 'one'), seat('Ada'), 5);

  test('[CH-5] who wrote it words it anew, and that shows', () => {
    const edited = said().doing(editing('one', 'Hello'), seat('Ada'), 6);
    expect(plenary(edited.session)?.messages).toEqual({
      1: { id: 'one', by: 'ada', at: 5, text: 'Hello', edited: true },
    });
    expect(edited.when(editing('one', 'Hello'), seat('Ada'), 7)).toEqual(accept());
    expect(said().when(editing('one', 'Ha'), seat('Frieda'), 6)).toEqual(reject('not-your-message'));
    expect(said().when(editing('two', 'Ha'), seat('Ada'), 6)).toEqual(reject('no-such-message'));
  });

  test('[CH-5] what was deleted leaves a line and no text, and is not edited any more', () => {
    const gone = said().doing(deleting('one'), seat('Ada'), 6);
    expect(plenary(gone.session)?.messages).toEqual({
      1: { id: 'one', by: 'ada', at: 5, text: '', removed: 'author' },
    });
    expect(JSON.stringify(gone.session)).not.toContain('Helo');
    expect(gone.when(deleting('one'), seat('Frieda'), 7)).toEqual(accept());
    expect(gone.when(editing('one', 'Again'), seat('Ada'), 7)).toEqual(reject('message-removed'));
  });

  test('[CH-5] those who facilitate delete what they see, others only their own', () => {
    expect(said().when(deleting('one'), seat('Ben'), 6)).toEqual(reject('not-your-message'));
    expect(plenary(said().doing(deleting('one'), seat('Frieda'), 6).session)?.messages[1]?.removed).toBe('facilitator');
    const round = seatedAt('round-1');
    const channel = { place: tableOf(round, 'Ada') };
    const told = round.doing(saying('Among us', channel), seat('Ada'), seconds(90));
    expect(told.when(deleting('Among us', channel), seat('Frieda'), seconds(91))).toEqual(reject('not-at-this-table'));
  });

  test('[CH-6] a closed chat is read by all and written by those who facilitate', () => {
    const closed = said().doing({ type: 'close-chat' }, seat('Frieda'), 6);
    expect(plenary(closed.session)).toMatchObject({ closed: true, messages: { 1: { text: 'Helo' } } });
    expect(closed.when(saying('More'), seat('Ada'), 7)).toEqual(reject('chat-closed'));
    expect(closed.when(saying('More', thread('Ada')), seat('Ada'), 7)).toMatchObject({ ok: true });
    expect(closed.when(saying('More'), seat('Frieda'), 7)).toMatchObject({ ok: true });
    expect(closed.when({ type: 'close-chat' }, seat('Frieda'), 7)).toEqual(accept());
    const open = closed.doing({ type: 'open-chat' }, seat('Frieda'), 8);
    expect(plenary(open.session)).not.toHaveProperty('closed');
    expect(open.when({ type: 'open-chat' }, seat('Frieda'), 9)).toEqual(accept());
  });

  test('[CH-6] what was written can be deleted when the workshop is over', () => {
    const over = arrivedAt('reflection')
      .doing(saying('Oh no'), seat('Ada'), 5)
      .doing({ type: 'end-session' }, seat('Frieda'), 9);
    expect(over.when(saying('Bye'), seat('Ada'), 10)).toEqual(reject('session-already-ended'));
    expect(over.when(deleting('Oh no'), seat('Ada'), 10)).toMatchObject({ ok: true });
  });
});

describe('limits', () => {
  const many = (count: number, text: (at: number) => string, channel: ChatChannel = PLENARY): Session => {
    const { facts } = assembled();
    const said = Array.from(
      { length: count },
      (_, at): Fact => ({
        ...{ type: 'message-said', messageId: named(`m${at}`), channel, text: text(at), by: idOf('Ada'), at },
      }),
    );
    const session = fold([...facts, ...said]);
    if (!session) throw new Error('no session');
    return session;
  };

  test('[CH-7] numbers count on whatever the clock says, and the newest 300 are kept [CH-8]', () => {
    const numbers = Object.keys(plenary(many(310, (at) => `text ${at}`))?.messages ?? {}).map(Number);
    expect(numbers).toEqual(Array.from({ length: 300 }, (_, at) => at + 11));
  });

  test('[CH-8] long texts are kept up to a number of characters, threads fewer', () => {
    const long = (at: number) => `${at}`.padEnd(1_000, '.');
    expect(texts(plenary(many(100, long)))).toHaveLength(60);
    const ada = view<SeatView>(many(100, long, thread('Ada')), 'seat:ada').thread;
    expect(texts(ada)).toHaveLength(20);
    expect(Object.keys(ada?.messages ?? {})[0]).toBe('81');
  });

  test('[CH-9] the thirteenth message within twenty seconds waits', () => {
    const twelve = Array.from({ length: 12 }).reduce<Workshop>(
      (soFar, _, at) => soFar.doing(saying(`text ${at}`), seat('Ada'), 5 + at),
      arrivedAt('intro'),
    );
    expect(twelve.when(saying('more'), seat('Ada'), 20)).toEqual(reject('too-many-messages'));
    expect(twelve.when(saying('more'), seat('Ben'), 20)).toMatchObject({ ok: true });
    expect(twelve.when(saying('more'), seat('Ada'), seconds(20) + 5)).toMatchObject({ ok: true });
  });

  test('[CH-10] a message touches one document and one entry of it', () => {
    const before = slices(arrivedAt('intro').doing(saying('one'), seat('Ada'), 5).session);
    const after = slices(arrivedAt('intro').doing(saying('one'), seat('Ada'), 5).session, before);
    expect(after.documents.get('session')).toBe(before.documents.get('session'));
    const workshop = arrivedAt('intro').doing(saying('one'), seat('Ada'), 5);
    const held = slices(workshop.session);
    const { documents } = slices(workshop.doing(saying('two'), seat('Ben'), 6).session, held);
    const touched = [...documents.keys()].filter(
      (audience) => documents.get(audience) !== held.documents.get(audience),
    );
    expect(touched).toEqual(['session']);
    const [was, is] = [held, { documents }].map((each) => each.documents.get('session') as SessionView);
    expect(is?.chat?.messages[1]).toBe(was?.chat?.messages[1]);
  });
});

test('[CH-11] an erased person has said nothing any more, and everybody else what they said', () => {
  const { facts } = arrivedAt('intro')
    .doing(saying('Secret of Ada', PLENARY, 'one'), seat('Ada'), 5)
    .doing(editing('one', 'Another secret of Ada'), seat('Ada'), 6)
    .doing(saying('From Ben', PLENARY, 'two'), seat('Ben'), 7);
  const isChat = (fact: Fact): fact is ChatFact => fact.type.startsWith('message-');
  const erased = fold(facts.map((fact) => (isChat(fact) ? eraseChat(fact, idOf('Ada')) : fact)));
  if (!erased) throw new Error('no session');
  expect(JSON.stringify(erased)).not.toContain('of Ada');
  expect(values(plenary(erased)?.messages ?? {})).toMatchObject([
    { text: '', removed: 'author' },
    { text: 'From Ben' },
  ]);
});
