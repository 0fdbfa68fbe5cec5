import {
  type BlockId,
  type Booklet,
  type BookletChange,
  type BookletSection,
  fingerprint,
  type PartId,
} from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { decide } from '../decide.ts';
import { accept, reject, type Session } from '../session.ts';
import { slices } from '../slices.ts';
import { holds } from '../testing/anything.ts';
import { A, boardOf, cardId, peopleAt, withCards } from '../testing/boards.ts';
import {
  arrivedAt,
  assembled,
  HOUSE,
  idOf,
  minutes,
  phase,
  seat,
  seatedAt,
  type Workshop,
} from '../testing/workshop.ts';
import { bookletOf } from './document.ts';
import { forReaders } from './readers.ts';
import type { BookletExtras } from './sources.ts';
import { mayReadBooklet } from './view.ts';

const EXTRAS = { timeZone: 'UTC' };
const block = (id: string) => id as BlockId;
const part = (id: string) => id as PartId;

const ended = (): Workshop => arrivedAt('reflection').doing({ type: 'end-session' }, seat('Frieda'), minutes(118));

const edit = (workshop: Workshop, change: BookletChange, who = 'Frieda'): Workshop =>
  workshop.doing({ type: 'edit-booklet', change }, seat(who), minutes(200));

const full = (session: Session) => bookletOf(session, EXTRAS, minutes(300));
const read = (session: Session) => forReaders(full(session));
const titled = (text: string, seen?: string): BookletChange => ({
  ...{ kind: 'text', blockId: block('cover'), part: part('title'), text },
  was: fingerprint('Innovative municipalities: sustainable and digital'),
  ...(seen !== undefined && { seen }),
});
const sectionsIn = (session: Session) => read(session).sections.map(({ id }) => id);
const textOf = (session: Session) => JSON.stringify(read(session));

describe('the record', () => {
  const value = '0123456789abcdef'.repeat(4);
  const recorded = (session: Session, record: BookletExtras['record'] = { entries: 1, value }) =>
    forReaders(bookletOf(session, { ...EXTRAS, record }, minutes(300)));
  const said = (booklet: Booklet) =>
    booklet.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === 'colophon~record');

  test('[BK-14] the check value stands in the colophon, in groups', () => {
    const text = expect.stringContaining(`1 entry, check value ${value.match(/.{8}/g)?.join(' ')}. As long as`);
    expect(said(recorded(ended().session))).toMatchObject({ tone: 'small', text });
    expect(said(read(ended().session))).toBeUndefined();
    const damaged = said(recorded(ended().session, { damagedAt: 3 }));
    expect(damaged).toMatchObject({ text: expect.stringContaining('is damaged') });
  });

  test('[BK-14] it may be left out, and nobody can have it say something else', () => {
    const spot = { blockId: block('colophon~record') } as const;
    const other = { kind: 'text', ...spot, part: part('text'), text: 'Trust me.', was: fingerprint('') } as const;
    const { session } = edit(ended(), other);
    expect(said(recorded(session))).toEqual(said(recorded(ended().session)));
    expect(said(recorded(edit(ended(), { kind: 'hide', ...spot, hidden: true }).session))).toBeUndefined();
  });
});

