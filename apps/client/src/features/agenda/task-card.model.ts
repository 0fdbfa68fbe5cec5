import type { PhaseView, Place, SessionView } from '@werkraum/protocol';

export interface TaskCardModel {
  title: string;
  kind: PhaseView['kind'];
  /** Of a round. */
  topic?: string;
  question?: string;
  instructions?: string;
  bringBack?: string;
}

/** What somebody at this place should do in the phase that runs. Undefined before the start and after the end. */
export function taskCard({ agenda, tables }: SessionView, place: Place): TaskCardModel | undefined {
  const phase = agenda.clock && agenda.phases[agenda.clock.phaseId];
  if (!phase) return undefined;
  const { title, kind, round, task } = phase;
  return {
    title,
    kind,
    ...(round && { topic: tables?.rooms[place]?.topic ?? round.topic }),
    ...(round?.question && { question: round.question }),
    ...(task?.instructions && { instructions: task.instructions }),
    ...(task?.bringBack && { bringBack: task.bringBack }),
  };
}
