import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { ADA, around, BEN, copyOf, element, paragraph, TABLE_A } from '../../ports/notes.fixtures.ts';
import { createMemoryNoteStore } from '../memory/note-store.ts';
import { inspectUpdate } from './check-update.ts';
import { openDocument } from './document.ts';
import { openNotesThread } from './thread.ts';

const NOTHING = new Uint8Array();
const opened = () => openDocument(createMemoryNoteStore(), TABLE_A);
const tries = (change: (root: Y.XmlFragment, doc: Y.Doc) => void) => {
  const copy = copyOf();
  return opened().apply(
    copy.does((root) => change(root, copy.doc)),
    ADA,
  );
};
const attributes = (made: Y.XmlElement, name: string, value: unknown): Y.XmlElement => {
  made.setAttribute(name, value as string);
  return made;
};
/** Lists within lists, so many levels deep. */
const nested = (levels: number): Y.XmlElement =>
  levels === 0 ? paragraph('deep') : around('bulletList', around('listItem', nested(levels - 1)));

test('[NO-5] what an editor of ours makes is kept', () => {
  const fine: ((root: Y.XmlFragment) => void)[] = [
    (root) => root.push([paragraph('text'), element('paragraph')]),
    (root) => root.push([attributes(element('heading', 'x'), 'level', 3)]),
    (root) => root.push([attributes(around('orderedList', around('listItem', paragraph('x'))), 'start', 4)]),
    (root) => root.push([around('blockquote', paragraph('x'), nested(2))]),
    (root) => root.push([around('paragraph', new Y.XmlElement('hardBreak'))]),
    (root) => root.push([nested(10)]),
  ];
  for (const change of fine) expect(tries(change)).toBe('kept');
});

test('[NO-5] anything else is not: other elements, attributes, formats, links, types, places', () => {
  const formatted = (formats: object) => (root: Y.XmlFragment) => {
    root.push([paragraph('x')]);
    ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 1, formats);
  };
  const hostile: ((root: Y.XmlFragment, doc: Y.Doc) => void)[] = [
    (root) => root.push([element('script', 'alert(1)')]),
    (root) => root.push([new Y.XmlElement('img')]),
    (root) => root.push([attributes(paragraph('x'), 'onclick', 'alert(1)')]),
    (root) => root.push([attributes(paragraph('x'), 'style', 'x')]),
    (root) => root.push([attributes(element('heading', 'x'), 'level', 1)]),
    (root) => root.push([attributes(element('heading', 'x'), 'level', { toString: 'x' })]),
    (root) => root.push([around('paragraph', paragraph('x'))]),
    (root) => root.push([around('bulletList', paragraph('x'))]),
    (root) => root.push([new Y.XmlElement('listItem')]),
    (root) => root.push([new Y.XmlText('at the root')]),
    (root) => root.push([nested(13)]),
    (root) => root.push([new Y.XmlHook('paragraph') as unknown as Y.XmlElement]),
    formatted({ link: { href: 'javascript:alert(1)' } }),
    formatted({ link: { href: 'http://plain.example' } }),
    formatted({ link: { href: 'https://a.b/', target: '_top' } }),
    formatted({ link: { href: 'https://a.b/', onclick: 'x' } }),
    formatted({ link: 'https://a.b/' }),
    formatted({ bold: { style: 'x' } }),
    formatted({ color: { color: 'red' } }),
    (_root, doc) => doc.getMap('other').set('a', 1),
    (_root, doc) => doc.getText('second').insert(0, 'x'),
    (_root, doc) => doc.getArray('default2').insert(0, [new Uint8Array(4)]),
    (_root, doc) => doc.getMap('docs').set('a', new Y.Doc()),
  ];
  for (const [at, change] of hostile.entries()) expect([at, tries(change)]).toEqual([at, 'not-understood']);
});

test('[NO-5] format V2, bytes that claim more than there is, and garbage are not even applied', () => {
  const copy = copyOf();
  const update = copy.writes('Hello');
  const otherFormat = Y.convertUpdateFormatV1ToV2(update);
  expect(['gap', 'not-understood']).toContain(opened().apply(otherFormat, ADA));
  expect(inspectUpdate(update.subarray(0, -3))).toBeUndefined();
  expect(inspectUpdate(NOTHING)).toBeUndefined();
  expect(inspectUpdate(Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 127, 1, 1, 1))).toBeUndefined();
  expect(inspectUpdate(update)).toMatchObject({ pens: new Set([copy.doc.clientID]) });
});

test('[NO-5] no clock leaps: deleted stretches of a billion characters are none', () => {
  const doc = new Y.Doc();
  doc.transact((transaction) => {
    const id = new Y.ID(7, 0);
    new Y.GC(id, 2_000_000_000).integrate(transaction, 0);
  });
  expect(opened().apply(Y.encodeStateAsUpdate(doc), ADA)).toBe('not-understood');
});