describe('who reads it', () => {
  const readers = ({ session }: Workshop) =>
    ['Frieda', 'Theo', 'Salma', 'Ada'].filter((name) => {
      const found = session.people.seats[idOf(name)];
      return found && mayReadBooklet(session, found);
    });

  test('[BK-1] facilitators before it is published, everybody afterwards, facilitators again when it is taken back', () => {
    const made = ended();
    expect(readers(made)).toEqual(['Frieda']);
    const published = made.doing({ type: 'publish-booklet' }, seat('Frieda'), 1);
    expect(readers(published)).toEqual(['Frieda', 'Theo', 'Salma', 'Ada']);
    expect(readers(published.doing({ type: 'unpublish-booklet' }, seat('Frieda'), 2))).toEqual(['Frieda']);
  });

  test('[BK-2] invited people who never came read it; who waits, or was removed, does not', () => {
    const workshop = assembled()
      .doing({ type: 'invite-person', ...link('Uta'), role: 'participant' }, seat('Frieda'), 1)
      .doing({ type: 'knock', ...link('Zoe') }, HOUSE, 1)
      .doing({ type: 'remove-person', seatId: idOf('Ben') }, seat('Frieda'), 1)
      .doing({ type: 'publish-booklet' }, seat('Frieda'), 2);
    const may = (name: string) => {
      const found = workshop.session.people.seats[idOf(name)];
      return found && mayReadBooklet(workshop.session, found);
    };
    expect([may('Uta'), may('Zoe'), may('Ben')]).toEqual([true, false, false]);
  });

  test('[PE-14] [BK-7] a facilitator who never came opens it, edits it and publishes it', () => {
    const nora = seat('Nora');
    const over = assembled()
      .doing({ type: 'invite-person', ...link('Nora'), role: 'facilitator' }, seat('Frieda'), 1)
      .doing({ type: 'start-session' }, seat('Frieda'), 2)
      .doing({ type: 'end-session' }, seat('Frieda'), 3);
    const found = over.session.people.seats[idOf('Nora')];
    expect(found && mayReadBooklet(over.session, found)).toBe(true);
    const edited = edit(over, { kind: 'hide', blockId: block('people'), hidden: true }, 'Nora');
    expect(sectionsIn(edited.session)).not.toContain('people');
    expect(edited.when({ type: 'publish-booklet' }, nora, minutes(201)).ok).toBe(true);
  });

  const link = (name: string) => ({ seatId: idOf(name), name, linkHash: `${name}-hash` });

  test('[BK-3] names stand in it only of those who agreed, and go when they change their mind', () => {
    const agreed = ended().doing({ type: 'agree-to-be-named', listed: true }, seat('Ada'), minutes(130));
    expect(textOf(agreed.session)).toContain('"Ada"');
    for (const name of ['Frieda', 'Ben', 'Salma', 'Theo']) expect(textOf(agreed.session)).not.toContain(name);
    const taken = agreed.doing({ type: 'agree-to-be-named', listed: false }, seat('Ada'), minutes(131));
    expect(textOf(taken.session)).not.toContain('"Ada"');
  });

  test('[BK-3] the answer is refused to nobody who belongs here, and saying it again changes nothing', () => {
    const agreed = ended().doing({ type: 'agree-to-be-named', listed: true }, seat('Ada'), 1);
    expect(agreed.when({ type: 'agree-to-be-named', listed: true }, seat('Ada'), 2)).toEqual(accept());
    expect(agreed.when({ type: 'agree-to-be-named', listed: false }, seat('Nobody'), 2)).toEqual(
      reject('person-removed'),
    );
  });
});

describe('what stands in it', () => {
  test('[BK-5] what there is nothing about is left out', () => {
    expect(sectionsIn(ended().session)).toEqual(['programme', 'people', 'colophon']);
  });

  test('[BK-5] the programme tells planned and actual, also of what was not reached', () => {
    const { session } = arrivedAt('talk', minutes(3)).doing({ type: 'end-session' }, seat('Frieda'), minutes(20));
    const table = read(session).sections[0]?.blocks.find(({ kind }) => kind === 'table');
    const rows = table?.kind === 'table' ? table.rows.map(({ cells }) => cells.slice(1)) : [];
    expect(rows[1]).toEqual(['Input talk', '20 min', '17 min']);
    expect(rows[2]).toEqual(['Round 1', '25 min', 'not reached']);
    expect(rows.at(-1)).toEqual(['Altogether', '120 min', '17 min']);
  });

  test('[BK-5] before it began, it tells the plan', () => {
    const lead = read(assembled().session).sections[0]?.blocks[0];
    expect(lead).toMatchObject({ kind: 'paragraph', text: 'The programme is planned for 120 min.' });
  });
});

