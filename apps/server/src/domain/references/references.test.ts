import { AddReference, type Command, type ReferenceId, type SessionView } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { accept, reject, type Session } from '../session.ts';
import { slices } from '../slices.ts';
import { arrivedAt, seat } from '../testing/workshop.ts';

const book = 'book' as ReferenceId;
const add: Command & { type: 'add-reference' } = {
  type: 'add-reference',
  referenceId: book,
  title: 'Cities and goals',
  kind: 'publication',
  link: 'https://example.org/cities',
};
const seen = (session: Session) => (slices(session).documents.get('session') as SessionView).references;
const added = () => arrivedAt('intro').doing(add, seat('Ada'), 5);

describe('references', () => {
  test('[RF-1] what somebody adds is seen by everybody', () => {
    const { type: _type, referenceId: _id, ...said } = add;
    expect(seen(added().session)).toEqual({ book: { number: 1, ...said, by: 'ada', at: 5 } });
  });

  test('[RF-2] a link is an https address and nothing else', () => {
    const read = (link: string) => AddReference.safeParse({ ...add, link }).success;
    expect(read('https://example.org/a?b=c#d')).toBe(true);
    for (const link of [
      ...['javascript:alert(1)', 'http://example.org', '//example.org', 'example.org', 'https://', 'data:text/html,x'],
      ...[
        'https://name:word@example.org',
        'https://name@example.org',
        'java\nscript:alert(1)',
        `https://e.org/${'x'.repeat(500)}`,
      ],
    ]) {
      expect({ link, read: read(link) }).toEqual({ link, read: false });
    }
  });

  test('[RF-3] the same one again, or one that says the same, changes nothing', () => {
    expect(added().when(add, seat('Ben'), 6)).toEqual(accept());
    expect(added().when({ ...add, referenceId: 'copy' as ReferenceId }, seat('Ben'), 6)).toEqual(accept());
  });

  test('[RF-4] a session keeps two hundred', () => {
    const full = Array.from({ length: 200 }, (_, at) => at).reduce(
      (soFar, at) =>
        soFar.doing({ ...add, referenceId: `no-${at}` as ReferenceId, title: `Title ${at}` }, seat('Ada'), at),
      arrivedAt('intro'),
    );
    expect(full.when(add, seat('Ben'), 300)).toEqual(reject('too-many-references'));
  });

  test('[RF-5] who added it and facilitators change and remove it', () => {
    const change = {
      type: 'change-reference',
      referenceId: book,
      title: 'Goals and cities',
      kind: 'guideline',
    } as const;
    const drop = { type: 'drop-reference', referenceId: book } as const;
    const changed = { number: 1, title: 'Goals and cities', kind: 'guideline', by: 'ada', at: 5 };
    for (const name of ['Ada', 'Frieda']) {
      expect(seen(added().doing(change, seat(name), 6).session)).toEqual({ book: changed });
      expect(seen(added().doing(drop, seat(name), 6).session)).toBeUndefined();
    }
    for (const command of [change, drop]) {
      expect(added().when(command, seat('Ben'), 6)).toEqual(reject('not-your-reference'));
    }
    const gone = added().doing(drop, seat('Ada'), 6);
    expect(gone.when(change, seat('Ada'), 7)).toEqual(reject('no-such-reference'));
    expect(added().when({ ...change, ...add, type: 'change-reference' }, seat('Ada'), 6)).toEqual(accept());
  });
});
