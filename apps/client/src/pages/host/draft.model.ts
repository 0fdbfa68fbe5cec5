import { type Language, makeSecret, modelWorkshop, PersonName, type Role, type SessionPlan } from '@werkraum/protocol';

/** A person who will get a link. */
export interface DraftPerson {
  /** Tells rows apart while their names are being typed; becomes the seat's id. */
  id: string;
  name: string;
  role: Role;
}

/** A workshop before it is created. */
export interface Draft {
  title: string;
  language: Language;
  admission: SessionPlan['admission'];
  people: readonly DraftPerson[];
}

/** The most people one workshop takes. */
const MAX_PEOPLE = 500;

const person = (name: string, role: Role): DraftPerson => ({ id: makeSecret(), name, role });

/** The model workshop with its people, ready to be changed. */
export function startDraft(language: Language): Draft {
  const { plan, seats } = modelWorkshop(language);
  return {
    title: plan.title,
    language,
    admission: plan.admission,
    people: seats.map(({ name, role }) => person(name, role)),
  };
}

/** Another language takes its own title along, unless the title was changed by hand. */
export function withLanguage(draft: Draft, language: Language): Draft {
  const untouched = draft.title === modelWorkshop(draft.language).plan.title;
  return { ...draft, language, title: untouched ? modelWorkshop(language).plan.title : draft.title };
}

export const withPerson = (draft: Draft, id: string, change: Partial<Omit<DraftPerson, 'id'>>): Draft => ({
  ...draft,
  people: draft.people.map((each) => (each.id === id ? { ...each, ...change } : each)),
});

export const withoutPerson = (draft: Draft, id: string): Draft => ({
  ...draft,
  people: draft.people.filter((each) => each.id !== id),
});

export const withNewPerson = (draft: Draft): Draft => ({
  ...draft,
  people: [...draft.people, person('', 'participant')],
});

/**
 * Names from a pasted list: one a line, or separated by commas, semicolons or tabs when it is a single line. Numbers and
 * bullets in front, addresses in angle brackets and empty lines are left out, and so is who is there already.
 */
export function withPasted(draft: Draft, text: string): Draft {
  const lines = text.split(/\r?\n/).filter((each) => each.trim() !== '');
  const names = lines.length === 1 ? text.split(/[,;\t]/) : lines;
  const people = [...draft.people];
  for (const raw of names) {
    const name = cleanName(raw);
    if (name && !people.some((each) => sameName(each.name, name))) people.push(person(name, 'participant'));
  }
  return { ...draft, people };
}

const cleanName = (raw: string): string =>
  raw
    .replace(/<[^>]*>/g, '')
    .replace(/^\s*(?:[-*•]|\d+[.)])\s+/u, '')
    .replace(/\s+/g, ' ')
    .trim();

const readAs = (name: string): string => name.normalize('NFKC').toLocaleLowerCase('en').replaceAll(/\s+/g, ' ').trim();
const sameName = (a: string, b: string): boolean => readAs(a) === readAs(b);

export type RowProblem = 'no-name' | 'bad-name' | 'same-name';
export type DraftProblem = 'no-title' | 'no-facilitator' | 'too-many';

/** What stands between a draft and a workshop. */
export interface DraftProblems {
  whole: readonly DraftProblem[];
  /** By person. */
  rows: Readonly<Record<string, RowProblem>>;
}

/** Everything that has to be mended first. Rows without a name count only when the rest is asked for too. */
export function problemsOf({ title, people }: Draft): DraftProblems {
  const whole: DraftProblem[] = [];
  if (title.trim() === '') whole.push('no-title');
  if (!people.some(({ role }) => role === 'facilitator')) whole.push('no-facilitator');
  if (people.length > MAX_PEOPLE) whole.push('too-many');
  const seen = new Set<string>();
  const rows: Record<string, RowProblem> = {};
  for (const { id, name } of people) {
    if (name.trim() === '') rows[id] = 'no-name';
    else if (!PersonName.safeParse(name).success) rows[id] = 'bad-name';
    else if (seen.has(readAs(name))) rows[id] = 'same-name';
    seen.add(readAs(name));
  }
  return { whole, rows };
}

export const isReady = ({ whole, rows }: DraftProblems): boolean =>
  whole.length === 0 && Object.keys(rows).length === 0;
