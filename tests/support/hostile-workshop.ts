import {
  type BoardId,
  type BookletAnswer,
  type Command,
  type CommandId,
  fingerprint,
  type PhaseId,
  personalLink,
  type Role,
  type RoomId,
  type SeatId,
  type SessionId,
} from '@werkraum/protocol';
import { BAD_LINKS, createDealer, HOSTILE, UNSEEN } from './hostile.ts';
import { hostilePlan } from './hostile-plan.ts';
import { type Link, makeSeat, mustEnter, type Person, personOf, settled } from './person.ts';
import type { ServerUnderTest } from './server-under-test.ts';
import { hostilePdf } from './talk-pdf.ts';
import { until } from './until.ts';
import { writerOf } from './writer.ts';

/** A workshop in which everything that people can write is hostile. `person(0)` facilitates, `person(1)` keeps the time. */
export interface HostileWorkshop {
  server: ServerUnderTest;
  sessionId: SessionId;
  people: readonly Person[];
  person(index: number): Person;
  /** The personal link to a page of the house, such as `/join`. */
  link(index: number, page: string): string;
}

const ROLES: readonly Role[] = ['facilitator', 'timekeeper', 'speaker', ...Array<Role>(5).fill('participant')];
const PHASE = { talk: 'talk' as PhaseId, round: 'round' as PhaseId, reflection: 'reflection' as PhaseId };
const TABLE = 'round-a' as RoomId;

export async function createHostileWorkshop(server: ServerUnderTest): Promise<HostileWorkshop> {
  const names = createDealer(7).some(ROLES.length, 80);
  const made = await Promise.all(
    ROLES.map(async (role, index) => {
      const { seat, link } = await makeSeat(`seat-${index}`, role);
      const name = names[index] ?? '';
      return { seat: { ...seat, name }, link: { ...link, name } satisfies Link };
    }),
  );
  const sessionId = await server.create({ plan: hostilePlan(), seats: made.map(({ seat }) => seat) });
  const people: Person[] = [];
  people.push(...made.map(({ link }) => personOf({ server, sessionId, people }, link)));
  const person = (index: number): Person => {
    const found = people[index];
    if (!found) throw new Error(`there is no person ${index}`);
    return found;
  };
  const link = (index: number, page: string) => {
    const { seatId, secret } = made[index]?.link ?? { seatId: '' as SeatId, secret: '' };
    return personalLink(server.url, { sessionId, seatId, secret }).replace('/join', page);
  };
  for (const one of people) await mustEnter(one);
  return { server, sessionId, people, person, link };
}

/** Carries out commands one after the other; answers with the refusals. */
async function ask(person: Person, commands: readonly Command[]): Promise<string[]> {
  const client = person.client();
  const replies = await Promise.all(
    commands.map((command) => client.send({ id: crypto.randomUUID() as CommandId, command })),
  );
  return replies.flatMap((reply) => (reply.ok ? [] : [reply.rejection]));
}

/** The same, where nothing may be refused. */
async function must(person: Person, commands: readonly Command[]): Promise<void> {
  const refused = await ask(person, commands);
  if (refused.length > 0) throw new Error(`${commands[0]?.type}: ${refused.join(', ')}`);
}

/** Lets everybody say their share of the texts. */
async function share(
  { people }: HostileWorkshop,
  texts: readonly string[],
  say: (text: string, at: number) => Command,
): Promise<void> {
  for (const [index, writer] of people.entries()) {
    const own = texts.flatMap((text, at) => (at % people.length === index ? [say(text, at)] : []));
    await must(writer, own);
  }
}

const fitting = (max: number): string[] => HOSTILE.filter(({ length }) => length <= max);

/** Before the doors open: everybody has answered, and two have brought a deck. */
export async function prepareHostile({ people, server, person }: HostileWorkshop): Promise<void> {
  const dealer = createDealer(5);
  for (const one of people.slice(2)) {
    const answers = dealer.some(8, 400).map(
      (text, at): Command => ({
        ...{ type: 'answer-question', questionId: `text-${at}` as never },
        answer: { kind: 'text', text },
      }),
    );
    await must(one, [...answers, { type: 'share-answers', shared: true }]);
  }
  for (const [index, name] of [
    '<img src=x onerror=__hostile(80)>',
    '../../"><svg onload=__hostile(81)>.pdf',
  ].entries()) {
    const path = `/decks/deck?name=${encodeURIComponent(name)}`;
    const response = await person(index * 2).uploads(path, hostilePdf(`${server.url}/hostile-pdf`));
    if (response.status !== 201) throw new Error(`no deck: ${await response.text()}`);
  }
}

