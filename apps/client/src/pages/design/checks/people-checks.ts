import { FilePerson, PersonName, readAs } from '@werkraum/protocol';
import { type DraftPerson, MAX_PEOPLE } from '../draft.ts';
import { type Check, type Checked, check } from './check.ts';

/** Who is invited: names, roles, addresses. */
export function peopleChecks({ draft: { people }, participants }: Checked): Check[] {
  const at = { pane: 'people' } as const;
  return [
    ...(people.some(({ role }) => role === 'facilitator') ? [] : [check('error', 'no-facilitator', at)]),
    ...(people.length > MAX_PEOPLE ? [check('error', 'too-many', at, { count: people.length, most: MAX_PEOPLE })] : []),
    ...(participants === 0 ? [check('hint', 'no-participants', at)] : []),
    ...rowChecks(people),
  ];
}

function rowChecks(people: readonly DraftPerson[]): Check[] {
  const seen = new Set<string>();
  return people.flatMap((person, index) => {
    const checks = [nameCheck(person, index + 1, seen), addressCheck(person)];
    seen.add(readAs(person.name));
    return checks.filter((each) => each !== undefined);
  });
}

function nameCheck({ id, name }: DraftPerson, number: number, seen: ReadonlySet<string>): Check | undefined {
  const at = { pane: 'people', personId: id, field: 'name' } as const;
  if (name.trim() === '') return check('error', 'no-name', at, { number });
  if (!PersonName.safeParse(name).success) return check('error', 'bad-name', at, { name });
  return seen.has(readAs(name)) ? check('error', 'same-name', at, { name }) : undefined;
}

function addressCheck({ id, name, address }: DraftPerson): Check | undefined {
  if (address.trim() === '' || FilePerson.shape.address.safeParse(address.trim()).success) return undefined;
  return check('hint', 'bad-address', { pane: 'people', personId: id, field: 'address' }, { name, address });
}
