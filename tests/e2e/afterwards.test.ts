import {
  type AskedId,
  type Command,
  modelWorkshop,
  type ParkedId,
  type PhaseId,
  type ReferenceId,
  type RoomId,
} from '@werkraum/protocol';
import { expectAccessible, TWO_LOOKS } from './support/accessibility.ts';
import { boardPage } from './support/board-page.ts';
import { bookletPage } from './support/booklet-page.ts';
import { SENT_AWAY } from './support/console-watch.ts';
import { designPage } from './support/design-page.ts';
import { doorPage } from './support/door-page.ts';
import { expect, test } from './support/fixtures.ts';
import { hostPage } from './support/host-page.ts';
import { notesPage } from './support/notes-page.ts';
import { ownWorkPage } from './support/own-work-page.ts';
import { type RoomPage, roomPage } from './support/room-page.ts';
import { pageOf } from './support/seat-http.ts';
import { sidePanels } from './support/side-panels.ts';
import { type Cards, workAtTables } from './support/table-results.ts';

const TITLE = 'Green roofs';
const NEXT = 'Green roofs, part two';
const CARDS: Cards = {
  Ben: { table: 'a', text: 'A roof for every school', handed: true },
  Cem: { table: 'b', text: 'Stays at table B', handed: false },
  Dora: { table: 'b', text: 'Rain is worth something', handed: true },
  Emil: { table: 'a', text: 'Stays at table A', handed: false },
};
const ADAS_CARD = 'Bees come by themselves';
const NOTES = 'Nobody has asked the firefighters.';
const PARKED = 'Who waters them in August?';
const ASKED = 'Does the old town hall carry it?';
const REFERENCE = 'Handbook of green roofs';
const PARTICIPANTS = ['Ada', ...Object.keys(CARDS)];

test.use({
  plan: { ...modelWorkshop('en').plan, title: TITLE },
  people: {
    ...{ Frieda: 'facilitator', Fatma: 'facilitator' },
    ...Object.fromEntries(PARTICIPANTS.map((name) => [name, 'participant'] as const)),
  },
  viewport: { width: 1280, height: 800 },
  actionTimeout: 30_000,
  // A link is erased, and whoever holds it is sent away.
  expectedErrors: SENT_AWAY,
});

test('[E2E-65] what a table handed over stays: on the wall, in the booklet, in the follow-up; what is one’s own is taken along and taken back', async ({
  house,
  workshop,
  openBrowser,
  enter,
}) => {
  test.setTimeout(300_000);
  await workAtTables(workshop, CARDS);
  await workshop.as('Fatma', seatOf('Ada', 'a'));
  const ada = await enter('Ada');
  const [adas, notes] = [boardPage(ada.page), notesPage(ada.page)];

  await test.step('notes and a card are handed over, and hang on the wall', async () => {
    await adas.open();
    await adas.write(ADAS_CARD);
    await adas.handOver(ADAS_CARD);
    await notes.open();
    await notes.format('Heading');
    await notes.types(`Fire safety\n${NOTES}`);
    await notes.isTold('Everything is saved');
    await notes.handOver();
    await adas.part('Wall');
    await adas.hangs(1, 'A', CARDS.Ben?.text ?? '', ADAS_CARD);
    await adas.readsNotes(1, 'A', 'Fire safety', NOTES);
    await expectAccessible(ada.page, 'the wall with notes', TWO_LOOKS);
  });

  await workshop.as('Ben', ...leftOpen());
  await workshop.as('Fatma', { type: 'end-session' });

  await test.step('the booklet tells what the notes say', async () => {
    const fatma = await openBrowser('Fatma');
    await fatma.goto(pageOf(workshop.link('Fatma'), 'booklet'));
    const booklet = bookletPage(fatma);
    for (const each of [ADAS_CARD, 'Fire safety', NOTES, PARKED]) await booklet.reads(each);
    await booklet.readsNot('Stays at table B');
  });

  await test.step('the organiser makes a follow-up, and what was open is open there', async () => {
    const links = await makeFollowUp();
    await workshop.open('Frieda, later', links.get('Frieda') ?? '');
    await workshop.as('Frieda, later', { type: 'open-doors' }, { type: 'start-session' });
    const ben = await comes('Ben, later', links.get('Ben') ?? '');
    await boardPage(ben.page).open();
    await boardPage(ben.page).brings(TITLE, 'Round 1 · Table A', {
      cards: [CARDS.Ben?.text ?? '', ADAS_CARD],
      notes: ['Fire safety', NOTES],
    });
    await ben.seesNoLine('Stays at table B');
    await ben.open('Collected');
    const collected = sidePanels(ben.page);
    await collected.seesParked(PARKED, 'Whoever sees to it has not come yet');
    await workshop.open('Ada, later', links.get('Ada') ?? '');
    await collected.seesParked(PARKED, 'Ada sees to it');
    await collected.seesParked(ASKED, 'You see to it');
    await collected.seesReference(REFERENCE, 'roofs.example');
    await expectAccessible(ben.page, 'a follow-up with what was brought along', TWO_LOOKS);
  });

  await test.step('what is her own she takes along, and then it is erased', async () => {
    const own = ownWorkPage(ada.page);
    const { name, size } = await own.save();
    expect(name).toMatch(/\.zip$/);
    expect(size).toBeGreaterThan(0);
    await own.erase();
    await own.isErased();
    await expectAccessible(ada.page, 'erased');
    await ada.page.goto(workshop.link('Ada'));
    await doorPage(ada.page).enter();
    // Until everything is taken out, the door knows that somebody is removed; from then on it knows nobody.
    await doorPage(ada.page).isTurnedAway(/^(You cannot enter this workshop|This link does not open the door)$/);
  });

  function seatOf(name: string, table: 'a' | 'b'): Command {
    const phaseId = 'round-1' as PhaseId;
    return { type: 'assign-seat', phaseId, seatId: workshop.seatId(name), roomId: `${phaseId}-${table}` as RoomId };
  }

  /** What nobody has settled when the workshop ends. */
  function leftOpen(): Command[] {
    return [
      { type: 'park', parkedId: 'water' as ParkedId, text: PARKED, owner: workshop.seatId('Ada') },
      { type: 'ask-question', askedId: 'weight' as AskedId, text: ASKED, anonymous: false },
      {
        ...{ type: 'add-reference', referenceId: 'handbook' as ReferenceId, title: REFERENCE },
        ...{ link: 'https://roofs.example/handbook', kind: 'guideline' },
      },
    ];
  }

  async function makeFollowUp(): Promise<Map<string, string>> {
    const organiser = await openBrowser('organiser');
    await organiser.goto(house.hostLink);
    await hostPage(organiser).followUp(TITLE);
    const design = designPage(organiser);
    await design.nameIt(NEXT);
    return design.create(['Frieda', 'Fatma', ...PARTICIPANTS]);
  }

  async function comes(name: string, link: string): Promise<RoomPage> {
    const page = await openBrowser(name);
    await page.goto(link);
    await doorPage(page).enter();
    const room = roomPage(page);
    await room.isOpen();
    return room;
  }
});