/** The talk runs; the plenary has written, asked, voted and kept whatever it could. */
export async function talkHostile(workshop: HostileWorkshop): Promise<void> {
  const { person } = workshop;
  await must(person(0), [{ type: 'open-doors' }, { type: 'start-session' }]);
  const channel = { place: 'plenary' } as const;
  await share(workshop, HOSTILE, (text, at) => ({ type: 'say', messageId: `m-${at}` as never, channel, text }));
  await share(workshop, HOSTILE, (text, at) => ({
    ...{ type: 'ask-question', askedId: `q-${at}` as never, text },
    anonymous: at % 2 === 0,
  }));
  await share(workshop, HOSTILE, (text, at) => ({ type: 'park', parkedId: `p-${at}` as never, text }));
  await share(workshop, fitting(240), (title, at) => ({
    ...{ type: 'add-reference', referenceId: `r-${at}` as never, title, kind: 'other' },
    ...(at % 3 === 0 && { link: 'https://evil.example/?a="><script>__hostile(82)</script>' }),
    ...(at % 3 === 1 && { link: 'https://example.org/page' }),
  }));
  const thread = { seatId: person(3).seatId };
  const say = (text: string, at: number): Command => ({
    type: 'say',
    messageId: `t-${at}` as never,
    channel: thread,
    text,
  });
  await must(person(3), fitting(60).slice(0, 5).map(say));
  await pollHostile(workshop);
  await must(person(0), [
    { type: 'take-question', askedId: 'q-0' as never },
    { type: 'announce', announcementId: 'a' as never, text: HOSTILE[0] ?? '', to: 'everybody' },
  ]);
}

async function pollHostile({ people, person }: HostileWorkshop): Promise<void> {
  const dealer = createDealer(11);
  const [words, single, open] = ['words', 'single', 'open'] as never[];
  const prepare = (pollId: never, poll: unknown) => ({ type: 'prepare-poll', pollId, poll }) as Command;
  const question = () => dealer.next(240);
  const options = dealer.some(12, 120);
  await must(person(0), [
    prepare(words as never, { kind: 'words', question: question(), anonymous: true, words: 5 }),
    prepare(single as never, { kind: 'single', question: question(), anonymous: false, options }),
    prepare(open as never, { kind: 'multiple', question: question(), anonymous: false, options: dealer.some(12, 120) }),
    { type: 'open-poll', pollId: words as never },
  ]);
  for (const one of people.slice(2)) {
    const vote = { kind: 'words' as const, words: dealer.some(5, 40) };
    await must(one, [{ type: 'cast-vote', pollId: words as never, vote }]);
  }
  await must(person(0), [
    { type: 'close-poll', pollId: words as never, show: true },
    { type: 'open-poll', pollId: single as never },
  ]);
  for (const [index, one] of people.slice(2).entries())
    await must(one, [{ type: 'cast-vote', pollId: single as never, vote: { kind: 'single', option: index } }]);
  await must(person(0), [
    { type: 'close-poll', pollId: single as never, show: true },
    { type: 'open-poll', pollId: open as never },
  ]);
}

/** Everybody sits at the one table, which has filled its board, its chat and its notes, and handed all over. */
export async function tableHostile(workshop: HostileWorkshop): Promise<void> {
  const { people, person } = workshop;
  await must(person(0), [{ type: 'advance-phase', phaseId: PHASE.talk }]);
  await settled(workshop);
  const seated = people.filter((one) => one.you().may.includes('go-to-table'));
  for (const one of seated) await must(one, [{ type: 'go-to-table', phaseId: PHASE.round }]);
  await settled(workshop);
  await until(() => seated.every((one) => one.room()?.roomId === TABLE), 'everybody sits');
  await must(person(0), [{ type: 'visit-table', phaseId: PHASE.round, roomId: TABLE }]);
  const boardId = TABLE as string as BoardId;
  await fillBoard({ ...workshop, people: seated }, boardId);
  const channel = { place: TABLE };
  for (const [index, one] of seated.entries()) {
    const texts = HOSTILE.filter((_, at) => at % seated.length === index).slice(0, 10);
    await must(
      one,
      texts.map((text, at) => ({ type: 'say', messageId: `s-${index}-${at}` as never, channel, text })),
    );
  }
  await writeNotes(seated[0] as Person);
  await settled(workshop);
  const cards = Object.entries(seated[0]?.room()?.board?.cards ?? {});
  await must(seated[0] as Person, [
    {
      ...{ type: 'hand-over', boardId },
      cards: cards.map(([cardId, { version }]) => ({ cardId: cardId as never, version })),
    },
    { type: 'hand-over-notes', roomId: TABLE },
  ]);
}

