import { type Check, type Checked, check } from './check.ts';

/** What a workshop usually has: a title, phases with titles, a beginning, an end with everybody. */
export function agendaChecks({ plan, rounds }: Checked): Check[] {
  const { phases, title } = plan;
  const at = { pane: 'programme' } as const;
  const lastRound = phases.findLastIndex(({ kind }) => kind === 'breakout-round');
  const reflects = phases.slice(lastRound + 1).some(({ kind }) => kind === 'plenary-reflection');
  const untitled = phases.flatMap((phase, index) =>
    phase.title.trim() === ''
      ? [check('error', 'no-phase-title', { ...at, phaseId: phase.id, field: 'title' }, { number: index + 1 })]
      : [],
  );
  return [
    ...(title.trim() === '' ? [check('error', 'no-title', { pane: 'settings', field: 'title' })] : []),
    ...untitled,
    ...(phases.some(({ kind }) => kind === 'intro') ? [] : [check('hint', 'no-intro', at)]),
    ...(rounds.length === 0 || reflects ? [] : [check('hint', 'no-reflection', at)]),
  ];
}
