import type { Documents } from './scene.ts';

/** The phase that runs, as a break. */
export function aBreak(documents: Documents): Documents {
  const { agenda } = documents.session;
  const id = agenda.clock?.phaseId;
  const phase = id && agenda.phases[id];
  if (!id || !phase) throw new Error('no phase runs');
  const { round: _round, ...plain } = phase;
  const rest = { ...plain, kind: 'break', title: 'Break', task: { instructions: 'Coffee is in the hall.' } } as const;
  return {
    ...documents,
    session: { ...documents.session, agenda: { ...agenda, phases: { ...agenda.phases, [id]: rest } } },
  };
}
