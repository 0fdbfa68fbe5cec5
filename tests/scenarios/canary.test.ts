import {
  type AskedId,
  type BoardId,
  type CardId,
  type ColumnId,
  type Command,
  hashSecret,
  type MessageId,
  makeSecret,
  type PollId,
  type QuestionId,
  type RoomId,
  type SeatId,
} from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { goTo, must, next, phaseOf, startNextTurn, tablesOf, turnsAt } from '../support/steps.ts';
import { givenWorkshop, minutes, type Workshop } from '../support/workshop.ts';

const FEATURES = ['chat', 'card', 'alone', 'answer'] as const;
/** A word that only one feature at one place would say. Short enough for the shortest text anybody may write. */
const canary = (place: string, feature: string): string => `CANARY-${place}-${feature}`;
const card = (roomId: RoomId, id: string, text: string): Command => ({
  type: 'add-card',
  boardId: roomId as string as BoardId,
  cardId: `${roomId}-${id}` as CardId,
  column: 'idea' as ColumnId,
  text,
});

const atTable = ({ people }: Workshop, roomId: RoomId): Person[] =>
  people.filter((person) => person.isConnected() && person.you().place === roomId);

/** Everything that can be written at a table is written there, each with a word of its own. */
async function writeAt(workshop: Workshop, roomId: RoomId): Promise<void> {
  const [first, second] = atTable(workshop, roomId) as [Person, Person];
  const boardId = roomId as string as BoardId;
  const say: Command = {
    ...{ type: 'say', messageId: `m-${roomId}` as MessageId },
    ...{ channel: { place: roomId }, text: canary(roomId, 'chat') },
  };
  await must(first.asks(say));
  await must(first.asks(card(roomId, 'one', canary(roomId, 'card'))));
  await must(first.asks({ type: 'set-writing', boardId, mode: 'alone' }));
  await must(second.asks(card(roomId, 'two', canary(roomId, 'alone'))));
  await showAnswers(workshop, roomId);
}

/** Whose turn it is shows what they prepared. */
async function showAnswers(workshop: Workshop, roomId: RoomId): Promise<void> {
  await startNextTurn(workshop, roomId);
  const { now, turns } = turnsAt(workshop, roomId);
  const speaker = workshop.people.find(({ seatId }) => now && seatId === turns[now.turnId]?.seatId);
  if (!now || !speaker) throw new Error(`nobody speaks at ${roomId}`);
  const answer = { kind: 'text', text: canary(roomId, 'answer') } as const;
  await must(speaker.asks({ type: 'answer-question', questionId: 'question-1' as QuestionId, answer }));
  const turn = { roomId, turnId: now.turnId };
  await must(speaker.asks({ type: 'show-answers', phaseId: phaseOf(workshop), turn }));
}

/** Everything one person was ever sent, and everything they can fetch. */
async function toldTo(person: Person): Promise<string> {
  const paths = ['', '/preparation', '/booklet', '/booklet.md', '/survey', '/survey/results', '/export'];
  const fetched = await Promise.all(paths.map(async (path) => (await person.fetches('GET', path)).text()));
  return [...person.client().frames(), ...fetched].join('\n');
}

/** Everything the organiser can fetch with the host key. */
async function toldToHost({ server, sessionId }: Workshop): Promise<string> {
  const paths = [
    '',
    `/${sessionId}/record`,
    `/${sessionId}/plan`,
    `/${sessionId}/readiness`,
    `/${sessionId}/booklet.md`,
  ];
  const bodies = paths.map(async (path) => (await server.api('GET', `/api/v1/sessions${path}`)).text());
  const metrics = server.api('GET', '/metrics').then((response) => response.text());
  return [...(await Promise.all(bodies)), await metrics].join('\n');
}

async function atTheDoor(workshop: Workshop, guestSecret: string): Promise<Person> {
  const link = { name: 'Gus', seatId: 'gus' as SeatId, secret: makeSecret() };
  const body = { guestSecret, seatId: link.seatId, name: link.name, linkHash: await hashSecret(link.secret) };
  await workshop.server.api('POST', `/api/v1/sessions/${workshop.sessionId}/knock`, body, {});
  const gus = workshop.withLink(link);
  await gus.enters();
  return gus;
}

