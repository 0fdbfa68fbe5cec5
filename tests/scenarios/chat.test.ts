import type { AskedId, ChatChannel, MessageId, RoomId } from '@werkraum/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { begin, goTo, must, tablesOf } from '../support/steps.ts';
import { givenWorkshop, seconds, type Workshop } from '../support/workshop.ts';

const heardBy = (person: Person): string => person.client().frames().join('\n');
const say = (text: string, channel: ChatChannel) =>
  ({ type: 'say', messageId: text.replaceAll(/\W/g, '-') as MessageId, channel, text }) as const;
const at = ({ people }: Workshop, roomId: RoomId): Person[] =>
  people.filter((one) => one.isConnected() && one.you().place === roomId);
const texts = (person: Person): string[] => Object.values(person.room()?.chat?.messages ?? {}).map(({ text }) => text);

/** Somebody at the door, and somebody who was sent away. */
async function outsiders(workshop: Workshop): Promise<{ waiting: Person; removed: Person }> {
  const { facilitator } = workshop;
  const removed = workshop.person('Ines');
  await must(facilitator.asks({ type: 'remove-person', seatId: removed.seatId }));
  await must(facilitator.asks({ type: 'set-admission', invited: 'by-hand' }));
  const waiting = await workshop.invite('Zoe', 'participant');
  await waiting.enters();
  expect(waiting.you().admission).toBe('waiting');
  return { waiting, removed };
}

test('[CH-1] [CH-2] what is written at a table or in a thread reaches nobody else over the wire', async () => {
  const workshop = await givenWorkshop();
  await begin(workshop);
  const { waiting, removed } = await outsiders(workshop);
  await goTo(workshop, 'round-1');
  const [a, b] = tablesOf(workshop) as [RoomId, RoomId];
  const [ada, other] = [at(workshop, a)[0], at(workshop, b)[0]] as [Person, Person];
  await must(ada.asks(say('canary of table A', { place: a })));
  await must(other.asks(say('canary of table B', { place: b })));
  await must(ada.asks(say('canary of a thread', { seatId: ada.seatId })));
  await must(workshop.facilitator.asks(say('canary of an answer', { seatId: ada.seatId })));
  await workshop.settled();

  const inside = new Set([...at(workshop, a)]);
  for (const person of [...workshop.people, waiting, removed]) {
    const heard = heardBy(person);
    expect([person.name, heard.includes('canary of table A')]).toEqual([person.name, inside.has(person)]);
    expect([person.name, heard.includes('canary of table B')]).toEqual([person.name, at(workshop, b).includes(person)]);
    const ofThread = person === ada || person === workshop.facilitator;
    expect([person.name, heard.includes('canary of a')]).toEqual([person.name, ofThread]);
  }
  await workshop.close();
});

test('[CH-1] who comes to a table reads its chat, who leaves holds it no more, and a resync brings nothing back', async () => {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'round-1');
  const [a, b] = tablesOf(workshop) as [RoomId, RoomId];
  const [ada] = at(workshop, a) as [Person];
  await must(ada.asks(say('before anybody came', { place: a })));
  const { facilitator } = workshop;
  await must(facilitator.asks({ type: 'visit-table', phaseId: 'round-1' as never, roomId: a }));
  expect(texts(facilitator)).toEqual(['before anybody came']);
  await must(facilitator.asks({ type: 'visit-table', phaseId: 'round-1' as never, roomId: b }));
  expect(facilitator.client().doc(`room:${a}`)).toBeUndefined();
  const before = heardBy(facilitator).length;
  facilitator.client().sendRaw('resync', `room:${a}`);
  await workshop.settled();
  expect(heardBy(facilitator).slice(before)).not.toContain('before anybody came');
  const refused = await facilitator.asks(say('still here?', { place: a }));
  expect(refused).toEqual({ ok: false, rejection: 'not-at-this-table' });
  await workshop.close();
});

test('[CH-4] a message that is sent again after a restart is said once', async () => {
  const workshop = await givenWorkshop(['Ada']);
  const command = say('only once', { place: 'plenary' });
  await begin(workshop);
  await must(workshop.person('Ada').asks(command));
  const after = await workshop.restart();
  await must(after.person('Ada').asks(command));
  const messages = Object.values(after.person('Ada').sees().chat?.messages ?? {});
  expect(messages.map(({ text }) => text)).toEqual(['only once']);
  await after.close();
});

test('[QU-2] nobody is told over the wire who asked without a name', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  await begin(workshop);
  const [ada, ben] = [workshop.person('Ada'), workshop.person('Ben')];
  const seen = new Map(workshop.people.map((person) => [person, heardBy(person).length]));
  const question = { type: 'ask-question', askedId: 'q' as AskedId, text: 'Is it safe?', anonymous: true } as const;
  await must(ada.asks(question));
  await must(ben.asks({ type: 'upvote-question', askedId: question.askedId }));
  await workshop.clock.advance(seconds(1));
  for (const person of workshop.people) {
    const fresh = heardBy(person).slice(seen.get(person));
    expect([person.name, fresh.includes('Is it safe?')]).toEqual([person.name, true]);
    if (person !== ada) expect([person.name, fresh.includes(ada.seatId)]).toEqual([person.name, false]);
    if (person !== ben) expect([person.name, fresh.includes(ben.seatId)]).toEqual([person.name, false]);
  }
  await workshop.close();
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '{{7*7}}',
  '"; DROP TABLE facts;--',
  '__proto__',
  '\u202egnp.exe',
  '\u0000',
  '\ud800',
  '👩‍👩‍👧‍👦',
];

test('[CH-9] whatever text comes, everybody sees the same and the server goes on', { timeout: 60_000 }, async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  await begin(workshop);
  const [ada, ben] = [workshop.person('Ada'), workshop.person('Ben')];
  const anyText = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 40 }), fc.constant('x'.repeat(2_000)));
  let count = 0;
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      count += 1;
      await workshop.clock.advance(seconds(3));
      const reply = await ada.asks({
        type: 'say',
        messageId: `m-${count}` as MessageId,
        channel: { place: 'plenary' },
        text,
      });
      if (!reply.ok) expect(reply.rejection).toBe('malformed-command');
      expect(ben.sees().chat).toEqual(ada.sees().chat);
    }),
    { numRuns: 40 },
  );
  expect(JSON.stringify(ben.sees().chat)).not.toMatch(/\\u202e|\\u0000/);
  await workshop.close();
});
