import { request } from 'node:http';
import { type FileId, MOST_FILE_BYTES, Problem } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { joined, pdf, png, text } from '../support/slide-files.ts';
import { must } from '../support/steps.ts';
import { givenWorkshop, type Workshop } from '../support/workshop.ts';

const invited = { participants: ['Ada', 'Ben'], enter: false };
const codeOf = async (response: Response) => [response.status, Problem.parse(await response.json()).code];
const decksOf = async (workshop: Workshop, name: string) => {
  const view = (await (await workshop.person(name).fetches('GET')).json()) as { decks?: Record<string, Deck> };
  return view.decks ?? {};
};
interface Deck {
  name: string;
  kind: string;
  pages: number;
  files: FileId[];
  bytes: number;
}
const fileOf = async (workshop: Workshop, name: string) => {
  const [deck] = Object.values(await decksOf(workshop, name));
  if (!deck?.files[0]) throw new Error(`${name} has no deck`);
  return deck.files[0];
};
const nothingKept = async (workshop: Workshop) => {
  await workshop.settled();
  expect(await workshop.files.sessions()).toEqual([]);
};

test('[FI-1] [FI-2] [FI-13] a PDF is a deck weeks before, and its owner gets back what they gave, as a file that does nothing', async () => {
  const workshop = await givenWorkshop(invited);
  const ada = workshop.person('Ada');
  const bytes = pdf(12);
  expect((await ada.uploads('/decks/roof?name=Unser%20Dach', bytes)).status).toBe(201);
  expect(await decksOf(workshop, 'Ada')).toMatchObject({
    roof: { name: 'Unser Dach', kind: 'pdf', pages: 12, bytes: bytes.length },
  });
  const file = await ada.fetches('GET', `/files/${await fileOf(workshop, 'Ada')}`);
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="Unser Dach.pdf"',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  });
  expect(workshop.server.faults).toEqual([]);
  await workshop.close();
});

test('[FI-3] [FI-5] images become pages of one deck, smaller and without what else stood in them', async () => {
  const workshop = await givenWorkshop(invited);
  const ada = workshop.person('Ada');
  const first = png(5_120, 16, { comment: 'Ada Lovelace was here' });
  expect((await ada.uploads('/decks/roof?name=Roof', first)).status).toBe(201);
  expect((await ada.uploads('/decks/roof?name=Roof&page=2', png(4, 3))).status).toBe(201);
  expect((await ada.uploads('/decks/roof?name=Roof&page=2', png(4, 3))).status).toBe(200);
  expect(await codeOf(await ada.uploads('/decks/roof?name=Roof&page=3', pdf()))).toEqual([422, 'not-another-image']);
  expect(await decksOf(workshop, 'Ada')).toMatchObject({ roof: { kind: 'images', pages: 2 } });
  const kept = await ada.fetches('GET', `/files/${await fileOf(workshop, 'Ada')}`);
  const bytes = Buffer.from(await kept.arrayBuffer());
  expect(bytes.readUInt32BE(16)).toBe(2_560);
  expect(bytes.toString('latin1')).not.toContain('Lovelace');
  await workshop.settled();
  expect(await workshop.files.list(workshop.sessionId)).toHaveLength(2);
  await workshop.close();
});

const REFUSED: readonly [what: string, bytes: Uint8Array<ArrayBuffer>, answer: [number, string]][] = [
  ['a drawing that could run scripts', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), [415, 'not-a-slide-file']],
  ['a page with a PDF behind it', joined('<html><script>1</script>', pdf()), [415, 'not-a-slide-file']],
  ['an animation', text(`GIF89a${'\0'.repeat(40)}`), [415, 'not-a-slide-file']],
  ['an archive', joined('PK\x03\x04', '../../etc/passwd'.repeat(8)), [415, 'not-a-slide-file']],
  ['plain words', text('Hello'), [415, 'not-a-slide-file']],
  ['nothing', text(''), [422, 'file-empty']],
  ['more than 20 MB', new Uint8Array(MOST_FILE_BYTES + 1), [413, 'file-too-large']],
  ['a PDF of 101 pages', pdf(101), [422, 'too-many-pages']],
  ['a PDF with a password', pdf(1, { locked: true }), [422, 'file-locked']],
  ['a PDF that breaks off', pdf(3).slice(0, 60), [422, 'file-broken']],
  ['an image that promises too many pixels', png(1, 1, { claims: [10_000, 5_000] }), [422, 'too-many-pixels']],
  ['an image that breaks off', png(600, 400).slice(0, 80), [422, 'file-broken']],
  ['an image with fewer pixels than it says', png(1, 1, { claims: [900, 900] }), [422, 'file-broken']],
];

test('[FI-1] [FI-6] what is no sound file of slides is refused by its bytes, and nothing of it is kept', async () => {
  const workshop = await givenWorkshop(invited);
  const ada = workshop.person('Ada');
  for (const [what, bytes, answer] of REFUSED) {
    const response = await ada.uploads('/decks/evil?name=..%2F..%2Fetc%2Fpasswd', bytes);
    expect([what, ...(await codeOf(response))]).toEqual([what, ...answer]);
  }
  expect(await decksOf(workshop, 'Ada')).toEqual({});
  await nothingKept(workshop);
  expect(workshop.server.faults).toEqual([]);
  await workshop.close();
}, 60_000);