test('[WI-13] nothing that is written at a table reaches another, the plenary, the door, somebody removed, or the organiser', async () => {
  const guestSecret = makeSecret();
  const workshop = await givenWorkshop({ guestSecret });
  const gus = await atTheDoor(workshop, guestSecret);
  await goTo(workshop, 'round-1');
  const tables = tablesOf(workshop);
  const members = new Map(tables.map((roomId) => [roomId, atTable(workshop, roomId)]));
  const [removed] = members.get(tables[0] as RoomId)?.slice(-1) ?? [];
  if (!removed) throw new Error('nobody sits at the first table');
  await must(workshop.facilitator.asks({ type: 'remove-person', seatId: removed.seatId }));
  for (const roomId of tables) await writeAt(workshop, roomId);
  await workshop.clock.advance(minutes(1));
  await next(workshop);
  await workshop.clock.advance(minutes(1));
  await goTo(workshop, 'reflection');
  for (const person of workshop.people.filter((one) => one.isConnected())) {
    for (const roomId of tables) {
      for (const audience of [`room:${roomId}`, `table:${roomId}`]) person.client().sendRaw('resync', audience);
    }
  }
  await must(workshop.facilitator.asks({ type: 'end-session' }));
  await workshop.settled();

  const host = await toldToHost(workshop);
  for (const roomId of tables) {
    const own = (members.get(roomId) ?? []).filter((person) => person !== removed);
    for (const person of workshop.people) {
      const told = await toldTo(person);
      const heard = FEATURES.filter((feature) => told.includes(canary(roomId, feature)));
      const [, author] = own;
      const wanted = FEATURES.filter((feature) => own.includes(person) && (feature !== 'alone' || person === author));
      expect({ roomId, who: person.name, heard }).toEqual({ roomId, who: person.name, heard: wanted });
    }
    expect(FEATURES.filter((feature) => host.includes(canary(roomId, feature)))).toEqual([]);
  }
  expect(await toldTo(gus)).not.toContain('CANARY');
  expect(workshop.server.faults).toEqual([]);
  await workshop.close();
});

test('[QU-3, PO-4] who asked without a name, and who answered what, is told to nobody', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben', 'Cem', 'Dora', 'Emil', 'Finja']);
  const { facilitator } = workshop;
  await goTo(workshop, 'talk');
  const ada = workshop.person('Ada');
  const pollId = 'fit' as PollId;
  const poll = { kind: 'words', question: 'One word?', anonymous: true, words: 1 } as const;
  await must(ada.asks({ type: 'ask-question', askedId: 'why' as AskedId, text: 'CANARY-question', anonymous: true }));
  await must(facilitator.asks({ type: 'prepare-poll', pollId, poll }));
  await must(facilitator.asks({ type: 'open-poll', pollId }));
  const before = new Map(workshop.people.map((person) => [person, person.client().frames().length]));
  for (const person of workshop.people.filter(({ you }) => you().role === 'participant')) {
    await must(person.asks({ type: 'cast-vote', pollId, vote: { kind: 'words', words: [`WORD-${person.seatId}`] } }));
  }
  for (const person of workshop.people) {
    const heard = person.client().frames().slice(before.get(person)).join('\n');
    const words = workshop.people.filter(({ seatId }) => heard.includes(`WORD-${seatId}`)).map(({ name }) => name);
    expect(words).toEqual(person.you().role === 'participant' ? [person.name] : []);
  }
  for (const person of workshop.people.filter((one) => one !== ada)) {
    const naming = person
      .client()
      .frames()
      .filter((frame) => frame.includes('CANARY-question'));
    expect(naming.length).toBeGreaterThan(0);
    expect(naming.filter((frame) => frame.includes(`"${ada.seatId}"`))).toEqual([]);
  }
  await workshop.close();
});