describe('editing', () => {
  test('[BK-7] facilitators edit, also long after the end; nobody else may', () => {
    const made = ended();
    expect(read(edit(made, titled('What we found')).session).cover.title).toBe('What we found');
    const refused = made.when({ type: 'edit-booklet', change: titled('Mine') }, seat('Ada'), 1);
    expect(refused).toEqual(reject('facilitator-only'));
  });

  test('[BK-7] readers get no trace of what was hidden, left out or rewritten', () => {
    const hidden = edit(ended(), { kind: 'hide', blockId: block('people'), hidden: true });
    const { session } = edit(hidden, titled('What we found'));
    expect(textOf(session)).not.toContain('took part');
    expect(textOf(session)).not.toContain('edits');
    expect(full(session).sections.find(({ id }) => id === 'people')).toMatchObject({ hidden: true });
  });

  test('[BK-7] sections move, and own paragraphs stand where they were put', () => {
    const moved = edit(ended(), { kind: 'move', sectionId: block('colophon'), before: block('programme') });
    const own = { kind: 'add', blockId: block('own'), sectionId: block('people'), text: 'Thank you.' } as const;
    const { session } = edit(moved, { ...own, after: block('people~lead') });
    expect(sectionsIn(session)).toEqual(['colophon', 'programme', 'people']);
    expect(read(session).sections[2]?.blocks.map(({ id }) => id)).toEqual(['people~lead', 'own', 'people~note']);
  });

  test('[BK-7] an empty text leaves an item out', () => {
    const { session } = edit(ended(), {
      ...{ kind: 'text', blockId: block('programme~lead'), part: part('text'), text: '' },
      was: fingerprint('The workshop took 118 min; planned were 120 min.'),
    });
    expect(textOf(session)).not.toContain('The workshop took');
  });

  test('[BK-8] an edit whose source has changed since is kept and marked', () => {
    const people = read(ended().session).sections[1]?.blocks[0];
    const was = fingerprint(people?.kind === 'paragraph' ? people.text : '');
    const change = {
      kind: 'text',
      blockId: block('people~lead'),
      part: part('text'),
      text: 'Twelve of us.',
      was,
    } as const;
    const kept = edit(ended(), change);
    const marks = ({ session }: Workshop) => full(session).sections[1]?.blocks[0]?.edits?.text;
    expect(marks(kept)?.changed).toBeUndefined();
    const later = edit(ended(), { ...change, was: fingerprint('somebody left since') });
    expect(marks(later)).toMatchObject({ changed: true, source: expect.stringContaining('took part') });
    expect(textOf(later.session)).toContain('Twelve of us.');
  });

  test('[BK-8] of two who change the same text, the second is told', () => {
    const first = edit(ended(), titled('First'));
    const second = first.when({ type: 'edit-booklet', change: titled('Second') }, seat('Frieda'), 1);
    expect(second).toEqual(reject('booklet-changed-meanwhile'));
    expect(read(edit(first, titled('Second', 'First')).session).cover.title).toBe('Second');
  });

  test('[BK-9] changes are taken back one after the other, the newest first', () => {
    const hidden = edit(edit(ended(), titled('First')), { kind: 'hide', blockId: block('people'), hidden: true });
    const undo = (workshop: Workshop) =>
      workshop.doing({ type: 'undo-booklet', revision: workshop.session.booklet.revision }, seat('Frieda'), 1);
    expect(sectionsIn(undo(hidden).session)).toContain('people');
    expect(read(undo(undo(hidden)).session).cover.title).toBe('Innovative municipalities: sustainable and digital');
    const none = undo(undo(hidden)).when({ type: 'undo-booklet', revision: 4 }, seat('Frieda'), 1);
    expect(none).toEqual(reject('nothing-to-undo'));
  });

  test('[BK-9] taking back names the change that was seen', () => {
    const twice = edit(edit(ended(), titled('First')), titled('Second', 'First'));
    const late = twice.when({ type: 'undo-booklet', revision: 1 }, seat('Frieda'), 1);
    expect(late).toEqual(reject('booklet-changed-meanwhile'));
  });

  test('[BK-9] whatever people change, taking everything back leaves what was generated', () => {
    holds((before, facts) => {
      for (const fact of facts) {
        if (fact.type !== 'booklet-edit-undone') continue;
        expect(before.booklet.back.length).toBeGreaterThan(0);
        expect(fact.revision).toBe(before.booklet.revision);
      }
      expect(before.booklet.back.length).toBeLessThanOrEqual(50);
    }, 100);
  });

  test('[BK-10] a booklet bears so many own paragraphs', () => {
    const own = Array.from({ length: 200 }, (_, at) => [
      `own-${at}`,
      { sectionId: block('people'), text: 'x', by: idOf('Frieda') },
    ]);
    const { session } = ended();
    const booklet = { ...session.booklet, layers: { ...session.booklet.layers, own: Object.fromEntries(own) } };
    const change = { kind: 'add', blockId: block('one-more'), sectionId: block('people'), text: 'x' } as const;
    expect(
      decide({ ...session, booklet }, { type: 'edit-booklet', change }, { actor: seat('Frieda'), now: 1 }),
    ).toEqual(reject('booklet-full'));
  });
});

