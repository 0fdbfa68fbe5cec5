import type { SeatId, SessionId } from '@werkraum/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BallotBox, KeptSurvey } from './ballot-box.ts';

/** A box under test, with a look at its medium. */
export interface BoxRig {
  box: BallotBox;
  /** The same medium after the process has come back. */
  reopened(): Promise<BallotBox>;
  /** All bytes that are kept, of all sessions, as text. */
  bytes(): Promise<string>;
  dispose(): Promise<void>;
}

const one = 'session-one' as SessionId;
const two = 'session-two' as SessionId;
const seat = (name: string) => name as SeatId;

const kept = (...ballots: readonly string[]): KeptSurvey => ({
  key: 'private',
  received: Object.fromEntries(ballots.map((name) => [seat(name), `asked by ${name}`])),
  spent: Object.fromEntries(ballots.map((name) => [`ballot of ${name}`, `${name} and answers`])),
  tally: { ballots: ballots.length, questions: {} },
});

/** What every ballot box promises. `open` makes an empty one. */
export function ballotBoxContract(name: string, open: () => Promise<BoxRig>): void {
  describe(`ballot box: ${name}`, () => {
    let rig: BoxRig;
    beforeEach(async () => {
      rig = await open();
    });
    afterEach(() => rig.dispose());

    test('[SU-13] what was written is read, also after the process has come back', async () => {
      await rig.box.write(one, kept('ada'));
      await rig.box.write(one, kept('ada', 'ben'));
      expect(await rig.box.read(one)).toEqual(kept('ada', 'ben'));
      expect(await (await rig.reopened()).read(one)).toEqual(kept('ada', 'ben'));
    });

    test('[SU-11] the bytes are the same in whatever order things came', async () => {
      await rig.box.write(one, kept('ada', 'ben', 'cem'));
      const before = await rig.bytes();
      await rig.box.delete(one);
      for (const names of [['cem'], ['cem', 'ada'], ['cem', 'ada', 'ben']]) await rig.box.write(one, kept(...names));
      expect(await rig.bytes()).toBe(before);
    });

    test('[SU-11] what was replaced is gone', async () => {
      await rig.box.write(one, kept('ada', 'ben'));
      await rig.box.write(one, kept('ben'));
      expect(await rig.bytes()).not.toContain('ada');
      expect(await rig.bytes()).toContain('ben');
    });

    test('[SU-16] a deleted survey is gone, and only that one', async () => {
      await rig.box.write(one, kept('ada'));
      await rig.box.write(two, kept('ben'));
      await rig.box.delete(one);
      await rig.box.delete(one);
      expect(await rig.box.read(one)).toBeUndefined();
      expect(await rig.box.sessions()).toEqual([two]);
      expect(await rig.bytes()).not.toContain('ada');
      expect(await rig.box.read(two)).toEqual(kept('ben'));
    });

    test('nothing is kept of a session nobody asked about', async () => {
      expect(await rig.box.read(one)).toBeUndefined();
      expect(await rig.box.sessions()).toEqual([]);
    });
  });
}