async function fillBoard(workshop: HostileWorkshop, boardId: BoardId): Promise<void> {
  const { people } = workshop;
  const [first] = people as [Person];
  const columns = ['idea', 'example', 'obstacle', 'sdg', 'question', 'other'];
  const cards = fitting(280).map(
    (text, at): Command => ({
      ...{ type: 'add-card', boardId, cardId: `c-${at}` as never, text },
      column: columns[at % columns.length] as never,
    }),
  );
  await must(first, cards);
  const dealer = createDealer();
  await must(
    first,
    [0, 1, 2, 3, 4].map((at) => ({
      ...{ type: 'tag-card', boardId, cardId: `c-${at}` as never },
      tags: dealer.some(5, 24),
    })),
  );
}

async function writeNotes(person: Person): Promise<void> {
  const writer = writerOf(person, TABLE);
  for (const text of HOSTILE) writer.copy.writes(text);
  const opened = await writer.opens();
  if (!opened.ok) throw new Error(`no notes: ${opened.reason}`);
}

/** Everybody is back; the table reports, the reflection is written, a deck is shown. */
export async function reflectHostile(workshop: HostileWorkshop): Promise<void> {
  const { people, person } = workshop;
  await must(person(0), [{ type: 'advance-phase', phaseId: PHASE.round }]);
  await settled(workshop);
  for (const one of people.filter(({ you }) => you().may.includes('return-to-plenary')))
    await must(one, [{ type: 'return-to-plenary', phaseId: PHASE.reflection }]);
  await settled(workshop);
  await fillBoard(workshop, 'plenary~reflection' as BoardId);
  await must(person(0), [
    { type: 'report-out', phaseId: PHASE.round, roomId: TABLE },
    {
      ...{ type: 'show-deck', showingId: 'showing' as never, deckId: 'deck' as never },
      ...{ place: 'plenary', phaseId: PHASE.reflection, page: 1 },
    },
  ]);
}

/** What the wire has to refuse: lines with letters nobody sees, and links that are none. Answers with what it did not. */
export async function takenThoughRefusable({ person }: HostileWorkshop): Promise<string[]> {
  const lines = UNSEEN.map((text, at): Command => ({ type: 'park', parkedId: `u-${at}` as never, text }));
  const links = BAD_LINKS.map(
    (link, at): Command => ({
      ...{ type: 'add-reference', referenceId: `l-${at}` as never, title: 'A link', kind: 'other' },
      link,
    }),
  );
  const taken: string[] = [];
  for (const [at, command] of [...lines, ...links].entries()) {
    const refused = await ask(person(3), [command]);
    if (refused[0] !== 'malformed-command') taken.push([...UNSEEN, ...BAD_LINKS][at] ?? '');
  }
  return taken;
}

/** After the end: the booklet has hostile edits on top of what it was made of, and is published. */
export async function bookletHostile({ person, people }: HostileWorkshop): Promise<void> {
  const [facilitator] = people as [Person];
  await must(person(2), [{ type: 'agree-to-be-named', listed: true }]);
  const { booklet } = (await (await facilitator.fetches('GET', '/booklet')).json()) as BookletAnswer;
  const { id: sectionId } = booklet.sections[0] ?? { id: '' as never };
  const was = fingerprint(booklet.cover.title);
  await must(facilitator, [
    {
      type: 'edit-booklet',
      change: { kind: 'text', blockId: 'cover' as never, part: 'title' as never, text: HOSTILE[4] ?? '', was },
    },
    ...HOSTILE.map(
      (text, at): Command => ({
        type: 'edit-booklet',
        change: { kind: 'add', blockId: `own-${at}` as never, sectionId, text },
      }),
    ),
    { type: 'publish-booklet' },
  ]);
}
