import type { RoomId } from '@werkraum/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ADA, around, at, BEN, copyOf, element, MODEL, paragraph, TABLE_A, TABLE_B } from './notes.fixtures.ts';
import type { NotesKeeper, NotesKey } from './notes.ts';

/** Documents under test, and the same memory after the process has come back. */
export interface NotesRig {
  keeper: NotesKeeper;
  reopened(): Promise<NotesKeeper>;
  dispose(): Promise<void>;
}

const NOTHING = new Uint8Array();

/** What every keeper of notes promises. `open` makes an empty one. */
export function notesContract(name: string, open: () => Promise<NotesRig>): void {
  describe(`notes: ${name}`, () => {
    let rig: NotesRig;
    let keeper: NotesKeeper;
    beforeEach(async () => {
      rig = await open();
      keeper = rig.keeper;
    });
    afterEach(() => rig.dispose());

    const keeps = async (update: Uint8Array, by = ADA, now = 1, key: NotesKey = TABLE_A) =>
      keeper.update(key, { update, by, at: at(now) });
    const copy = async (key: NotesKey = TABLE_A) => copyOf((await keeper.open(key, NOTHING)).update);

    test('[NO-3] two who write at the same time end with the same text', async () => {
      const ada = copyOf();
      const ben = copyOf();
      const [first, second] = [ada.writes('Hello'), ben.writes('Moin')];
      expect(await Promise.all([keeps(first), keeps(second, BEN)])).toEqual(['kept', 'kept']);
      Y.applyUpdate(ada.doc, second);
      Y.applyUpdate(ben.doc, first);
      const all = await copy();
      expect(ada.reads()).toBe(ben.reads());
      expect(all.reads()).toBe(ada.reads());
    });

    test('[NO-4] what is kept is there after a restart, and sending it again changes nothing', async () => {
      const ada = copyOf();
      const update = ada.writes('Hello');
      expect(await keeps(update)).toBe('kept');
      keeper = await rig.reopened();
      expect(await keeps(update)).toBe('kept');
      expect((await copy()).reads()).toBe(ada.reads());
    });

    test('[NO-4] who comes back is given what they miss, and learns what they still have to send', async () => {
      const ada = copyOf();
      await keeps(ada.writes('one'));
      const vector = Y.encodeStateVector(ada.doc);
      await keeps(copyOf((await keeper.open(TABLE_A, NOTHING)).update).writes('two'), BEN);
      ada.writes('offline');
      const { update, vector: theirs } = await keeper.open(TABLE_A, vector);
      Y.applyUpdate(ada.doc, update);
      expect(await keeps(Y.encodeStateAsUpdate(ada.doc, theirs))).toBe('kept');
      const text = (await copy()).reads();
      for (const word of ['one', 'two', 'offline']) expect(text).toContain(word);
      expect(text).toBe(ada.reads());
    });

    test('[NO-4] a change that builds on one that is missing is not kept', async () => {
      const ada = copyOf();
      ada.writes('lost');
      expect(await keeps(ada.writes('after'))).toBe('gap');
      expect((await copy()).reads()).toBe('');
      expect(await keeps(Y.encodeStateAsUpdate(ada.doc))).toBe('kept');
    });

    test('[NO-1] places and sessions have nothing to do with each other', async () => {
      const other: NotesKey = { ...TABLE_A, sessionId: 'other' as typeof MODEL };
      await keeps(copyOf().writes('at A'));
      await keeps(copyOf().writes('at B'), BEN, 1, TABLE_B);
      expect((await copy(TABLE_B)).reads()).toBe('<paragraph>at B</paragraph>');
      expect((await copy(other)).reads()).toBe('');
      expect(await keeper.sessions()).toEqual([MODEL]);
      await keeper.delete(MODEL);
      expect(await keeper.sessions()).toEqual([]);
      expect([(await copy()).reads(), (await copy(TABLE_B)).reads()]).toEqual(['', '']);
      expect((await (await rig.reopened()).open(TABLE_A, NOTHING)).update).toHaveLength(2);
    });

    test('[NO-6] nobody writes in somebody else’s name', async () => {
      const ada = copyOf();
      expect(await keeps(ada.writes('mine'), ADA)).toBe('kept');
      expect(await keeps(ada.writes('forged'), BEN)).toBe('not-understood');
      keeper = await rig.reopened();
      expect(await keeps(Y.encodeStateAsUpdate(ada.doc), BEN)).toBe('not-understood');
      expect((await copy()).reads()).toBe('<paragraph>mine</paragraph>');
    });

    test('[NO-5] a change that is too large, and a document that would be, are refused', async () => {
      expect(await keeps(copyOf().writes('x'.repeat(45_000)))).toBe('too-large');
      const ada = copyOf();
      const results: string[] = [];
      for (let page = 0; page < 26; page += 1) results.push(await keeps(ada.writes('y'.repeat(40_000))));
      expect(results.indexOf('full')).toBeGreaterThan(22);
      expect(new Set(results)).toEqual(new Set(['kept', 'full', 'gap']));
      const length = (await copy()).reads().length;
      expect(length).toBeGreaterThan(900_000);
      // What makes room is welcome.
      const ben = await copy();
      expect(
        await keeps(
          ben.does((root) => root.delete(1, root.length - 1)),
          BEN,
        ),
      ).toBe('kept');
      expect((await copy()).reads().length).toBeLessThan(length);
    });

    test('[NO-8] the text names its authors, its headings, lists and quotations', async () => {
      const ada = copyOf();
      const heading = element('heading', 'Title');
      heading.setAttribute('level', 2 as unknown as string);
      const list = around(
        'orderedList',
        around('listItem', paragraph('one'), around('bulletList', around('listItem', paragraph('in')))),
      );
      await keeps(
        ada.does((root) => root.push([heading, paragraph('ab'), list, around('blockquote', paragraph('q'))])),
      );
      const ben = await copy();
      const middle = ben.doc.getXmlFragment('default').get(1) as Y.XmlElement;
      await keeps(
        ben.does(() => (middle.get(0) as Y.XmlText).insert(1, 'X', { bold: {}, link: { href: 'https://a.b/' } })),
        BEN,
      );
      expect(await keeper.text(TABLE_A)).toEqual([
        { kind: 'heading', level: 2, runs: [{ text: 'Title', by: ADA }] },
        {
          kind: 'paragraph',
          runs: [
            { text: 'a', by: ADA },
            { text: 'X', bold: true, link: 'https://a.b/', by: BEN },
            { text: 'b', by: ADA },
          ],
        },
        {
          kind: 'list',
          ordered: true,
          items: [
            { depth: 0, runs: [{ text: 'one', by: ADA }] },
            { depth: 1, runs: [{ text: 'in', by: ADA }] },
          ],
        },
        { kind: 'quote', runs: [{ text: 'q', by: ADA }] },
      ]);
    });

    test('[NO-9] a stretch of writing is a version when it is over, and the last two dozen are kept', async () => {
      const ada = copyOf();
      const minute = 60_000;
      await keeps(ada.writes('one'), ADA, minute);
      await keeps(ada.writes('two'), ADA, 2 * minute);
      expect(await keeper.versions(TABLE_A)).toEqual([]);
      await keeps(ada.writes('three'), ADA, 6 * minute);
      expect(await keeper.versions(TABLE_A)).toEqual([{ version: 1, at: 2 * minute, characters: 6 }]);
      expect(await keeper.version(TABLE_A, 1)).toEqual(
        ['one', 'two'].map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
      );
      await keeper.keepVersion(TABLE_A, at(7 * minute));
      await keeper.keepVersion(TABLE_A, at(8 * minute));
      expect((await keeper.versions(TABLE_A)).map(({ version }) => version)).toEqual([2, 1]);
      for (let turn = 0; turn < 30; turn += 1) await keeps(ada.writes(`t${turn}`), ADA, (10 + turn * 4) * minute);
      const versions = (await keeper.versions(TABLE_A)).map(({ version }) => version);
      expect([versions.length, versions[0], versions.at(-1)]).toEqual([24, 31, 8]);
      expect(await keeper.version(TABLE_A, 1)).toBeUndefined();
      keeper = await rig.reopened();
      expect((await keeper.versions(TABLE_A)).map(({ version }) => version)).toEqual(versions);
    });

    test('[NO-10] a version is written anew as a change like any other, and what stood there is a version', async () => {
      const ada = copyOf();
      await keeps(ada.writes('good'), ADA, 1);
      await keeper.keepVersion(TABLE_A, at(2));
      await keeps(
        ada.does((root) => root.delete(0, 1)),
        ADA,
        3,
      );
      await keeps(ada.writes('bad'), ADA, 4);
      const change = await keeper.restore(TABLE_A, 1, at(5));
      Y.applyUpdate(ada.doc, change ?? NOTHING);
      expect(ada.reads()).toBe('<paragraph>good</paragraph>');
      expect((await copy()).reads()).toBe(ada.reads());
      expect(await keeper.text(TABLE_A)).toEqual([{ kind: 'paragraph', runs: [{ text: 'good', by: ADA }] }]);
      expect((await keeper.versions(TABLE_A)).map(({ characters }) => characters)).toEqual([3, 4]);
      expect(await keeper.restore(TABLE_A, 99, at(6))).toBeUndefined();
      expect(await keeps(ada.writes('on we go'), ADA, 7)).toBe('kept');
    });

    test('[NO-15] erasing a person takes their words out of the notes and their versions, and leaves those of others', async () => {
      const ada = copyOf();
      await keeps(ada.writes('from ada'), ADA, 1);
      const ben = await copy();
      await keeps(ben.writes('from ben'), BEN, 2);
      await keeper.keepVersion(TABLE_A, at(3));
      await keeps(copyOf().writes('also ada'), ADA, 4, TABLE_B);
      await keeper.eraseSeat(MODEL, ADA);
      keeper = await rig.reopened();
      expect((await copy()).reads()).toBe('<paragraph></paragraph><paragraph>from ben</paragraph>');
      expect((await copy(TABLE_B)).reads()).toBe('<paragraph></paragraph>');
      expect(JSON.stringify(await keeper.version(TABLE_A, 1))).toBe(
        '[{"kind":"paragraph","runs":[{"text":"from ben"}]}]',
      );
      const everything = Buffer.from((await keeper.open(TABLE_A, NOTHING)).update).toString('latin1');
      expect(everything).toContain('from ben');
      expect(everything).not.toContain('ada');
    });

    test('[NO-18] what one person wrote is told place by place, versions included, and nothing of others', async () => {
      const ada = copyOf();
      await keeps(ada.writes('gone again'), ADA, 1);
      await keeper.keepVersion(TABLE_A, at(2));
      await keeps(
        ada.does((root) => root.delete(0, 1)),
        ADA,
        3,
      );
      await keeps(ada.writes('from ada'), ADA, 4);
      const ben = await copy();
      await keeps(
        ben.does((root) => ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(4, ' and ben')),
        BEN,
        5,
      );
      await keeper.keepVersion(TABLE_A, at(6));
      await keeps(copyOf().writes('at B'), BEN, 7, TABLE_B);
      expect([...(await keeper.places(MODEL))].sort()).toEqual([TABLE_A.place, TABLE_B.place]);
      keeper = await rig.reopened();
      expect(await keeper.words(TABLE_A, ADA)).toEqual({
        text: [{ kind: 'paragraph', runs: [{ text: 'from … ada' }] }],
        earlier: ['gone again'],
      });
      expect(await keeper.words(TABLE_A, BEN)).toEqual({
        text: [{ kind: 'paragraph', runs: [{ text: ' and ben' }] }],
        earlier: [],
      });
      expect(await keeper.words(TABLE_B, ADA)).toEqual({ text: [], earlier: [] });
      await keeper.eraseSeat(MODEL, ADA);
      expect(await keeper.words(TABLE_A, ADA)).toEqual({ text: [], earlier: [] });
      expect(await keeper.places('other' as typeof MODEL)).toEqual([]);
    });

    test('[NO-5] a pen that no editor writes with is refused, and the place can be read afterwards', async () => {
      for (const pen of [2 ** 32, 2 ** 57]) {
        const ada = copyOf();
        ada.doc.clientID = pen;
        expect(await keeps(ada.writes('poison'))).toBe('not-understood');
      }
      const last = copyOf();
      last.doc.clientID = 2 ** 32 - 1;
      expect(await keeps(last.writes('fine'))).toBe('kept');
      keeper = await rig.reopened();
      expect((await copy()).reads()).toBe('<paragraph>fine</paragraph>');
    });

    test('[NO-5] nobody asks in vain: an unreadable vector counts as empty', async () => {
      await keeps(copyOf().writes('Hello'));
      const { update } = await keeper.open(TABLE_A, Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 1));
      expect(copyOf(update).reads()).toContain('Hello');
      expect(await keeper.version({ ...TABLE_A, place: 'nowhere' as RoomId }, 1)).toBeUndefined();
    });
  });
}