test('[NO-5] a document that was refused something is as it was before', () => {
  const store = createMemoryNoteStore();
  const ada = copyOf();
  expect(openDocument(store, TABLE_A).apply(ada.writes('kept'), ADA)).toBe('kept');
  const ben = copyOf(Y.encodeStateAsUpdate(ada.doc));
  const forged = ben.does((root) => root.push([element('script', 'x')]));
  expect(openDocument(store, TABLE_A).apply(forged, BEN)).toBe('not-understood');
  const { update } = openDocument(store, TABLE_A).difference(NOTHING);
  expect(copyOf(update).reads()).toBe('<paragraph>kept</paragraph>');
});

/** A generator of numbers below a bound that gives the same ones each time (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Real updates, damaged: bytes changed, cut out, doubled, or pieces of two put together. */
function* mutated(count: number, seed: number): Generator<Uint8Array> {
  const pick = numbers(seed);
  const copy = copyOf();
  const real = [
    copy.writes('Hello'),
    copy.does((root) => root.push([nested(3), attributes(element('heading', 'x'), 'level', 2)])),
    copy.does((root) => root.delete(0, 1)),
    copy.does((root) => root.insert(0, [around('paragraph', new Y.XmlElement('hardBreak'))])),
    Y.encodeStateAsUpdate(copy.doc),
  ];
  const any = () => real[pick(real.length)] ?? NOTHING;
  for (let made = 0; made < count; made += 1) {
    const bytes = [...any()];
    const other = any();
    for (let times = pick(4); times >= 0; times -= 1) {
      const where = pick(bytes.length + 1);
      const how = pick(4);
      if (how === 0) bytes[where] = pick(256);
      else if (how === 1) bytes.splice(where, pick(6));
      else if (how === 2) bytes.splice(where, 0, ...Array.from({ length: pick(9) }, () => pick(256)));
      else bytes.splice(where, bytes.length, ...other.subarray(pick(other.length)));
    }
    yield Uint8Array.from(bytes);
  }
}

async function withThread(
  run: (keeper: Awaited<ReturnType<typeof openNotesThread>>, faults: unknown[]) => Promise<void>,
  more = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'notes-'));
  const faults: unknown[] = [];
  const keeper = await openNotesThread({
    file: join(folder, 'notes.sqlite'),
    report: (error) => void faults.push(error),
    ...more,
  });
  await run(keeper, faults);
  await keeper.stop();
  await rm(folder, { recursive: true });
}

test('[NO-7] a hundred thousand damaged changes stop nothing: the document is sound, and who asks is answered', async () => {
  const ada = copyOf();
  await withThread(async (keeper, faults) => {
    await keeper.update(TABLE_A, { update: ada.writes('sound'), by: BEN, at: 1 });
    let waiting: Promise<string>[] = [];
    const answers = new Set<string>();
    for (const update of mutated(100_000, 20261123)) {
      waiting.push(keeper.update(TABLE_A, { update, by: ADA, at: 2 }));
      if (waiting.length < 500) continue;
      for (const answer of await Promise.all(waiting)) answers.add(answer);
      waiting = [];
    }
    expect([...answers].filter((answer) => !['kept', 'gap', 'not-understood'].includes(answer))).toEqual([]);
    expect(answers).toContain('not-understood');
    const { update } = await keeper.open(TABLE_A, NOTHING);
    expect(copyOf(update).reads()).toContain('<paragraph>sound</paragraph>');
    expect(await keeper.update(TABLE_A, { update: ada.writes('and on'), by: BEN, at: 3 })).toBe('kept');
    expect(faults).toEqual([]);
  });
}, 300_000);

test('[NO-7] a thread that hangs is replaced; what it hung on is refused, and everything else is carried out', async () => {
  const ada = copyOf();
  const first = ada.writes('one');
  const threads: Worker[] = [];
  // The first thread waits for ever as soon as it has something to do.
  const hanging = `
    const { parentPort, workerData } = require('node:worker_threads');
    parentPort.postMessage({ kind: 'ready' });
    parentPort.on('message', ({ id }) => { Atomics.store(workerData.working, 0, id); for (;;); });`;
  const start = (workerData: object) => {
    const thread =
      threads.length === 0
        ? new Worker(hanging, { eval: true, workerData })
        : new Worker(new URL('./worker.ts', import.meta.url), { workerData, execArgv: ['--no-webstorage'] });
    threads.push(thread);
    return thread;
  };
  await withThread(
    async (keeper, faults) => {
      const hung = keeper.update(TABLE_A, { update: first, by: ADA, at: 1 });
      const other = keeper.update(TABLE_A, { update: copyOf().writes('other'), by: BEN, at: 1 });
      expect(await Promise.all([hung, other])).toEqual(['not-understood', 'kept']);
      expect(await keeper.update(TABLE_A, { update: first, by: ADA, at: 1 })).toBe('kept');
      expect(threads).toHaveLength(2);
      expect(faults.map(String)).toEqual([
        expect.stringContaining('update took too long'),
        expect.stringContaining('has ended'),
      ]);
    },
    { limitMs: 400, start },
  );
});
