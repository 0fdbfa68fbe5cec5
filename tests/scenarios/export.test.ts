import { type Command, type ParkedId, SeatExport } from '@werkraum/protocol';
import { unzipped } from '@werkraum/server/src/adapters/booklet/testing/unzipped.ts';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { pdf, png } from '../support/slide-files.ts';
import { begin, goTo, must } from '../support/steps.ts';
import { givenWorkshop, type Workshop } from '../support/workshop.ts';
import { placeOf, writerOf } from '../support/writer.ts';

/** What somebody's archive holds, file by file. */
async function archiveOf(person: Person): Promise<Map<string, string>> {
  const response = await person.fetches('GET', '/export');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename=werkraum.zip');
  expect(response.headers.get('content-type')).toBe('application/zip');
  return unzipped(new Uint8Array(await response.arrayBuffer()));
}

const contributionsIn = (archive: Map<string, string>): SeatExport =>
  SeatExport.parse(JSON.parse(archive.get('contributions.json') ?? ''));

/** The word that everything of this person is made of. */
const birdOf = ({ name }: Person): string => `Vogel${name}`;

async function speaks(person: Person): Promise<void> {
  const word = birdOf(person);
  const says = (command: object) => must(person.asks(command as Command));
  const id = (kind: string) => `${kind}-${person.seatId}`;
  await says({ type: 'say', messageId: id('m'), channel: { place: 'plenary' }, text: word });
  await says({ type: 'say', messageId: id('n'), channel: { seatId: person.seatId }, text: word });
  await says({ type: 'ask-question', askedId: id('q'), text: word, anonymous: true });
  await says({ type: 'park', parkedId: id('p'), text: word });
  await says({ type: 'add-reference', referenceId: id('r'), title: word, kind: 'publication' });
  await person.uploads(`/decks/${id('d')}?name=${word}`, pdf(1, { more: `/${word} true` }));
  await person.uploads(`/decks/${id('i')}?name=${word}&page=1`, png(3, 2));
}

/** A text in somebody's copy of the notes. */
interface Words {
  readonly length: number;
  insert(at: number, text: string): void;
}

async function writesAtTable(person: Person): Promise<void> {
  const place = placeOf(person);
  const card = { boardId: place, cardId: `c-${person.seatId}`, column: 'idea', text: birdOf(person) };
  await must(person.asks({ type: 'add-card', ...card } as Command));
  const writer = writerOf(person);
  await writer.opens();
  // Into the paragraph of whoever was first, so that words of several stand in one.
  const update = writer.copy.does((root) => {
    const paragraph = root.length > 0 ? (root.get(0) as unknown as { get(at: number): Words }) : undefined;
    const words = paragraph?.get(0);
    words?.insert(words.length - 3, ` ${birdOf(person)} `);
  });
  if (update.length > 2) await writer.sends(update);
  await writer.writes(`${birdOf(person)} at the table, and so on`);
}

/** Everybody has said, written and uploaded whatever one can, all in a word of their own. */
async function givenFlock(): Promise<{ workshop: Workshop; flock: readonly Person[] }> {
  const workshop = await givenWorkshop(['Ada', 'Ben', 'Cem', 'Dua']);
  const flock = ['Ada', 'Ben', 'Cem', 'Dua'].map(workshop.person);
  await begin(workshop);
  for (const person of flock) await speaks(person);
  const writer = writerOf(workshop.person('Ada'));
  await writer.opens();
  await writer.writes(birdOf(workshop.person('Ada')));
  await goTo(workshop, 'round-1');
  for (const person of flock) await writesAtTable(person);
  for (const person of flock) {
    const roomId = placeOf(person);
    if (roomId !== 'plenary') await must(person.asks({ type: 'hand-over-notes', roomId } as Command));
  }
  await workshop.settled();
  return { workshop, flock };
}

