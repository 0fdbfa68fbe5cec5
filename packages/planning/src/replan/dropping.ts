import type { Fit, PhaseToFit, Relief } from './fit.ts';
import { slackOf } from './steps.ts';

/**
 * The phases that stay when as few as possible go and the rest keeps its length. Of equally many it takes those that
 * free little more than is needed: beginning with the longest ones, each is exchanged for the shortest that still does.
 * Dear ones stay as long as the others are enough. Locked phases stay, and so does at least one phase; when that is not
 * enough, all that may go are gone.
 */
export function cheapestDrop(phases: readonly PhaseToFit[], lengthMs: number): Fit['phases'] {
  const need = sum(phases) - lengthMs;
  const longestFirst = candidates(phases, need).sort((a, b) => b.plannedMs - a.plannedMs);
  const may = longestFirst.length === phases.length ? longestFirst.slice(0, -1) : longestFirst;
  const going = new Set<PhaseToFit>();
  for (const phase of may) if (sum([...going]) < need) going.add(phase);
  for (const phase of [...going]) exchange(going, phase, longestFirst, need);
  return phases.filter((phase) => !going.has(phase)).map(({ id, plannedMs }) => ({ id, plannedMs }));
}

function candidates(phases: readonly PhaseToFit[], need: number): PhaseToFit[] {
  const free = phases.filter(({ locked }) => !locked);
  const cheap = free.filter(({ dear }) => !dear);
  return sum(cheap) >= need ? cheap : free;
}

// Of equally long ones the later goes: `longestFirst` keeps the agenda's order among equals.
function exchange(going: Set<PhaseToFit>, phase: PhaseToFit, longestFirst: readonly PhaseToFit[], need: number): void {
  const others = sum([...going]) - phase.plannedMs;
  const enough = longestFirst.filter((each) => !going.has(each) && others + each.plannedMs >= need);
  const better = enough.at(-1);
  if (!better || better.plannedMs > phase.plannedMs) return;
  going.delete(phase);
  going.add(better);
}

/**
 * What dropping each phase would bring, when shortening alone does not do: the ones that make it fit first, of these the
 * dear ones last and the shortest first.
 */
export function reliefs(phases: readonly PhaseToFit[], lengthMs: number): readonly Relief[] {
  const least = phases.reduce((total, phase) => total + phase.plannedMs - slackOf(phase), 0);
  return phases
    .filter(({ locked }) => !locked)
    .map((phase) => {
      const without = least - (phase.plannedMs - slackOf(phase));
      const relief: Relief = { id: phase.id, givesMs: phase.plannedMs, shortMs: Math.max(0, without - lengthMs) };
      return { relief, isDear: phase.dear ? 1 : 0 };
    })
    .sort((a, b) => a.relief.shortMs - b.relief.shortMs || a.isDear - b.isDear || a.relief.givesMs - b.relief.givesMs)
    .map(({ relief }) => relief);
}

const sum = (phases: readonly PhaseToFit[]): number => phases.reduce((total, { plannedMs }) => total + plannedMs, 0);
