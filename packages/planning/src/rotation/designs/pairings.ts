import type { Seating } from '../../encounters.ts';

/**
 * Everybody meets everybody, two by two: one person stays, the others go round in a circle (Lucas, "Récréations
 * mathématiques" II, 1883). As many rounds as there are other people.
 */
export function pairings(people: number, tables: number, rounds: number): Seating[] | undefined {
  if (people !== 2 * tables || rounds > people - 1) return undefined;
  const circle = people - 1;
  return Array.from({ length: rounds }, (_, round) =>
    Array.from({ length: people }, (_, person) => {
      if (person === circle) return 0;
      // Who is equally far from the round's place on either side sits together.
      const away = (person - round + circle) % circle;
      return Math.min(away, circle - away);
    }),
  );
}
