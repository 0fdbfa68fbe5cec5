import type { Place, SessionView } from '@werkraum/protocol';
import { byName } from '../../ui/by-name.ts';

/** Facilitators who visit a table and do not belong to it, by name. */
export const visitorsAt = ({ people }: SessionView, place: Place): readonly string[] =>
  Object.values(people)
    .filter((person) => person.role === 'facilitator' && person.place === place && person.table !== place)
    .map(({ name }) => name)
    .sort(byName);
