import type { Agenda } from '../agenda/agenda.ts';

/**
 * Whether so much of the workshop has happened that people can be asked about it [SU-3]: a reflection has begun, or the
 * last phase where none is planned, or it is over.
 */
export function isLateEnough({ phases, running, endedAt }: Agenda): boolean {
  if (endedAt !== undefined) return true;
  if (!running) return false;
  const reflection = phases.findIndex(({ kind }) => kind === 'plenary-reflection');
  return running.index >= (reflection === -1 ? phases.length - 1 : reflection);
}
