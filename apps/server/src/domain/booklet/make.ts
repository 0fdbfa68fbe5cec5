import type { BookletBlock, BookletCover, BookletSection } from '@werkraum/protocol';
import { dayOf, lengthOf, listOf, timeOf } from './dates.ts';
import { makeAfter } from './make-after.ts';
import { makeResults } from './make-results.ts';
import { makeTopics } from './make-topics.ts';
import { type Making, part } from './making.ts';
import { blockId, sectionId } from './sections.ts';
import type { BookletSources, PhaseSource } from './sources.ts';
import { type BookletWords, bookletWords, type SectionName } from './words.ts';

/** The cover as it is generated. */
export function makeCover(sources: BookletSources): BookletCover {
  const { language, title, startedAt, startsAt, timeZone, named, came } = sources;
  const words = bookletWords(language);
  const at = startedAt ?? startsAt;
  const hosts = named.filter(({ role }) => role === 'facilitator').map(({ name }) => name);
  const hosting = hosts.length > 0 ? listOf(hosts, language) : words.peopleCount(came.facilitator);
  return {
    ...{ title, subtitle: words.kicker },
    lines: [
      { part: part('date'), label: words.date, text: at === undefined ? words.ahead : dayOf(at, language, timeZone) },
      { part: part('place'), label: words.place, text: words.online },
      { part: part('hosts'), label: words.hosts, text: hosting },
      { part: part('people'), label: words.people, text: words.peopleCount(came.participant) },
    ],
  };
}

/** All sections as they are generated, without those about which there is nothing to say. */
export function makeSections(sources: BookletSources, madeAt: number): BookletSection[] {
  const making: Making = { sources, words: bookletWords(sources.language), language: sources.language };
  const made: readonly (readonly [SectionName, readonly BookletBlock[]])[] = [
    ['programme', makeProgramme(making)],
    ['people', makePeople(making)],
    ['topics', makeTopics(making)],
    ['results', makeResults(making)],
    ...makeAfter(making),
    ['colophon', makeColophon(making, madeAt)],
  ];
  return made
    .filter(([, blocks]) => blocks.length > 0)
    .map(([name, blocks]) => ({ id: sectionId(name), title: making.words.titles[name], blocks: [...blocks] }));
}

function makeProgramme({ sources, words, language }: Making): BookletBlock[] {
  const { phases, plannedMs, startedAt, endedAt, timeZone } = sources;
  const planned = lengthOf(plannedMs, words);
  const tookMs = startedAt !== undefined && endedAt !== undefined ? endedAt - startedAt : undefined;
  const took = tookMs === undefined ? undefined : lengthOf(tookMs, words);
  const text = took === undefined ? words.programmePlan(planned) : words.programmeLead(took, planned);
  const row = (phase: PhaseSource) => ({
    part: part(phase.id),
    cells: [
      phase.startedAt === undefined ? '–' : timeOf(phase.startedAt, language, timeZone),
      phase.title,
      phase.plannedMs === undefined ? words.added : lengthOf(phase.plannedMs, words),
      tookOf(phase, sources, words),
    ],
  });
  const total = { part: part('total~'), cells: ['', words.total, planned, took ?? '–'] };
  return [
    { id: blockId('programme', 'lead'), kind: 'paragraph', tone: 'lead', text },
    {
      ...{ id: blockId('programme', 'table'), kind: 'table', caption: words.programmeCaption },
      columns: [
        { text: words.began },
        { text: words.phase },
        { text: words.planned, end: true },
        { text: words.took, end: true },
      ],
      rows: [...phases.map(row), total],
    },
  ];
}

function tookOf({ tookMs, dropped }: PhaseSource, { status }: BookletSources, words: BookletWords): string {
  if (tookMs !== undefined) return lengthOf(tookMs, words);
  if (dropped) return words.dropped;
  return status === 'over' ? words.notReached : '–';
}

function makePeople({ sources, words, language }: Making): BookletBlock[] {
  const { came, named } = sources;
  const total = Object.values(came).reduce((sum, count) => sum + count, 0);
  if (total === 0) return [];
  const roles = (['participant', 'speaker', 'facilitator', 'timekeeper'] as const).filter((role) => came[role] > 0);
  const counts = listOf(
    roles.map((role) => words.roles[role](came[role])),
    language,
  );
  const lead = { id: blockId('people', 'lead'), text: words.peopleLead(total, counts) };
  const note = named.length === 0 ? words.nobodyNamed : namedNote(total - named.length, words);
  const collator = new Intl.Collator(language);
  const sorted = [...named].sort((one, other) => collator.compare(one.name, other.name));
  const items = sorted.map(({ name, role }, index) => ({
    part: part('name', String(index)),
    text: name,
    ...(role !== 'participant' && { label: words.roles[role](1).replace('1 ', '') }),
  }));
  return [
    { ...lead, kind: 'paragraph', tone: 'lead' },
    ...(items.length > 0 ? [{ id: blockId('people', 'names'), kind: 'list' as const, items }] : []),
    { id: blockId('people', 'note'), kind: 'paragraph', tone: 'small', text: note },
  ];
}

const namedNote = (unnamed: number, words: BookletWords): string =>
  unnamed > 0 ? `${words.peopleNamed} ${words.peopleUnnamed(unnamed)}` : words.peopleNamed;

function makeColophon({ sources, words, language }: Making, madeAt: number): BookletBlock[] {
  const { title, timeZone } = sources;
  const date = `${dayOf(madeAt, language, timeZone)}, ${timeOf(madeAt, language, timeZone)}`;
  return [
    { id: blockId('colophon', 'content'), kind: 'paragraph', text: words.colophonContent },
    { id: blockId('colophon', 'made'), kind: 'paragraph', tone: 'small', text: words.colophon(title, date) },
    ...makeRecord(sources, words),
  ];
}

/** The value by which the log can be recognised later, in groups that can be read aloud [BK-14]. */
function makeRecord({ record }: BookletSources, words: BookletWords): BookletBlock[] {
  if (!record) return [];
  const text =
    'value' in record
      ? words.record(record.entries, record.value.replaceAll(/.{8}(?=.)/g, '$& '))
      : words.recordDamaged;
  return [{ id: blockId('colophon', 'record'), kind: 'paragraph', tone: 'small', fixed: true, text }];
}