test('[FI-8] a name that turns the reading direction, and an id that is none, are refused', async () => {
  const workshop = await givenWorkshop(invited);
  const ada = workshop.person('Ada');
  const name = encodeURIComponent('annual\u202Efdp.exe');
  expect(await codeOf(await ada.uploads(`/decks/roof?name=${name}`, pdf()))).toEqual([400, 'malformed']);
  expect(await codeOf(await ada.uploads('/decks/..%2Froof?name=Roof', pdf()))).toEqual([400, 'malformed']);
  expect(await codeOf(await ada.uploads('/decks/roof', pdf()))).toEqual([400, 'malformed']);
  await nothingKept(workshop);
  await workshop.close();
});

test('[FI-6] an upload that breaks off leaves nothing behind, and the next one is taken', async () => {
  const workshop = await givenWorkshop(invited);
  const ada = workshop.person('Ada');
  await sendHalf(workshop, 'Ada', pdf(3));
  let { status } = await ada.uploads('/decks/roof?name=Roof', pdf());
  // The server hears of the end a moment later.
  for (let tries = 0; status === 409 && tries < 1_000; tries += 1) {
    ({ status } = await ada.uploads('/decks/roof?name=Roof', pdf()));
  }
  expect(status).toBe(201);
  await workshop.settled();
  expect(await workshop.files.list(workshop.sessionId)).toHaveLength(1);
  await workshop.close();
});

test('[FI-4] what there is no room for is said before any byte is taken', async () => {
  const workshop = await givenWorkshop(invited);
  const ada = workshop.person('Ada');
  for (const deck of ['a', 'b', 'c']) expect((await ada.uploads(`/decks/${deck}?name=D`, pdf())).status).toBe(201);
  expect(await codeOf(await ada.uploads('/decks/d?name=D', pdf()))).toEqual([409, 'too-many-decks']);
  await workshop.close();
});

test('[FI-7] [FI-9] nobody else reads a deck; removed, its bytes go, and a removed person reads nothing', async () => {
  const workshop = await givenWorkshop({ participants: ['Ada', 'Ben'] });
  const { facilitator } = workshop;
  const ada = workshop.person('Ada');
  await ada.uploads('/decks/roof?name=Roof', pdf());
  const path = `/files/${await fileOf(workshop, 'Ada')}`;
  for (const name of ['Ben', 'Frieda', 'Theo', 'Salma']) {
    expect(await codeOf(await workshop.person(name).fetches('GET', path))).toEqual([404, 'not-found']);
  }
  expect(await codeOf(await ada.fetches('GET', '/files/AAAAAAAAAAAAAAAAAAAAAA'))).toEqual([404, 'not-found']);
  expect(await codeOf(await ada.fetches('GET', '/files/..%2F..%2Fsecrets.json'))).toEqual([404, 'not-found']);

  await must(facilitator.asks({ type: 'remove-person', seatId: ada.seatId }));
  expect(await codeOf(await ada.fetches('GET', path))).toEqual([403, 'removed']);
  expect(await codeOf(await ada.uploads('/decks/more?name=More', pdf()))).toEqual([403, 'removed']);

  await must(facilitator.asks({ type: 'remove-deck', deckId: 'roof' as never, seatId: ada.seatId }));
  await nothingKept(workshop);
  await workshop.close();
});

test('[FI-6] [KE-17] what a crash left behind goes when the house starts, and a deleted session takes its files along', async () => {
  const workshop = await givenWorkshop(invited);
  await workshop.person('Ada').uploads('/decks/roof?name=Roof', pdf());
  await workshop.settled();
  const [kept] = await workshop.files.list(workshop.sessionId);
  await workshop.files.put(workshop.sessionId, 'B'.repeat(22) as FileId, pdf());
  await workshop.files.put('gone' as never, 'C'.repeat(22) as FileId, pdf());
  const after = await workshop.restartAlone();
  await after.settled();
  expect(await workshop.files.sessions()).toEqual([workshop.sessionId]);
  expect(await workshop.files.list(workshop.sessionId)).toEqual([kept]);
  expect((await after.server.api('DELETE', `/api/v1/sessions/${workshop.sessionId}`)).status).toBe(204);
  expect(await workshop.files.sessions()).toEqual([]);
  await after.close();
});

test('[KE-17] a deletion whose files could not be removed keeps the session, and can be asked for again', async () => {
  const workshop = await givenWorkshop(invited);
  await workshop.person('Ada').uploads('/decks/roof?name=Roof', pdf());
  await workshop.settled();
  const { deleteSession } = workshop.files;
  workshop.files.deleteSession = async () => {
    throw new Error('the disk is away');
  };
  const path = `/api/v1/sessions/${workshop.sessionId}`;
  expect((await workshop.server.api('DELETE', path)).status).toBe(500);
  expect(await workshop.store.sessions()).toEqual([workshop.sessionId]);
  workshop.files.deleteSession = deleteSession;
  expect((await workshop.server.api('DELETE', path)).status).toBe(204);
  expect(await workshop.store.sessions()).toEqual([]);
  expect(await workshop.files.sessions()).toEqual([]);
  await workshop.close();
});

/** Sends the first half of a file and hangs up. */
function sendHalf({ server, sessionId, person }: Workshop, name: string, bytes: Uint8Array): Promise<void> {
  const headers = { authorization: person(name).authorization, 'content-length': bytes.byteLength };
  const path = `${server.url}/api/v1/sessions/${sessionId}/seat/decks/half?name=Half`;
  return new Promise((resolve) => {
    const sending = request(path, { method: 'PUT', headers });
    sending.once('error', () => {});
    sending.once('close', resolve);
    sending.write(bytes.subarray(0, bytes.byteLength / 2), () => sending.destroy());
  });
}