describe('what comes from tables', () => {
  const runningId = ({ session: { agenda } }: Workshop) => agenda.running && agenda.phases[agenda.running.index]?.id;
  const HANDING = { type: 'hand-over', boardId: boardOf(A) } as const;
  const round = seatedAt('round-1');
  const [ada, ben] = peopleAt(round, A) as [string, string];
  const written = withCards(round, ada, boardOf(A), ['handed', 'kept']);
  const tagged = written.doing(
    { type: 'tag-card', boardId: boardOf(A), cardId: cardId('handed'), tags: ['open data'] },
    seat(ada),
    minutes(2),
  );
  const handed = tagged.doing({ ...HANDING, cards: [{ cardId: cardId('handed'), version: 1 }] }, seat(ben), minutes(3));
  const over = ['round-1', 'round-2', 'round-3', 'reflection'].reduce(
    (soFar, id) =>
      soFar.session.status === 'ended' || runningId(soFar) !== id
        ? soFar
        : soFar.doing({ type: 'advance-phase', phaseId: phase(id) }, seat('Frieda'), minutes(60)),
    handed,
  );

  test('[BK-4] a card that was handed over stands in it without its author, and one that was not does not', () => {
    for (const { session } of [handed, over]) {
      expect(textOf(session)).toContain('Text of handed');
      expect(textOf(session)).not.toContain('Text of kept');
      expect(JSON.stringify(full(session))).not.toContain(idOf(ada));
    }
  });

  test('[BK-6] tags make themes', () => {
    const topics = read(over.session).sections.find(({ id }) => id === 'topics');
    const figure = topics?.blocks.find(({ kind }) => kind === 'figure');
    expect(figure?.kind === 'figure' && figure.map.themes.map(({ label }) => label)).toEqual(['open data']);
    expect(topics?.blocks.some(({ kind }) => kind === 'table')).toBe(true);
  });

  test('[BK-4] whatever people press, nothing stands in it that is not in the document of everybody', () => {
    holds((session) => {
      const everybody = JSON.stringify(slices(session).documents.get('session'));
      // Random commands leave texts out that the schema asks for.
      for (const section of read(session).sections.filter(({ id }) => FROM_PEOPLE.includes(id)))
        for (const text of textsIn(section).filter((each) => each !== undefined))
          expect(everybody).toContain(JSON.stringify(text).slice(1, -1));
    }, 60);
  });
});

const FROM_PEOPLE: readonly string[] = ['questions', 'open', 'references'];
const textsIn = ({ blocks }: BookletSection): string[] =>
  blocks.flatMap((each) => (each.kind === 'list' ? each.items.map(({ text }) => text) : []));
