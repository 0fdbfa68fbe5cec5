/**
 * The value of `after`, in which everything that is as it was in `before` is the very object from there: `before`
 * itself when nothing differs. Whoever compares the two by identity need not walk what did not change. For plain JSON.
 */
export const share = <Value>(before: Value | undefined, after: Value): Value => shared(before, after) as Value;

function shared(before: unknown, after: unknown): unknown {
  if (before === after || !isTree(before) || !isTree(after)) return after;
  if (Array.isArray(after)) return Array.isArray(before) ? sharedList(before, after) : after;
  return Array.isArray(before) ? after : sharedDoc(before, after);
}

type Doc = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Doc => typeof value === 'object' && value !== null;

function sharedList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const list = after.map((item, index) => shared(before[index], item));
  return list.length === before.length && list.every((item, index) => item === before[index]) ? before : list;
}

// `after` may hold constants that others hold too, so it is copied before a part of it is replaced.
function sharedDoc(before: Doc, after: Doc): Doc {
  const keys = Object.keys(after);
  let isSame = keys.length === Object.keys(before).length;
  let copy: Record<string, unknown> | undefined;
  for (const key of keys) {
    const value = shared(before[key], after[key]);
    isSame &&= value === before[key];
    if (value === after[key]) continue;
    copy ??= { ...after };
    copy[key] = value;
  }
  return isSame ? before : (copy ?? after);
}

/** Whether two flat objects hold the same: every value by identity. */
export function sameInputs<Inputs extends object>(one: Inputs, other: Inputs): boolean {
  const keys = Object.keys(one) as (keyof Inputs)[];
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

/** The object from before if it holds the very same values, else the new one. */
export const keep = <Value extends object>(before: Value | undefined, after: Value): Value =>
  before && sameInputs(before, after) ? before : after;

/**
 * Makes a view unless everything it is made from is as it was. `make` sees nothing but what `inputs` picks, so it cannot
 * depend on what is not compared. Parts of a new view that are as they were are the same objects.
 */
export function remake<State, Inputs extends object, View>(
  now: State,
  before: { state: State; view: View } | undefined,
  inputs: (state: State) => Inputs,
  make: (inputs: Inputs) => View,
): View {
  const picked = inputs(now);
  if (before && sameInputs(inputs(before.state), picked)) return before.view;
  return share(before?.view, make(picked));
}

/** A map with some entries made anew, undefined for gone; the same map when that changes nothing. */
export function withChanges<Value>(
  before: Readonly<Record<string, Value>> | undefined,
  changes: Iterable<readonly [key: string, value: Value | undefined]>,
): Readonly<Record<string, Value>> {
  const map: Readonly<Record<string, Value>> = before ?? {};
  let copy: Record<string, Value> | undefined;
  for (const [key, made] of changes) {
    const value = made === undefined ? undefined : share(map[key], made);
    if (value === map[key]) continue;
    copy ??= { ...map };
    if (value === undefined) delete copy[key];
    else copy[key] = value;
  }
  return copy ?? map;
}
