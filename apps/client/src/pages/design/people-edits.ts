import { readAs } from '@werkraum/protocol';
import type { Draft, DraftPerson } from './draft.ts';
import { draftPerson, MAX_PEOPLE } from './draft.ts';
import type { PastedPerson } from './paste.ts';

export const withPerson = (draft: Draft, id: string, change: Partial<Omit<DraftPerson, 'id'>>): Draft => ({
  ...draft,
  people: draft.people.map((each) => (each.id === id ? { ...each, ...change } : each)),
});

export const withoutPerson = (draft: Draft, id: string): Draft => ({
  ...draft,
  people: draft.people.filter((each) => each.id !== id),
});

/** A new empty row. Answers with its id. */
export function withNewPerson(draft: Draft): { draft: Draft; id: string } {
  const person = draftPerson('', 'participant');
  return { draft: { ...draft, people: [...draft.people, person] }, id: person.id };
}

/** What a pasted list would do. */
export interface PastePreview {
  people: readonly DraftPerson[];
  added: number;
  /** On the list already: an address or role that was missing is filled in. */
  known: number;
  /** More than a workshop takes. */
  tooMany: number;
}

/** The people with a pasted list added to them, or in their place. Who is there already stays, and gets the address that was missing. */
export function pastePreview(draft: Draft, pasted: readonly PastedPerson[], replace: boolean): PastePreview {
  const people = replace ? [] : draft.people.filter(({ name, address }) => name.trim() !== '' || address !== '');
  const at = new Map(people.map(({ name }, index) => [readAs(name), index]));
  let known = 0;
  for (const { name, role, address } of pasted) {
    const place = at.get(readAs(name));
    const there = place === undefined ? undefined : people[place];
    if (place !== undefined && there) {
      known += 1;
      people[place] = { ...there, role: role ?? there.role, address: there.address || address };
      continue;
    }
    at.set(readAs(name), people.length);
    people.push(draftPerson(name, role ?? 'participant', address));
  }
  const kept = people.slice(0, MAX_PEOPLE);
  return { people: kept, added: pasted.length - known, known, tooMany: people.length - kept.length };
}
