/** A plain object used as a map. Ids never collide with what every object has (`ids.ts` refuses such names). */
export type ById<Id extends string, Value> = { readonly [Key in Id]?: Value };

/** A new map with one entry set. */
export const withEntry = <Id extends string, Value>(map: ById<Id, Value>, id: Id, value: Value): ById<Id, Value> => ({
  ...map,
  [id]: value,
});

/** A new map without one entry; the same map when there is none. */
export function without<Id extends string, Value>(map: ById<Id, Value>, id: Id): ById<Id, Value> {
  if (!(id in map)) return map;
  const { [id]: _gone, ...rest } = map;
  return rest as ById<Id, Value>;
}

/** The entries of a map, in the order in which they were set. */
export const entries = <Id extends string, Value>(map: ById<Id, Value>): [Id, Value][] =>
  Object.entries(map) as [Id, Value][];

export const values = <Id extends string, Value>(map: ById<Id, Value>): Value[] => Object.values(map) as Value[];

/** For a switch that has covered everything: a value that still arrives is corrupt and says so. */
export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
