import type { DeckId, FileId, PhaseId, SeatView, ShowDeck, ShowingId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { goTo, must } from '../support/steps.ts';
import { talkPdf } from '../support/talk-pdf.ts';
import { givenWorkshop, seconds, type Workshop } from '../support/workshop.ts';

const DECK = 'talk' as DeckId;
const SHOWING = 'showing' as ShowingId;
const pdf = talkPdf({ titles: ['Welcome', 'Middle', 'Thank you'] });

/** Brings a deck, weeks before or now; the file it consists of. */
async function brings(person: Person): Promise<FileId> {
  const response = await person.uploads(`/decks/${DECK}?name=canary-${person.seatId}-`, pdf);
  expect(response.status).toBe(201);
  const { decks } = (await (await person.fetches('GET')).json()) as SeatView;
  const fileId = decks?.[DECK]?.files[0];
  if (!fileId) throw new Error('the deck has no file');
  return fileId;
}

const show = (person: Person, phaseId: string, page = 1): ShowDeck => ({
  ...{ type: 'show-deck', showingId: SHOWING, deckId: DECK, page },
  ...{ place: person.you().place, phaseId: phaseId as PhaseId },
});
const turn = (page: number) => ({ type: 'turn-page', showingId: SHOWING, page }) as const;

/** Who gets this file over HTTP now. */
async function readers({ people, facilitator, timekeeper, speaker }: Workshop, fileId: FileId): Promise<string[]> {
  const everybody = new Set([facilitator, timekeeper, speaker, ...people]);
  const answers = [...everybody].map(async (person) => {
    const response = await person.fetches('GET', `/files/${fileId}`);
    await response.arrayBuffer();
    if (response.status !== 200) expect(response.status).toBe(404);
    return response.status === 200 ? [person.seatId] : [];
  });
  return (await Promise.all(answers)).flat().toSorted();
}

async function talk(): Promise<{ workshop: Workshop; fileId: FileId }> {
  const workshop = await givenWorkshop({ participants: ['Ada', 'Ben', 'Cem', 'Dora'] });
  const fileId = await brings(workshop.speaker);
  await goTo(workshop, 'talk');
  return { workshop, fileId };
}

test('[SL-1] [SL-10] who comes late is on the right page, and a presenter who drops out turns on afterwards', async () => {
  const { workshop } = await talk();
  const { speaker } = workshop;
  const ada = workshop.person('Ada');
  await ada.vanishes();
  await must(speaker.asks(show(speaker, 'talk')));
  await must(speaker.asks(turn(2)));
  await ada.enters();
  expect(ada.sees().slides).toMatchObject({ page: 2, pages: 3, presenter: speaker.seatId });

  await speaker.vanishes();
  await workshop.clock.advance(seconds(60));
  expect(ada.sees().people[speaker.seatId]?.presence).toBe('away');
  expect(ada.sees().slides?.page).toBe(2);
  await speaker.enters();
  await must(speaker.asks(turn(3)));
  await workshop.settled();
  expect(ada.sees().slides?.page).toBe(3);
  await workshop.close();
});

test('[SL-13] a file is had by those to whom it is shown, while it is shown', async () => {
  const { workshop, fileId } = await talk();
  const { speaker, people } = workshop;
  const everybody = people.map(({ seatId }) => seatId).toSorted();
  expect(await readers(workshop, fileId)).toEqual([speaker.seatId]);
  await must(speaker.asks(show(speaker, 'talk')));
  expect(await readers(workshop, fileId)).toEqual(everybody);
  const ben = workshop.person('Ben');
  await must(workshop.facilitator.asks({ type: 'remove-person', seatId: ben.seatId }));
  expect((await ben.fetches('GET', `/files/${fileId}`)).status).not.toBe(200);
  await must(speaker.asks({ type: 'hide-deck', showingId: SHOWING }));
  expect((await workshop.person('Ada').fetches('GET', `/files/${fileId}`)).status).toBe(404);
  await workshop.close();
});

test('[SL-13] [SL-15] what is shown at a table reaches nobody else: no name, no page, no file', async () => {
  const workshop = await givenWorkshop({ participants: ['Ada', 'Ben', 'Cem', 'Dora'] });
  const ada = workshop.person('Ada');
  const fileId = await brings(ada);
  await goTo(workshop, 'round-1');
  const there = workshop.people.filter((person) => person.you().place === ada.you().place);
  await must(ada.asks(show(ada, 'round-1')));
  await must(ada.asks(turn(2)));
  await workshop.settled();
  const atTable = there.map(({ seatId }) => seatId).toSorted();
  expect(atTable.length).toBeLessThan(workshop.people.length);
  const told = workshop.people.filter((person) =>
    person
      .client()
      .frames()
      .some((frame) => frame.includes(`canary-${ada.seatId}-`) || frame.includes(fileId)),
  );
  expect(told.map(({ seatId }) => seatId).toSorted()).toEqual(atTable);
  expect(await readers(workshop, fileId)).toEqual(atTable);
  await workshop.close();
});

test('[SL-10] a restart keeps what is shown, and its page', async () => {
  const { workshop } = await talk();
  await must(workshop.speaker.asks(show(workshop.speaker, 'talk')));
  await must(workshop.speaker.asks(turn(3)));
  const after = await workshop.restart();
  expect(after.person('Ada').sees().slides?.page).toBe(3);
  await must(after.speaker.asks(turn(1)));
  await after.close();
});