test('[KE-23] [NO-18] everybody gets all they contributed, and not a word of anybody else', async () => {
  const { workshop, flock } = await givenFlock();
  for (const person of flock) {
    const archive = await archiveOf(person);
    const others = flock.filter((other) => other !== person).map(birdOf);
    for (const [name, content] of archive) {
      for (const word of others) expect(`${name}\n${content}`, name).not.toContain(word);
    }
    const word = birdOf(person);
    const got = contributionsIn(archive);
    const table = got.notes.find(({ place }) => place !== 'Plenary');
    expect(archive.get(table?.file ?? '')).toContain(`${word} at the table`);
    expect(got.decks.map(({ files }) => files)).toEqual([[`files/${word}.pdf`], [`files/${word} 01.png`]]);
    expect(archive.get(`files/${word}.pdf`)).toContain(`/${word} true`);
    expect(archive.get('README.txt')).toContain(`What ${person.name} contributed to`);
    const types = got.contributions.filter((each) => JSON.stringify(each).includes(word)).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining([
        'message-said',
        'question-asked',
        'parked',
        'reference-added',
        'deck-added',
        'card-added',
      ]),
    );
    expect(JSON.stringify(got)).not.toContain('linkHash');
  }
  const archives = await Promise.all(flock.map(archiveOf));
  expect(archives.flatMap((archive) => [...archive.values()]).join()).toMatch(/at the table, and so … on/);
  const ada = contributionsIn(await archiveOf(workshop.person('Ada')));
  expect(ada.notes.map(({ file }) => file).sort()).toEqual([
    'notes/Plenary.txt',
    expect.stringMatching(/, Table .\.txt$/),
  ]);
  expect(workshop.server.faults).toEqual([]);
  await workshop.close();
}, 60_000);

test('[KE-23] an archive is fetched with one’s own link and no other', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  const [ada, ben] = [workshop.person('Ada'), workshop.person('Ben')];
  await begin(workshop);
  await must(ada.asks({ type: 'park', parkedId: 'roof' as ParkedId, text: 'Who pays for the roof?' }));
  const path = `/api/v1/sessions/${workshop.sessionId}/seat/export`;
  const secret = ben.authorization.split('.')[1];
  for (const authorization of ['', `Bearer ${ada.seatId}.${secret}`])
    expect((await workshop.server.api('GET', path, undefined, { authorization })).status).toBe(401);
  expect((await workshop.server.api('GET', path)).status).toBe(401);
  expect([...(await archiveOf(ben)).values()].join()).not.toContain('roof');
  expect((await archiveOf(ada)).get('contributions.json')).toContain('Who pays for the roof?');
  await workshop.close();
});

test('[KE-23] who contributed nothing gets an archive that says so little, in the language of the workshop', async () => {
  const workshop = await givenWorkshop({ participants: ['Ada'], plan: (plan) => ({ ...plan, language: 'de' }) });
  await begin(workshop);
  const archive = await archiveOf(workshop.person('Ada'));
  expect([...archive.keys()]).toEqual(['README.txt', 'contributions.json']);
  expect(archive.get('README.txt')).toContain('Nicht darin');
  expect(contributionsIn(archive)).toMatchObject({ notes: [], decks: [] });
  await workshop.close();
});

test('[KE-23] an archive that cannot be finished is told to be broken, and the house goes on', async () => {
  const workshop = await givenWorkshop(['Ada']);
  await begin(workshop);
  const ada = workshop.person('Ada');
  await ada.uploads('/decks/roof?name=Roof', pdf());
  const get = workshop.files.get;
  workshop.files.get = async () => {
    throw new Error('the disk is away');
  };
  const broken = ada.fetches('GET', '/export').then((response) => response.arrayBuffer());
  await expect(broken).rejects.toThrow();
  workshop.files.get = get;
  expect((await archiveOf(ada)).has('files/Roof.pdf')).toBe(true);
  expect(workshop.server.faults.map(String)).toEqual([expect.stringContaining('the disk is away')]);
  await workshop.close();
});
